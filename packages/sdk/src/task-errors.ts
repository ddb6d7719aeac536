/**
 * What a task throws to say more than "failed". Recognised by a brand, not by `instanceof`: bundles and workers may hold
 * different copies of this file.
 */
const BRAND = Symbol.for("momiji.task-signal");

export type TaskSignalKind = "skip" | "fail";

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

/** The kind of signal that a thrown value is, or null for any other. */
export function taskSignalOf(error: unknown): TaskSignalKind | null {
  if (typeof error !== "object" || error === null) return null;
  return (error as { [BRAND]?: TaskSignalKind })[BRAND] ?? null;
}
