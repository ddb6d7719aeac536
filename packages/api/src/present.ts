/** The model as JSON in Airflow's shapes (REST API v2), whole: what is not known is null. What Airflow lacks stands at the end. */
import { type DagRun, isoZ, type Micros, priorityWeights, type TaskInstance } from "@momiji/core";
import type { ImportError, ListedInstance, RenderedFields, VersionRecord } from "@momiji/store";
import type { KnownVersion } from "./graphs.ts";
import { stableUuid } from "./stable-id.ts";

/** Airflow's name of the folder with the DAG files; there is one bundle of that kind. */
export const BUNDLE_NAME = "dags-folder";

export function presentInstant(at: Micros | null): string | null {
  return at === null ? null : isoZ(at);
}

type Version = Omit<VersionRecord, "displayName"> & ({ readonly displayName: string } | Pick<KnownVersion, "graph">);

export function presentVersion(version: Version): VersionBody {
  const known = presented.get(version);
  if (known !== undefined) return known;
  const { dagId, createdAt } = version;
  const body = {
    id: stableUuid(createdAt, `version ${dagId} ${version.version}`),
    version_number: version.version,
    dag_id: dagId,
    bundle_name: BUNDLE_NAME,
    bundle_version: version.bundleHash,
    created_at: isoZ(createdAt),
    dag_display_name: "displayName" in version ? version.displayName : displayNameOf(version),
    bundle_url: null,
  };
  presented.set(version, body);
  return body;
}

/** Versions never change, and each stands in every row of a list about its DAG. */
const presented = new WeakMap<Version, VersionBody>();

export interface VersionBody {
  readonly id: string;
  readonly version_number: number;
  readonly dag_id: string;
  readonly bundle_name: string;
  readonly bundle_version: string;
  readonly created_at: string;
  readonly dag_display_name: string;
  readonly bundle_url: null;
}

export function displayNameOf({ graph: { spec } }: Pick<KnownVersion, "graph">): string {
  return spec.displayName ?? spec.dagId;
}

export function presentRun(run: DagRun, version: KnownVersion) {
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
    run_after: isoZ(run.runAfter),
    // Of the decisions about a run, those that changed its state are kept.
    last_scheduling_decision: presentInstant(run.endDate ?? run.startDate),
    run_type: run.runType,
    state: run.state,
    triggered_by: run.triggeredBy,
    triggering_user_name: run.triggeringUser ?? null,
    conf: run.conf,
    note: run.note,
    dag_versions: [presentVersion(version)],
    bundle_version: version.bundleHash,
    dag_display_name: displayNameOf(version),
    partition_key: null,
    partition_date: null,
    dag_version: run.dagVersion,
    reason: run.reason,
  };
}

/** @param rendered by field, see `renderedFields` */
export function presentTaskInstance(listed: ListedInstance, version: KnownVersion, rendered: RenderedFields = {}) {
  const { run, instance, note } = listed;
  return {
    id: idOf(listed),
    ...presentAttempt(listed, version),
    logical_date: presentInstant(run.logicalDate),
    run_after: isoZ(run.runAfter),
    note,
    rendered_map_index: instance.renderedMapIndex ?? (instance.mapIndex < 0 ? null : String(instance.mapIndex)),
    rendered_fields: rendered,
    trigger: null,
    triggerer_job: null,
    outcome: instance.outcome,
  };
}

/** Airflow's `TaskInstanceHistoryResponse`: one attempt, the last or an earlier one. */
export function presentAttempt({ run, instance }: Omit<ListedInstance, "note">, version: KnownVersion) {
  const { graph } = version;
  const index = graph.indexOf.get(instance.taskId);
  const task = index === undefined ? undefined : graph.tasks[index]?.spec;
  return {
    task_id: instance.taskId,
    dag_id: run.dagId,
    dag_run_id: run.runId,
    map_index: instance.mapIndex,
    start_date: presentInstant(instance.startDate),
    end_date: presentInstant(instance.endDate),
    duration: seconds(instance.startDate, instance.endDate),
    state: instance.state,
    try_number: instance.tryNumber,
    max_tries: instance.maxTries,
    task_display_name: task?.displayName ?? instance.taskId,
    dag_display_name: displayNameOf(version),
    hostname: instance.worker,
    unixname: null,
    pool: task?.pool ?? "default_pool",
    pool_slots: task?.poolSlots ?? 1,
    queue: task?.queue ?? "default",
    priority_weight: index === undefined ? 1 : (priorityWeights(graph)[index] ?? 1),
    operator: task?.operator ?? null,
    operator_name: task?.operator ?? null,
    queued_when: presentInstant(instance.queuedAt),
    scheduled_when: presentInstant(instance.scheduledAt),
    pid: null,
    executor: task?.executor ?? null,
    executor_config: "{}",
    dag_version: presentVersion(version),
  };
}

/** The attempt's own id; before the first attempt one that stays the same until then. */
function idOf({ run, instance }: Pick<ListedInstance, "run" | "instance">): string {
  return instance.attemptId ?? stableUuid(run.queuedAt, `${run.runKey} ${instance.taskId} ${instance.mapIndex}`);
}

export function presentImportError(error: ImportError) {
  return {
    import_error_id: error.id,
    timestamp: isoZ(error.at),
    filename: error.file,
    bundle_name: BUNDLE_NAME,
    stack_trace: [error.message, error.frame, error.stack]
      .filter((part) => part !== undefined && part !== "")
      .join("\n"),
    line: error.line ?? null,
    column: error.column ?? null,
  };
}

/** A task instance of a run without what a list adds. */
export function listedInstance(run: DagRun, instance: TaskInstance, note: string | null = null): ListedInstance {
  return { run, instance, note };
}

function seconds(start: Micros | null, end: Micros | null): number | null {
  return start === null || end === null ? null : (end - start) / 1_000_000;
}
