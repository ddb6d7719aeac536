import { expect, test } from "vitest";
import { type AdmissionLimits, admit, type Candidate, candidateOf, type Occupant } from "./admit.ts";
import { sampleGraph, sampleRun, sampleTask } from "./sample-run.ts";

const LIMITS: AdmissionLimits = {
  pools: new Map([
    ["default_pool", { slots: 128, includeDeferred: false }],
    ["small", { slots: 3, includeDeferred: true }],
  ]),
  executors: new Map([["default", 32]]),
};

let made = 0;

function candidate(more: Partial<Candidate> = {}): Candidate {
  made++;
  return {
    key: `c${made}`,
    runKey: 1,
    dagId: "d",
    taskId: `t${made}`,
    mapIndex: -1,
    priority: 1,
    date: 0,
    pool: "default_pool",
    poolSlots: 1,
    executor: "default",
    maxActiveTasks: 16,
    maxActiveTisPerDag: null,
    maxActiveTisPerDagrun: null,
    ...more,
  };
}

function inside(more: Partial<Occupant> = {}): Occupant {
  return { ...candidate(more), deferred: more.deferred ?? false };
}

function keys(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map(({ key }) => key);
}

test("higher priority goes first, then the earlier date, then the lower map index, then run and task", () => {
  const first = candidate({ priority: 2, date: 9 });
  const second = candidate({ date: 1, mapIndex: 5 });
  const third = candidate({ date: 2, mapIndex: 0 });
  const fourth = candidate({ date: 2, mapIndex: 1, runKey: 1, taskId: "z" });
  const fifth = candidate({ date: 2, mapIndex: 1, runKey: 2, taskId: "a" });
  const { admitted } = admit([fifth, fourth, third, second, first], LIMITS, []);
  expect(keys(admitted)).toEqual(keys([first, second, third, fourth, fifth]));
});

test("what finds no room is passed over, and says what it lacks", () => {
  const large = candidate({ pool: "small", poolSlots: 2, priority: 9 });
  const fits = candidate({ pool: "small" });
  const { admitted, blocked } = admit([large, fits], LIMITS, [inside({ pool: "small", poolSlots: 2 })]);
  expect(keys(admitted)).toEqual([fits.key]);
  expect(blocked).toEqual([{ key: large.key, by: { kind: "pool", name: "small", limit: 3, used: 2, asks: 2 } }]);
});

test("a pool or an executor that does not exist has no room", () => {
  const { blocked } = admit(
    [candidate({ pool: "none", date: 1 }), candidate({ executor: "none", date: 2 })],
    LIMITS,
    [],
  );
  expect(blocked.map(({ by }) => [by.kind, by.limit])).toEqual([
    ["pool", null],
    ["executor", null],
  ]);
});

test("a run, a task in all runs and a task in one run have their limits", () => {
  const blockOf = (asks: Candidate, occupants: readonly Occupant[]) =>
    admit([asks], LIMITS, occupants).blocked[0]?.by.kind;
  const same = { dagId: "d", taskId: "t" };
  expect(blockOf(candidate({ maxActiveTasks: 1 }), [inside()])).toBe("max_active_tasks");
  expect(blockOf(candidate({ maxActiveTasks: 1 }), [inside({ runKey: 2 })])).toBeUndefined();
  expect(blockOf(candidate({ ...same, maxActiveTisPerDag: 1 }), [inside({ ...same, runKey: 2 })])).toBe(
    "max_active_tis_per_dag",
  );
  expect(blockOf(candidate({ ...same, maxActiveTisPerDagrun: 1 }), [inside(same)])).toBe("max_active_tis_per_dagrun");
  expect(blockOf(candidate({ ...same, maxActiveTisPerDagrun: 1 }), [inside({ ...same, runKey: 2 })])).toBeUndefined();
});

test("an executor takes no more than it can", () => {
  const executors = new Map([["default", 2]]);
  const three = [candidate(), candidate(), candidate()];
  const { admitted, blocked } = admit(three, { ...LIMITS, executors }, []);
  expect([admitted.length, blocked[0]?.by]).toEqual([
    2,
    { kind: "executor", name: "default", limit: 2, used: 2, asks: 1 },
  ]);
});

test("a deferred one keeps its slots only in a pool that includes them, and counts nowhere else", () => {
  const executors = new Map([["default", 1]]);
  const admits = (pool: string, poolSlots: number) =>
    admit([candidate({ pool, poolSlots, maxActiveTasks: 1 })], { ...LIMITS, executors }, [
      inside({ pool, poolSlots, deferred: true }),
    ]).admitted.length;
  expect(admits("default_pool", 128)).toBe(1);
  expect(admits("small", 2)).toBe(0);
});

test("a candidate takes its limits from the task and the DAG, with Airflow's defaults", () => {
  const graph = sampleGraph(
    [
      sampleTask("a"),
      sampleTask("b", ["a"], {
        pool: "small",
        poolSlots: 2,
        executor: "ecs",
        maxActiveTisPerDag: 3,
        maxActiveTisPerDagrun: 4,
      }),
    ],
    { maxActiveTasks: 7 },
  );
  expect(candidateOf(graph, sampleRun, { taskId: "a", mapIndex: -1 })).toMatchObject({
    key: "1 a",
    priority: 2,
    date: sampleRun.logicalDate,
    pool: "default_pool",
    poolSlots: 1,
    executor: "default",
    maxActiveTasks: 7,
    maxActiveTisPerDag: null,
    maxActiveTisPerDagrun: null,
  });
  expect(
    candidateOf(graph, { ...sampleRun, logicalDate: null, runAfter: 5 }, { taskId: "b", mapIndex: 3 }),
  ).toMatchObject({
    key: "1 b[3]",
    priority: 1,
    date: 5,
    pool: "small",
    poolSlots: 2,
    executor: "ecs",
    maxActiveTisPerDag: 3,
    maxActiveTisPerDagrun: 4,
  });
  expect(candidateOf(sampleGraph([sampleTask("a")]), sampleRun, { taskId: "a", mapIndex: -1 }).maxActiveTasks).toBe(16);
});
