/**
 * How many task instances there are, and where in their order the n-th one is, without a look at each: kept in memory for
 * blocks of runs, counted when somebody first asks, and forgotten when the instances of a run of the block come or go.
 */
import type { Query } from "../dialect.ts";
import type { Walk } from "../queries/lists/page.ts";
import type { Connection } from "./connection.ts";

/** A page by offset walks through one block at the most. */
const RUNS_OF_BLOCK = 256;

/** Instances that one who asks waits for: some milliseconds. Until all blocks are counted the answer is the capped count. */
const MOST_AT_ONCE = 200_000;

const COUNT = "SELECT count(*) AS total FROM task_instance WHERE run_key >= ? AND run_key < ?";

const ofConnections = new WeakMap<Connection, InstanceCounts>();

export function instanceCountsOf(db: Connection): InstanceCounts {
  const counts = ofConnections.get(db) ?? new InstanceCounts(db);
  ofConnections.set(db, counts);
  return counts;
}

export class InstanceCounts {
  readonly #db: Connection;
  readonly #blocks = new Map<number, number>();
  #dataVersion = -1;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Call it within whatever inserts or removes instances of the run. */
  forget(runKey: number): void {
    this.#blocks.delete(Math.floor(runKey / RUNS_OF_BLOCK));
  }

  /** Null: there are more than are counted while somebody waits; ask again. */
  total(): number | null {
    this.#forgetIfOthersWrote();
    const last = this.#lastBlock();
    let [total, counted] = [0, 0];
    for (let block = 0; block <= last; block++) {
      let rows = this.#blocks.get(block);
      if (rows === undefined) {
        if (counted > MOST_AT_ONCE) return null;
        const start = block * RUNS_OF_BLOCK;
        rows = this.#db.get<{ total: number }>(COUNT, start, start + RUNS_OF_BLOCK)?.total ?? 0;
        this.#blocks.set(block, rows);
        counted += rows;
      }
      total += rows;
    }
    return total;
  }

  /**
   * The same walk, which begins with the block that the page begins in. Only directly after `total` has given a number.
   * @param descending the direction of the run keys along the walk
   */
  shortened(walk: Walk, descending: boolean): Walk {
    const last = this.#lastBlock();
    let [offset, passed] = [walk.offset, 0];
    for (; passed <= last; passed++) {
      const rows = this.#blocks.get(descending ? last - passed : passed) ?? 0;
      if (rows > offset) break;
      offset -= rows;
    }
    if (passed === 0) return walk;
    const from: Query = descending
      ? { text: "t.run_key < ?", values: [(last - passed + 1) * RUNS_OF_BLOCK] }
      : { text: "t.run_key >= ?", values: [passed * RUNS_OF_BLOCK] };
    return { ...walk, offset, from };
  }

  #lastBlock(): number {
    const newest = this.#db.get<{ newest: number | null }>("SELECT max(run_key) AS newest FROM dag_run")?.newest ?? 0;
    return Math.floor(newest / RUNS_OF_BLOCK);
  }

  /** Another process, such as a command beside the server. */
  #forgetIfOthersWrote(): void {
    const now = this.#db.get<{ data_version: number }>("PRAGMA data_version")?.data_version ?? -1;
    if (now !== this.#dataVersion) this.#blocks.clear();
    this.#dataVersion = now;
  }
}
