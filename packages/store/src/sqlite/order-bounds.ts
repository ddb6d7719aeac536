/**
 * The first page of an order that no index knows, among millions of task instances: for each block of runs it is kept in memory
 * between which values the order lies there, so that only the blocks are read that can be on the page. Read when somebody
 * first asks, and again when an instance of a run of the block is written.
 */
import type { Query, SqlValue } from "../dialect.ts";
import type { BoundedOrder, Walk } from "../queries/lists/page.ts";
import type { Connection } from "./connection.ts";

const RUNS_OF_BLOCK = 256;

/** Each time that the first blocks do not suffice, three times as many are read. */
const MORE_BLOCKS = 3;

/** Stores of so few blocks are sorted as they are. */
const FEW_BLOCKS = 4;

/** Beyond so many a statement would be long for what it saves. */
const MOST_BLOCKS = 256;

/** Rows up to the end of the page; a page that is deeper is found by sorting. */
const MOST_ROWS = 2_000;

/** Blocks that are read without a pause, a millisecond each at the most. */
const BLOCKS_AT_ONCE = 4;

/** Null: it has no value in the block, or there are no rows. */
interface Bounds {
  readonly low: SqlValue;
  readonly high: SqlValue;
}

/** A block with the value by which it comes into a walk. */
interface Candidate {
  readonly block: number;
  readonly best: SqlValue;
  /** What is wanted of it comes after that value, not with it. */
  readonly isAfter: boolean;
}

const ofConnections = new WeakMap<Connection, OrderBounds>();

export function orderBoundsOf(db: Connection): OrderBounds {
  const bounds = ofConnections.get(db) ?? new OrderBounds(db);
  ofConnections.set(db, bounds);
  return bounds;
}

export class OrderBounds {
  readonly #db: Connection;
  /** By the text of an order, then by block. */
  readonly #known = new Map<string, Map<number, Bounds>>();
  #dataVersion = -1;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Call it within whatever inserts or changes instances of the run. Those that go leave the bounds true. */
  forget(runKey: number): void {
    const block = blockOf(runKey);
    for (const blocks of this.#known.values()) blocks.delete(block);
  }

  /** Reads what is not known of an order, in pieces between which others have their turns. */
  async learn(order: BoundedOrder): Promise<void> {
    this.#forgetIfOthersWrote();
    const last = this.#lastBlock();
    if (last < FEW_BLOCKS) return;
    let read = 0;
    for (let block = 0; block <= last; block++) {
      if (this.#known.get(order.text)?.has(block) === true) continue;
      this.#boundsOf(order, block);
      if (++read % BLOCKS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** The same walk through the blocks in which its page must be; the walk itself where blocks do not tell. Within a read. */
  narrowed(walk: Walk, order: BoundedOrder): Walk {
    const rows = walk.offset + walk.limit;
    const { place } = order;
    // Nulls are bounds of nothing: they come first in a walk from the end, and after a null only they come.
    if (place === null ? walk.isTurned : place.value === null) return walk;
    if (this.#lastBlock() < FEW_BLOCKS || rows > MOST_ROWS || walk.limit === 0) return walk;
    this.#forgetIfOthersWrote();
    const descending = order.descending !== walk.isTurned;
    const candidates = this.#candidates(order, descending);
    for (let count = 1; count < candidates.length && count <= MOST_BLOCKS; count *= MORE_BLOCKS) {
      const narrow = { ...walk, from: withinBlocks(order.runKey, candidates.slice(0, count)) };
      const { text, values } = order.rowAt({ ...narrow, offset: rows - 1, limit: 1 });
      const last = this.#db.get<RowAt>(text, ...values);
      const next = candidates[count];
      if (last === undefined || next === undefined) continue;
      if (last.value === null) return walk;
      if (isBeyond(next, last, { descending, isTiedByKey: order.isTiedByKey })) return narrow;
    }
    return walk;
  }

  /** The blocks that hold some of what comes after the place, those first whose rows can come first. */
  #candidates(order: BoundedOrder, descending: boolean): readonly Candidate[] {
    const { place, isTiedByKey } = order;
    const candidates: Candidate[] = [];
    for (let block = 0; block <= this.#lastBlock(); block++) {
      const { low, high } = this.#boundsOf(order, block);
      const [best, worst] = descending ? [high, low] : [low, high];
      if (place === null || compared(best, place.value, descending) > 0) {
        candidates.push({ block, best, isAfter: false });
        continue;
      }
      // With the place itself come those of its value whose keys are further on.
      const isAfter = isTiedByKey && (descending ? block > blockOf(place.runKey) : block < blockOf(place.runKey));
      const rest = compared(worst, place.value, descending);
      if (rest > 0 || (rest === 0 && !isAfter)) candidates.push({ block, best: place.value, isAfter });
    }
    return candidates.sort(
      (a, b) =>
        compared(a.best, b.best, descending) ||
        Number(a.isAfter) - Number(b.isAfter) ||
        (descending ? b.block - a.block : a.block - b.block),
    );
  }

  #boundsOf({ text, tables, runKeyOfTables }: BoundedOrder, block: number): Bounds {
    const blocks = this.#known.get(text) ?? new Map<number, Bounds>();
    this.#known.set(text, blocks);
    const start = block * RUNS_OF_BLOCK;
    const bounds =
      blocks.get(block) ??
      this.#db.get<Bounds>(
        `SELECT min(${text}) AS low, max(${text}) AS high FROM ${tables} WHERE ${runKeyOfTables} >= ? AND ${runKeyOfTables} < ?`,
        start,
        start + RUNS_OF_BLOCK,
      ) ??
      NOTHING;
    blocks.set(block, bounds);
    return bounds;
  }

  #lastBlock(): number {
    return blockOf(this.#db.get<{ newest: number | null }>(NEWEST_RUN)?.newest ?? 0);
  }

  /** Another process, such as a command beside the server. */
  #forgetIfOthersWrote(): void {
    const now = this.#db.get<{ data_version: number }>("PRAGMA data_version")?.data_version ?? -1;
    if (now !== this.#dataVersion) this.#known.clear();
    this.#dataVersion = now;
  }
}

const NOTHING: Bounds = { low: null, high: null };

const NEWEST_RUN = "SELECT max(run_key) AS newest FROM dag_run";

interface RowAt {
  readonly value: SqlValue;
  readonly run_key: number;
}

function blockOf(runKey: number): number {
  return Math.floor(runKey / RUNS_OF_BLOCK);
}

/** Nothing of the candidate, nor of those behind it, comes before the row. */
function isBeyond(
  { best, isAfter, block }: Candidate,
  row: RowAt,
  { descending, isTiedByKey }: { readonly descending: boolean; readonly isTiedByKey: boolean },
): boolean {
  const order = compared(best, row.value, descending);
  if (order !== 0 || isAfter) return order >= 0;
  return isTiedByKey && (descending ? block < blockOf(row.run_key) : block > blockOf(row.run_key));
}

/** As SQLite compares: numbers, and texts by their bytes; nulls are last in both directions. */
function compared(a: SqlValue, b: SqlValue, descending: boolean): number {
  if (a === b) return 0;
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === "string" && typeof b === "string"
      ? Buffer.compare(Buffer.from(a), Buffer.from(b))
      : Number(a) - Number(b);
  return descending ? -order : order;
}

/** As many conditions as blocks, though neighbours could share one: so there are few texts of statements. */
function withinBlocks(runKey: string, candidates: readonly Candidate[]): Query {
  const within = candidates.map(() => `${runKey} >= ? AND ${runKey} < ?`).join(" OR ");
  const values = candidates.flatMap(({ block }) => [block * RUNS_OF_BLOCK, (block + 1) * RUNS_OF_BLOCK]);
  return { text: `(${within})`, values };
}
