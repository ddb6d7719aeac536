/** What an entry of the event log says: the act in words, whom it is about, and from where it came. */
import type { components } from "@momiji/client";

export type EventLog = components["schemas"]["EventLogResponse"];

/** Acts that are told in words; others by their name. */
export const KNOWN_EVENTS = [
  "bulk_connections",
  "bulk_dag_runs",
  "bulk_pools",
  "bulk_task_instances",
  "bulk_variables",
  "cancel_backfill",
  "change_password",
  "clear_dag_run",
  "clear_dag_run_partitions",
  "clear_dag_runs",
  "confirm_catchup",
  "create_asset_event",
  "create_backfill",
  "create_default_connections",
  "create_role",
  "create_token",
  "create_user",
  "create_xcom_entry",
  "delete_connection",
  "delete_dag",
  "delete_dag_run",
  "delete_pool",
  "delete_role",
  "delete_task_instance",
  "delete_token",
  "delete_user",
  "delete_variable",
  "delete_xcom_entry",
  "edit_role",
  "edit_user",
  "enqueue_connection_test",
  "failed_login",
  "limit_backfill",
  "login",
  "logout",
  "mark_task_instances",
  "materialize_asset",
  "patch_connection",
  "patch_dag",
  "patch_dag_run",
  "patch_dags",
  "patch_pool",
  "patch_task_group_instances",
  "patch_task_instance",
  "patch_variable",
  "pause_backfill",
  "post_clear_task_instances",
  "post_connection",
  "post_pool",
  "post_variable",
  "preflight",
  "reparse_dag_file",
  "reserialize",
  "reveal_variables",
  "rotate_keys",
  "test_connection",
  "test_connection_steps",
  "trigger_dag_run",
  "unpause_backfill",
  "update_backfill",
  "update_hitl_detail",
  "update_xcom_entry",
] as const;

export type KnownEvent = (typeof KNOWN_EVENTS)[number];

/** What schedulers of Airflow write into the log of its people: every change of state. */
export const SCHEDULER_EVENTS = [
  "queued",
  "scheduled",
  "running",
  "success",
  "failed",
  "skipped",
  "upstream_failed",
  "up_for_retry",
  "up_for_reschedule",
  "deferred",
  "removed",
  "state mismatch",
  "stuck in queued",
  "heartbeat timeout",
] as const;

export function knownEvent(event: string): KnownEvent | null {
  return KNOWN_EVENTS.find((known) => known === event) ?? null;
}

export type Facts = { readonly [name: string]: unknown };

/** What was noted beside the act; nothing if it cannot be read. */
export function factsOf({ extra }: Pick<EventLog, "extra">): Facts {
  if (extra === null || extra === "") return {};
  try {
    const value: unknown = JSON.parse(extra);
    return isObject(value) ? value : { text: extra };
  } catch {
    // Airflow's own entries have texts of any kind.
    return { text: extra };
  }
}

/** Where the thing stands that an act was about and that belongs to no DAG. */
export interface Subject {
  readonly kind: "pool" | "variable" | "connection" | "user" | "role";
  readonly name: string;
}

const SUBJECTS: readonly (readonly [kind: Subject["kind"], fields: readonly string[]])[] = [
  ["pool", ["pool_name"]],
  ["variable", ["variable_key"]],
  ["connection", ["connection_id"]],
  ["user", ["username"]],
  ["role", ["role"]],
];

const IN_BODY: { readonly [event: string]: readonly [kind: Subject["kind"], field: string] } = {
  post_pool: ["pool", "name"],
  post_variable: ["variable", "key"],
  post_connection: ["connection", "connection_id"],
  test_connection: ["connection", "connection_id"],
  test_connection_steps: ["connection", "connection_id"],
};

/** Null: it is about a DAG, or about nothing with a name. */
export function subjectOf(event: string, facts: Facts): Subject | null {
  for (const [kind, fields] of SUBJECTS)
    for (const field of fields) {
      const name = facts[field];
      if (typeof name === "string") return { kind, name };
    }
  const [kind, field] = IN_BODY[event] ?? [];
  const { body } = facts;
  const name = kind !== undefined && field !== undefined && isObject(body) ? body[field] : undefined;
  return kind !== undefined && typeof name === "string" ? { kind, name } : null;
}

export function addressOf({ from }: Facts): string | null {
  return typeof from === "string" && from !== "" ? from : null;
}

/** What was acted with, where that is no page of a person who is signed in. */
export function meansOf({ how }: Facts): "token" | "local" | null {
  return how === "token" || how === "local" ? how : null;
}

export function isObject(value: unknown): value is Facts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
