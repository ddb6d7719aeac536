/** States and types of a DAG run, in Airflow's words. */

export type RunState = "queued" | "running" | "success" | "failed";

export const RUN_TYPES = ["scheduled", "manual", "backfill", "asset_triggered", "operator_triggered"] as const;

export type RunType = (typeof RUN_TYPES)[number];

/** Who asked for the run. */
export type TriggeredBy = "cli" | "operator" | "rest_api" | "ui" | "test" | "timetable" | "asset" | "backfill";

export function isRunFinished(state: RunState): boolean {
  return state === "success" || state === "failed";
}
