import { expect, test } from "vitest";
import { AdmissionQueue } from "./admission-queue.ts";
import type { Candidate } from "./admit.ts";

function candidate(key: string, more: Partial<Candidate> = {}): Candidate {
  return {
    key,
    runKey: 1,
    dagId: "d",
    taskId: key,
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

function queueOf(slots: number, capacity = 100): AdmissionQueue {
  const pools = new Map([["default_pool", { slots, includeDeferred: false }]]);
  return new AdmissionQueue({ pools, executors: new Map([["default", capacity]]) });
}

function keys(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map(({ key }) => key);
}

test("what waits comes in as soon as what is inside leaves, best first", () => {
  const queue = queueOf(1);
  for (const key of ["a", "b", "c"]) queue.add(candidate(key, { priority: key === "c" ? 2 : 1 }));
  expect(keys(queue.admit())).toEqual(["c"]);
  expect(queue.admit()).toEqual([]);
  queue.remove(1, { taskId: "c", mapIndex: -1 });
  expect(keys(queue.admit())).toEqual(["a"]);
});

test("a waiting one that is no longer wanted is forgotten, and unknown keys are passed over", () => {
  const queue = queueOf(1);
  queue.add(candidate("a"));
  queue.remove(1, { taskId: "a", mapIndex: -1 });
  queue.remove(1, { taskId: "nobody", mapIndex: -1 });
  queue.setDeferred(1, { taskId: "nobody", mapIndex: -1 }, true);
  expect(queue.admit()).toEqual([]);
});

test("a larger pool lets in who stood before it", () => {
  const queue = queueOf(0);
  queue.add(candidate("a"));
  expect(queue.admit()).toEqual([]);
  queue.setPool("default_pool", { slots: 1, includeDeferred: false });
  expect(keys(queue.admit())).toEqual(["a"]);
});

test("a paused one makes room and comes back without waiting again", () => {
  const queue = queueOf(1);
  queue.add(candidate("a"));
  queue.add(candidate("b"));
  expect(keys(queue.admit())).toEqual(["a"]);
  queue.setDeferred(1, { taskId: "a", mapIndex: -1 }, true);
  expect(keys(queue.admit())).toEqual(["b"]);
  queue.setDeferred(1, { taskId: "a", mapIndex: -1 }, false);
  queue.remove(1, { taskId: "b", mapIndex: -1 });
  queue.add(candidate("c"));
  expect(queue.admit()).toEqual([]);
});

test("thousands that are blocked do not hold up the one that can run", () => {
  const queue = queueOf(1);
  queue.restore({ ...candidate("holder", { runKey: 0 }), deferred: false });
  for (let i = 0; i < 5_000; i++) queue.add(candidate(`blocked ${i}`, { runKey: i % 50, priority: 9 }));
  queue.admit();
  queue.setPool("free", { slots: 1, includeDeferred: false });
  queue.add(candidate("runs", { pool: "free" }));
  expect(keys(queue.admit())).toEqual(["runs"]);
});
