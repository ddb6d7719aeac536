/**
 * `lag-1`, `lag-1000`: DAGs that are due at the same instant, each minute: from `run_after` to the start of the first task, as
 * the store has it, and as the function itself saw it on its own clock. They run once: the three minutes are the repeats, and
 * the minute before them the warm-up.
 */
import { cpus } from "node:os";
import { join } from "node:path";
import { openSqliteStore } from "@momiji/store";
import { scratchFolder, startEngine } from "../engine-under-test.ts";
import { openDurable } from "../floors/durable.ts";
import { startWarmChildren } from "../floors/warm-children.ts";
import { percentile } from "../measure.ts";
import type { Bench, Report } from "../result.ts";

const MINUTES = 3;
const MINUTE_MICROS = 60_000_000;

/** One file makes them all in a loop: what is measured is the due instant, not the loading. */
const source = (dags: number): string => `import { dag } from "momiji";
export default Array.from({ length: ${dags} }, (_, index) =>
  dag({ id: \`lag_\${index}\`, schedule: "* * * * *", startDate: "2026-01-01T00:00", catchup: false }, ({ task }) => {
    task("first", () => performance.timeOrigin + performance.now());
  }),
);\n`;

const wallMillis = (): number => performance.timeOrigin + performance.now();

/** Resolves so many milliseconds after the full minute. */
async function pastMinute(minute: number, millis: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, minute + millis - wallMillis()));
}

/** All runs of a minute have begun by then, or the target is missed by far. */
const SETTLED_MILLIS = 40_000;

interface Lags {
  /** Milliseconds, one for each run. */
  readonly recorded: readonly number[];
  readonly seen: readonly number[];
}

async function measureLags(dags: number): Promise<Lags> {
  const engine = await startEngine({ "lags.ts": source(dags) });
  try {
    const warmUp = Math.ceil(wallMillis() / 60_000) * 60_000;
    await pastMinute(warmUp + MINUTES * 60_000, SETTLED_MILLIS);
    return await readLags(engine.home, dags, warmUp * 1000 + MINUTE_MICROS);
  } finally {
    await engine.stop();
  }
}

/** The runs of the three minutes from `first` on. */
async function readLags(home: string, dags: number, first: number): Promise<Lags> {
  const store = await openSqliteStore({ path: join(home, "momiji.db"), readOnly: true });
  const recorded: number[] = [];
  const seen: number[] = [];
  for (let index = 0; index < dags; index++) {
    const runs = await store.listRuns({ dagId: `lag_${index}`, limit: MINUTES + 2 });
    const counted = runs.filter(({ runAfter }) => runAfter >= first && runAfter < first + MINUTES * MINUTE_MICROS);
    for (const { run, instances } of await store.loadRuns(counted.map(({ runKey }) => runKey))) {
      const startDate = instances[0]?.startDate;
      const [own] = await store.getXComs([{ runKey: run.runKey, taskId: "first", mapIndex: -1, key: "return_value" }]);
      if (startDate == null || typeof own !== "number")
        throw new Error(`${run.dagId}: ${run.runId} has not run (${run.state})`);
      recorded.push((startDate - run.runAfter) / 1000);
      seen.push(own - run.runAfter / 1000);
    }
  }
  await store.close();
  if (recorded.length !== dags * MINUTES)
    throw new Error(`${recorded.length} runs were created, not ${dags * MINUTES}`);
  return { recorded, seen };
}

/** A timer, one durable transaction for all that is due, and a warm call for each, on all children. */
async function measureFloor(dags: number): Promise<number[]> {
  const scratch = scratchFolder();
  const durable = openDurable(scratch.path);
  const children = await startWarmChildren(Math.min(dags, cpus().length));
  const lags: number[] = [];
  for (let repeat = 0; repeat <= MINUTES * 3; repeat++) {
    const due = performance.now() + 200;
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    durable.commit(2 * dags);
    let left = dags;
    const work = async (child: number): Promise<void> => {
      while (left-- > 0) {
        await children.call(0, child);
        if (repeat > 0) lags.push(performance.now() - due);
      }
    };
    await Promise.all(Array.from({ length: children.size }, (_, child) => work(child)));
  }
  children.stop();
  durable.close();
  scratch.remove();
  return lags;
}

async function lag(dags: number, report: Report): Promise<void> {
  const floor = await measureFloor(dags);
  const { recorded, seen } = await measureLags(dags);
  const name = `lag-${dags}`;
  const target = { of: "value", atMost: dags === 1 ? 25 : 1000 } as const;
  report({
    name,
    metric: "p99 to the start, as recorded",
    value: percentile(recorded, 99),
    unit: "ms",
    floor: percentile(floor, 99),
    target,
  });
  report({
    name,
    metric: "p99 to the start, by the function's clock",
    value: percentile(seen, 99),
    unit: "ms",
    floor: percentile(floor, 99),
    target,
  });
  report({
    name,
    metric: "median to the start, by the function's clock",
    value: percentile(seen, 50),
    unit: "ms",
    floor: percentile(floor, 50),
  });
}

export const lags: readonly Bench[] = [1, 1000].map((dags) => ({
  name: `lag-${dags}`,
  group: "engine",
  run: (report) => lag(dags, report),
}));
