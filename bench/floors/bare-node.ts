/** A Node process that opens a database and nothing else, or does nothing at all. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { undoAtEnd } from "../leave-nothing.ts";

// Plain JavaScript on the command line: a file of TypeScript would cost its stripping.
const OPEN = `
const { DatabaseSync } = require("node:sqlite");
const database = new DatabaseSync(process.argv[1]);
database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
database.prepare("SELECT count(*) FROM sqlite_schema").get();
process.stdout.write("open");
setInterval(() => {}, 2 ** 30);`;

const NOTHING = `process.stdout.write("here"); setInterval(() => {}, 2 ** 30);`;

export interface BareNode {
  readonly pid: number;
  end(): Promise<void>;
}

/** Milliseconds from the start of a process until it has opened the database. */
export async function openInNewProcess(path: string): Promise<number> {
  const start = performance.now();
  const bare = await startBareNode(process.execPath, [OPEN, path]);
  const millis = performance.now() - start;
  await bare.end();
  return millis;
}

/** A process that does nothing. `node`: the program. */
export function startIdleNode(node: string): Promise<BareNode> {
  return startBareNode(node, [NOTHING]);
}

/** Resolves when the code has written to its standard output. */
async function startBareNode(node: string, codeAndArgs: readonly string[]): Promise<BareNode> {
  const child = spawn(node, ["-e", ...codeAndArgs], { stdio: ["ignore", "pipe", "inherit"] });
  const kill = undoAtEnd(() => child.kill("SIGKILL"));
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  return {
    pid: child.pid ?? 0,
    async end() {
      kill();
      await ended;
    },
  };
}
