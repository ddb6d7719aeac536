/** Tasks by themselves, at random: rules, retries, sensors, pools, limits, dependence on the past. */
import {
  APPROVE,
  type CallbackSpec,
  type InputSpec,
  REJECT,
  type SensorSpec,
  type TaskCallbacks,
  type TaskSpec,
  type TriggerRule,
} from "@momiji/core";
import type { Random } from "./random.ts";

const RULES: readonly [TriggerRule, ...TriggerRule[]] = [
  "all_success",
  "all_success",
  "all_success",
  "all_failed",
  "all_done",
  "all_done_min_one_success",
  "all_skipped",
  "one_success",
  "one_failed",
  "one_done",
  "none_failed",
  "none_failed_min_one_success",
  "none_skipped",
  "always",
];

/** `isLinked`: its runs look back at each other. */
export function randomTask(random: Random, upstream: readonly string[], isLinked: boolean): Partial<TaskSpec> {
  const isSensor = random.chance(0.2);
  return {
    upstream,
    triggerRule: upstream.length === 0 ? "all_success" : random.pick(RULES),
    ...(random.chance(0.1) && !isSensor ? { lane: "empty", operator: "empty" } : {}),
    ...(isSensor ? { sensor: randomSensor(random) } : {}),
    ...retries(random),
    ...(random.chance(0.15) ? { callbacks: randomCallbacks(random) } : {}),
    ...(random.chance(0.15) ? { executionTimeoutSeconds: random.whole(30, 900) } : {}),
    ...(random.chance(0.3) ? { pool: random.pick(["narrow", "middle"]), poolSlots: 1 } : {}),
    ...(random.chance(0.1) ? { maxActiveTisPerDag: random.whole(1, 2) } : {}),
    ...(random.chance(0.1) ? { maxActiveTisPerDagrun: 1 } : {}),
    ...(random.chance(0.2) ? { priorityWeight: random.whole(1, 10) } : {}),
    ...(isLinked && random.chance(0.5) ? { dependsOnPast: true } : {}),
    ...(isLinked && random.chance(0.2) ? { waitForDownstream: true } : {}),
  };
}

const TELL: CallbackSpec = { name: "tell", lane: "function" };

function randomCallbacks(random: Random): TaskCallbacks {
  const some = (): CallbackSpec[] => [TELL, TELL].slice(0, random.whole(0, 2));
  return { onExecute: some(), onSuccess: some(), onFailure: some(), onRetry: some(), onSkipped: some() };
}

/** Of a task that asks a person. */
export function randomInput(random: Random): InputSpec {
  return {
    kind: "approval",
    options: [APPROVE, REJECT],
    responseTimeoutSeconds: random.whole(60, 3_600),
    ...(random.chance(0.5) ? { defaults: [random.pick([APPROVE, REJECT])] } : {}),
    ...(random.chance(0.3) ? { failOnReject: true } : {}),
  };
}

function randomSensor(random: Random): SensorSpec {
  const mode = random.pick([undefined, undefined, "poke", "reschedule"] as const);
  return {
    pokeIntervalSeconds: random.whole(5, 300),
    timeoutSeconds: 604_800,
    ...(mode === undefined ? {} : { mode }),
  };
}

export function retries(random: Random): Pick<TaskSpec, "retry"> {
  if (random.chance(0.4)) return {};
  const backoff = random.chance(0.3) ? { backoff: 2 } : {};
  return { retry: { retries: random.whole(1, 3), delaySeconds: random.whole(0, 600), ...backoff } };
}
