/** DAGs as people write them, at random: schedules, catchup, limits, and what `random-graph.ts` puts into them. */
import { type DagSpec, isoZ, type Micros, MINUTE, type ScheduleSpec } from "@momiji/core";
import type { PoolRecord } from "@momiji/store";
import { dagSpec } from "../specs.ts";
import type { Random } from "./random.ts";
import { withAssets } from "./random-assets.ts";
import { withDeadlines } from "./random-deadlines.ts";
import { randomGraph } from "./random-graph.ts";
import { retries } from "./random-tasks.ts";

const TELL = { name: "tell", lane: "function" } as const;

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
  const specs = Array.from({ length: random.whole(1, 4) }, (_, index) =>
    withDeadlines(random.fork(`deadlines ${index}`), randomDag(random, `dag${index}`, { start, end }), { start, end }),
  );
  return random.chance(0.5) ? withAssets(random, specs) : specs;
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
  const failFast = random.chance(0.1);
  const { tasks, groups } = randomGraph(random, { isLinked, failFast });
  const isDistant = random.chance(0.2);
  const schedule = randomSchedule(random);
  // Runs that follow each other without a pause must take some time, or there is no end to them.
  const all = schedule.kind === "continuous" ? { ...tasks, takes: {} } : tasks;
  return dagSpec(dagId, all, {
    ...(groups.length > 0 ? { groups } : {}),
    ...(failFast ? { failFast } : {}),
    ...(random.chance(0.2) ? { callbacks: { onSuccess: [TELL], onFailure: [TELL] } } : {}),
    schedule,
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
