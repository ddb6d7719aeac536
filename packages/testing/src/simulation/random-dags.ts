/** DAGs as people write them, at random: schedules, rules, retries, sensors, pools, limits, dependence on the past. */
import {
  type DagSpec,
  isoZ,
  type Micros,
  MINUTE,
  type ScheduleSpec,
  type SensorSpec,
  type TaskSpec,
  type TriggerRule,
} from "@momiji/core";
import type { PoolRecord } from "@momiji/store";
import { dagSpec } from "../specs.ts";
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

const DAYS_BEFORE: Micros = 3 * 24 * 60 * MINUTE;

/** Pools that the tasks name. */
export function randomPools(random: Random): PoolRecord[] {
  return ["narrow", "middle"].map((name, index) => ({
    name,
    slots: random.whole(1, 2 + index * 3),
    includeDeferred: random.chance(0.3),
    description: null,
  }));
}

/** All runs that a schedule makes lie between `start` and `end`. */
export function randomDags(random: Random, { start, end }: { start: Micros; end: Micros }): DagSpec[] {
  return Array.from({ length: random.whole(1, 4) }, (_, index) => randomDag(random, `dag${index}`, { start, end }));
}

/** The same DAG as its author has changed it: another version. */
export function changedDag(random: Random, spec: DagSpec): DagSpec {
  const version = `${random.whole(0, 1_000_000)}`;
  const tasks = spec.tasks.map((task) => (random.chance(0.3) ? { ...task, ...retries(random) } : task));
  const isAdded = random.chance(0.5);
  const added = { taskId: `added${version}`, operator: "function", lane: "function", upstream: [] } as const;
  return { ...spec, description: version, tasks: isAdded ? [...tasks, added] : tasks };
}

function randomDag(random: Random, dagId: string, { start, end }: { start: Micros; end: Micros }): DagSpec {
  const isLinked = random.chance(0.3);
  const ids = Array.from({ length: random.whole(1, 8) }, (_, index) => `t${index}`);
  const tasks = ids.map((taskId, index) => [taskId, randomTask(random, ids.slice(0, index), isLinked)] as const);
  const isDistant = random.chance(0.2);
  return dagSpec(dagId, Object.fromEntries(tasks), {
    schedule: randomSchedule(random),
    startDate: isoZ(isDistant ? start - DAYS_BEFORE : start - random.whole(0, 90) * MINUTE),
    endDate: isoZ(end),
    catchup: random.chance(0.4) && !isDistant,
    maxActiveRuns: random.whole(1, 4),
    ...(random.chance(0.4) ? { maxActiveTasks: random.whole(1, 4) } : {}),
    ...(random.chance(0.15) ? { dagrunTimeoutSeconds: random.whole(300, 3_600) } : {}),
  });
}

function randomSchedule(random: Random): ScheduleSpec {
  const minutes = random.whole(10, 60);
  switch (random.whole(0, 5)) {
    case 0:
      return { kind: "none" };
    case 1:
      return { kind: "once" };
    case 2:
      return { kind: "cron-interval", cron: `*/${random.pick([15, 20, 30])} * * * *`, timezone: "UTC" };
    case 3:
      return { kind: "delta-trigger", delta: { seconds: minutes * 60 } };
    case 4:
      return { kind: "continuous" };
    default:
      return { kind: "delta-interval", delta: { seconds: minutes * 60 } };
  }
}

function randomTask(random: Random, before: readonly string[], isLinked: boolean): Partial<TaskSpec> {
  const upstream = before.filter(() => random.chance(0.45));
  const isSensor = random.chance(0.2);
  return {
    upstream,
    triggerRule: upstream.length === 0 ? "all_success" : random.pick(RULES),
    ...(random.chance(0.1) && !isSensor ? { lane: "empty", operator: "empty" } : {}),
    ...(isSensor ? { sensor: randomSensor(random) } : {}),
    ...retries(random),
    ...(random.chance(0.15) ? { executionTimeoutSeconds: random.whole(30, 900) } : {}),
    ...(random.chance(0.3) ? { pool: random.pick(["narrow", "middle"]), poolSlots: 1 } : {}),
    ...(random.chance(0.1) ? { maxActiveTisPerDag: random.whole(1, 2) } : {}),
    ...(random.chance(0.1) ? { maxActiveTisPerDagrun: 1 } : {}),
    ...(random.chance(0.2) ? { priorityWeight: random.whole(1, 10) } : {}),
    ...(isLinked && random.chance(0.5) ? { dependsOnPast: true } : {}),
    ...(isLinked && random.chance(0.2) ? { waitForDownstream: true } : {}),
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

function retries(random: Random): Pick<TaskSpec, "retry"> {
  if (random.chance(0.4)) return {};
  const backoff = random.chance(0.3) ? { backoff: 2 } : {};
  return { retry: { retries: random.whole(1, 3), delaySeconds: random.whole(0, 600), ...backoff } };
}
