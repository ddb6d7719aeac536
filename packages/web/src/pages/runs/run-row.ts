/** A run as the lists of runs show it. */
import type { components } from "@momiji/client";
import { readInstant } from "../../format/instant.ts";

export type Run = components["schemas"]["DAGRunResponse"];

export interface RunRow extends Run {
  /** Tasks that failed in it, as far as they are told. */
  readonly failed: readonly FailedTask[];
  /** Seconds that runs of its DAG usually take; undefined: nothing is known. */
  readonly usual?: number | undefined;
}

export interface FailedTask {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
  readonly map_index: number;
}

/** Unique among the runs of all DAGs. */
export function keyOfRun({ dag_id: dagId, dag_run_id: runId }: Pick<Run, "dag_id" | "dag_run_id">): string {
  return `${dagId}\n${runId}`;
}

/** Each run with what failed in it. */
export function withFailed(runs: readonly Run[], tasks: readonly FailedTask[]): readonly RunRow[] {
  const byRun = Map.groupBy(tasks, keyOfRun);
  return runs.map((run) => ({ ...run, failed: byRun.get(keyOfRun(run)) ?? [] }));
}

/** How long a run stood in the queue; null: it still does, or never did. */
export function waitedMillis({ queued_at: queued, start_date: start }: Run): number | null {
  const [from, to] = [readInstant(queued), readInstant(start)];
  return from === null || to === null ? null : Math.max(0, to - from);
}

/** Seconds that the successful ones of each DAG took, in the middle. */
export function usualSeconds(runs: readonly Run[]): ReadonlyMap<string, number> {
  const timed = runs.filter(({ state, duration }) => state === "success" && duration !== null);
  return new Map(
    [...Map.groupBy(timed, ({ dag_id: id }) => id)].map(([id, some]) => {
      const sorted = some.map(({ duration }) => duration ?? 0).toSorted((a, b) => a - b);
      return [id, sorted[Math.floor(sorted.length / 2)] ?? 0] as const;
    }),
  );
}

/** Each run beside what is usual among them. */
export function withUsual(rows: readonly RunRow[]): readonly RunRow[] {
  const usual = usualSeconds(rows);
  return rows.map((row) => ({ ...row, usual: usual.get(row.dag_id) }));
}
