/** Why no further attempt followed a failure: the same questions as `afterFailure`, in its order. */
import type { TaskInstance } from "../dag-run.ts";

/** Of an instance that failed with its last attempt; `retries`: of its task. */
export function whyNoRetry({ outcome, lostAttempts, tryNumber, maxTries }: TaskInstance, retries: number): string {
  if (outcome?.kind === "lost") return `no retry followed: it was lost with its worker ${lostAttempts} times`;
  if (outcome?.kind !== "failed") return "no retry followed: it was stopped";
  const { retryable, code, errorName, retry } = outcome;
  if (!retryable && code === "sensor_timeout")
    return "no retry followed: a sensor that has timed out is not asked again";
  if (!retryable && errorName !== undefined) return `no retry followed: the task failed without retry (${errorName})`;
  if (!retryable) return `no retry followed: a failure of this kind (${code}) is not retried`;
  if (retry?.action === "fail") {
    const because = retry.reason === undefined ? "" : `: ${retry.reason}`;
    return `no retry followed: its retry policy says fail${because}`;
  }
  if (tryNumber <= maxTries) return "no retry followed: it was marked failed";
  if (retries === 0) return "it has no retries";
  return retries === 1 ? "its only retry is used up" : `its ${retries} retries are used up`;
}
