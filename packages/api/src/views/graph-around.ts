/** What stands around the tasks of a DAG: assets that it waits for, reads and makes, and DAGs that it waits for and begins. */
import { type AssetRef, conditionOf, type DagGraph, refsOf, type TaskSpec } from "@momiji/core";
import type { GridRow } from "./grid-rows.ts";

export interface Around {
  readonly kind: "asset" | "alias" | "dag";
  readonly name: string;
  /** Rows that it leads to. */
  readonly before: readonly number[];
  /** Rows that lead to it. */
  readonly after: readonly number[];
}

/** In the order of their names; DAGs only where the name is no template. */
export function graphAround({ spec, tasks }: DagGraph, rows: readonly GridRow[]): readonly Around[] {
  const rowOf = new Map(rows.map(({ id }, row) => [id, row]));
  const links = tasks.flatMap(({ taskId, spec: task }) => linksOf(task).map((link) => ({ ...link, taskId })));
  const roots = tasks.filter(({ upstream }) => upstream.length === 0);
  const condition = conditionOf(spec.schedule);
  const awaited = condition === null ? [] : refsOf(condition);
  const waits = awaited.flatMap((ref) => roots.map(({ taskId }) => ({ ...nameOf(ref), taskId, isBefore: true })));
  return [...Map.groupBy([...links, ...waits], ({ kind, name }) => `${kind} ${name}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, all]) => {
      const [first] = all;
      if (first === undefined) return [];
      const rowsOf = (isBefore: boolean): readonly number[] => [
        ...new Set(all.filter((each) => each.isBefore === isBefore).map(({ taskId }) => rowOf.get(taskId) ?? -1)),
      ];
      return [{ kind: first.kind, name: first.name, before: rowsOf(true), after: rowsOf(false) }];
    });
}

interface Link extends Pick<Around, "kind" | "name"> {
  /** It comes before the task. */
  readonly isBefore: boolean;
}

function linksOf({ inlets = [], outlets = [], operator, params }: TaskSpec): readonly Link[] {
  const dagId = params?.["dagId"];
  const isKnown = typeof dagId === "string" && !dagId.includes("{");
  return [
    ...inlets.map((ref) => ({ ...nameOf(ref), isBefore: true })),
    ...outlets.map((ref) => ({ ...nameOf(ref), isBefore: false })),
    ...(isKnown && operator === "triggerDagRun" ? [{ kind: "dag", name: dagId, isBefore: false } as const] : []),
    ...(isKnown && operator === "externalTaskSensor" ? [{ kind: "dag", name: dagId, isBefore: true } as const] : []),
  ];
}

function nameOf({ kind, name }: AssetRef): Pick<Around, "kind" | "name"> {
  return { kind, name };
}
