/** What the user interface is answered about a DAG: its grid, its calendar, what its schedule will do. */
import { z } from "zod";
import { AnyObject, Count, Instant } from "./answer.ts";
import { RunState } from "./dag-answers.ts";

const RowNumber = Count.meta({ description: "Of a row of `rows`, from 0" });
const RunNumber = Count.meta({ description: "Of a run of `runs`, from 0" });
const Millis = z.int().meta({ description: "Milliseconds" });

const GridRow = z
  .strictObject({
    id: z.string().meta({ description: "Of the task or the group" }),
    label: z.string().optional().meta({ description: "What to show instead of the id" }),
    kind: z.enum(["task", "mapped", "group", "mapped_group"]),
    depth: Count.meta({ description: "How many groups are around it" }),
    parent: z.int().min(-1).meta({ description: "The row of the group around it; -1: none" }),
    children: Count.optional().meta({ description: "Of a group: how many tasks and groups are directly inside" }),
    operator: z.string().optional(),
    rule: z.string().optional().meta({ description: "The trigger rule" }),
    isSetup: z.literal(true).optional(),
    isTeardown: z.literal(true).optional(),
    versions: z
      .array(z.tuple([z.int(), z.int().nullable()]))
      .optional()
      .meta({
        description: "First and last version of the DAG that has it; null: it has it still. Absent: all that are shown",
      }),
  })
  .meta({ id: "GridRow", description: "A task or a group" });

const GridRun = z
  .strictObject({
    id: z.string(),
    state: RunState,
    type: z.string(),
    logicalDate: Instant.nullable(),
    interval: z.tuple([Instant, Instant.nullable()]).nullable().meta({ description: "The data interval" }),
    runAfter: Instant,
    queued: Instant.nullable(),
    start: Instant.nullable(),
    end: Instant.nullable(),
    version: z.int(),
    note: z.boolean().meta({ description: "Whether there is one" }),
    triggeredBy: z.string(),
    missed: z.int().min(1).optional().meta({ description: "Deadlines that it has missed, if any" }),
  })
  .meta({ id: "GridRun", description: "A column: a run" });

const CellExtra = z
  .strictObject({
    m: z.record(z.string(), Count).optional().meta({ description: "Of a mapped task: how many instances by state" }),
    t: z.int().min(2).optional().meta({ description: "Attempts, if more than one" }),
    n: z.literal(1).optional().meta({ description: "There is a note" }),
  })
  .meta({ id: "GridCellExtra", description: "What the letter of a cell does not say" });

export const Grid = z
  .strictObject({
    structure: z.string().meta({ description: "Fingerprint of `rows`: the same as long as they are" }),
    order: z.literal("topological"),
    rows: z.array(GridRow).meta({ description: "Tasks and groups, a group before what is in it" }),
    runs: z.array(GridRun).meta({ description: "The newest first" }),
    cells: z.array(z.string()).meta({
      description:
        "Of each run one letter for each row, with how often it comes if more than once. `.` no state, `c` scheduled, `q` queued, `r` running, `s` success, `f` failed, `u` upstream failed, `k` skipped, `y` up for retry, `e` up for reschedule, `d` deferred, `a` awaits input, `t` restarting, `x` removed, `-` not in this run",
      examples: [["s3f1-2"]],
    }),
    extra: z.array(z.tuple([RunNumber, RowNumber, CellExtra])).meta({ description: "What a letter does not say" }),
    times: z
      .array(z.array(z.tuple([RowNumber, Millis, Millis])))
      .optional()
      .meta({ description: "With `times`: of each run the row, its start after the run's start, and its duration" }),
    next: z.string().nullable().meta({ description: "`before` of the next page; null: there are no older runs" }),
    seq: z.string().meta({ description: "`last_event_id` of a stream of events that goes on from here" }),
  })
  .meta({ id: "Grid", description: "Tasks and runs of a DAG, in one compact answer." });

export const GridGraph = z
  .strictObject({
    version: z.int(),
    structure: z.string().meta({ description: "Fingerprint of `rows` and `edges`: the same as long as they are" }),
    rows: z.array(GridRow).meta({ description: "Tasks and groups, a group before what is in it" }),
    edges: z.array(z.tuple([RowNumber, RowNumber, z.string().nullable()])).meta({
      description: "The task that comes before, the task that comes after, and the author's words at the edge",
    }),
    around: z
      .array(
        z.strictObject({
          kind: z.enum(["asset", "alias", "dag"]),
          name: z.string().meta({ description: "Of the asset or alias, or the id of the DAG" }),
          assetId: z.int().nullable().meta({ description: "Null: it is no asset, or not known (any more)" }),
          before: z.array(RowNumber).meta({ description: "Rows that it leads to" }),
          after: z.array(RowNumber).meta({ description: "Rows that lead to it" }),
        }),
      )
      .meta({ description: "Assets that the DAG waits for, reads and makes; DAGs that it waits for and begins" }),
  })
  .meta({ id: "GridGraph", description: "The tasks of a version of a DAG and their order." });

export const Calendar = z
  .strictObject({
    zone: z.string(),
    unit: z.enum(["day", "hour"]),
    cells: z.array(z.tuple([z.string(), z.record(z.string(), Count)])).meta({
      description: "Day or hour of the zone, and how many runs by state; `planned`: they will be",
      examples: [[["2026-03-10", { success: 23, failed: 1 }]]],
    }),
    isTotalCapped: z.boolean().meta({ description: "Whether there are more runs than were counted (50,000)" }),
  })
  .meta({ id: "Calendar", description: "Runs by day or hour" });

export const ScheduleRow = z
  .strictObject({
    interval: z.tuple([Instant, Instant]).meta({ description: "The data interval" }),
    logicalDate: Instant,
    runAfter: Instant.meta({ description: "When it begins" }),
    local: z
      .string()
      .meta({ description: "The same in the schedule's zone", examples: ["2026-03-11T03:00:00+09:00[Asia/Tokyo]"] }),
    note: z
      .enum(["dst_gap", "dst_overlap"])
      .nullable()
      .meta({ description: "The clock jumps over the time that was meant, or strikes it twice" }),
  })
  .meta({ id: "SchedulePreviewRow", description: "A run to come." });

export const OnEnable = z
  .strictObject({
    now: Count.meta({ description: "Runs that begin at once" }),
    isMore: z.boolean().meta({ description: "There are more than were counted (10,000)" }),
    oldest: Instant.nullable(),
    newest: Instant.nullable(),
    maxActive: z.int().nullable().meta({ description: "Of them go on at the same time; null: no limit" }),
    estimateMs: z
      .number()
      .nullable()
      .meta({ description: "Milliseconds until all are done, by what is usual; null: not known" }),
  })
  .meta({ id: "SchedulePreviewOnEnable", description: "What switching the DAG on begins." });

export const SchedulePreview = z
  .strictObject({
    kind: z.string(),
    zone: z.string(),
    summary: z.string(),
    text: z.strictObject({ en: z.string(), ja: z.string() }).meta({ description: "The schedule in words" }),
    catchup: z.boolean().meta({ description: "Runs of the past that are missing begin too" }),
    rows: z.array(ScheduleRow),
    onEnable: OnEnable,
    warnings: z.array(z.strictObject({ code: z.string(), params: AnyObject })),
  })
  .meta({ id: "SchedulePreview", description: "What a schedule will do" });
