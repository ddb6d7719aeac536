/** Entries of the event log as JSON, in Airflow's shape. */
import type { EventLogRecord } from "@momiji/store";
import { presentInstant } from "./present.ts";

export function presentEventLog(entry: EventLogRecord) {
  return {
    event_log_id: entry.id,
    when: presentInstant(entry.when),
    dag_id: entry.dagId ?? null,
    task_id: entry.taskId ?? null,
    run_id: entry.runId ?? null,
    map_index: entry.mapIndex ?? null,
    try_number: entry.tryNumber ?? null,
    event: entry.event,
    logical_date: presentInstant(entry.logicalDate ?? null),
    owner: entry.owner,
    extra: entry.extra === undefined ? null : JSON.stringify(entry.extra),
    dag_display_name: entry.dagId ?? null,
    task_display_name: entry.taskId ?? null,
  };
}
