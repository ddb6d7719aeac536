/** Why something does not happen now, in words for people and in data for programs. */
import type { TaskInstance } from "../dag-run.ts";
import type { Json } from "../json.ts";

/** Stable: programs go by them, and the user interface has words for each in every language that it speaks. */
export const REASON_CODES = [
  "dag_gone",
  "dag_paused",
  "no_scheduler",
  "import_error",
  "run_queued",
  "run_not_due",
  "run_running",
  "backfill_paused",
  "backfill_max_active_runs",
  "run_ended",
  "no_such_task_instance",
  "ended",
  "caused_by",
  "held",
  "awaiting_input",
  "deadline_pending",
  "deadline_missed",
  "upstream",
  "mapping",
  "depends_on_past",
  "wait_for_downstream",
  "retry_wait",
  "reschedule_wait",
  "deferred",
  "no_schedule",
  "not_due",
  "start_date",
  "end_date",
  "max_active_runs",
  "catchup_held",
  "run_type_not_allowed",
  "assets",
  "pool",
  "max_active_tasks",
  "max_active_tis_per_dag",
  "max_active_tis_per_dagrun",
  "executor",
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

/** One reason. `code` is stable, `text` says what is the case, `remedy` what would change it. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: string;
  readonly remedy: string;
  /** The same as data: counts, names of runs and of whoever is in the way. */
  readonly details?: { readonly [name: string]: Json };
}

/** What has been looked at and stands in nothing's way: `code` is that of the reason that it would otherwise be. */
export type PassedCheck = Pick<Reason, "code" | "text" | "details">;

/** A task instance as data, for programs that say it in other words. */
export function asData({ taskId, mapIndex, state }: Pick<TaskInstance, "taskId" | "mapIndex" | "state">) {
  return { task_id: taskId, map_index: mapIndex, state };
}

/** Names in a sentence, the first few of them. */
export function someOf(names: readonly string[], shown = 3): string {
  const rest = names.length - shown;
  return `${names.slice(0, shown).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
