/** DAGs and their tasks as JSON in Airflow's shapes. */
import {
  type AssetCondition,
  conditionOf,
  createTimetable,
  type DagSpec,
  type Json,
  type Micros,
  parseInstant,
  restrictionOf,
  scheduleInWords,
  type ScheduleSpec,
  secondsToSpan,
  type TimetableRun,
} from "@momiji/core";
import type { DagRecord } from "@momiji/store";
import { fileToken } from "./file-token.ts";
import { BUNDLE_NAME, presentInstant } from "./present.ts";

/** Airflow's `DAGResponse`. `now`: the next run of a schedule that has not begun depends on it. */
export function presentDag(dag: DagRecord, now: Micros) {
  const { spec } = dag;
  const timetable = createTimetable(spec.schedule, {
    startDate: spec.startDate === undefined ? null : parseInstant(spec.startDate),
  });
  return {
    dag_id: dag.dagId,
    dag_display_name: spec.displayName ?? dag.dagId,
    is_paused: dag.isPaused,
    is_stale: !dag.isActive,
    last_parsed_time: presentInstant(dag.updatedAt),
    last_parse_duration: null,
    last_expired: null,
    bundle_name: BUNDLE_NAME,
    bundle_version: dag.bundle.hash,
    relative_fileloc: dag.file,
    fileloc: dag.file,
    description: spec.description ?? null,
    timetable_summary: spec.schedule.kind === "none" ? null : timetable.summary,
    timetable_description: timetable.description,
    schedule: { zone: spec.timezone, text: scheduleInWords(spec.schedule) },
    timetable_partitioned: false,
    timetable_periodic: isPeriodic(spec.schedule),
    tags: (spec.tags ?? []).toSorted().map((name) => presentTag(name, dag)),
    max_active_tasks: spec.maxActiveTasks ?? 16,
    max_active_runs: spec.maxActiveRuns ?? 16,
    max_consecutive_failed_dag_runs: spec.maxConsecutiveFailedRuns ?? 0,
    has_task_concurrency_limits: spec.tasks.some(
      (task) => task.maxActiveTisPerDag !== undefined || task.maxActiveTisPerDagrun !== undefined,
    ),
    has_import_errors: dag.hasImportErrors,
    ...presentNext(timetable.canBeScheduled ? timetable.next(dag.lastInterval, restrictionOf(spec), now) : null),
    allowed_run_types: spec.allowedRunTypes ?? null,
    owners: ownersOf(spec),
    is_backfillable: isPeriodic(spec.schedule),
    file_token: fileToken(dag.file),
    timezone: spec.timezone,
    catchup: spec.catchup,
    start_date: spec.startDate ?? null,
    end_date: spec.endDate ?? null,
    latest_dag_version: dag.version,
    paused_reason: dag.pausedReason,
    held_reason: dag.heldReason,
  };
}

function presentTag(name: string, { dagId, spec }: DagRecord) {
  return { name, dag_id: dagId, dag_display_name: spec.displayName ?? dagId };
}

function ownersOf(spec: DagSpec): readonly string[] {
  const owners = [...new Set(spec.tasks.map((task) => task.owner ?? "airflow"))];
  return owners.length === 0 ? ["airflow"] : owners.toSorted();
}

/** Airflow's `Timetable.periodic`: runs come by time, again and again. */
function isPeriodic(schedule: ScheduleSpec): boolean {
  if (schedule.kind === "asset-or-time") return isPeriodic(schedule.time);
  return !["none", "once", "continuous", "assets"].includes(schedule.kind);
}

function presentNext(next: TimetableRun | null) {
  return {
    next_dagrun_logical_date: presentInstant(next?.logicalDate ?? null),
    next_dagrun_data_interval_start: presentInstant(next?.dataInterval.start ?? null),
    next_dagrun_data_interval_end: presentInstant(next?.dataInterval.end ?? null),
    next_dagrun_run_after: presentInstant(next?.runAfter ?? null),
  };
}

/** What `presentDagDetails` says beside the DAG itself. */
export interface DagFacts {
  readonly now: Micros;
  readonly isFavorite: boolean;
  readonly activeRuns: number;
  readonly latestVersion: unknown;
  /** Ids of the assets that the schedule names, by name and URI as `assetId` writes them. */
  readonly assetIds: ReadonlyMap<string, number>;
}

/** Airflow's `DAGDetailsResponse`. */
export function presentDagDetails(dag: DagRecord, facts: DagFacts) {
  const { spec } = dag;
  const condition = conditionOf(spec.schedule);
  return {
    ...presentDag(dag, facts.now),
    dag_run_timeout: spec.dagrunTimeoutSeconds === undefined ? null : isoDuration(spec.dagrunTimeoutSeconds),
    asset_expression: condition === null ? null : expressionOf(condition, spec, facts.assetIds),
    doc_md: spec.doc ?? null,
    is_paused_upon_creation: spec.isPausedUponCreation ?? null,
    params: paramsOfDag(spec),
    render_template_as_native_obj: false,
    template_search_path: null,
    last_parsed: presentInstant(dag.updatedAt),
    default_args: {},
    rerun_with_latest_version: null,
    owner_links: {},
    is_favorite: facts.isFavorite,
    active_runs_count: facts.activeRuns,
    concurrency: spec.maxActiveTasks ?? 16,
    latest_dag_version: facts.latestVersion,
  };
}

/** Airflow's form of each param. */
function paramsOfDag({ params }: DagSpec): { readonly [name: string]: Json } {
  const { properties = {} } = (params?.schema ?? {}) as { readonly properties?: { readonly [name: string]: Json } };
  return Object.fromEntries(
    Object.entries(properties).map(([name, whole]) => {
      const { description = null, default: _default, ...schema } = whole as { readonly [word: string]: Json };
      return [name, { value: params?.defaults[name] ?? null, schema, description, source: null }];
    }),
  );
}

/** Airflow's words: `{"any": [{"asset": {...}}, {"alias": {...}}]}`. */
function expressionOf(condition: AssetCondition, spec: DagSpec, ids: ReadonlyMap<string, number>): Json {
  if ("of" in condition) return { [condition.kind]: condition.of.map((part) => expressionOf(part, spec, ids)) };
  if (condition.kind === "alias") return { alias: { name: condition.name, group: "asset" } };
  const { name, uri } = condition;
  const known = spec.assets?.find((asset) => asset.name === name && asset.uri === uri);
  const id = ids.get(JSON.stringify([name, uri])) ?? null;
  return { asset: { name, uri, group: known?.group ?? "asset", id } };
}

/** ISO 8601, as Airflow writes a `timedelta`: `PT1H30M`, `P1DT0.5S`. */
function isoDuration(span: number): string {
  const whole = secondsToSpan(span) / 1_000_000;
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor((whole % 86_400) / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  const rest = Math.round((whole % 60) * 1_000_000) / 1_000_000;
  const time = [hours > 0 ? `${hours}H` : "", minutes > 0 ? `${minutes}M` : "", rest > 0 ? `${rest}S` : ""].join("");
  const date = days > 0 ? `${days}D` : "";
  if (date === "" && time === "") return "PT0S";
  return `P${date}${time === "" ? "" : `T${time}`}`;
}
