/** What is going on in all runs at once. */
import type { Micros, TaskState } from "@momiji/core";
import type { ActiveInstance } from "../activity-store.ts";
import type { Connection } from "./connection.ts";
import { ACTIVITY } from "./statements.ts";

interface ActiveRow {
  readonly run_key: number;
  readonly dag_id: string;
  readonly dag_version: number;
  readonly run_id: string;
  readonly logical_date: Micros | null;
  readonly run_after: Micros;
  readonly task_id: string;
  readonly map_index: number;
  readonly state: TaskState;
  readonly is_off: number;
  readonly worker: string | null;
  readonly queued_at: Micros | null;
  readonly start_date: Micros | null;
}

export function listActiveInstances(db: Connection): ActiveInstance[] {
  return db.all<ActiveRow>(ACTIVITY.selectActive).map((row) => ({
    runKey: row.run_key,
    dagId: row.dag_id,
    dagVersion: row.dag_version,
    runId: row.run_id,
    logicalDate: row.logical_date,
    runAfter: row.run_after,
    taskId: row.task_id,
    mapIndex: row.map_index,
    state: row.state,
    isOff: row.is_off === 1,
    worker: row.worker,
    queuedAt: row.queued_at,
    startDate: row.start_date,
  }));
}

export function hasScheduler(db: Connection, dagId: string): boolean {
  return db.get(ACTIVITY.selectLiveOwner, dagId) !== undefined;
}
