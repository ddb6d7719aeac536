import { expect, test } from "vitest";
import { parseInstant, SECOND } from "./instant.ts";
import { afterFailure, type FailedAttempt, type Failure, retryDelay } from "./retry.ts";
import { instanceIn, START } from "./sample-run.ts";

const ATTEMPT: FailedAttempt = {
  dagId: "etl__0_1",
  taskId: "load",
  logicalDate: parseInstant("2026-01-01T00:00:00Z"),
  tryNumber: 1,
};
const CONTEXT = { dagId: "sample", logicalDate: START, retry: { retries: 2, delaySeconds: 60 }, lostAttemptLimit: 3 };

function failure(retryable = true): Failure {
  return { at: START, outcome: { kind: "failed", message: "broken", code: "exception", retryable } };
}

test("a constant delay is neither raised nor capped", () => {
  const retry = { retries: 3, delaySeconds: 200_000, maxDelaySeconds: 10 };
  for (const backoff of [undefined, 0, 1, -1]) {
    expect(retryDelay({ ...retry, ...(backoff !== undefined && { backoff }) }, { ...ATTEMPT, tryNumber: 5 })).toBe(
      200_000,
    );
  }
});

test("an exponential delay grows, with the jitter that Airflow gives to the same attempt", () => {
  const retry = { retries: 9, delaySeconds: 300, backoff: 2 };
  const delays = [1, 2, 3, 4, 5].map((tryNumber) => retryDelay(retry, { ...ATTEMPT, tryNumber }));
  expect(delays).toEqual([429, 1143, 2391, 2841, 8827]);
});

test("an exponential delay is capped by a day and by the task's own cap", () => {
  const retry = { retries: 99, delaySeconds: 300, backoff: 10 };
  expect(retryDelay(retry, { ...ATTEMPT, tryNumber: 60 })).toBe(86_400);
  expect(retryDelay({ ...retry, maxDelaySeconds: 900 }, { ...ATTEMPT, tryNumber: 60 })).toBe(900);
});

test("attempts are allowed while the number of the failed one is no higher than maxTries", () => {
  const second = instanceIn("load", "running", { tryNumber: 2, maxTries: 2 });
  expect(afterFailure(second, failure(), CONTEXT)).toMatchObject({
    state: "up_for_retry",
    resumeAt: START + 60 * SECOND,
  });
  expect(afterFailure({ ...second, tryNumber: 3 }, failure(), CONTEXT)).toMatchObject({
    state: "failed",
    resumeAt: null,
  });
});

test("a failure that says retrying is no use, and a cancellation, end the instance", () => {
  const first = instanceIn("load", "running", { maxTries: 2 });
  expect(afterFailure(first, failure(false), CONTEXT).state).toBe("failed");
  expect(afterFailure(first, { at: START, outcome: { kind: "cancelled", message: "asked for" } }, CONTEXT).state).toBe(
    "failed",
  );
});

test("an attempt that was lost before it began does not even count as lost", () => {
  const lost: Failure = { at: START, outcome: { kind: "lost", message: "worker gone" } };
  const queued = instanceIn("load", "queued", { maxTries: 0, lostAttempts: 2 });
  expect(afterFailure(queued, lost, CONTEXT)).toMatchObject({ state: "up_for_retry", maxTries: 1, lostAttempts: 2 });
});

test("a lost attempt begins again at once, costs no retry, and is given up at the limit", () => {
  const lost: Failure = { at: START, outcome: { kind: "lost", message: "worker gone" } };
  const first = instanceIn("load", "running", { maxTries: 0 });
  expect(afterFailure(first, lost, CONTEXT)).toEqual({
    state: "up_for_retry",
    resumeAt: START,
    maxTries: 1,
    lostAttempts: 1,
  });
  expect(afterFailure({ ...first, lostAttempts: 2 }, lost, CONTEXT)).toMatchObject({
    state: "failed",
    lostAttempts: 3,
  });
});
