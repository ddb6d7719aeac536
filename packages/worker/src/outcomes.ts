/** Outcomes that several lanes give, with their codes and words. */
import type { AttemptOutcome, FailedOutcome, RetryDecision, TaskSpec } from "@momiji/core";

export const SUCCESS: AttemptOutcome = { kind: "success" };

export interface FailureExtras {
  readonly retryable?: boolean;
  readonly exitCode?: number;
  readonly detail?: string;
  readonly errorName?: string;
  readonly errorClass?: string;
  readonly errorBases?: readonly string[];
  readonly errorCode?: string;
  readonly retry?: RetryDecision;
}

export function failed(code: string, message: string, extras: FailureExtras = {}): FailedOutcome {
  return { kind: "failed", code, message, retryable: true, ...extras };
}

/** `executionTimeoutSeconds` is over. A sensor that fails softly is skipped then, as in Airflow. */
export function taskTimeout(task: TaskSpec, seconds: number): AttemptOutcome {
  const message = `timed out: it ran for longer than its execution timeout of ${seconds} s`;
  const isSoft = task.sensor?.softFail === true || task.sensor?.neverFail === true;
  return isSoft ? { kind: "skipped", message } : failed("timeout", message);
}

export function cancelled(reason: string): AttemptOutcome {
  return { kind: "cancelled", message: reason };
}

export function lost(message: string): AttemptOutcome {
  return { kind: "lost", message };
}

/** A value that is no JSON, or too large for the store. */
export function valueTooLarge(what: string, bytes: number, maxBytes: number): string {
  return (
    `${what} has ${inMiB(bytes)} and an XCom may have ${inMiB(maxBytes)}: ` +
    "write it to a file or an object store and return where it lies"
  );
}

function inMiB(bytes: number): string {
  return bytes < 1 << 20 ? `${bytes} bytes` : `${Math.round((bytes / (1 << 20)) * 10) / 10} MiB (${bytes} bytes)`;
}
