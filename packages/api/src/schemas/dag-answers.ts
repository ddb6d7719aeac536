/** What is answered about DAGs, their versions, their tasks and their files. */
import { z } from "zod";
import { AnyJson, AnyObject, collection, Instant } from "./answer.ts";

const DagTag = z
  .strictObject({ name: z.string(), dag_id: z.string(), dag_display_name: z.string() })
  .meta({ id: "DagTagResponse", description: "A tag of a DAG" });

export const RunType = z
  .enum(["backfill", "scheduled", "manual", "operator_triggered", "asset_triggered", "asset_materialization"])
  .meta({ id: "DagRunType", description: "Why there is a run" });

export const RunState = z.enum(["queued", "running", "success", "failed"]).meta({ id: "DagRunState" });

const WallTime = z.string().meta({ description: "As the author wrote it: an instant, or a time in the DAG's zone" });

const ScheduleWords = z
  .strictObject({ en: z.string(), ja: z.string() })
  .meta({ id: "ScheduleWords", description: "A schedule in English and in Japanese words" });

const dag = {
  dag_id: z.string(),
  dag_display_name: z.string(),
  is_paused: z.boolean(),
  is_stale: z.boolean().meta({ description: "Its file is gone, or has it no more" }),
  last_parsed_time: Instant.nullable(),
  last_parse_duration: z.number().nullable().meta({ description: "Seconds; null: not measured" }),
  last_expired: Instant.nullable(),
  bundle_name: z.string().nullable(),
  bundle_version: z.string().nullable().meta({ description: "Hash of the code" }),
  relative_fileloc: z.string().nullable(),
  fileloc: z.string().meta({ description: "The file, below the folder of DAG files" }),
  description: z.string().nullable(),
  timetable_summary: z.string().nullable(),
  timetable_description: z.string().nullable().meta({ description: "The schedule in words" }),
  schedule: z
    .strictObject({ zone: z.string(), text: ScheduleWords })
    .meta({ description: "The schedule in words, and the name of the zone in which it counts" }),
  timetable_partitioned: z.boolean(),
  timetable_periodic: z.boolean(),
  tags: z.array(DagTag),
  max_active_tasks: z.int(),
  max_active_runs: z.int().nullable(),
  max_consecutive_failed_dag_runs: z.int().meta({ description: "0: any number" }),
  has_task_concurrency_limits: z.boolean(),
  has_import_errors: z.boolean(),
  next_dagrun_logical_date: Instant.nullable(),
  next_dagrun_data_interval_start: Instant.nullable(),
  next_dagrun_data_interval_end: Instant.nullable(),
  next_dagrun_run_after: Instant.nullable().meta({ description: "When the next run comes; null: none does" }),
  allowed_run_types: z.array(RunType).nullable().meta({ description: "Null: all" }),
  owners: z.array(z.string()),
  is_backfillable: z.boolean(),
  file_token: z.string().meta({ description: "Of the file, for `/api/v2/parseDagFile`" }),
  timezone: z.string().nullable().meta({ description: "Name of the zone in which the schedule counts" }),
  catchup: z.boolean(),
  start_date: WallTime.nullable(),
  end_date: WallTime.nullable(),
  paused_reason: z.string().nullable().meta({ description: "Why the server paused it; null: it did not" }),
  held_reason: z.string().nullable().meta({ description: "Why it waits for a word before it catches up" }),
};

export const Dag = z
  .strictObject({ ...dag, latest_dag_version: z.int().meta({ description: "Number of the newest version" }) })
  .meta({ id: "DAGResponse", description: "A DAG" });

export const Version = z
  .strictObject({
    id: z.uuid(),
    version_number: z.int(),
    dag_id: z.string(),
    bundle_name: z.string().nullable(),
    bundle_version: z.string().nullable().meta({ description: "Hash of the code" }),
    created_at: Instant,
    dag_display_name: z.string(),
    bundle_url: z.string().nullable(),
  })
  .meta({ id: "DagVersionResponse", description: "A version of a DAG: what it was made of, and when" });

const Param = z
  .strictObject({
    value: AnyJson.meta({ description: "The default" }),
    schema: AnyObject.meta({ description: "JSON schema" }),
    description: z.string().nullable(),
    source: z.string().nullable(),
  })
  .meta({ id: "ParamResponse", description: "A param of a DAG" });

export const DagDetails = z
  .strictObject({
    ...dag,
    dag_run_timeout: z.string().nullable().meta({ description: "ISO 8601 duration" }),
    asset_expression: AnyObject.nullable().meta({ description: 'What it waits for: `{"any": [{"asset": {}}]}`' }),
    doc_md: z.string().nullable(),
    is_paused_upon_creation: z.boolean().nullable(),
    params: z.record(z.string(), Param),
    render_template_as_native_obj: z.boolean(),
    template_search_path: z.array(z.string()).nullable(),
    last_parsed: Instant.nullable(),
    default_args: AnyObject,
    rerun_with_latest_version: z.boolean().nullable(),
    owner_links: z.record(z.string(), z.string()),
    is_favorite: z.boolean().meta({ description: "Of the user who asks" }),
    active_runs_count: z.int().meta({ description: "Runs that are queued or running" }),
    concurrency: z.int(),
    latest_dag_version: Version.nullable(),
  })
  .meta({ id: "DAGDetailsResponse", description: "A DAG with its params and what it is made of" });

export const Dags = collection("DAGCollectionResponse", "dags", Dag);
export const Versions = collection("DAGVersionCollectionResponse", "dag_versions", Version);

export const Tags = collection("DAGTagCollectionResponse", "tags", z.string());

const DagStats = z
  .strictObject({
    dag_id: z.string(),
    dag_display_name: z.string(),
    stats: z.array(z.strictObject({ state: RunState, count: z.int() }).meta({ id: "DagStatsStateResponse" })),
  })
  .meta({ id: "DagStatsResponse", description: "How many runs of a DAG are in which state" });
export const Stats = collection("DagStatsCollectionResponse", "dags", DagStats);

const Warning = z
  .strictObject({
    dag_id: z.string(),
    warning_type: z
      .enum(["asset conflict", "non-existent pool", "runtime varying value"])
      .meta({ id: "DagWarningType" }),
    message: z.string(),
    timestamp: Instant,
    dag_display_name: z.string(),
  })
  .meta({ id: "DAGWarningResponse", description: "What is doubtful about a DAG" });
export const Warnings = collection("DAGWarningCollectionResponse", "dag_warnings", Warning);

export const Source = z
  .strictObject({
    content: z.string().nullable(),
    dag_id: z.string(),
    version_number: z.int().nullable(),
    dag_display_name: z.string(),
  })
  .meta({ id: "DAGSourceResponse", description: "What the author wrote in the file of a version" });

const TimeDelta = z
  .strictObject({ __type: z.literal("TimeDelta"), days: z.int(), seconds: z.int(), microseconds: z.int() })
  .meta({ id: "TimeDelta", description: "The sum of its parts" });

export const Task = z
  .strictObject({
    task_id: z.string(),
    task_display_name: z.string(),
    owner: z.string(),
    start_date: WallTime.nullable(),
    end_date: WallTime.nullable(),
    trigger_rule: z.string(),
    depends_on_past: z.boolean(),
    wait_for_downstream: z.boolean(),
    retries: z.number(),
    queue: z.string(),
    pool: z.string(),
    pool_slots: z.number(),
    execution_timeout: TimeDelta.nullable(),
    retry_delay: TimeDelta,
    retry_exponential_backoff: z.number().meta({ description: "The factor between tries; 0: none" }),
    priority_weight: z.number(),
    weight_rule: z.string(),
    ui_color: z.string(),
    ui_fgcolor: z.string(),
    template_fields: z.array(z.string()),
    downstream_task_ids: z.array(z.string()),
    doc_md: z.string().nullable(),
    operator_name: z.string(),
    params: AnyObject,
    class_ref: z.strictObject({ module_path: z.string(), class_name: z.string() }),
    is_mapped: z.boolean(),
    extra_links: z.array(z.string()),
  })
  .meta({ id: "TaskResponse", description: "A task of the newest version of a DAG" });
export const Tasks = collection("TaskCollectionResponse", "tasks", Task);

export const ImportError = z
  .strictObject({
    import_error_id: z.int(),
    timestamp: Instant,
    filename: z.string(),
    bundle_name: z.string().nullable(),
    stack_trace: z.string(),
    line: z.int().nullable(),
    column: z.int().nullable(),
  })
  .meta({ id: "ImportErrorResponse", description: "Why a file of DAGs could not be loaded" });
export const ImportErrors = collection("ImportErrorCollectionResponse", "import_errors", ImportError);

export const Reloaded = z.strictObject({ import_errors: z.int() }).meta({ id: "ReserializeResponse" });

export const DagDeletion = z
  .strictObject({ dag_id: z.string(), fileloc: z.string(), runs: z.int(), unfinished_runs: z.int() })
  .meta({ id: "DeleteDAGDryRunResponse", description: "What would go with a DAG" });
