/** Bodies of requests that act on runs, in Airflow's words. Imported with the first such request, as `bodies.ts`. */
import type { Json, MarkedState, Micros, ReprocessBehavior, TaskSelector } from "@momiji/core";
import { z } from "zod";
import { Instant, Note, parse } from "./bodies.ts";
import { ApiError } from "./errors.ts";

const TaskIds = z.array(z.union([z.string(), z.tuple([z.string(), z.int()])]));

const Excluded = z.strictObject({
  dag_run_id: z.string(),
  task_id: z.string(),
  map_index: z.int().min(-1).default(-1),
});

export type Excluded = z.infer<typeof Excluded>;

export const Clear = z
  .strictObject({
    dry_run: z.boolean().default(true).describe("True, the default: only say what would be cleared"),
    start_date: Instant.nullish().describe(
      "Runs with a logical date from here on; with end_date instead of dag_run_id",
    ),
    end_date: Instant.nullish().describe("Up to this logical date"),
    only_failed: z.boolean().default(true).describe("Only those that have failed"),
    only_running: z.boolean().default(false).describe("Only those that run"),
    reset_dag_runs: z.boolean().default(true).describe("Runs that have ended go on"),
    task_ids: TaskIds.nullish().describe("Ids of tasks, or [id, map index]; absent: all"),
    dag_run_id: z.string().nullish().describe("Of this run; absent: of all that fit"),
    include_upstream: z.boolean().default(false).describe("Also what comes before them"),
    include_downstream: z.boolean().default(false).describe("Also what comes after them"),
    include_future: z.boolean().default(false).describe("Also the same tasks of later runs"),
    include_past: z.boolean().default(false).describe("Also the same tasks of earlier runs"),
    run_on_latest_version: z.boolean().nullish().describe("Run the newest version of the DAG, not that of the run"),
    prevent_running_task: z.boolean().default(false).describe("Refuse if one of them runs"),
    note: Note.nullish().describe("A note for all of them"),
    exclude: z.array(Excluded).nullish().describe("Beside Airflow's: of those that are meant these stay as they are"),
    exclude_running: z.boolean().default(false).describe("Beside Airflow's: those that are under way go on"),
  })
  .meta({ id: "ClearTaskInstancesBody" });

export interface ClearBody {
  readonly dryRun: boolean;
  readonly from?: Micros;
  readonly to?: Micros;
  readonly onlyFailed: boolean;
  readonly onlyRunning: boolean;
  readonly resetDagRuns: boolean;
  readonly tasks?: readonly TaskSelector[];
  readonly runId?: string;
  readonly upstream: boolean;
  readonly downstream: boolean;
  readonly future: boolean;
  readonly past: boolean;
  readonly onNewest: boolean;
  readonly preventRunningTask: boolean;
  readonly note?: string;
  /** These stay as they are. */
  readonly exclude: readonly Excluded[];
  /** Those that are under way stay as they are, too. */
  readonly excludeRunning: boolean;
}

/** @throws ApiError `invalid` */
export function readClear(body: unknown): ClearBody {
  const given = parse(Clear, body);
  const wrong = problemOfClear(given);
  if (wrong !== null) throw new ApiError("invalid", [wrong], ["body"]);
  return {
    dryRun: given.dry_run,
    ...(given.start_date == null ? {} : { from: given.start_date }),
    ...(given.end_date == null ? {} : { to: given.end_date }),
    onlyFailed: given.only_failed,
    onlyRunning: given.only_running,
    resetDagRuns: given.reset_dag_runs,
    ...(given.task_ids == null ? {} : { tasks: given.task_ids.map(selectorOf) }),
    ...(given.dag_run_id == null ? {} : { runId: given.dag_run_id }),
    upstream: given.include_upstream,
    downstream: given.include_downstream,
    future: given.include_future,
    past: given.include_past,
    onNewest: given.run_on_latest_version ?? false,
    preventRunningTask: given.prevent_running_task,
    ...(given.note == null ? {} : { note: given.note }),
    exclude: given.exclude ?? [],
    excludeRunning: given.exclude_running,
  };
}

function problemOfClear(given: z.infer<typeof Clear>): string | null {
  if (given.only_failed && given.only_running) return "only_failed and only_running both are set to True";
  if (given.start_date != null && given.end_date != null && given.start_date > given.end_date)
    return "end_date is sooner than start_date";
  if (given.task_ids?.length === 0) return "task_ids list should have at least 1 element.";
  const hasDates = given.start_date != null || given.end_date != null;
  if (hasDates && given.include_future) return "Cannot use include_future with start_date or end_date";
  if (hasDates && given.include_past) return "Cannot use include_past with start_date or end_date";
  if (hasDates && given.dag_run_id != null)
    return "Exactly one of dag_run_id or (start_date and end_date) must be provided";
  return null;
}

function selectorOf(given: string | [string, number]): TaskSelector {
  return typeof given === "string" ? { taskId: given } : { taskId: given[0], mapIndex: given[1] };
}

export const RunClear = z
  .strictObject({
    dry_run: z.boolean().default(true).describe("True, the default: only say what would be cleared"),
    only_failed: z.boolean().default(false).describe("Only task instances that have failed"),
    only_new: z.boolean().default(false).describe("Only add the tasks that the newest version has and the run lacks"),
    run_on_latest_version: z.boolean().nullish().describe("Run the newest version of the DAG, not that of the run"),
    note: Note.nullish().describe("A note for the run"),
  })
  .meta({ id: "DAGRunClearBody" });

export interface RunClearBody {
  readonly dryRun: boolean;
  readonly onlyFailed: boolean;
  readonly onlyNew: boolean;
  readonly onNewest: boolean;
  readonly note?: string;
}

/** @throws ApiError `invalid` */
export function readRunClear(body: unknown): RunClearBody {
  const given = parse(RunClear, body);
  if (given.only_new && given.only_failed)
    throw new ApiError("invalid", ["only_new and only_failed are mutually exclusive"], ["body"]);
  return {
    dryRun: given.dry_run,
    onlyFailed: given.only_failed,
    onlyNew: given.only_new,
    onNewest: given.run_on_latest_version ?? given.only_new,
    ...(given.note == null ? {} : { note: given.note }),
  };
}

/** In the order in which Airflow names them. */
const MARKED: readonly string[] = ["success", "failed", "skipped"];

export const TaskPatch = z
  .strictObject({
    new_state: z
      .string()
      .refine((state): state is MarkedState => MARKED.includes(state), {
        error: ({ input }) => `Value error, '${String(input)}' is not one of ['success', 'failed', 'skipped']`,
      })
      .nullish(),
    note: Note.nullish().describe("null: none any more"),
    include_upstream: z.boolean().default(false).describe("Also what comes before them"),
    include_downstream: z.boolean().default(false).describe("Also what comes after them"),
    include_future: z.boolean().default(false).describe("Also the same tasks of later runs"),
    include_past: z.boolean().default(false).describe("Also the same tasks of earlier runs"),
  })
  .meta({ id: "PatchTaskInstanceBody" });

/** Several task instances of one run, marked by one decision. */
export const TasksPatch = TaskPatch.extend({
  task_ids: TaskIds.min(1).describe("Ids of tasks, or [id, map index]"),
}).meta({ id: "PatchTaskInstancesBody" });

/** @throws ApiError `invalid` */
export function readTasksPatch(body: unknown): {
  readonly tasks: readonly TaskSelector[];
  readonly body: TaskPatchBody;
} {
  const { task_ids: ids, ...given } = parse(TasksPatch, body);
  return { tasks: ids.map(selectorOf), body: readTaskPatch(given) };
}

export interface TaskPatchBody {
  readonly state?: MarkedState;
  /** Null: the note goes. */
  readonly note?: string | null;
  readonly upstream: boolean;
  readonly downstream: boolean;
  readonly future: boolean;
  readonly past: boolean;
}

/** What the body changes, of the fields that the mask names. @throws ApiError `invalid` */
export function readTaskPatch(body: unknown, mask?: readonly string[]): TaskPatchBody {
  const given = parse(TaskPatch, body);
  const isMeant = (field: string): boolean => mask?.includes(field) ?? true;
  return {
    ...(given.new_state == null || !isMeant("new_state") ? {} : { state: given.new_state }),
    ...(given.note === undefined || !isMeant("note") ? {} : { note: given.note }),
    upstream: given.include_upstream,
    downstream: given.include_downstream,
    future: given.include_future,
    past: given.include_past,
  };
}

export const RunPatch = z
  .strictObject({ state: z.enum(["queued", "success", "failed"]).nullish(), note: Note.nullish() })
  .meta({ id: "DAGRunPatchBody" });

export interface RunPatchBody {
  readonly state?: "queued" | "success" | "failed";
  readonly note?: string | null;
}

/** What the body changes, of the fields that the mask names. @throws ApiError `invalid` */
export function readRunPatch(body: unknown, mask?: readonly string[]): RunPatchBody {
  const given = parse(RunPatch, body);
  const isMeant = (field: string): boolean => mask?.includes(field) ?? true;
  return {
    ...(given.state == null || !isMeant("state") ? {} : { state: given.state }),
    ...(given.note === undefined || !isMeant("note") ? {} : { note: given.note }),
  };
}

/** Without an offset it is UTC: `airflowctl backfill create` sends no other. */
const LooseInstant = z.preprocess(
  (given) => (typeof given === "string" && /T[\d:.]+$/.test(given) ? `${given}Z` : given),
  Instant,
);

export const Backfill = z
  .strictObject({
    dag_id: z.string(),
    from_date: LooseInstant.describe("The first logical date"),
    to_date: LooseInstant.describe("The last logical date"),
    run_backwards: z.boolean().default(false).describe("The newest first"),
    dag_run_conf: z.record(z.string(), z.json()).nullish().describe("`conf` of the runs"),
    reprocess_behavior: z
      .enum(["none", "failed", "completed"])
      .default("none")
      .describe("Dates that have a run: leave them, run them again if they failed, or if they have ended"),
    max_active_runs: z.int().default(10).describe("Of its runs at the same time"),
    run_on_latest_version: z.boolean().nullish().describe("False: with the version that a date had"),
    only: z.array(LooseInstant).nullish().describe("Beside Airflow's: of the logical dates these alone"),
    exclude: z.array(LooseInstant).nullish().describe("Beside Airflow's: of the logical dates all but these"),
  })
  .meta({ id: "BackfillPostBody" });

export interface BackfillBody {
  readonly dagId: string;
  readonly from: Micros;
  readonly to: Micros;
  readonly runBackwards: boolean;
  readonly conf: { readonly [name: string]: Json } | null;
  readonly reprocessBehavior: ReprocessBehavior;
  readonly maxActiveRuns: number;
  readonly onNewest: boolean;
  readonly only?: readonly Micros[];
  readonly exclude?: readonly Micros[];
}

/** @throws ApiError `invalid` */
export function readBackfill(body: unknown): BackfillBody {
  const given = parse(Backfill, body);
  return {
    dagId: given.dag_id,
    from: given.from_date,
    to: given.to_date,
    runBackwards: given.run_backwards,
    conf: given.dag_run_conf ?? null,
    reprocessBehavior: given.reprocess_behavior,
    maxActiveRuns: given.max_active_runs,
    onNewest: given.run_on_latest_version ?? true,
    ...(given.only == null ? {} : { only: given.only }),
    ...(given.exclude == null ? {} : { exclude: given.exclude }),
  };
}
