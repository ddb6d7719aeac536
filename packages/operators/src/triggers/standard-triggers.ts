/**
 * The standard triggers: what a deferred task may wait for without code of its own. They ask as the sensors of the same
 * name do, in the worker's own process.
 */
import type { Json, RunState } from "@momiji/core";
import { DagDefinitionError, type DurationInput, secondsOf, type SensorDefinition, type Trigger } from "@momiji/sdk";
import type { HttpRequestOptions } from "../http.ts";
import { externalTaskSensorOperator } from "../sensors/external-task.ts";
import type { ExternalTaskSensorParams } from "../sensors/poke-external-tasks.ts";
import { fileSensorOperator } from "../sensors/file.ts";
import { httpSensorOperator } from "../sensors/http.ts";
import { dagRunOperator } from "./dag-run.ts";

export interface PollOptions {
  /** Time between two questions. Default 5 s. */
  readonly pollInterval?: DurationInput;
}

const DEFAULT_POLL_SECONDS = 5;

export interface FileTriggerOptions extends PollOptions {
  /** Absolute: a file, a folder that holds a file, or a pattern. */
  readonly path: string;
  readonly recursive?: boolean;
}

/** Fires when there is such a file; the event is its path. */
export function fileTrigger({ pollInterval, ...params }: FileTriggerOptions): Trigger<string> {
  return polled(fileSensorOperator, params, pollInterval);
}

export interface HttpTriggerOptions extends HttpRequestOptions, PollOptions {
  readonly expectedStatus?: number | readonly number[];
  readonly responseErrorCodesAllowlist?: readonly number[];
}

/** Fires when a service answers well; the event is the answer. */
export function httpTrigger({ pollInterval, requestTimeout, ...request }: HttpTriggerOptions): Trigger<Json> {
  const timeout =
    requestTimeout === undefined
      ? {}
      : { requestTimeoutSeconds: secondsOf(requestTimeout, "httpTrigger, requestTimeout") };
  return polled(httpSensorOperator, { ...request, ...timeout }, pollInterval);
}

export interface DagRunTriggerOptions extends PollOptions {
  readonly dagId: string;
  readonly runId: string;
  /** Default `["success"]`. */
  readonly allowedStates?: readonly RunState[];
  /** States that fail the task. Default `["failed"]`. */
  readonly failedStates?: readonly RunState[];
}

/** Fires when a run of a DAG has ended well; the event is its state. */
export function dagRunTrigger({ pollInterval, ...params }: DagRunTriggerOptions): Trigger<RunState> {
  return polled(dagRunOperator, params, pollInterval);
}

export type ExternalTaskTriggerOptions = PollOptions & Omit<ExternalTaskSensorParams, "softFail">;

/** Fires when tasks of another DAG's run of the same logical date (or the run) are done; the event is null. */
export function externalTaskTrigger({ pollInterval, ...params }: ExternalTaskTriggerOptions): Trigger<null> {
  return polled(externalTaskSensorOperator, params, pollInterval);
}

function polled<T>(
  definition: SensorDefinition<never>,
  params: object,
  pollInterval: DurationInput | undefined,
): Trigger<T> {
  const { name } = definition;
  const pollSeconds =
    pollInterval === undefined ? DEFAULT_POLL_SECONDS : secondsOf(pollInterval, `${name}, pollInterval`);
  if (pollSeconds <= 0) throw new DagDefinitionError(name, "pollInterval must be longer than 0");
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  return { name, params: Object.fromEntries(given), pollSeconds, definition };
}
