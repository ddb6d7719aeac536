/** Bugs on purpose: each breaks one promise of the engine, and the audit must see it. */
import type { CommitBatch, PoolRecord, RunCommit } from "@momiji/store";

export const PLANTED_BUGS = [
  "outcome-forgotten",
  "success-denied",
  "pool-ignored",
  "update-dropped",
  "history-dropped",
] as const;

export type PlantedBug = (typeof PLANTED_BUGS)[number];

/** A commit on its way to the store. */
export function tamperWith(bug: PlantedBug | undefined): (batch: CommitBatch) => CommitBatch {
  switch (bug) {
    case "update-dropped":
      return everyNth(7, ({ update = [], ...commit }) => ({ ...commit, update: update.slice(1) }));
    case "history-dropped":
      return everyNth(1, ({ history: _history, ...commit }) => commit);
    default:
      return (batch) => batch;
  }
}

/** What the scheduler is told of the pools; the audit knows the truth. */
export function poolsAsTold(bug: PlantedBug | undefined, pools: readonly PoolRecord[]): PoolRecord[] {
  return pools.map((pool) => (bug === "pool-ignored" ? { ...pool, slots: pool.slots + 2 } : pool));
}

function everyNth(nth: number, change: (commit: RunCommit) => RunCommit): (batch: CommitBatch) => CommitBatch {
  let count = 0;
  return (batch) => (++count % nth === 0 ? { ...batch, runs: batch.runs.map(change) } : batch);
}
