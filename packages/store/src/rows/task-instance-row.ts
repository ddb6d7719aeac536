/** A task instance as a row of `task_instance` or, for past attempts, of `task_instance_history`. */
import type { AttemptOutcome, Deferral, Micros, OutsideJob, TaskInstance, TaskState } from "@momiji/core";
import type { SqlValue } from "../dialect.ts";

export const INSTANCE_KEY_COLUMNS = ["run_key", "task_id", "map_index"] as const;

export const INSTANCE_STATE_COLUMNS = [
  "state",
  "try_number",
  "max_tries",
  "lost_attempts",
  "attempt_id",
  "scheduled_at",
  "queued_at",
  "start_date",
  "end_date",
  "first_start_date",
  "resume_at",
  "worker",
  "outcome",
  "rendered_map_index",
  "deferral",
  "job",
] as const;

/** The key comes last, so that the values of an insert are also those of an update with its condition. */
export const INSTANCE_COLUMNS = [...INSTANCE_STATE_COLUMNS, ...INSTANCE_KEY_COLUMNS] as const;

export interface TaskInstanceRow {
  readonly run_key: number;
  readonly task_id: string;
  readonly map_index: number;
  readonly state: TaskState;
  readonly try_number: number;
  readonly max_tries: number;
  readonly lost_attempts: number;
  readonly attempt_id: string | null;
  readonly scheduled_at: Micros | null;
  readonly queued_at: Micros | null;
  readonly start_date: Micros | null;
  readonly end_date: Micros | null;
  readonly first_start_date: Micros | null;
  readonly resume_at: Micros | null;
  readonly worker: string | null;
  readonly outcome: string | null;
  readonly rendered_map_index: string | null;
  readonly deferral: string | null;
  readonly job: string | null;
}

export function taskInstanceFromRow(row: TaskInstanceRow): TaskInstance {
  return {
    taskId: row.task_id,
    mapIndex: row.map_index,
    state: row.state,
    tryNumber: row.try_number,
    maxTries: row.max_tries,
    lostAttempts: row.lost_attempts,
    attemptId: row.attempt_id,
    scheduledAt: row.scheduled_at,
    queuedAt: row.queued_at,
    startDate: row.start_date,
    endDate: row.end_date,
    firstStartDate: row.first_start_date,
    resumeAt: row.resume_at,
    worker: row.worker,
    outcome: row.outcome === null ? null : (JSON.parse(row.outcome) as AttemptOutcome),
    renderedMapIndex: row.rendered_map_index,
    deferral: row.deferral === null ? null : (JSON.parse(row.deferral) as Deferral),
    job: row.job === null ? null : (JSON.parse(row.job) as OutsideJob),
  };
}

/** Values of `INSTANCE_COLUMNS`, in their order. */
export function taskInstanceValues(runKey: number, instance: TaskInstance): SqlValue[] {
  return [
    instance.state,
    instance.tryNumber,
    instance.maxTries,
    instance.lostAttempts,
    instance.attemptId,
    instance.scheduledAt,
    instance.queuedAt,
    instance.startDate,
    instance.endDate,
    instance.firstStartDate,
    instance.resumeAt,
    instance.worker,
    instance.outcome === null ? null : JSON.stringify(instance.outcome),
    instance.renderedMapIndex,
    instance.deferral === null ? null : JSON.stringify(instance.deferral),
    instance.job === null ? null : JSON.stringify(instance.job),
    runKey,
    instance.taskId,
    instance.mapIndex,
  ];
}
