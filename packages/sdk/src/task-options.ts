/** Options that every task takes: Airflow's `BaseOperator` and `BaseSensorOperator`, in camelCase. */
import type { TriggerRule, WeightRule } from "@momiji/core";
import { TASK_CALLBACK_NAMES, type TaskCallbackOptions } from "./callback-options.ts";
import type { Asset, AssetAlias } from "./asset.ts";
import type { DurationInput } from "./duration.ts";
import type { Inputs } from "./output.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import type { InstantInput } from "./wall-time.ts";
import type { WeightFunction } from "./weight-function.ts";

export interface TaskOptions extends TaskCallbackOptions {
  readonly owner?: string;
  /** Whom to tell; several in a list or separated by commas. */
  readonly email?: string | readonly string[];
  /** Default true. */
  readonly emailOnFailure?: boolean;
  /** Default true. */
  readonly emailOnRetry?: boolean;
  /** Attempts after the first. Default 0. */
  readonly retries?: number;
  /** Default 5 minutes. */
  readonly retryDelay?: DurationInput;
  /** Factor by which the delay grows with each attempt; true is 2, false, 0 and 1 leave it constant. */
  readonly retryExponentialBackoff?: boolean | number;
  /** Longest delay of an exponential back-off. */
  readonly maxRetryDelay?: DurationInput;
  /** What is done by kind of failure: retry (never more often than `retries`), fail, with a delay and a reason of its own. */
  readonly retryPolicy?: RetryPolicy;
  readonly executionTimeout?: DurationInput;
  /** Runs only if this task succeeded or was skipped in the run before. */
  readonly dependsOnPast?: boolean;
  /** As `dependsOnPast`, and the tasks directly after it must have succeeded or been skipped too. */
  readonly waitForDownstream?: boolean;
  /** Whether a task that the run before does not have is taken for new, and need not wait for it. Default true. */
  readonly ignoreFirstDependsOnPast?: boolean;
  /** What is to be skipped waits for the run before as what is to run does. */
  readonly waitForPastDependsBeforeSkipping?: boolean;
  /** Runs with an earlier logical date do not have the task; backfills do. */
  readonly startDate?: InstantInput;
  /** Nor those with a later one. */
  readonly endDate?: InstantInput;
  /** What of the tasks before it lets it run. Default `all_success`. */
  readonly triggerRule?: TriggerRule;
  /** Default 1. */
  readonly priorityWeight?: number;
  /** Default `downstream`. A function computes the effective priority itself, once, when the file is read. */
  readonly weightRule?: WeightRule | WeightFunction;
  /** Default `default_pool`. */
  readonly pool?: string;
  /** Default 1. */
  readonly poolSlots?: number;
  /** Default `default`. */
  readonly queue?: string;
  readonly executor?: string;
  readonly maxActiveTisPerDag?: number;
  readonly maxActiveTisPerDagrun?: number;
  /** Memory of the process that runs a function, in MiB. */
  readonly memoryLimitMiB?: number;
  /** Whether the return value is kept. Default true. */
  readonly doXcomPush?: boolean;
  /** Outputs of other tasks, which run before it: `{{ inputs.name }}` in templates of operators. */
  readonly inputs?: Inputs;
  /** A template: how an instance of a mapped task is called for people, instead of by its map index. */
  readonly mapIndexTemplate?: string;
  /** Whether each field of the returned object is an XCom of its own too. Default false. */
  readonly multipleOutputs?: boolean;
  /** Data that it reads: shown to people, and readable as `ctx.inletEvents`. */
  readonly inlets?: Asset | AssetAlias | readonly (Asset | AssetAlias)[];
  /** Data that it makes: its success is an event of each, which starts the DAGs that wait for it. */
  readonly outlets?: Asset | AssetAlias | readonly (Asset | AssetAlias)[];
  readonly taskDisplayName?: string;
  /** Markdown, shown with the task. */
  readonly docMd?: string;
}

/** Options that every sensor takes besides. */
export interface SensorOptions {
  /** Time between two questions. Default 60 s. */
  readonly pokeInterval?: DurationInput;
  /** Time from the first question after which it fails, without retries. Default 7 days. */
  readonly timeout?: DurationInput;
  /**
   * What it holds between two questions. Default: no slot and no process, and it is asked again at its time. `poke` keeps
   * its slots all the while, as in Airflow, so that a pool limits how many wait. `reschedule` gives them back and needs
   * them again for each question, so that a pool limits how many ask.
   */
  readonly mode?: "poke" | "reschedule";
  /** Airflow's word for what is the default here: waiting without a worker. Goes before `mode`. */
  readonly deferrable?: boolean;
  /** Skipped instead of failed when the time is up, or when it says on purpose that it has failed. */
  readonly softFail?: boolean;
  /** An error is written to the log and counts as "not yet", unless it says more (`FailTask`, `SkipTask`). */
  readonly silentFail?: boolean;
  /** Skipped whatever would fail it. Not together with `softFail`. */
  readonly neverFail?: boolean;
  /** The time between two questions doubles. */
  readonly exponentialBackoff?: boolean;
  /** Longest time between two questions then. */
  readonly maxWait?: DurationInput;
}

/** Values for all tasks of a DAG or a group that do not say otherwise. */
export interface TaskDefaults
  extends Omit<TaskOptions, "inputs" | "mapIndexTemplate" | "taskDisplayName" | "docMd">, SensorOptions {}

/** The names of all task options, by which they are told from the params of an operator. */
export const TASK_OPTION_NAMES: Readonly<Record<keyof TaskOptions, true>> = {
  ...TASK_CALLBACK_NAMES,
  owner: true,
  email: true,
  emailOnFailure: true,
  emailOnRetry: true,
  retries: true,
  retryDelay: true,
  retryExponentialBackoff: true,
  maxRetryDelay: true,
  retryPolicy: true,
  executionTimeout: true,
  dependsOnPast: true,
  waitForDownstream: true,
  ignoreFirstDependsOnPast: true,
  waitForPastDependsBeforeSkipping: true,
  startDate: true,
  endDate: true,
  triggerRule: true,
  priorityWeight: true,
  weightRule: true,
  pool: true,
  poolSlots: true,
  queue: true,
  executor: true,
  maxActiveTisPerDag: true,
  maxActiveTisPerDagrun: true,
  memoryLimitMiB: true,
  doXcomPush: true,
  inputs: true,
  mapIndexTemplate: true,
  multipleOutputs: true,
  inlets: true,
  outlets: true,
  taskDisplayName: true,
  docMd: true,
};

export const SENSOR_OPTION_NAMES: Readonly<Record<keyof SensorOptions, true>> = {
  pokeInterval: true,
  timeout: true,
  mode: true,
  deferrable: true,
  softFail: true,
  silentFail: true,
  neverFail: true,
  exponentialBackoff: true,
  maxWait: true,
};

/** What an operator was given in one object, apart: options of tasks, and the rest, which are its params. */
export function optionsAndParams(given: object): { readonly options: TaskOptions; readonly params: object } {
  const all = Object.entries(given);
  return {
    options: Object.fromEntries(all.filter(([key]) => key in TASK_OPTION_NAMES)),
    params: Object.fromEntries(all.filter(([key]) => !(key in TASK_OPTION_NAMES))),
  };
}
