/**
 * The spawner: a process that does nothing but start commands, because starting one blocks whoever does it, the longer the
 * more memory he holds. It imports almost nothing and reads no output: commands write into named pipes that the worker
 * reads. When the worker vanishes it ends what runs, and then itself.
 */
import { execFile } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
import { ProcessRecord } from "../processes/process-record.ts";
import { findProgram, forgetProgram } from "./find-program.ts";
import { NodeStarter } from "./program-starters/node-starter.ts";
import { openPosixSpawn } from "./program-starters/posix-spawn.ts";
import type { ProgramStarter, ProgramWatcher } from "./program-starter.ts";
import type { FromSpawner, Refusal, SpawnerSettings, SpawnOrder, ToSpawner } from "./spawner-protocol.ts";
import { WorkFolders } from "./work-folders.ts";

/** How often it looks whether commands that it has asked to end are gone. */
const LOOK_MILLIS = 50;

const settings = JSON.parse(process.argv[2] ?? "{}") as SpawnerSettings;
const record = new ProcessRecord(settings.record, (message) => process.emitWarning(message));
const byNode = new NodeStarter();
const starter: ProgramStarter = (settings.isCautious ? null : openPosixSpawn(byNode)) ?? byNode;
const folders = new WorkFolders(settings.workFolder);
/** A copy: reading `process.env` asks the system for each name. */
const inherited = { ...process.env };
/** Process ids of the commands that run. */
const running = new Map<string, number>();
/** What starts when something ends: the worker may be busy just then. */
const linedUp = new Map<string, SpawnOrder>();
let outgoing: FromSpawner[] = [];

/** What is due in the same turn goes in one message. */
function tell(message: FromSpawner): void {
  if (outgoing.push(message) > 1) return;
  queueMicrotask(() => {
    const messages = outgoing;
    outgoing = [];
    // A worker that vanishes at this moment is noticed by the disconnect; the write that fails must not end this process.
    if (process.connected) process.send?.(messages, undefined, undefined, () => {});
  });
}

function start(order: SpawnOrder): void {
  let output: number | null = null;
  let folder: string | null = null;
  try {
    output = openForWriting(order.output);
    folder = order.cwd ?? folders.take();
    const { argv } = order;
    const file = findProgram(argv[0]) ?? argv[0];
    const env = order.inheritEnv ? { ...inherited, ...order.env } : order.env;
    const pid = starter.start({ file, argv, env, cwd: folder, output }, watcherOf(order, folder));
    if (pid !== null) begun(order.id, pid);
  } catch (error) {
    refuse(order, folder, error as NodeJS.ErrnoException);
  } finally {
    if (output !== null) closeSync(output);
  }
}

/** Opening a named pipe waits for a reader, and the worker may be gone: for a moment this process is the reader. */
function openForWriting(fifo: string): number {
  const guard = openSync(fifo, constants.O_RDWR);
  try {
    return openSync(fifo, constants.O_WRONLY);
  } finally {
    closeSync(guard);
  }
}

function begun(id: string, pid: number): void {
  record.add(id, pid);
  running.set(id, pid);
  tell(["started", id, pid]);
}

function watcherOf(order: SpawnOrder, folder: string): ProgramWatcher {
  const { id } = order;
  return {
    exited(code, signal) {
      running.delete(id);
      record.remove(id);
      if (order.cwd === null) folders.giveBack(folder);
      tell(["exited", id, code, signal]);
      const [next] = linedUp.keys();
      if (next !== undefined) begin(next);
    },
    failed(error) {
      if (forgetProgram(order.argv[0])) start(order);
      else refuse(order, folder, error);
    },
  };
}

function begin(id: string): void {
  const order = linedUp.get(id);
  if (linedUp.delete(id) && order !== undefined) start(order);
}

function withdraw(id: string): void {
  if (linedUp.delete(id)) tell(["refused", id, { code: "withdrawn", message: "it was withdrawn before it started" }]);
}

function refuse(order: SpawnOrder, folder: string | null, error: NodeJS.ErrnoException): void {
  if (order.cwd === null && folder !== null) folders.giveBack(folder);
  tell(["refused", order.id, refusalOf(order, error)]);
}

/** The system says ENOENT for a missing folder and a missing program alike. */
function refusalOf(order: SpawnOrder, error: NodeJS.ErrnoException): Refusal {
  const problem = order.cwd === null ? null : folders.problemWith(order.cwd);
  if (problem !== null) return { code: "cwd", message: problem };
  const [program] = order.argv;
  if (error.code === "ENOENT")
    return { code: "spawn", message: `there is no program \`${program}\` in the worker's PATH` };
  if (error.code === "E2BIG")
    return { code: "spawn", message: "the command and its environment are too long for this system" };
  return { code: "spawn", message: `\`${program}\` could not be started: ${error.message}` };
}

function makeFifos(paths: readonly string[]): void {
  execFile("mkfifo", ["-m", "600", ...paths], (error) => tell(["fifos", paths, error === null ? null : error.message]));
}

/** The groups outlive their leaders, so the leaders' exits do not tell when all is done. */
function endAll(): void {
  linedUp.clear();
  let groups = [...running.values()];
  const kill = setTimeout(() => signalAll(groups, "SIGKILL"), settings.graceMillis);
  const look = (): void => {
    groups = signalAll(groups, 0);
    if (groups.length > 0) return;
    clearTimeout(kill);
    clearInterval(looking);
    process.exit();
  };
  const looking = setInterval(look, LOOK_MILLIS);
  groups = signalAll(groups, "SIGTERM");
  look();
}

/** Returns the groups that still have members. */
function signalAll(groups: readonly number[], signal: NodeJS.Signals | 0): number[] {
  return groups.filter((group) => {
    try {
      return process.kill(-group, signal);
    } catch {
      return false;
    }
  });
}

process.on("message", (messages: readonly ToSpawner[]) => {
  for (const [kind, content] of messages) {
    if (kind === "spawn") start(content);
    else if (kind === "line-up") linedUp.set(content.id, content);
    else if (kind === "begin") begin(content);
    else if (kind === "withdraw") withdraw(content);
    else makeFifos(content);
  }
});
process.once("disconnect", endAll);
// The worker decides when commands end; a Ctrl-C at its terminal is his to answer.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
