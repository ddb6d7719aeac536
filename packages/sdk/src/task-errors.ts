/**
 * What a task throws to say more than "failed". Recognised by a brand, not by `instanceof`: bundles and workers may hold
 * different copies of this file.
 */
import { type DurationInput, secondsOf } from "./duration.ts";

const BRAND = Symbol.for("momiji.task-signal");

export type TaskSignalKind = "skip" | "fail" | "retry" | "job";

abstract class TaskSignal extends Error {
  readonly [BRAND]: TaskSignalKind;
  constructor(message: string, kind: TaskSignalKind) {
    super(message);
    this[BRAND] = kind;
  }
}

/** The task instance becomes `skipped` (Airflow's `AirflowSkipException`). */
export class SkipTask extends TaskSignal {
  override readonly name = "SkipTask";
  constructor(message = "skipped") {
    super(message, "skip");
  }
}

/** Fails without the retries that are left (Airflow's `AirflowFailException`). */
export class FailTask extends TaskSignal {
  override readonly name = "FailTask";
  constructor(message: string) {
    super(message, "fail");
  }
}

/**
 * Fails, and is tried again after this time instead of the task's own delay, as long as `retries` are left. The message is
 * kept as the reason.
 */
export class RetryAfter extends TaskSignal {
  override readonly name = "RetryAfter";
  readonly delaySeconds: number;
  constructor(delay: DurationInput, message = "to be tried again later") {
    super(message, "retry");
    this.delaySeconds = secondsOf(delay, "RetryAfter");
  }
}

export interface JobFailureFacts {
  /** A stable code, such as `image_missing`; see `FailedOutcome.code`. */
  readonly code: string;
  /** Default true. */
  readonly retryable?: boolean;
  readonly exitCode?: number;
  /** What the other side said, the last lines of output. */
  readonly detail?: string;
  /** Of a launch: for certain no job was started by it, so none has to be looked for. Default false. */
  readonly nothingStarted?: boolean;
}

/** For operators of outside jobs: a failure with a code of its own. */
export class JobFailure extends TaskSignal {
  override readonly name = "JobFailure";
  readonly facts: JobFailureFacts;
  constructor(message: string, facts: JobFailureFacts) {
    super(message, "job");
    this.facts = facts;
  }
}

/** The kind of signal that a thrown value is, or null for any other. */
export function taskSignalOf(error: unknown): TaskSignalKind | null {
  if (typeof error !== "object" || error === null) return null;
  return (error as { [BRAND]?: TaskSignalKind })[BRAND] ?? null;
}
