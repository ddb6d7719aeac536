/** A Node process that does nothing but open a database, or nothing at all. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { undoAtEnd } from "../leave-nothing.ts";

const OPEN = `
const { DatabaseSync } = require("node:sqlite");
const database = new DatabaseSync(process.argv[1]);
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
database.prepare("SELECT count(*) FROM sqlite_schema").get();
process.stdout.write("open");
setInterval(() => {}, 2 ** 30);`;

const NOTHING = `process.stdout.write("here"); setInterval(() => {}, 2 ** 30);`;

/** Milliseconds from the start of a process until it has opened the database. */
export async function openInNewProcess(path: string): Promise<number> {
  const start = performance.now();
  const { process: child, end } = await spawnNode(process.execPath, [OPEN, path]);
  const millis = performance.now() - start;
  await end(child);
  return millis;
}

/** A process that does nothing. `node`: the program. */
export async function startIdleNode(node: string): Promise<{ pid: number; end(): Promise<void> }> {
  const { process: child, end } = await spawnNode(node, [NOTHING]);
  return { pid: child.pid ?? 0, end: () => end(child) };
}

async function spawnNode(node: string, [code = "", ...args]: readonly string[]) {
  const child: ChildProcess = spawn(node, ["-e", code, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const kill = undoAtEnd(() => child.kill("SIGKILL"));
  if (child.stdout !== null) await once(child.stdout, "data");
  const end = async (process: ChildProcess): Promise<void> => {
    const ended = once(process, "exit");
    kill();
    await ended;
  };
  return { process: child, end };
}
