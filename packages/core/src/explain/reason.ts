/** Why something does not happen now, in words for people and in data for programs. */
import type { LimitKind } from "../admit.ts";
import type { Json } from "../json.ts";

export type ReasonCode =
  | "dag_gone"
  | "dag_paused"
  | "no_scheduler"
  | "import_error"
  | "run_queued"
  | "run_not_due"
  | "run_running"
  | "backfill_paused"
  | "backfill_max_active_runs"
  | "run_ended"
  | "no_such_task_instance"
  | "ended"
  | "caused_by"
  | "held"
  | "awaiting_input"
  | "deadline_pending"
  | "deadline_missed"
  | "upstream"
  | "mapping"
  | "depends_on_past"
  | "wait_for_downstream"
  | "retry_wait"
  | "reschedule_wait"
  | "deferred"
  | "no_schedule"
  | "not_due"
  | "start_date"
  | "end_date"
  | "max_active_runs"
  | "catchup_held"
  | "run_type_not_allowed"
  | "assets"
  | LimitKind;

/** One reason. `code` is stable, `text` says what is the case, `remedy` what would change it. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: string;
  readonly remedy: string;
  /** The same as data: counts, names of runs and of whoever is in the way. */
  readonly details?: { readonly [name: string]: Json };
}

/** Names in a sentence, the first few of them. */
export function someOf(names: readonly string[], shown = 3): string {
  const rest = names.length - shown;
  return `${names.slice(0, shown).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
