import type { AttemptEvent } from "@momiji/core";
import { beforeEach, expect, test } from "vitest";
import type { ActiveRun } from "./dag-entry.ts";
import { type Applied, takenAgain } from "./refused-runs.ts";

const activeOf = (runKey: number): ActiveRun =>
  ({ runKey, machine: { run: { dagId: "d", runId: `r${runKey}` } } }) as ActiveRun;
const runs = new Map([1, 2, 3].map((runKey) => [runKey, { active: activeOf(runKey) }]));
const of = (runKey: number, event: AttemptEvent): Applied => ({ active: activeOf(runKey), event });
const ended = (attemptId: string): AttemptEvent => ({
  type: "finished",
  attemptId,
  at: 7,
  outcome: { kind: "success" },
  xcoms: [{ key: "return_value", value: 1 }],
});
const pushed = (attemptId: string): AttemptEvent => ({ type: "xcom", attemptId, at: 7, xcoms: [] });
const refusal = (runKey: number) => ({ runKey, message: "CHECK constraint failed" });

let said: string[] = [];
beforeEach(() => {
  said = [];
});
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
  const again = takenAgain({ applied: [of(1, ended("a")), of(2, ended("b"))], refused: [], runs }, log);
  expect(again).toEqual({ events: [ended("a"), ended("b")], apart: [], unwanted: [], stuck: new Set() });
});

test("the only attempt that reported of a refused run has failed, and is ended if it goes on", () => {
  const again = takenAgain(
    { applied: [of(1, pushed("a")), of(2, ended("b")), of(3, ended("c"))], refused: [refusal(1), refusal(2)], runs },
    log,
  );
  expect(again.events).toEqual([ended("c"), failed("a"), failed("b")]);
  expect(again.unwanted).toEqual([{ attemptId: "a", reason: "CHECK constraint failed" }]);
  expect(said).toEqual(
    [1, 2].map(
      (runKey) =>
        `run r${runKey} of DAG d could not be stored: CHECK constraint failed; the attempt that reported it has failed`,
    ),
  );
});

test("of several attempts each comes again for itself; of none nothing can be done", () => {
  const again = takenAgain(
    { applied: [of(1, pushed("a")), of(1, ended("b")), of(1, ended("a"))], refused: [refusal(1), refusal(2)], runs },
    log,
  );
  expect(again).toEqual({
    events: [],
    apart: [[pushed("a"), ended("a")], [ended("b")]],
    unwanted: [],
    stuck: new Set([2]),
  });
  expect(said).toEqual([
    "run r1 of DAG d could not be stored: CHECK constraint failed; what its attempts reported is taken one by one",
    "run r2 of DAG d could not be stored: CHECK constraint failed; it stays as it is until somebody clears or marks it, or the server starts again",
  ]);
});
