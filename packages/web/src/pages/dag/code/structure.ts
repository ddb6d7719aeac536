/** The difference of two structures as lists of words: what was added, removed, changed. */
import type { VersionDiff } from "./sources.ts";

export type Kind = "added" | "removed" | "changed";
export type About = "tasks" | "edges" | "params" | "dag";

export interface StructureChange {
  readonly about: About;
  readonly kind: Kind;
  /** A task, an edge, a param, a field of the DAG. */
  readonly name: string;
  /** Of a task that has changed. */
  readonly fields: readonly string[];
}

export function structureChanges({ added, removed, changed, edges, params, dag }: VersionDiff["structure"]) {
  const of = (about: About, kind: Kind, names: readonly string[]): readonly StructureChange[] =>
    names.map((name) => ({ about, kind, name, fields: [] }));
  const edge = ([from, to]: readonly string[]) => `${from} → ${to}`;
  return [
    ...of("tasks", "added", added),
    ...of("tasks", "removed", removed),
    ...changed.map(({ taskId, fields }): StructureChange => ({
      about: "tasks",
      kind: "changed",
      name: taskId,
      fields,
    })),
    ...of("edges", "added", edges.added.map(edge)),
    ...of("edges", "removed", edges.removed.map(edge)),
    ...of("params", "added", params.added),
    ...of("params", "removed", params.removed),
    ...of("params", "changed", params.changed),
    ...of("dag", "changed", dag),
  ];
}
