/**
 * Which runs of backfills start when: each backfill has a limit of its own, beside that of its DAG, and may be paused.
 * Told of everything by whoever takes up, starts and drops runs; it asks for nothing by itself. That a backfill is
 * complete is found by the store, in the commit that ends its last run.
 */
import { isBackfillHeld, type Micros } from "@momiji/core";
import { allDags, type BackfillRecord, type Store } from "@momiji/store";
import type { ActiveRun, DagEntry } from "./dag-entry.ts";
import { RunQueue } from "./run-queue.ts";

interface Known {
  record: BackfillRecord;
  readonly queue: RunQueue<ActiveRun>;
}

export class Backfiller {
  readonly #store: Store;
  readonly #known = new Map<number, Known>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** A run was taken up. One of a backfill that is not known yet brings its limits along. */
  async enter(active: ActiveRun): Promise<void> {
    const id = active.machine.run.backfill?.id;
    if (id === undefined) return;
    if (!this.#known.has(id)) {
      const [record] = await this.#store.listBackfills({ scope: allDags, ids: [id] });
      if (record === undefined) throw new Error(`the store holds a run of backfill ${id}, but not the backfill`);
      this.#known.set(id, { record, queue: new RunQueue<ActiveRun>() });
    }
    this.#known.get(id)?.queue.enter(active);
  }

  leave(active: ActiveRun): void {
    const id = active.machine.run.backfill?.id;
    if (id === undefined) return;
    const known = this.#known.get(id);
    known?.queue.leave(active);
    if (known?.queue.size === 0) this.#known.delete(id);
  }

  /** Backfills of these DAGs were paused, let go or cancelled. */
  async refresh(dagIds: readonly string[]): Promise<void> {
    const wanted = new Set(dagIds);
    const ids = [...this.#known.values()]
      .filter(({ record }) => wanted.has(record.dagId))
      .map(({ record }) => record.id);
    if (ids.length === 0) return;
    for (const record of await this.#store.listBackfills({ scope: allDags, ids })) {
      const known = this.#known.get(record.id);
      if (known !== undefined) known.record = record;
    }
  }

  /** The next run of a DAG's backfills that may start now; null: none. From now on it has begun. */
  begin({ dagId }: DagEntry, now: Micros): ActiveRun | null {
    for (const { record, queue } of this.#known.values()) {
      if (record.dagId !== dagId) continue;
      const next = queue.begin({ limit: record.maxActiveRuns, isHeld: isBackfillHeld(record) }, now);
      if (next !== null) return next;
    }
    return null;
  }

  forgetAll(): void {
    this.#known.clear();
  }
}
