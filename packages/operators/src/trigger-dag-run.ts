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

export interface TriggerDagRunOptions extends TaskOptions, Pick<SensorOptions, "pokeInterval" | "timeout"> {
  /** The DAG to start. A template. */
  readonly dagId: string;
  /** Default: one that belongs to the attempt, so that the run is started once even if the worker dies. A template. */
  readonly runId?: string;
  /** Conf of the run. Texts in it are templates. */
  readonly conf?: { readonly [name: string]: Json };
  /** Default: now; null: a run without a date. A template. */
  readonly logicalDate?: InstantInput | null;
  /** Default false: done as soon as the run exists. */
  readonly waitForCompletion?: boolean;
  /** States that end the waiting well. Default `["success"]`. */
  readonly allowedStates?: readonly RunState[];
  /** States that fail the task. Default `["failed"]`. */
  readonly failedStates?: readonly RunState[];
  /** Skipped instead of failed if there is such a run already. */
  readonly skipWhenAlreadyExists?: boolean;
}

export type TriggerDagRunParams = {
  readonly dagId: string;
  readonly runId?: string;
  readonly conf?: { readonly [name: string]: Json };
  readonly logicalDate?: string | null;
  readonly waitForCompletion?: boolean;
  readonly allowedStates?: readonly RunState[];
  readonly failedStates?: readonly RunState[];
  readonly skipWhenAlreadyExists?: boolean;
};

/** Where the id of the run is left, for links and for the next question. */
const TRIGGERED_RUN_ID = "trigger_run_id";

export const triggerDagRunOperator: SensorDefinition<TriggerDagRunParams> = {
  name: "triggerDagRun",
  templateFields: ["dagId", "runId", "conf", "logicalDate"],
  async poke(ctx, params) {
    const runId = params.runId ?? `operator_triggered__${ctx.attemptId}`;
    const started = await stateOfOwnRun(ctx, params, runId);
    if (started === null) await start(ctx, params, runId);
    if (params.waitForCompletion !== true) return { done: true, value: runId };
    return judge(started ?? "queued", params, runId);
  },
};

/** Starts a run of another DAG; its output is the id of the run. */
export const triggerDagRun = mappable(placeTrigger, ["dagId", "runId", "conf"]);

function placeTrigger(id: string, options: TriggerDagRunOptions): Output<string> {
  const {
    dagId,
    runId,
    conf,
    logicalDate,
    waitForCompletion,
    allowedStates,
    failedStates,
    skipWhenAlreadyExists,
    ...rest
  } = options;
  const date = logicalDate === undefined || logicalDate === null ? logicalDate : String(logicalDate);
  return placeStandard(triggerDagRunOperator, {
    id,
    params: {
      dagId,
      runId,
      conf,
      logicalDate: date,
      waitForCompletion,
      allowedStates,
      failedStates,
      skipWhenAlreadyExists,
    },
    required: ["dagId"],
    options: rest,
  });
}

/**
 * Null if this task has not started the run yet. A run id that the author chose may be somebody else's run; the own one has
 * left its id behind.
 */
async function stateOfOwnRun(ctx: TaskContext, params: TriggerDagRunParams, runId: string): Promise<RunState | null> {
  const isOwn = params.runId === undefined || (await ctx.xcom.pull(ctx.taskId, { key: TRIGGERED_RUN_ID })) === runId;
  return isOwn ? ctx.runs.state(params.dagId, runId) : null;
}

async function start(ctx: TaskContext, params: TriggerDagRunParams, runId: string): Promise<void> {
  const { dagId, conf, logicalDate } = params;
  const answer = await ctx.runs.trigger(dagId, {
    runId,
    ...(conf === undefined ? {} : { conf }),
    ...(logicalDate === undefined ? {} : { logicalDate: logicalDate === null ? null : dateOf(ctx, logicalDate) }),
  });
  if (!answer.created) {
    const message = `DAG ${dagId} already has the run ${answer.runId}${answer.runId === runId ? "" : " at that logical date"}`;
    throw params.skipWhenAlreadyExists === true ? new SkipTask(message) : new Error(message);
  }
  ctx.xcom.push(TRIGGERED_RUN_ID, runId);
  ctx.log.info(`started run ${runId} of DAG ${dagId}`);
}

function dateOf(ctx: TaskContext, text: string): Micros {
  return readInstant(text, ctx.runAfter.timeZoneId, "logicalDate");
}

function judge(state: RunState, params: TriggerDagRunParams, runId: string): PokeAnswer {
  const { allowedStates = ["success"], failedStates = ["failed"] } = params;
  if (failedStates.includes(state)) throw new Error(`run ${runId} of DAG ${params.dagId} ended as ${state}`);
  return allowedStates.includes(state) ? { done: true, value: runId } : { done: false };
}
