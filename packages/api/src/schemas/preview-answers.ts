/** What acts with reach would do. */
import { z } from "zod";
import { Count, Instant, MapIndex } from "./answer.ts";
import { RunState } from "./dag-answers.ts";
import { OnEnable, ScheduleRow } from "./dag-view-answers.ts";

const etag = z
  .string()
  .meta({ description: "Send it as `If-Match` with the act: it is refused if it would touch others by then" });
const State = z.string().nullable();

const ActPreview = z
  .strictObject({
    etag,
    items: z.array(
      z.strictObject({
        key: z.strictObject({
          dag_id: z.string(),
          dag_run_id: z.string(),
          task_id: z.string(),
          map_index: MapIndex,
        }),
        from: State,
        to: State,
        effect: z.enum(["will_run", "stopped", "marked", "kept"]).meta({
          description: "It runs again; what it does is ended; it gets another state; it stays",
        }),
        reason: z.enum(["asked", "follows"]).meta({ description: "Asked for, or it follows from what was asked for" }),
      }),
    ),
    total: Count,
    runs: z.array(z.strictObject({ dag_id: z.string(), dag_run_id: z.string(), from: RunState, to: RunState })),
  })
  .meta({ id: "ActPreview", description: "Of `clear` and `mark`." });

const UnpausePreview = z
  .strictObject({
    etag,
    total: Count.meta({ description: "Runs that begin at once" }),
    items: z.array(z.never()),
    onEnable: OnEnable,
    next: z.array(ScheduleRow),
  })
  .meta({ id: "UnpausePreview", description: "Of `unpause`." });

const DeletePreview = z
  .strictObject({
    etag,
    total: Count.meta({ description: "Runs that go with the DAG" }),
    items: z.array(z.never()),
    runs: z.strictObject({ all: Count, unfinished: Count }),
  })
  .meta({ id: "DeletePreview", description: "Of `delete`." });

const BackfillPreview = z
  .strictObject({
    etag,
    counts: z.strictObject({ create: Count, rerun: Count, skip: Count }),
    items: z.array(
      z.strictObject({
        logicalDate: Instant,
        existing: z.strictObject({ runId: z.string(), state: State }).nullable(),
        action: z.enum(["create", "rerun", "skip"]),
        reason: z.string().nullable().meta({ description: "Why a date is passed over" }),
      }),
    ),
    total: Count,
  })
  .meta({ id: "BackfillPreview", description: "Of `backfill`." });

export const Preview = z.union([ActPreview, UnpausePreview, DeletePreview, BackfillPreview]);
