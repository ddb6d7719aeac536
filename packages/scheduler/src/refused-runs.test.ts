import type { AttemptEvent } from "@momiji/core";
import { expect, test } from "vitest";
import type { ActiveRun } from "./dag-entry.ts";
import { type Applied, takenAgain } from "./refused-runs.ts";

const of = (runKey: number, event: AttemptEvent): Applied => ({ active: { runKey } as ActiveRun, event });
const ended = (attemptId: string): AttemptEvent => ({
  type: "finished",
  attemptId,
  at: 7,
  outcome: { kind: "success" },
  xcoms: [{ key: "return_value", value: 1 }],
});
const pushed = (attemptId: string): AttemptEvent => ({ type: "xcom", attemptId, at: 7, xcoms: [] });
const refusal = (runKey: number) => ({ runKey, message: "CHECK constraint failed" });

const said: string[] = [];
const log = { info: () => {}, warn: () => {}, error: (message: string) => void said.push(message) };

const failed = (attemptId: string) => ({
  type: "finished",
  attemptId,
  at: 7,
  outcome: {
    kind: "failed",
    code: "xcom",
    message: "what it reported could not be stored: CHECK constraint failed",
    retryable: false,
  },
});

test("what was reported of runs that are stale only comes again as it was", () => {
  const again = takenAgain([of(1, ended("a")), of(2, ended("b"))], [], log);
  expect(again).toEqual({ events: [ended("a"), ended("b")], apart: [], unwanted: [], stuck: new Set() });
});

test("the only attempt that reported of a refused run has failed, and is ended if it goes on", () => {
  const again = takenAgain([of(1, pushed("a")), of(2, ended("b")), of(3, ended("c"))], [refusal(1), refusal(2)], log);
  expect(again.events).toEqual([ended("c"), failed("a"), failed("b")]);
  expect(again.unwanted).toEqual([{ attemptId: "a", reason: "CHECK constraint failed" }]);
  expect(said).toEqual(
    [1, 2].map((runKey) => `the store does not take what became of run ${runKey}: CHECK constraint failed`),
  );
});

test("of several attempts each comes again for itself; of none nothing can be done", () => {
  const again = takenAgain([of(1, pushed("a")), of(1, ended("b")), of(1, ended("a"))], [refusal(1), refusal(2)], log);
  expect(again).toEqual({
    events: [],
    apart: [[pushed("a"), ended("a")], [ended("b")]],
    unwanted: [],
    stuck: new Set([2]),
  });
});
