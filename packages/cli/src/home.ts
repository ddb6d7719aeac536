/**
 * The home folder of an installation: store, bundles, logs, the worker's records, and where the running server is found.
 * One server a home: an operating-system lock that dies with its holder, however it dies.
 */
import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CliError } from "./errors.ts";

export interface Home {
  readonly folder: string;
  readonly store: string;
  readonly bundles: string;
  readonly logs: string;
  readonly worker: string;
  readonly serverFile: string;
}

/** What `server.json` says of the running server. */
export interface ServerInfo {
  readonly address: string;
  readonly token: string;
  readonly pid: number;
  readonly version: string;
}

export function homeAt(folder: string): Home {
  const root = resolve(folder);
  return {
    folder: root,
    store: join(root, "momiji.db"),
    bundles: join(root, "bundles"),
    logs: join(root, "logs"),
    worker: join(root, "worker"),
    serverFile: join(root, "server.json"),
  };
}

/** @throws CliError `home_unusable` */
export function prepareHome(home: Home): void {
  try {
    for (const folder of [home.folder, home.bundles, home.logs, home.worker]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(home.folder, constants.W_OK);
    // Being root passes every access check; only writing proves a read-only file system.
    const probe = join(home.folder, ".probe");
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new CliError("home_unusable", `the home folder ${home.folder} cannot be written: ${(error as Error).message}`);
  }
}

/**
 * Takes the home for this process until it ends. The lock is SQLite's on a file of its own: the kernel lets it go when
 * the process dies, so nothing stale is left behind.
 * @throws CliError `home_locked`
 */
export function lockHome(home: Home): () => void {
  const database = new DatabaseSync(join(home.folder, "lock.db"));
  try {
    database.exec("PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch {
    database.close();
    const other = readServerFile(home);
    const who = other === null ? "another server" : `the server with process id ${other.pid} at ${other.address}`;
    throw new CliError("home_locked", `${who} uses the home ${home.folder}`);
  }
  return () => database.close();
}

export function writeServerFile(home: Home, info: ServerInfo): void {
  const draft = `${home.serverFile}.new`;
  writeFileSync(draft, `${JSON.stringify(info, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, home.serverFile);
}

export function removeServerFile(home: Home): void {
  rmSync(home.serverFile, { force: true });
}

/** Null if there is none, or it cannot be read. */
export function readServerFile(home: Home): ServerInfo | null {
  try {
    return JSON.parse(readFileSync(home.serverFile, "utf8")) as ServerInfo;
  } catch {
    return null;
  }
}
