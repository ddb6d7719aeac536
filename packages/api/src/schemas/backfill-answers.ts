/** What is answered about backfills. */
import { z } from "zod";
import { AnyObject, collection, Instant, TotalEntries } from "./answer.ts";
import { RunState } from "./dag-answers.ts";

const backfill = {
  id: z.int(),
  dag_id: z.string(),
  from_date: Instant,
  to_date: Instant,
  dag_run_conf: AnyObject.nullable(),
  is_paused: z.boolean(),
  reprocess_behavior: z
    .enum(["failed", "completed", "none"])
    .meta({ id: "ReprocessBehavior", description: "Which dates that have a run get another" }),
  max_active_runs: z.int(),
  run_backwards: z.boolean().meta({ description: "The newest date first" }),
  created_at: Instant,
  completed_at: Instant.nullable(),
  updated_at: Instant,
  dag_display_name: z.string(),
};

export const Backfill = z
  .strictObject(backfill)
  .meta({ id: "BackfillResponse", description: "Runs for a range of dates" });

export const Backfills = collection("BackfillCollectionResponse", "backfills", Backfill);

const BackfillDate = z
  .strictObject({
    ordinal: z.int(),
    logical_date: Instant.nullable(),
    dag_run_id: z.string().nullable(),
    state: RunState.nullable(),
    exception_reason: z.string().nullable().meta({ description: "Why it has no run" }),
  })
  .meta({ id: "BackfillDateResponse" });

export const BackfillDetails = z
  .strictObject({
    ...backfill,
    progress: z
      .strictObject({
        total: z.int(),
        queued: z.int(),
        running: z.int(),
        success: z.int(),
        failed: z.int(),
        skipped: z.int(),
        deleted: z.int(),
      })
      .meta({ description: "How many dates stand where" }),
    dates: z.array(BackfillDate),
  })
  .meta({ id: "BackfillDetailsResponse", description: "A backfill, and what became of each of its dates" });

const planned = {
  logical_date: Instant.nullable(),
  partition_key: z.string().nullable(),
  partition_date: Instant.nullable(),
  dag_run_id: z.string(),
};

export const BackfillPlan = z
  .strictObject({
    backfills: z.array(
      z.strictObject({ ...planned, action: z.enum(["create", "reprocess"]) }).meta({ id: "DryRunBackfillResponse" }),
    ),
    total_entries: TotalEntries,
    skipped: z.array(
      z
        .strictObject({ ...planned, action: z.literal("skip"), exception_reason: z.string() })
        .meta({ id: "SkippedBackfillResponse" }),
    ),
  })
  .meta({ id: "DryRunBackfillCollectionResponse", description: "What a backfill would do with each date" });
