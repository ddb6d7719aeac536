/** DAGs that fail again and again: when one is paused (`max_consecutive_failed_dag_runs` of Airflow). */
import type { DagRun } from "./dag-run.ts";

/**
 * Why the DAG is to be paused, in words; null: it is not. `lastRuns`: its finished runs, the newest first, at least as many
 * as `limit` (`maxConsecutiveFailedRuns`) if there are so many.
 */
export function whyPauseFailing(limit: number, lastRuns: readonly Pick<DagRun, "state" | "runId">[]): string | null {
  const last = lastRuns.slice(0, limit);
  if (limit === 0 || last.length < limit || last.some(({ state }) => state !== "failed")) return null;
  const runs = limit === 1 ? `its last run failed (${last[0]?.runId})` : `its last ${limit} runs failed`;
  return `paused by itself: ${runs} (maxConsecutiveFailedRuns)`;
}
