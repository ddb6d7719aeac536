/** For tests of this folder: a place for database files, and processes beside this one. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** A folder that is removed when the file's tests are over; gives paths of files that do not exist yet. */
export function testFolder(): () => string {
  const folder = mkdtempSync(join(tmpdir(), "momiji-store-"));
  let used = 0;
  afterAll(() => rmSync(folder, { recursive: true }));
  return () => join(folder, `${++used}.db`);
}

export interface Sibling {
  readonly process: ChildProcess;
  /** The next line of its output; fails when it ended instead. */
  line(): Promise<string>;
  readonly ended: Promise<unknown>;
}

/** Starts a module that lies beside this one. */
export function startSibling(name: string, ...args: readonly string[]): Sibling {
  const extension = extname(import.meta.url);
  const script = fileURLToPath(new URL(`./${name}${extension}`, import.meta.url));
  const conditions = extension === ".ts" ? ["--conditions=source"] : [];
  const child = spawn(process.execPath, [...conditions, script, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const next = await lines.next();
    if (next.done) throw new Error(`${name} ended without another line`);
    return next.value;
  };
  return { process: child, line, ended: once(child, "exit") };
}
