/** What is answered about runs and about changes of many at once. */
import { z } from "zod";
import { AnyObject, Instant, places, Seconds, TotalEntries } from "./answer.ts";
import { RunState, RunType, Version } from "./dag-answers.ts";

const TriggeredBy = z
  .enum(["cli", "operator", "rest_api", "ui", "test", "timetable", "asset", "backfill"])
  .meta({ id: "DagRunTriggeredByType", description: "By what way a run came to be" });

export const Run = z
  .strictObject({
    dag_run_id: z.string(),
    dag_id: z.string(),
    logical_date: Instant.nullable().meta({ description: "Null: it belongs to no date" }),
    queued_at: Instant.nullable(),
    start_date: Instant.nullable(),
    end_date: Instant.nullable(),
    duration: Seconds.nullable().meta({ description: "Seconds from start to end; null: it has not ended" }),
    data_interval_start: Instant.nullable(),
    data_interval_end: Instant.nullable(),
    run_after: Instant.meta({ description: "It does not begin before" }),
    last_scheduling_decision: Instant.nullable(),
    run_type: RunType,
    state: RunState,
    triggered_by: TriggeredBy.nullable(),
    triggering_user_name: z.string().nullable(),
    conf: AnyObject.nullable(),
    note: z.string().nullable(),
    dag_versions: z.array(Version),
    bundle_version: z.string().nullable(),
    dag_display_name: z.string(),
    partition_key: z.string().nullable(),
    partition_date: Instant.nullable(),
    dag_version: z.int().meta({ description: "Number of the version that it runs" }),
    reason: z.string().nullable().meta({ description: "Why it is in its state, if that is not the work of its tasks" }),
  })
  .meta({ id: "DAGRunResponse", description: "A run of a DAG" });

export const Runs = z
  .strictObject({ dag_runs: z.array(Run), ...places })
  .meta({ id: "DAGRunCollectionResponse", description: "A page of runs" });

/** The list is whole. */
export const ClearedRuns = z
  .strictObject({
    dag_runs: z.array(Run),
    total_entries: TotalEntries,
    next_cursor: z.null(),
    previous_cursor: z.null(),
  })
  .meta({ id: "ClearedDAGRunCollectionResponse", description: "The runs that were cleared, as they are now" });

export const ClearedPartitions = z
  .strictObject({ dag_runs_cleared: z.int(), task_instances_cleared: z.int(), dry_run: z.boolean() })
  .meta({ id: "ClearPartitionsResponse" });

export const waitLines = {
  "application/x-ndjson": z.string().meta({
    description:
      "A line of JSON each interval until the run has ended: its `state`, its `duration` in seconds once it has ended, and then the `results` that were asked for",
    example: '{"state":"running"}\n{"state":"success","duration":1.5,"results":{"op":42}}\n',
  }),
};

const BulkAction = z
  .strictObject({
    success: z.array(z.string()).meta({ description: "Keys of those that it was done to" }),
    errors: z.array(z.strictObject({ error: z.string(), status_code: z.int() })),
  })
  .meta({ id: "BulkActionResponse", description: "What became of the actions of one kind" });

export const Bulk = z
  .strictObject({ create: BulkAction.nullable(), update: BulkAction.nullable(), delete: BulkAction.nullable() })
  .meta({ id: "BulkResponse", description: "What became of each kind of action; null: none was asked for" });
