/**
 * The home folder of an installation: store, bundles, logs, the worker's records, and where the running server is found.
 * One server a home: an operating-system lock that dies with its holder, however it dies.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CliError } from "./errors.ts";
import { makeFolder } from "./make-folder.ts";

export interface Home {
  readonly folder: string;
  readonly store: string;
  readonly bundles: string;
  readonly logs: string;
  /** What of the logs is not in the log store yet. */
  readonly logNotes: string;
  readonly worker: string;
  readonly serverFile: string;
  /** Keys that seal secrets in the store, where no others are configured. */
  readonly keyFile: string;
}

/** What `server.json` says of the running server. */
export interface ServerInfo {
  readonly address: string;
  readonly token: string;
  /** Where it speaks TLS: its certificate in PEM, by which it is known. */
  readonly certificate?: string;
  readonly pid: number;
  readonly version: string;
}

const OWNER_ONLY = 0o700;

/** Below the working folder, where neither --home nor MOMIJI_HOME says otherwise. */
export const DEFAULT_HOME = ".momiji";

export function homeAt(folder: string): Home {
  const root = resolve(folder);
  return {
    folder: root,
    store: join(root, "momiji.db"),
    bundles: join(root, "bundles"),
    logs: join(root, "logs"),
    logNotes: join(root, "log-notes"),
    worker: join(root, "worker"),
    serverFile: join(root, "server.json"),
    keyFile: join(root, "secret.keys"),
  };
}

/** @throws CliError `home_unusable` */
export function prepareHome(home: Home): void {
  try {
    makeFolder(home.folder, OWNER_ONLY);
    // Being root passes every access check; only writing proves a read-only file system.
    const probe = join(home.folder, ".probe");
    writeFileSync(probe, "");
    rmSync(probe);
    for (const folder of [home.bundles, home.logs, home.worker]) makeFolder(folder, OWNER_ONLY);
  } catch (error) {
    throw unusable(home, error as NodeJS.ErrnoException);
  }
}

/** The system's words name a call; these name the cause and what to do. */
function unusable(home: Home, { code = "", message }: Pick<NodeJS.ErrnoException, "code" | "message">): CliError {
  const [reason, ...remedy] = UNUSABLE[code] ?? [message];
  return new CliError("home_unusable", `the home folder ${home.folder} cannot be used: ${reason}`, ...remedy);
}

const ELSEWHERE = "choose another folder with --home";

/** By the system's code: the reason, and what to do where it is not to make the folder writable. */
const UNUSABLE: { readonly [code: string]: readonly [reason: string, remedy?: string] | undefined } = {
  EEXIST: ["there is a file of that name", ELSEWHERE],
  ENOTDIR: ["a part of the path is a file, not a folder", ELSEWHERE],
  ENOENT: ["its file system takes no folder of that name", ELSEWHERE],
  EROFS: ["its file system is read-only"],
  EACCES: ["this user may not write there"],
  EPERM: ["this user may not write there"],
  ENOSPC: ["the disk is full", "free some space, or choose another folder with --home"],
};

/** SQLite's result codes of a lock that cannot be taken, and the system's code that says the same. */
const BUSY = 5;
const SYSTEM_CODES: { readonly [resultCode: number]: string | undefined } = { 8: "EACCES", 13: "ENOSPC", 14: "EACCES" };

/**
 * Takes the home for this process until it ends. The lock is SQLite's on a file of its own: the kernel lets it go when
 * the process dies, so nothing stale is left behind.
 * @throws CliError `home_locked`, or `home_unusable` if the file of the lock is not its own
 */
export function lockHome(home: Home): () => void {
  const file = join(home.folder, "lock.db");
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file);
    database.exec(
      "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE",
    );
  } catch (error) {
    database?.close();
    const { errcode = 0, message } = error as { errcode?: number; message: string };
    const code = SYSTEM_CODES[errcode & 0xff];
    if (code !== undefined) throw unusable(home, { code, message });
    if ((errcode & 0xff) !== BUSY)
      throw new CliError(
        "home_unusable",
        `${file} cannot be locked: ${message}`,
        "remove the file if no server uses this home",
      );
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

/** A server of this home lives, as far as its file and the system's processes tell. */
export function isServed(home: Home): boolean {
  const server = readServerFile(home);
  if (server === null) return false;
  try {
    return process.kill(server.pid, 0);
  } catch (error) {
    // Somebody else's process: it lives.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
