/** What acts with reach would do. */
import { z } from "zod";
import { AnyObject, Count, Instant, MapIndex } from "./answer.ts";
import { RunState } from "./dag-answers.ts";
import { OnEnable, ScheduleRow } from "./dag-view-answers.ts";

const etag = z
  .string()
  .meta({ description: "Send it as `If-Match` with the act: it is refused if it would touch others by then" });
const State = z.string().nullable();

const next = z.int().nullable().meta({ description: "`offset` of the next items; null: there are no more" });
const Wait = z.array(z.string()).meta({ description: "Tasks before it that run too" });

const Item = z
  .strictObject({
    key: z.strictObject({ dag_id: z.string(), dag_run_id: z.string(), task_id: z.string(), map_index: MapIndex }),
    from: State,
    to: State,
    effect: z.enum(["will_run", "will_wait", "stopped", "marked", "kept", "deleted"]).meta({
      description:
        "It runs; it runs after others; what it does is ended; it gets another state; it stays; it goes with its run",
    }),
    reason: z.enum(["asked", "follows"]).meta({ description: "Asked for, or it follows from what was asked for" }),
    waits_for: Wait,
  })
  .meta({ id: "PreviewItem" });

const ChangedRun = z.strictObject({
  dag_id: z.string(),
  dag_run_id: z.string(),
  from: RunState.nullable(),
  to: RunState.nullable(),
});

const reach = {
  triggers: z
    .strictObject({ assets: z.array(z.string()), dags: z.array(z.string()) })
    .meta({ description: "Assets that are told anew, and DAGs that wait for them" }),
  estimateMs: z.number().nullable().meta({ description: "How long it usually takes; null: not known" }),
};

const Group = z.strictObject({
  task_id: z.string(),
  effect: Item.shape.effect,
  count: Count,
  runs: Count.meta({ description: "In how many runs" }),
});

const groups = z.array(Group).meta({ description: "Counts by task where there are more than 500 items; else empty" });

/** In the answer of an act that is refused there is no reach: it is asked for beside the act. */
const ActPreview = z
  .strictObject({ etag, items: z.array(Item), total: Count, groups, runs: z.array(ChangedRun), next, ...reach })
  .meta({ id: "ActPreview", description: "Of `clear` and `mark`." });

const RunDeletionPreview = z
  .strictObject({ etag, items: z.array(Item), total: Count, runs: z.array(ChangedRun), next })
  .meta({ id: "RunDeletionPreview", description: "Of `delete` of a run." });

const TriggerPreview = z
  .strictObject({
    etag,
    items: z.array(Item),
    total: Count,
    runs: z.array(ChangedRun),
    run: z.strictObject({
      logicalDate: Instant.nullable(),
      interval: z.tuple([Instant, Instant.nullable()]).nullable(),
      runAfter: Instant,
      version: z.int(),
      params: AnyObject.meta({ description: "As its tasks see them" }),
    }),
    existing: z
      .strictObject({ dag_run_id: z.string(), state: RunState })
      .nullable()
      .meta({ description: "A run that has this id or date already: no other is made" }),
    waits: z.array(z.strictObject({ code: z.enum(["dag_paused", "run_after", "max_active_runs"]), text: z.string() })),
    warnings: z
      .array(z.strictObject({ code: z.literal("needs_date"), taskId: z.string(), field: z.string(), name: z.string() }))
      .meta({ description: "Templates that name a date, of a run without one" }),
    next,
    ...reach,
  })
  .meta({ id: "TriggerPreview", description: "Of `trigger`." });

const PoolPreview = z
  .strictObject({
    etag,
    total: Count.meta({ description: "Task instances that wait for slots" }),
    hidden: Count.meta({ description: "Those of DAGs that you may not see" }),
    starts: Count.meta({ description: "Those that get slots then" }),
    items: z.array(Item.extend({ slots: z.int() }).meta({ id: "PoolPreviewItem" })),
    pool: z.strictObject({
      name: z.string(),
      slots: z.strictObject({ from: z.int(), to: z.int().nullable() }),
      occupied: z.int(),
    }),
    runs: z.array(z.never()),
    next,
  })
  .meta({ id: "PoolPreview", description: "Of `pool`, and of `delete` of a pool." });

const PausePreview = z
  .strictObject({
    etag,
    total: Count,
    begins: Count.meta({ description: "Runs that begin at once; of each DAG at most 200 are counted" }),
    items: z.array(
      z
        .strictObject({
          key: z.strictObject({ dag_id: z.string() }),
          from: z.enum(["paused", "active"]),
          to: z.enum(["paused", "active"]),
          effect: z.enum(["paused", "unpaused", "kept"]),
          runs: Count,
        })
        .meta({ id: "PausePreviewItem" }),
    ),
    refused: z
      .array(z.string())
      .meta({ description: "DAGs that are meant as well, which you may see, but not switch" }),
    next,
  })
  .meta({ id: "PausePreview", description: "Of `pause`: many DAGs are switched on or off." });

const UnpausePreview = z
  .strictObject({
    etag,
    total: Count.meta({ description: "Runs that begin at once" }),
    items: z.array(z.never()),
    onEnable: OnEnable,
    rows: z.array(ScheduleRow).meta({ description: "The next runs" }),
    next,
  })
  .meta({ id: "UnpausePreview", description: "Of `unpause`." });

const DeletePreview = z
  .strictObject({
    etag,
    total: Count.meta({ description: "Runs that go with the DAG" }),
    items: z.array(z.never()),
    runs: z.strictObject({ all: Count, unfinished: Count }),
    next,
  })
  .meta({ id: "DeletePreview", description: "Of `delete` of a DAG." });

const BackfillPreview = z
  .strictObject({
    etag,
    counts: z.strictObject({ create: Count, rerun: Count, skip: Count }),
    items: z.array(
      z.strictObject({
        logicalDate: Instant,
        interval: z.tuple([Instant.nullable(), Instant.nullable()]),
        runAfter: Instant,
        existing: z.strictObject({ runId: z.string(), state: State }).nullable(),
        action: z.enum(["create", "rerun", "skip"]),
        reason: z.string().nullable().meta({ description: "Why a date is passed over" }),
      }),
    ),
    total: Count,
    estimateMs: reach.estimateMs,
    next,
  })
  .meta({ id: "BackfillPreview", description: "Of `backfill`." });

export const Preview = z.union([
  ActPreview,
  RunDeletionPreview,
  TriggerPreview,
  PoolPreview,
  PausePreview,
  UnpausePreview,
  DeletePreview,
  BackfillPreview,
]);
