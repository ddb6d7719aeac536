/** What a person's act comes to in one run: the same changes as any decision, and whom they are about. */
import type { DagRun, TaskInstance } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import { changesBetween } from "./run-changes.ts";
import type { RunChanges, RunView } from "./run-view.ts";

export interface Act {
  /** The task instances that the act is about, as they were before it; what a dry run lists. */
  readonly affected: readonly TaskInstance[];
  readonly changes: RunChanges;
}

/** The act that leads from one view of a run to another. */
export function actBetween(
  before: RunView,
  after: RunView,
  more: { affected: readonly TaskInstance[]; now: Micros },
): Act {
  return { affected: more.affected, changes: changesBetween(before, after, more.now) };
}

/** True if applying the act would change anything. */
export function changesAnything({ changes: { run, insert, update, remove } }: Act): boolean {
  return run !== undefined || insert.length > 0 || update.length > 0 || remove.length > 0;
}

/** A run that waits for its turn once more. */
export function requeueRun(run: DagRun, now: Micros): DagRun {
  return { ...run, state: "queued", queuedAt: now, startDate: null, endDate: null, reason: null };
}
