/** Why no further attempt followed a failure: the same questions as `afterFailure`, in its order. */
import type { TaskInstance } from "../dag-run.ts";

/** Why, as data: a stable word and what belongs to it. */
export type NoRetry =
  | { readonly why: "lost"; readonly times: number }
  | { readonly why: "stopped" | "sensor_timeout" | "marked" }
  | { readonly why: "no_retries" }
  | { readonly why: "task"; readonly error: string }
  | { readonly why: "kind"; readonly code: string }
  | { readonly why: "policy"; readonly reason: string | null }
  | { readonly why: "used_up"; readonly retries: number };

/** Of an instance that failed with its last attempt; `retries`: of its task. */
export function noRetryOf({ outcome, lostAttempts, tryNumber, maxTries }: TaskInstance, retries: number): NoRetry {
  if (outcome?.kind === "lost") return { why: "lost", times: lostAttempts };
  if (outcome?.kind !== "failed") return { why: "stopped" };
  const { retryable, code, errorName, retry } = outcome;
  if (!retryable && code === "sensor_timeout") return { why: "sensor_timeout" };
  if (!retryable && errorName !== undefined) return { why: "task", error: errorName };
  if (!retryable) return { why: "kind", code };
  if (retry?.action === "fail") return { why: "policy", reason: retry.reason ?? null };
  if (tryNumber <= maxTries) return { why: "marked" };
  return retries === 0 ? { why: "no_retries" } : { why: "used_up", retries };
}

export function noRetryWords(none: NoRetry): string {
  switch (none.why) {
    case "no_retries":
      return "it has no retries";
    case "used_up":
      return none.retries === 1 ? "its only retry is used up" : `its ${none.retries} retries are used up`;
    default:
      return `no retry followed: ${causeWords(none)}`;
  }
}

function causeWords(none: Exclude<NoRetry, { readonly why: "no_retries" | "used_up" }>): string {
  switch (none.why) {
    case "lost":
      return `it was lost with its worker ${none.times} times`;
    case "stopped":
      return "it was stopped";
    case "sensor_timeout":
      return "a sensor that has timed out is not asked again";
    case "task":
      return `the task failed without retry (${none.error})`;
    case "kind":
      return `a failure of this kind (${none.code}) is not retried`;
    case "policy":
      return `its retry policy says fail${none.reason === null ? "" : `: ${none.reason}`}`;
    case "marked":
      return "it was marked failed";
  }
}
