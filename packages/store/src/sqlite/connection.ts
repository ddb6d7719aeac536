/**
 * One connection to a database file: statements prepared once, transactions, and errors in the store's codes.
 * Everything is synchronous: a call is done when it returns, so two calls of one process never stand inside each other.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { SqlValue } from "../dialect.ts";
import { StoreError, type StoreErrorCode } from "../errors.ts";
import { toStoreError } from "./sqlite-errors.ts";
import { asNumbers, isTooWide } from "./wide-integers.ts";

const MOST_STATEMENTS = 2_000;

const KEEP_FROM_WRITING: ReadonlySet<StoreErrorCode> = new Set([
  "store_full",
  "store_busy",
  "store_io",
  "store_read_only",
  "store_damaged",
]);

export class Connection {
  /** The file, for messages. */
  readonly path: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #trouble: StoreError | null = null;
  #writes = 0;

  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.path = path;
  }

  /** Goes up with everything that may have changed what reads find. */
  get writes(): number {
    return this.#writes;
  }

  /** All rows; the caller says what a row of this text looks like. */
  all<Row>(text: string, ...values: readonly SqlValue[]): Row[] {
    try {
      return this.#prepare(text).all(...values) as Row[];
    } catch (error) {
      return this.#readWide(error, text, (statement) => statement.all(...values) as Row[]);
    }
  }

  /** All rows as arrays of their columns: several times quicker where there are very many. A text read so is only read so. */
  arrays<Row extends readonly SqlValue[]>(text: string, ...values: readonly SqlValue[]): Row[] {
    try {
      const statement = this.#prepare(text);
      statement.setReturnArrays(true);
      return statement.all(...values) as unknown as Row[];
    } catch (error) {
      return this.#readWide(error, text, (statement) => statement.all(...values) as unknown as Row[]);
    }
  }

  /** Rows up to the first that ends it, which is among them: the others are not read. */
  until<Row>(isLast: (row: Row) => boolean, text: string, ...values: readonly SqlValue[]): Row[] {
    try {
      return rowsUntil(isLast, this.#prepare(text).iterate(...values) as Iterable<Row>);
    } catch (error) {
      return this.#readWide(error, text, (statement) =>
        rowsUntil((row) => isLast(asNumbers(row)), statement.iterate(...values) as Iterable<Row>),
      );
    }
  }

  /** The first row, or undefined. */
  get<Row>(text: string, ...values: readonly SqlValue[]): Row | undefined {
    try {
      return this.#prepare(text).get(...values) as Row | undefined;
    } catch (error) {
      return this.#readWide(error, text, (statement) => statement.get(...values) as Row | undefined);
    }
  }

  /** Runs it and gives the number of rows that changed. */
  run(text: string, ...values: readonly SqlValue[]): number {
    this.#writes++;
    try {
      return Number(this.#prepare(text).run(...values).changes);
    } catch (error) {
      throw this.#told(error);
    }
  }

  /**
   * Inserts a row: its rowid, or null if a conflict kept it out. A third of the time of the same with RETURNING, for
   * which SQLite gathers the answer in a table of its own.
   */
  insert(text: string, ...values: readonly SqlValue[]): number | null {
    this.#writes++;
    try {
      const { changes, lastInsertRowid } = this.#prepare(text).run(...values);
      return Number(changes) === 0 ? null : Number(lastInsertRowid);
    } catch (error) {
      throw this.#told(error);
    }
  }

  /** Runs a script of several statements that are used once. */
  script(text: string): void {
    this.#writes++;
    try {
      this.#database.exec(text);
    } catch (error) {
      throw this.#told(error);
    }
  }

  /** All or nothing, and durable when it returns. Takes the write lock at once, so that it cannot fail half-way for it. */
  write<T>(work: () => T): T {
    const result = this.#transaction("BEGIN IMMEDIATE", work);
    this.#trouble = null;
    return result;
  }

  /** What has kept something from being written since the last transaction that was; null: nothing. */
  get trouble(): StoreError | null {
    return this.#trouble;
  }

  /** Several reads that see the same moment, whatever another process commits in between. */
  read<T>(work: () => T): T {
    return this.#transaction("BEGIN", work);
  }

  /** False once SQLite has ended a transaction by itself, as it does after some failures (a full disk). */
  get isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  /** Once more what has failed, if that was for an integer too wide for a number. */
  #readWide<T>(error: unknown, text: string, read: (statement: StatementSync) => T): T {
    if (!isTooWide(error)) throw this.#told(error);
    const statement = this.#prepare(text);
    statement.setReadBigInts(true);
    try {
      return asNumbers(read(statement));
    } catch (again) {
      throw this.#told(again);
    } finally {
      statement.setReadBigInts(false);
    }
  }

  #told(error: unknown): unknown {
    const told = toStoreError(error, this.path);
    if (told instanceof StoreError && KEEP_FROM_WRITING.has(told.code)) this.#trouble = told;
    return told;
  }

  #transaction<T>(begin: string, work: () => T): T {
    this.run(begin);
    try {
      const result = work();
      this.run("COMMIT");
      return result;
    } catch (error) {
      if (this.isInTransaction) this.run("ROLLBACK");
      throw error;
    }
  }

  #prepare(text: string): StatementSync {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      // Lists have as many texts as there are filters and orders; nobody shall fill the memory by asking for each.
      if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
      statement = this.#database.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }
}

function rowsUntil<Row>(isLast: (row: Row) => boolean, all: Iterable<Row>): Row[] {
  const rows: Row[] = [];
  for (const row of all) {
    rows.push(row);
    if (isLast(row)) break;
  }
  return rows;
}
