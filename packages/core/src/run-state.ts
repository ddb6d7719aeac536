/** States and types of a DAG run, in Airflow's words. */

export type RunState = "queued" | "running" | "success" | "failed";

export type RunType =
  | "scheduled"
  | "manual"
  | "backfill"
  | "asset_triggered"
  | "asset_materialization"
  | "operator_triggered";

/** Who asked for the run. */
export type TriggeredBy = "cli" | "operator" | "rest_api" | "ui" | "test" | "timetable" | "asset" | "backfill";

export function isRunFinished(state: RunState): boolean {
  return state === "success" || state === "failed";
}
