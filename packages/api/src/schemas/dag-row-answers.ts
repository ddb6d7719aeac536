/** What the list of DAGs of the user interface is answered. */
import { z } from "zod";
import { Count, Instant } from "./answer.ts";
import { Dag, RunState, RunType } from "./dag-answers.ts";

const Millis = z.int().nullable().meta({ description: "Milliseconds; null: it has not ended, or never begun" });

export const Next = z
  .strictObject({
    runAfter: Instant.nullable().meta({ description: "When the schedule asks for the next run, whatever holds it" }),
    interval: z.tuple([Instant.nullable(), Instant.nullable()]).nullable().meta({ description: "The data interval" }),
    logicalDate: Instant.nullable(),
    why: z
      .strictObject({
        code: z.enum([
          "gone",
          "paused",
          "run_type_not_allowed",
          "held",
          "max_active_runs",
          "assets",
          "no_schedule",
          "ended",
          "over",
          "never",
        ]),
        text: z.string(),
        assets: z.array(z.string()).meta({ description: "Names of those that it waits for" }),
      })
      .nullable()
      .meta({ description: "Why no run comes by itself, or not then; null: it comes" }),
  })
  .meta({ id: "NextRun" });

export const LastRun = z
  .strictObject({
    runId: z.string(),
    state: RunState,
    type: RunType,
    runAfter: Instant,
    start: Instant.nullable(),
    end: Instant.nullable(),
    durationMs: Millis,
    version: z.int(),
  })
  .meta({ id: "LastRun" });

const Recent = z
  .tuple([z.string(), z.enum(["q", "r", "s", "f"]), Millis])
  .meta({ description: "Id, one letter for the state (queued, running, success, failed), duration" });

export const Active = z.strictObject({
  running: Count,
  queued: Count,
  limit: z.int().nullable().meta({ description: "Null: none" }),
});

const DagRow = Dag.extend({
  is_favorite: z.boolean().meta({ description: "Of the user who asks" }),
  recent: z.array(Recent).meta({ description: "The last 14 runs, the newest first" }),
  active: Active,
  successRate: z.number().min(0).max(1).nullable().meta({ description: "Null: no run has ended" }),
  ended: z
    .strictObject({ success: Count, failed: Count })
    .meta({ description: "What the rate is of: the newest runs of 30 days, at most 200" }),
  lastRun: LastRun.nullable(),
  next: Next,
}).meta({ id: "DagRow", description: "A DAG with how it has fared, and what comes next" });

const Counts = z.record(z.string(), Count);

const Facets = z
  .strictObject({
    tags: Counts.meta({ description: "Empty: it has none" }),
    owners: Counts,
    states: Counts.meta({ description: "Of the newest run; `none`: there is none" }),
    paused: Counts,
    folders: Counts.meta({ description: "Of the file, with `/` at its end; empty: at the top" }),
    importError: Counts,
    needsReview: Counts.meta({ description: "Whether a task asks somebody who has not answered" }),
    favorite: Counts,
    truncated: z.array(z.string()).meta({ description: "Facets that have more than the 200 values that are told" }),
  })
  .meta({ id: "DagFacets", description: "How many of the DAGs that the filter leaves have what, by value" });

export const DagRows = z
  .strictObject({
    rows: z.array(DagRow),
    facets: Facets.optional().meta({ description: "If asked for" }),
    total: Count.meta({ description: "DAGs that the filter leaves" }),
    next: z.string().nullable().meta({ description: "`cursor` of the next page; null: there is none" }),
    previous: z.string().nullable(),
    seq: z.string().meta({ description: "`last_event_id` of a stream of events that goes on from here" }),
  })
  .meta({ id: "DagRows", description: "A page of the list of DAGs" });
