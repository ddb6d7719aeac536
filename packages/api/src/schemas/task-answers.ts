/** What is answered about task instances, their tries and their logs. */
import { z } from "zod";
import { AnyJson, AnyObject, collection, Instant, places, Seconds, TotalEntries } from "./answer.ts";
import { Version } from "./dag-answers.ts";
import { PassedCheck, whys } from "./reason-answers.ts";

const TaskState = z
  .enum([
    ...(["removed", "scheduled", "queued", "running", "success", "restarting", "failed", "up_for_retry"] as const),
    ...(["up_for_reschedule", "upstream_failed", "skipped", "deferred", "awaiting_input"] as const),
  ])
  .meta({ id: "TaskInstanceState" });

const attempt = {
  task_id: z.string(),
  dag_id: z.string(),
  dag_run_id: z.string(),
  map_index: z.int().meta({ description: "-1: it is not mapped" }),
  start_date: Instant.nullable(),
  end_date: Instant.nullable(),
  duration: Seconds.nullable().meta({ description: "Seconds from start to end; null: it has not ended" }),
  state: TaskState.nullable().meta({ description: "Null: nothing was decided about it yet" }),
  try_number: z.int().meta({ description: "0: it has not been tried" }),
  max_tries: z.int(),
  task_display_name: z.string(),
  dag_display_name: z.string(),
  hostname: z.string().nullable().meta({ description: "The worker" }),
  unixname: z.string().nullable(),
  pool: z.string(),
  pool_slots: z.int(),
  queue: z.string().nullable(),
  priority_weight: z.int().nullable(),
  operator: z.string().nullable(),
  operator_name: z.string().nullable(),
  queued_when: Instant.nullable(),
  scheduled_when: Instant.nullable(),
  pid: z.int().nullable(),
  executor: z.string().nullable(),
  executor_config: z.string(),
  dag_version: Version.nullable(),
};

export const Instance = z
  .strictObject({
    id: z.uuid(),
    ...attempt,
    logical_date: Instant.nullable(),
    run_after: Instant,
    note: z.string().nullable(),
    rendered_map_index: z.string().nullable(),
    rendered_fields: AnyObject,
    trigger: z.null().meta({ description: "Tasks wait without a triggerer here" }),
    triggerer_job: z.null(),
    outcome: AnyObject.nullable().meta({ description: "How its last attempt ended, with what it said" }),
  })
  .meta({ id: "TaskInstanceResponse", description: "A task of a run" });

export const Attempt = z
  .strictObject(attempt)
  .meta({ id: "TaskInstanceHistoryResponse", description: "One try of a task instance" });

export const Instances = z
  .strictObject({ task_instances: z.array(Instance), ...places })
  .meta({ id: "TaskInstanceCollectionResponse", description: "A page of task instances" });

export const Attempts = collection("TaskInstanceHistoryCollectionResponse", "task_instances", Attempt);

const NewTask = z
  .strictObject({ task_id: z.string(), task_display_name: z.string() })
  .meta({ id: "NewTaskResponse", description: "A task that the run gets anew" });

export const Cleared = z
  .strictObject({ task_instances: z.array(z.union([Instance, NewTask])), total_entries: TotalEntries })
  .meta({ id: "ClearTaskInstanceCollectionResponse", description: "Task instances that would run again" });

export const Marked = z
  .strictObject({ task_instances: z.array(Instance), total_entries: TotalEntries })
  .meta({ id: "AffectedTaskInstanceCollectionResponse", description: "Task instances that would change" });

export const Dependencies = z
  .strictObject({
    dependencies: z.array(
      z.strictObject({ name: z.string(), reason: z.string() }).meta({ id: "TaskDependencyResponse" }),
    ),
  })
  .meta({ id: "TaskDependencyCollectionResponse", description: "Dependencies that are not met, by Airflow's names" });

export const TaskWhy = z
  .strictObject({
    task_id: z.string(),
    map_index: z.int(),
    state: TaskState.nullable(),
    runnable: z.boolean(),
    ...whys,
    passed: z.array(PassedCheck).meta({ description: "What does not keep it; none of one that does not wait" }),
  })
  .meta({ id: "TaskInstanceExplanation", description: "Why a task instance does not run" });

export const Links = z
  .strictObject({ extra_links: z.record(z.string(), z.string().nullable()), total_entries: TotalEntries })
  .meta({ id: "ExtraLinkCollectionResponse" });

const LogMessage = z
  .strictObject({
    timestamp: Instant.optional(),
    event: z.string(),
    level: z.string().optional(),
    logger: z.string().optional(),
  })
  .meta({ id: "StructuredLogMessage", description: "A line of a log" });

export const log = {
  "application/json": z
    .strictObject({
      content: z.array(LogMessage),
      continuation_token: z
        .string()
        .nullable()
        .meta({ description: "`token` for what comes after; null: the attempt has ended and all was given" }),
    })
    .meta({ id: "TaskInstancesLogResponse", description: "The log of an attempt" }),
  "application/x-ndjson": z.string().meta({ description: "A StructuredLogMessage a line" }),
  "text/plain": z.string(),
};

export const ExternalLog = z.strictObject({ url: z.string() }).meta({ id: "ExternalLogUrlResponse" });

export const RenderedFields = z
  .strictObject({
    fields: z.array(
      z.strictObject({
        name: z.string(),
        template: AnyJson.optional().meta({ description: "As it was written; absent: you may not see the code" }),
        value: AnyJson.optional().meta({
          description: "What it became in the latest attempt, with secrets hidden; absent: it was not rendered yet",
        }),
      }),
    ),
  })
  .meta({ id: "RenderedFields" });
