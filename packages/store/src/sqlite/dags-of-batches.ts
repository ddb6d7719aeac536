/**
 * The DAGs of which batches change something, for notices. Which DAG a run belongs to never changes, so it is asked once: a
 * run is in many batches.
 */
import type { CommitBatch, CommitResult } from "../store.ts";
import type { Connection } from "./connection.ts";
import { RUN } from "./statements.ts";

const MOST_KNOWN = 10_000;

export class DagsOfBatches {
  readonly #db: Connection;
  /** DAG id by run key. */
  readonly #known = new Map<number, string>();

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Runs that were stale are passed over: of them nothing was written. */
  of(batch: CommitBatch, { stale }: CommitResult): string[] {
    const missed = (batch.missed ?? []).map(({ deadline }) => deadline);
    const ids = new Set([...(batch.newRuns ?? []), ...(batch.schedules ?? []), ...missed].map((item) => item.dagId));
    const runKeys = batch.runs.map(({ runKey }) => runKey).filter((runKey) => !stale.includes(runKey));
    this.#learn(runKeys.filter((runKey) => !this.#known.has(runKey)));
    for (const runKey of runKeys) {
      const dagId = this.#known.get(runKey);
      if (dagId !== undefined) ids.add(dagId);
    }
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    return [...ids];
  }

  #learn(runKeys: readonly number[]): void {
    if (runKeys.length === 0) return;
    const rows = this.#db.all<{ run_key: number; dag_id: string }>(RUN.selectDagIds, JSON.stringify(runKeys));
    for (const { run_key: runKey, dag_id: dagId } of rows) this.#known.set(runKey, dagId);
  }
}
