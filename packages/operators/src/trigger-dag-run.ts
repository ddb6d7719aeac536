/**
 * `triggerDagRun`: starts a run of another DAG, and waits for it if asked (Airflow's `TriggerDagRunOperator`). A sensor, so
 * that the waiting holds no process; the first question starts the run.
 */
import type { Json, Micros, RunState } from "@momiji/core";
import {
  type InstantInput,
  mappable,
  type Output,
  type PokeAnswer,
  readInstant,
  type SensorDefinition,
  type SensorOptions,
  SkipTask,
  type TaskContext,
  type TaskOptions,
} from "@momiji/sdk";
import { placeStandard } from "./place-standard.ts";

export interface TriggerDagRunOptions
  extends TaskOptions, Pick<SensorOptions, "pokeInterval" | "timeout" | "mode" | "deferrable"> {
  /** The DAG to start. A template. */
  readonly dagId: string;
  /** Default: one that belongs to the attempt, so that the run is started once even if the worker dies. A template. */
  readonly runId?: string;
  /** Conf of the run. Texts in it are templates. */
  readonly conf?: { readonly [name: string]: Json };
  /** Default: now; null: a run without a date. A template. */
  readonly logicalDate?: InstantInput | null;
  /** From when on the run may start. Default: now. A template. */
  readonly runAfter?: InstantInput;
  /** A note on the run. A template. */
  readonly note?: string;
  /** A run of that id or logical date is cleared and runs again, as it was made; default: the task fails. */
  readonly resetDagRun?: boolean;
  /** Default false: done as soon as the run exists. */
  readonly waitForCompletion?: boolean;
  /** States that end the waiting well. Default `["success"]`. */
  readonly allowedStates?: readonly RunState[];
  /** States that fail the task. Default `["failed"]`. */
  readonly failedStates?: readonly RunState[];
  /** Skipped instead of failed if there is such a run already. */
  readonly skipWhenAlreadyExists?: boolean;
  /** Fails if the DAG is paused; default: the run is made, and waits until the DAG is switched on. */
  readonly failWhenDagIsPaused?: boolean;
}

export type TriggerDagRunParams = {
  readonly dagId: string;
  readonly runId?: string;
  readonly conf?: { readonly [name: string]: Json };
  readonly logicalDate?: string | null;
  readonly runAfter?: string;
  readonly note?: string;
  readonly resetDagRun?: boolean;
  readonly waitForCompletion?: boolean;
  readonly allowedStates?: readonly RunState[];
  readonly failedStates?: readonly RunState[];
  readonly skipWhenAlreadyExists?: boolean;
  readonly failWhenDagIsPaused?: boolean;
};

/** Where the id of the run is left, for links and for the next question. */
const TRIGGERED_RUN_ID = "trigger_run_id";

export const triggerDagRunOperator: SensorDefinition<TriggerDagRunParams> = {
  name: "triggerDagRun",
  templateFields: ["dagId", "runId", "conf", "logicalDate", "runAfter", "note"],
  async poke(ctx, params) {
    const known = await startedBefore(ctx, params);
    const runId = known?.runId ?? (await start(ctx, params));
    if (params.waitForCompletion !== true) return { done: true, value: runId };
    return judge(known?.state ?? "queued", params, runId);
  },
};

/** Starts a run of another DAG; its output is the id of the run. */
export const triggerDagRun = mappable(placeTrigger, ["dagId", "runId", "conf", "note"]);

function placeTrigger(id: string, options: TriggerDagRunOptions): Output<string> {
  const { dagId, runId, conf, logicalDate, runAfter, note, resetDagRun, waitForCompletion, ...others } = options;
  const { allowedStates, failedStates, skipWhenAlreadyExists, failWhenDagIsPaused, ...rest } = others;
  const given = { dagId, runId, conf, note, resetDagRun, waitForCompletion };
  const states = { allowedStates, failedStates, skipWhenAlreadyExists, failWhenDagIsPaused };
  const dates = { logicalDate: textOf(logicalDate), runAfter: textOf(runAfter) };
  return placeStandard(triggerDagRunOperator, {
    id,
    params: { ...given, ...states, ...dates },
    required: ["dagId"],
    options: rest,
  });
}

function textOf(instant: InstantInput | null | undefined): string | null | undefined {
  return instant === undefined || instant === null ? instant : String(instant);
}

interface Started {
  readonly runId: string;
  readonly state: RunState;
}

/**
 * Null if this attempt has not started the run yet. It leaves the id behind; if the worker died before that, a run under
 * the attempt's own id is its own all the same, while a run under a chosen id may be somebody else's.
 */
async function startedBefore(ctx: TaskContext, { dagId, runId }: TriggerDagRunParams): Promise<Started | null> {
  const instance = ctx.mapIndex < 0 ? {} : { mapIndex: ctx.mapIndex };
  const kept = await ctx.xcom.pull(ctx.taskId, { key: TRIGGERED_RUN_ID, ...instance });
  const known = typeof kept === "string" ? kept : runId === undefined ? ownRunId(ctx) : null;
  if (known === null) return null;
  const state = await ctx.runs.state(dagId, known);
  if (state === null && typeof kept === "string") throw new Error(`run ${known} of DAG ${dagId} was deleted`);
  return state === null ? null : { runId: known, state };
}

function ownRunId({ attemptId }: TaskContext): string {
  return `operator_triggered__${attemptId}`;
}

/** @returns the id of the run */
async function start(ctx: TaskContext, params: TriggerDagRunParams): Promise<string> {
  const { dagId, conf, logicalDate, runAfter, note, resetDagRun = false, failWhenDagIsPaused = false } = params;
  const wanted = params.runId ?? ownRunId(ctx);
  const request = {
    runId: wanted,
    ...(conf === undefined ? {} : { conf }),
    ...(note === undefined ? {} : { note }),
    ...(runAfter === undefined ? {} : { runAfter: dateOf(ctx, runAfter, "runAfter") }),
    ...(logicalDate === undefined
      ? {}
      : { logicalDate: logicalDate === null ? null : dateOf(ctx, logicalDate, "logicalDate") }),
  };
  const how = { resets: resetDagRun, failsWhenPaused: failWhenDagIsPaused };
  const { runId, created, reset } = await ctx.runs.trigger(dagId, request, how);
  if (!created && !reset) {
    const message = `DAG ${dagId} already has the run ${runId}${runId === wanted ? "" : " at that logical date"}`;
    throw params.skipWhenAlreadyExists === true ? new SkipTask(message) : new Error(message);
  }
  ctx.xcom.push(TRIGGERED_RUN_ID, runId);
  ctx.log.info(reset ? `cleared run ${runId} of DAG ${dagId}: it runs again` : `started run ${runId} of DAG ${dagId}`);
  return runId;
}

function dateOf(ctx: TaskContext, text: string, name: string): Micros {
  return readInstant(text, ctx.runAfter.timeZoneId, name);
}

function judge(state: RunState, params: TriggerDagRunParams, runId: string): PokeAnswer {
  const { allowedStates = ["success"], failedStates = ["failed"] } = params;
  if (failedStates.includes(state)) throw new Error(`run ${runId} of DAG ${params.dagId} ended as ${state}`);
  return allowedStates.includes(state) ? { done: true, value: runId } : { done: false };
}
