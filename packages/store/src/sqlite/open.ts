/** Opens the embedded store: one SQLite file with its write-ahead log beside it. */
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../errors.ts";
import type { Store } from "../store.ts";
import { Connection } from "./connection.ts";
import { LATEST, migrate, schemaVersion } from "./migrate.ts";
import { patientStore } from "./patient-store.ts";
import { probe } from "./probe.ts";
import { toStoreError } from "./sqlite-errors.ts";
import { SqliteStore } from "./sqlite-store.ts";

export interface SqliteStoreOptions {
  /** The database file; it is made if it does not exist, the folder around it is not. */
  readonly path: string;
  /**
   * `full` (default): what was acknowledged survives a power loss. `normal`: it survives a crash of the process, but
   * a power loss may take the last moments; the file stays sound.
   */
  readonly synchronous?: "full" | "normal";
  /** For readers beside a running server: nothing is written, not even a migration. Default false. */
  readonly readOnly?: boolean;
  /** How long a call waits for another process that holds the database, once it is open without stopping others. Default 5000. */
  readonly busyTimeoutMillis?: number;
  /** Whether a new DAG is paused where its author did not say. Default true, as in Airflow. */
  readonly pausedAtCreation?: boolean;
}

const BUSY_TIMEOUT_MILLIS = 5_000;

/** 16 MiB of log: a page that changes again and again is copied into the file less often than with SQLite's 4 MiB. */
const CHECKPOINT_PAGES = 4_096;

/** A log that has grown beyond this (by a reader that stood still, say) is cut back once it is moved into the file. */
const LOG_BYTES_KEPT = 64 * 1024 * 1024;

const SWITCH_RETRY_MILLIS = 10;

/**
 * Opens, migrates and probes the file. Its cost does not depend on how much history the file holds.
 * @throws StoreError with a code of `STORE_ERRORS`.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const connection = openConnection(options);
  connection.script("PRAGMA busy_timeout = 0");
  const store = new SqliteStore(connection, { pausedAtCreation: options.pausedAtCreation ?? true });
  return patientStore(store, options.busyTimeoutMillis ?? BUSY_TIMEOUT_MILLIS);
}

/** The connection alone, ready for use. */
export function openConnection(options: SqliteStoreOptions): Connection {
  const connection = connect(options);
  try {
    if (options.readOnly) requireLatest(connection);
    else prepareForWriting(connection, options);
    probe(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function connect({ path, readOnly = false, busyTimeoutMillis = BUSY_TIMEOUT_MILLIS }: SqliteStoreOptions): Connection {
  try {
    return new Connection(new DatabaseSync(path, { readOnly, timeout: busyTimeoutMillis }), path);
  } catch (error) {
    const reason = whyNot(path, readOnly);
    throw reason === null
      ? toStoreError(error, path)
      : new StoreError("store_cannot_open", `${path}: ${reason}`, { cause: error });
  }
}

/** SQLite only says that it cannot open a file; null: for no reason that can be seen here (no right to it, mostly). */
function whyNot(path: string, readOnly: boolean): string | null {
  const isFolder = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isFolder(path)) return "it is a folder";
  if (!isFolder(dirname(path))) return `there is no folder ${dirname(path)}`;
  return readOnly && !existsSync(path) ? "there is no such file" : null;
}

function requireLatest(connection: Connection): void {
  const version = connection.read(() => schemaVersion(connection));
  if (version === LATEST) return;
  throw new StoreError("store_not_migrated", `${connection.path} has schema ${version}, this version needs ${LATEST}`);
}

function prepareForWriting(connection: Connection, options: SqliteStoreOptions): void {
  // Before anything is written: a file of somebody else's must not even change its journal mode.
  connection.read(() => schemaVersion(connection));
  // Space that retention frees can be given back. Only of a new file, which has no page yet: any other would be written to.
  const isNew = connection.get<{ page_count: number }>("PRAGMA page_count")?.page_count === 0;
  if (isNew) connection.script("PRAGMA auto_vacuum = INCREMENTAL");
  switchToLog(connection, options.busyTimeoutMillis ?? BUSY_TIMEOUT_MILLIS);
  connection.script(`
    PRAGMA synchronous = ${options.synchronous ?? "full"};
    PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
    PRAGMA journal_size_limit = ${LOG_BYTES_KEPT}`);
  migrate(connection);
  // SQLite falls back to reading where it may not write, and tells it at the first write: better now than then.
  connection.run("DELETE FROM inbox WHERE 1 = 0");
}

/** The one step at which SQLite does not wait for others: of several first starts at once, all but one are refused. */
function switchToLog(connection: Connection, busyTimeoutMillis: number): void {
  for (let waitedMillis = 0; ; waitedMillis += SWITCH_RETRY_MILLIS) {
    try {
      return connection.script("PRAGMA journal_mode = WAL");
    } catch (error) {
      const isBusy = error instanceof StoreError && error.code === "store_busy";
      if (!isBusy || waitedMillis >= busyTimeoutMillis) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SWITCH_RETRY_MILLIS);
    }
  }
}
