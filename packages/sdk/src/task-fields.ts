/** From the options of a task to the fields of its spec. */
import type { AssetRef, EmailSpec, RetrySpec, SensorSpec, TaskSpec, TriggerRule, WeightRule } from "@momiji/core";
import { isoZ } from "@momiji/core/time";
import { type Asset, type AssetAlias, isAsset, isAssetAlias, refSpec } from "./asset.ts";
import { numberFrom, oneOf, show, wholeNumber } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { type DurationInput, positiveSecondsOf, secondsOf } from "./duration.ts";
import { present, unless } from "./present.ts";
import { retryPolicySpec } from "./retry-policy.ts";
import type { SensorOptions, TaskOptions } from "./task-options.ts";
import { type InstantInput, readInstant } from "./wall-time.ts";

const DEFAULT_RETRY_DELAY_SECONDS = 300;
const DEFAULT_POKE_INTERVAL_SECONDS = 60;
const DEFAULT_SENSOR_TIMEOUT_SECONDS = 7 * 86_400;

const TRIGGER_RULES: Readonly<Record<TriggerRule, true>> = {
  all_success: true,
  all_failed: true,
  all_done: true,
  all_done_min_one_success: true,
  all_done_setup_success: true,
  all_skipped: true,
  one_success: true,
  one_failed: true,
  one_done: true,
  none_failed: true,
  none_failed_min_one_success: true,
  none_skipped: true,
  always: true,
};

const MODES = { poke: true, reschedule: true } as const;

const WEIGHT_RULES: Readonly<Record<WeightRule, true>> = { downstream: true, upstream: true, absolute: true };

/** The fields that options decide; those that have their default are absent. */
export type TaskFields = Omit<TaskSpec, "taskId" | "operator" | "lane" | "upstream">;

export function taskFields(options: TaskOptions, place: string, timezone: string): TaskFields {
  const at = (name: keyof TaskOptions): string => `${place}, ${name}`;
  const rule = oneOf(options.triggerRule, TRIGGER_RULES, at("triggerRule"));
  const weightRule =
    typeof options.weightRule === "function" ? undefined : oneOf(options.weightRule, WEIGHT_RULES, at("weightRule"));
  return present<TaskFields>({
    triggerRule: unless(rule, "all_success"),
    retry: retryOf(options, place),
    executionTimeoutSeconds: optional(options.executionTimeout, at("executionTimeout"), positiveSecondsOf),
    dependsOnPast: unless(options.dependsOnPast === true || options.waitForDownstream === true, false),
    waitForDownstream: unless(options.waitForDownstream, false),
    ignoreFirstDependsOnPast: unless(options.ignoreFirstDependsOnPast, true),
    waitForPastDependsBeforeSkipping: unless(options.waitForPastDependsBeforeSkipping, false),
    ...dateFields(options, place, timezone),
    priorityWeight: unless(wholeNumber(options.priorityWeight, -Infinity, at("priorityWeight")), 1),
    weightRule: unless(weightRule, "downstream"),
    pool: unless(options.pool, "default_pool"),
    poolSlots: unless(wholeNumber(options.poolSlots, 1, at("poolSlots")), 1),
    queue: unless(options.queue, "default"),
    executor: options.executor,
    maxActiveTisPerDag: wholeNumber(options.maxActiveTisPerDag, 1, at("maxActiveTisPerDag")),
    maxActiveTisPerDagrun: wholeNumber(options.maxActiveTisPerDagrun, 1, at("maxActiveTisPerDagrun")),
    memoryLimitMiB: wholeNumber(options.memoryLimitMiB, 1, at("memoryLimitMiB")),
    doXcomPush: unless(options.doXcomPush, true),
    multipleOutputs: unless(options.multipleOutputs, false),
    owner: options.owner,
    email: emailOf(options),
    mapIndexTemplate: options.mapIndexTemplate,
    inlets: refsOf(options.inlets, at("inlets")),
    outlets: refsOf(options.outlets, at("outlets")),
    displayName: options.taskDisplayName,
    doc: options.docMd,
  });
}

function dateFields(
  { startDate, endDate }: TaskOptions,
  place: string,
  timezone: string,
): { readonly startDate: string | undefined; readonly endDate: string | undefined } {
  const read = (name: string, input: InstantInput | undefined) =>
    input === undefined ? undefined : isoZ(readInstant(input, timezone, `${place}, ${name}`));
  return { startDate: read("startDate", startDate), endDate: read("endDate", endDate) };
}

type Lets = TaskOptions["outlets"];

/** Inlets or outlets in the form of a list. */
export function letsOf(lets: Lets): readonly (Asset | AssetAlias)[] {
  if (lets === undefined) return [];
  return Array.isArray(lets) ? lets : [lets as Asset | AssetAlias];
}

function refsOf(lets: Lets, place: string): readonly AssetRef[] | undefined {
  const all = letsOf(lets);
  const wrong = all.find((each) => !isAsset(each) && !isAssetAlias(each));
  if (wrong !== undefined) throw new DagDefinitionError(place, `${show(wrong)} is no asset; write asset("...")`);
  return all.length === 0 ? undefined : all.map(refSpec);
}

/** How a sensor is asked; `pokeInterval` and `timeout` are always written out. */
export function sensorFields(options: SensorOptions, place: string): SensorSpec {
  const at = (name: keyof SensorOptions): string => `${place}, ${name}`;
  if (options.softFail === true && options.neverFail === true)
    throw new DagDefinitionError(place, "softFail and neverFail exclude each other: neverFail skips in every case");
  return {
    pokeIntervalSeconds:
      optional(options.pokeInterval, at("pokeInterval"), positiveSecondsOf) ?? DEFAULT_POKE_INTERVAL_SECONDS,
    timeoutSeconds: optional(options.timeout, at("timeout"), secondsOf) ?? DEFAULT_SENSOR_TIMEOUT_SECONDS,
    ...present<Omit<SensorSpec, "pokeIntervalSeconds" | "timeoutSeconds">>({
      mode: options.deferrable === true ? undefined : oneOf(options.mode, MODES, at("mode")),
      silentFail: unless(options.silentFail, false),
      neverFail: unless(options.neverFail, false),
      softFail: unless(options.softFail, false),
      exponentialBackoff: unless(options.exponentialBackoff, false),
      maxWaitSeconds: optional(options.maxWait, at("maxWait"), positiveSecondsOf),
    }),
  };
}

function retryOf(options: TaskOptions, place: string): RetrySpec | undefined {
  const { retries, retryDelay, retryExponentialBackoff: growth, maxRetryDelay } = options;
  const factor =
    typeof growth === "boolean" ? (growth ? 2 : 0) : numberFrom(growth, 0, `${place}, retryExponentialBackoff`);
  const spec = {
    retries: wholeNumber(retries, 0, `${place}, retries`) ?? 0,
    delaySeconds: optional(retryDelay, `${place}, retryDelay`, secondsOf) ?? DEFAULT_RETRY_DELAY_SECONDS,
    ...present<Pick<RetrySpec, "backoff" | "maxDelaySeconds" | "policy">>({
      backoff: unless(factor, 0),
      maxDelaySeconds: optional(maxRetryDelay, `${place}, maxRetryDelay`, secondsOf),
      policy: retryPolicySpec(options.retryPolicy, `${place}, retryPolicy`),
    }),
  };
  const isDefault =
    spec.retries === 0 && spec.delaySeconds === DEFAULT_RETRY_DELAY_SECONDS && Object.keys(spec).length === 2;
  return isDefault ? undefined : spec;
}

function emailOf({ email, emailOnFailure, emailOnRetry }: TaskOptions): EmailSpec | undefined {
  if (email === undefined) return undefined;
  const to = (typeof email === "string" ? email.split(/[,;]/) : email)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (to.length === 0) return undefined;
  return {
    to,
    ...present<Omit<EmailSpec, "to">>({ onFailure: unless(emailOnFailure, true), onRetry: unless(emailOnRetry, true) }),
  };
}

function optional(
  duration: DurationInput | undefined,
  place: string,
  read: (duration: DurationInput, place: string) => number,
): number | undefined {
  return duration === undefined ? undefined : read(duration, place);
}
