import { DAY, HOUR, MINUTE, newTaskInstance, parseInstant } from "@momiji/core";
import { Retention, type SweepFiles, type SweepRules, wordsOf } from "@momiji/scheduler";
import { openSqliteStore, type RemovableRun, type Store } from "@momiji/store";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dagSpec } from "./specs.ts";
import { VirtualClock } from "./virtual-clock.ts";

const START = parseInstant("2026-03-01T00:00:00Z");
let store: Store;
let clock: VirtualClock;
let said: string[];
let logsOf: RemovableRun[];

beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:" });
  clock = new VirtualClock(START);
  said = [];
  logsOf = [];
});

afterEach(() => store.close());

const files: SweepFiles = {
  removeRunLogs: async (run) => {
    logsOf.push(run);
    return 1;
  },
  removeLogs: async () => 0,
  removeBundles: async (_before, inUse) => inUse.size,
};

const rules = (now: number): SweepRules => ({
  runs: { before: now - 10 * DAY - 12 * HOUR, keep: 2, most: null },
  versionsBefore: now - DAY,
  importErrorsBefore: now - DAY,
  assetEventsBefore: now - DAY,
  eventLogBefore: now - DAY,
  logsBefore: null,
  bundlesBefore: null,
});

function service(): Retention {
  const log = {
    info: (message: string) => void said.push(message),
    warn: (message: string) => void said.push(message),
    error: (message: string, error?: unknown) => void said.push(`${message}: ${String(error)}`),
  };
  return new Retention({ store, clock, files, log, rules, everyMicros: HOUR, firstAfterMicros: MINUTE });
}

/** Finished runs of the `count` days before the start, each with so many task instances; one more is running. */
async function history(count: number, instances: number): Promise<void> {
  await store.publishFile(
    { file: "etl.ts", bundle: { hash: "h", path: "/b" }, dags: [dagSpec("etl", { a: {} })], errors: [] },
    START,
  );
  const { fence } = await store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  for (let day = count; day >= 0; day--) {
    const logicalDate = START - day * DAY;
    const dates = { logicalDate, dataIntervalStart: null, dataIntervalEnd: null, runAfter: logicalDate };
    const birth = { dagId: "etl", runId: `day ${day}`, runType: "scheduled", triggeredBy: "timetable" } as const;
    const [created] = await store.createRuns([{ ...birth, conf: {}, dagVersion: 1, note: null, ...dates }], START);
    if (created?.created !== true) throw new Error("the run was not made");
    const run = { ...created.run, state: day === 0 ? ("running" as const) : ("success" as const) };
    const insert = Array.from({ length: instances }, (_, at) => ({
      ...newTaskInstance(`t${at}`, 0),
      state: "success" as const,
    }));
    await store.commit({
      owner: "o",
      fence,
      now: START,
      runs: [{ runKey: run.runKey, expectRevision: 0, run, insert }],
    });
  }
}

async function runIds(): Promise<string[]> {
  return (await store.listRuns({ dagId: "etl", limit: 1_000 })).map(({ runId }) => runId);
}

/** Lets time pass bit by bit, with room for what is asked of the store. */
async function pass(micros: number): Promise<void> {
  for (const end = clock.now() + micros; clock.now() < end;) {
    await new Promise((resolve) => setImmediate(resolve));
    clock.moveTo(Math.min(end, clock.nextTimer() ?? end));
  }
  await new Promise((resolve) => setImmediate(resolve));
}

test("old runs go with their logs, the young, the newest and the unfinished stay", async () => {
  await history(30, 3);
  const retention = service();
  retention.start();
  await pass(10 * MINUTE);
  expect(await runIds()).toEqual(Array.from({ length: 11 }, (_, day) => `day ${day}`));
  expect(logsOf.map(({ runId }) => runId)).toEqual(Array.from({ length: 20 }, (_, at) => `day ${30 - at}`));
  expect(said).toEqual(["removed 20 runs, 20 log files, as the settings retention.* ask for"]);
  expect(await store.check()).toEqual([]);
  await retention.stop();
});

test("what grows old later goes at a later look", async () => {
  await history(12, 1);
  const retention = service();
  retention.start();
  await pass(10 * MINUTE);
  expect(await runIds()).toHaveLength(11);
  await pass(3 * DAY);
  expect(await runIds()).toHaveLength(8);
  await retention.stop();
});

test("stopped in the middle of a large run, it leaves a sound store, and the next life goes on from there", async () => {
  await history(12, 2_000);
  const first = service();
  first.start();
  await pass(MINUTE + 1);
  await first.stop();
  const left = await store.findRun("etl", "day 12");
  expect(left?.instances.length).toBeGreaterThan(0);
  expect(left?.instances.length).toBeLessThan(2_000);
  expect(await store.check()).toEqual([]);
  const second = service();
  second.start();
  await pass(10 * MINUTE);
  await second.stop();
  expect(await runIds()).toHaveLength(11);
});

test("a store that fails is told of, and asked again at the next look", async () => {
  await history(12, 1);
  const retention = service();
  let failures = 1;
  const removeRunStep = store.removeRunStep.bind(store);
  store.removeRunStep = async (...given) => {
    if (failures-- > 0) throw new Error("the disk is full");
    return removeRunStep(...given);
  };
  retention.start();
  await pass(2 * MINUTE);
  expect(said).toEqual(["old history could not be removed; trying again later: Error: the disk is full"]);
  await pass(2 * HOUR);
  expect(await runIds()).toHaveLength(11);
  await retention.stop();
});

test("nothing removed is nothing said", () => {
  expect(wordsOf({ runs: 0, versions: 0, importErrors: 0, assetEvents: 0, eventLog: 0, logFiles: 0, bundles: 0 })).toBe(
    "",
  );
});
