/**
 * `size-5000`: does an event of a large run cost more than one of a small run? Beside the large run stand as many tasks in runs
 * of 50, all of them there at once, so that nothing but the size of a run differs.
 */
import { median, percentile } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { SchedulerAlone, specOf } from "./scheduler-alone.ts";

const LARGE = 5000;
const SMALL = 50;
const EDGES_OF_TASK = 3;
const REPEATS = 5;

/** The same graph every time: Park and Miller's generator. */
function randoms(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Each task after the first few has so many upstream tasks, anywhere before it. */
function randomGraph(tasks: number): Map<string, string[]> {
  const random = randoms(42);
  const graph = new Map<string, string[]>();
  for (let index = 0; index < tasks; index++) {
    const upstream = new Set<string>();
    while (upstream.size < Math.min(index, EDGES_OF_TASK)) upstream.add(`t${Math.floor(random() * index)}`);
    graph.set(`t${index}`, [...upstream]);
  }
  return graph;
}

interface Events {
  /** Milliseconds of each, by the clock. */
  readonly millis: readonly number[];
  /** Microseconds of the processor for one, on average. */
  readonly cpuMicros: number;
}

/** All events of so many runs at once. */
async function eventsOf(alone: SchedulerAlone, dagId: string, runs: number): Promise<Events> {
  await alone.trigger(dagId, runs);
  const millis: number[] = [];
  const start = process.threadCpuUsage();
  while (alone.executor.held > 0) millis.push(await alone.endOne());
  const { user, system } = process.threadCpuUsage(start);
  if (millis.length !== LARGE) throw new Error(`${millis.length} tasks have run, not ${LARGE}`);
  return { millis, cpuMicros: (user + system) / millis.length };
}

async function size5000(report: Report): Promise<void> {
  const specs = [specOf("large", randomGraph(LARGE)), specOf("small", randomGraph(SMALL))];
  const alone = await SchedulerAlone.start(":memory:", specs);
  const large: Events[] = [];
  const small: Events[] = [];
  // In turns; the first is the warm-up.
  for (let count = 0; count <= REPEATS; count++) {
    const ofSmall = await eventsOf(alone, "small", LARGE / SMALL);
    const ofLarge = await eventsOf(alone, "large", 1);
    if (count === 0) continue;
    small.push(ofSmall);
    large.push(ofLarge);
  }
  await alone.stop();
  const name = "size-5000";
  const cpu = (of: Events[]): number => median(of.map(({ cpuMicros }) => cpuMicros));
  const micros = (of: Events[], percent: number): number =>
    median(of.map(({ millis }) => percentile(millis, percent))) * 1000;
  report({
    name,
    metric: "an event, processor (floor: in runs of 50)",
    value: cpu(large),
    unit: "µs",
    floor: cpu(small),
    target: { of: "ratio", atMost: 1.5 },
  });
  report({
    name,
    metric: "an event, median (floor: in runs of 50)",
    value: micros(large, 50),
    unit: "µs",
    floor: micros(small, 50),
    target: { of: "ratio", atMost: 1.5 },
  });
  report({
    name,
    metric: "an event, p99",
    value: micros(large, 99),
    unit: "µs",
    target: { of: "value", atMost: 1000 },
  });
}

export const sizes: readonly Bench[] = [{ name: "size-5000", group: "scale", run: size5000 }];
