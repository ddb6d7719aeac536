/** When a failed attempt is tried again, and when it is not: Airflow's arithmetic (`next_retry_datetime`). */
import type { RetrySpec } from "./dag-spec.ts";
import { formatInstant, type Micros, secondsToSpan } from "./instant.ts";
import { sha1 } from "./sha1.ts";
import type { TaskInstance } from "./dag-run.ts";
import type { AttemptOutcome } from "./task-protocol.ts";

/** Airflow's `[core] max_task_retry_delay`: no exponential delay is longer. */
export const MAX_BACKOFF_SECONDS = 86_400;

/** Airflow's default for an operator without `retry_delay`. */
export const DEFAULT_RETRY: RetrySpec = { retries: 0, delaySeconds: 300 };

/** How often an attempt may be lost with its worker before the task instance fails after all. */
export const DEFAULT_LOST_ATTEMPT_LIMIT = 5;

/** The failed attempt that a delay is asked for. All instances of a mapped task wait alike: there is no map index. */
export interface FailedAttempt {
  readonly dagId: string;
  readonly taskId: string;
  readonly logicalDate: Micros | null;
  /** Number of the attempt that failed; the first is 1. */
  readonly tryNumber: number;
}

/**
 * Seconds from the end of the failed attempt to the moment from which the next may be scheduled.
 *
 * Constant (`backoff` absent, 0, 1 or below 0): `delaySeconds`, under no cap. Otherwise `b = max(1, ceil(delay *
 * backoff ^ (tryNumber - 1)))` and a jitter in `[0, b)` that depends on the attempt only, so that asking twice gives the
 * same answer; capped by `MAX_BACKOFF_SECONDS`, then by `maxDelaySeconds`.
 */
export function retryDelay(retry: RetrySpec, attempt: FailedAttempt): number {
  const factor = retry.backoff ?? 0;
  if (factor <= 0 || factor === 1) return retry.delaySeconds;
  const base = Math.max(1, Math.ceil(retry.delaySeconds * factor ** (attempt.tryNumber - 1)));
  const delay = base >= MAX_BACKOFF_SECONDS ? MAX_BACKOFF_SECONDS : base + remainder(sha1(jitterKey(attempt)), base);
  return Math.min(delay, MAX_BACKOFF_SECONDS, retry.maxDelaySeconds ?? Number.POSITIVE_INFINITY);
}

/** The instant from which an attempt that failed at `endedAt` may be scheduled again. */
export function retryAt(retry: RetrySpec, attempt: FailedAttempt, endedAt: Micros): Micros {
  return endedAt + secondsToSpan(retryDelay(retry, attempt));
}

/** An outcome that is neither success nor skip, and when it came. */
export interface Failure {
  readonly outcome: Exclude<AttemptOutcome, { kind: "success" | "skipped" | "awaiting_input" }>;
  readonly at: Micros;
}

/** What decides about retries besides the attempt itself. */
export interface RetryContext {
  readonly dagId: string;
  readonly logicalDate: Micros | null;
  readonly retry: RetrySpec;
  readonly lostAttemptLimit: number;
}

/** The fields of a task instance that a failure changes. */
export type Aftermath = Pick<TaskInstance, "state" | "resumeAt" | "maxTries" | "lostAttempts">;

/**
 * Retry or end. A failed attempt is retried while `tryNumber <= maxTries`, unless it or its retry policy says that retrying
 * is no use; a policy may also choose the delay. A lost
 * one is not the task's fault: it begins again at once and costs no retry, until as many were lost as the limit says.
 * A cancelled one has failed.
 */
export function afterFailure(instance: TaskInstance, { outcome, at }: Failure, context: RetryContext): Aftermath {
  const { tryNumber, maxTries, lostAttempts } = instance;
  if (outcome.kind === "lost") {
    // One that was never begun cannot have been what killed its worker.
    const lost = instance.state === "queued" ? lostAttempts : lostAttempts + 1;
    if (lost > lostAttempts && lost >= context.lostAttemptLimit)
      return { state: "failed", resumeAt: null, maxTries, lostAttempts: lost };
    return { state: "up_for_retry", resumeAt: at, maxTries: maxTries + 1, lostAttempts: lost };
  }
  const isWanted = outcome.kind === "failed" && outcome.retryable && outcome.retry?.action !== "fail";
  if (!isWanted || tryNumber > maxTries) {
    return { state: "failed", resumeAt: null, maxTries, lostAttempts };
  }
  const attempt = { dagId: context.dagId, taskId: instance.taskId, logicalDate: context.logicalDate, tryNumber };
  const chosen = outcome.retry?.action === "retry" ? outcome.retry.delaySeconds : undefined;
  const resumeAt = chosen === undefined ? retryAt(context.retry, attempt, at) : at + secondsToSpan(chosen);
  return { state: "up_for_retry", resumeAt, maxTries, lostAttempts };
}

/** The text that Airflow hashes: `dag_id#task_id#logical_date#try_number`, the date as Python prints it. */
function jitterKey({ dagId, taskId, logicalDate, tryNumber }: FailedAttempt): string {
  const date = logicalDate === null ? "None" : formatInstant(logicalDate).replace("T", " ");
  return `${dagId}#${taskId}#${date}#${tryNumber}`;
}

/** The bytes, read as one big number, modulo `divisor` (below 2^40). */
function remainder(bytes: Uint8Array, divisor: number): number {
  return bytes.reduce((rest, byte) => (rest * 256 + byte) % divisor, 0);
}
