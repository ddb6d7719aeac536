/** The model as JSON in Airflow's shapes (REST API v2), for the server's answers and for `--output json`. */
import {
  type CalendarDelta,
  type DagRun,
  isoZ,
  type Micros,
  type ScheduleSpec,
  type TaskInstance,
  type TaskSpec,
} from "@momiji/core";
import type { DagRecord, ImportError } from "@momiji/store";

export function presentInstant(at: Micros | null): string | null {
  return at === null ? null : isoZ(at);
}

export function presentRun(run: DagRun) {
  return {
    dag_run_id: run.runId,
    dag_id: run.dagId,
    logical_date: presentInstant(run.logicalDate),
    queued_at: presentInstant(run.queuedAt),
    start_date: presentInstant(run.startDate),
    end_date: presentInstant(run.endDate),
    duration: seconds(run.startDate, run.endDate),
    data_interval_start: presentInstant(run.dataIntervalStart),
    data_interval_end: presentInstant(run.dataIntervalEnd),
    run_after: presentInstant(run.runAfter),
    run_type: run.runType,
    state: run.state,
    triggered_by: run.triggeredBy,
    conf: run.conf,
    note: run.note,
    dag_version: run.dagVersion,
    reason: run.reason,
  };
}

export function presentTaskInstance(run: DagRun, instance: TaskInstance, task: TaskSpec | undefined) {
  return {
    id: instance.attemptId,
    task_id: instance.taskId,
    dag_id: run.dagId,
    dag_run_id: run.runId,
    map_index: instance.mapIndex,
    rendered_map_index: instance.renderedMapIndex,
    logical_date: presentInstant(run.logicalDate),
    run_after: presentInstant(run.runAfter),
    scheduled_when: presentInstant(instance.scheduledAt),
    queued_when: presentInstant(instance.queuedAt),
    start_date: presentInstant(instance.startDate),
    end_date: presentInstant(instance.endDate),
    duration: seconds(instance.startDate, instance.endDate),
    state: instance.state,
    try_number: instance.tryNumber,
    max_tries: instance.maxTries,
    hostname: instance.worker ?? "",
    pool: task?.pool ?? "default_pool",
    pool_slots: task?.poolSlots ?? 1,
    queue: task?.queue ?? "default",
    priority_weight: task?.priorityWeight ?? 1,
    operator: task?.operator ?? null,
    outcome: instance.outcome,
  };
}

export function presentDag(dag: DagRecord) {
  return {
    dag_id: dag.dagId,
    dag_display_name: dag.spec.displayName ?? dag.dagId,
    is_paused: dag.isPaused,
    is_stale: !dag.isActive,
    fileloc: dag.file,
    description: dag.spec.description ?? null,
    timetable_summary: summaryOf(dag.spec.schedule),
    timezone: dag.spec.timezone,
    catchup: dag.spec.catchup,
    start_date: dag.spec.startDate ?? null,
    end_date: dag.spec.endDate ?? null,
    tags: (dag.spec.tags ?? []).map((name) => ({ name, dag_id: dag.dagId })),
    owners: [...new Set(dag.spec.tasks.map((task) => task.owner ?? "airflow"))],
    max_active_tasks: dag.spec.maxActiveTasks ?? 16,
    max_active_runs: dag.spec.maxActiveRuns ?? 16,
    has_import_errors: dag.hasImportErrors,
    bundle_version: dag.bundle.hash,
    latest_dag_version: dag.version,
    paused_reason: dag.pausedReason,
    held_reason: dag.heldReason,
  };
}

export function presentImportError(error: ImportError) {
  return {
    import_error_id: error.id,
    timestamp: isoZ(error.at),
    filename: error.file,
    line: error.line ?? null,
    column: error.column ?? null,
    stack_trace: [error.message, error.frame, error.stack]
      .filter((part) => part !== undefined && part !== "")
      .join("\n"),
  };
}

function seconds(start: Micros | null, end: Micros | null): number | null {
  return start === null || end === null ? null : (end - start) / 1_000_000;
}

function summaryOf(schedule: ScheduleSpec): string | null {
  switch (schedule.kind) {
    case "none":
      return null;
    case "once":
    case "continuous":
      return `@${schedule.kind}`;
    case "cron-interval":
      return schedule.cron;
    case "cron-trigger":
      return schedule.crons.join(", ");
    case "delta-interval":
    case "delta-trigger":
      return "seconds" in schedule.delta
        ? `every ${schedule.delta.seconds} s`
        : `every ${calendarWords(schedule.delta.calendar)}`;
    case "events":
      return schedule.description ?? "events";
    case "assets":
      return "Asset";
    case "asset-or-time":
      return `Asset or ${summaryOf(schedule.time)}`;
  }
}

function calendarWords(calendar: CalendarDelta): string {
  return Object.entries(calendar)
    .map(([unit, amount]) => `${amount} ${unit}`)
    .join(" ");
}
