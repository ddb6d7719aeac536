/** What a run says of the nodes and edges of a graph. */
import { readState, type State, worstOf } from "../../../states/state.ts";
import type { Gantt } from "../gantt/gantt-query.ts";
import type { Structure } from "./graph-query.ts";

export interface NodeFacts {
  /** Null: there is no run, or it does not have the task. */
  readonly state: State | null;
  /** Of several instances, or of a group's tasks: how many succeeded, of how many; null: there is one. */
  readonly counts: { readonly done: number; readonly all: number } | null;
  readonly tries: number;
  /** From the first start to the last end; null: not (yet). */
  readonly millis: number | null;
  /** Its state in the run that is compared; null: the same, or there is none. */
  readonly beside: State | null;
}

export type Facts = ReadonlyMap<string, NodeFacts>;

type GanttRow = Gantt["rows"][number];

/** By id of task or group. */
export function factsOf(rows: Structure["rows"], gantt: Pick<Gantt, "rows"> | undefined): Facts {
  const instances: GanttRow[][] = rows.map(() => []);
  const byTask = Map.groupBy(gantt?.rows ?? [], ({ id }) => id);
  // What is in a group comes after it.
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at];
    if (row === undefined) continue;
    instances[at]?.push(...(byTask.get(row.id) ?? []));
    instances[row.parent]?.push(...(instances[at] ?? []));
  }
  return new Map(rows.map((row, at) => [row.id, nodeFacts(row, instances[at] ?? [])]));
}

function nodeFacts({ kind }: Structure["rows"][number], instances: readonly GanttRow[]): NodeFacts {
  const states = instances.map(({ state }) => readState(state));
  const times = instances.flatMap(({ tries }) => tries.map(([, , , , start, end]) => ({ start, end })));
  const starts = times.flatMap(({ start }) => start ?? []);
  const ends = times.flatMap(({ end }) => end ?? []);
  const done = states.filter((state) => state === "success").length;
  return {
    state: worstOf(states),
    counts: kind === "task" || instances.length === 0 ? null : { done, all: instances.length },
    tries: instances.reduce((most, { tries }) => Math.max(most, tries.at(-1)?.[0] ?? 0), 0),
    millis: starts.length === 0 || ends.length === 0 ? null : Math.max(0, least(ends, -1) - least(starts, 1)),
    beside: null,
  };
}

/** With the states of another run, where they are others. */
export function withBeside(facts: Facts, others: Facts): Facts {
  const entries = [...facts].map(([id, own]): readonly [string, NodeFacts] => {
    const beside = others.get(id)?.state ?? null;
    return [id, beside === null || beside === own.state ? own : { ...own, beside }];
  });
  return new Map(entries);
}

/** The least, or with -1 the greatest: lists may be too long for arguments. */
function least(values: readonly number[], sign: 1 | -1): number {
  return values.reduce((best, value) => (value * sign < best * sign ? value : best), values[0] ?? 0);
}

/** `cause`: what is above made what is below fail or be skipped. `untaken`: a branch that was not chosen. */
export type EdgeKind = "plain" | "cause" | "untaken";

const STOPPING: ReadonlySet<State | null> = new Set<State>(["failed", "upstream_failed", "skipped"]);

export function edgeKind(facts: Facts, from: string, to: string): EdgeKind {
  const [above, below] = [facts.get(from)?.state ?? null, facts.get(to)?.state ?? null];
  if (below === "upstream_failed" && (above === "failed" || above === "upstream_failed")) return "cause";
  if (below !== "skipped") return "plain";
  if (above === "success") return "untaken";
  return STOPPING.has(above) ? "cause" : "plain";
}
