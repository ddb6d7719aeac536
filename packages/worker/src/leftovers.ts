/** What workers before this one left running: found by their records, ended before this worker says what became of it. */
import { rmSync } from "node:fs";
import { type EndContext, endProcesses } from "./processes/end-processes.ts";
import { startOf } from "./processes/process-identity.ts";
import { readRecord, type RecordedProcess } from "./processes/process-record.ts";
import type { StateFile } from "./state/generation.ts";

/**
 * A function child has heard of its worker's death long ago, so it needs less than the whole grace; one that has not ended
 * by itself is in a loop that hears nothing.
 */
const CHILD_GRACE_MILLIS = 500;

export class Leftovers {
  readonly #end: EndContext;
  /** Commands that are being ended, by attempt id. */
  readonly #commands = new Map<string, Promise<void>>();
  /** Function children; which attempts they had is not recorded. */
  readonly #children: Promise<unknown>;

  /** Begins to end them at once. `files`: those of earlier generations. */
  constructor(files: readonly StateFile[], end: EndContext) {
    this.#end = end;
    // First of all: without its pipe, a spawner that has yet to notice its worker's death can start no further command.
    removeAll(files.filter(({ kind }) => kind === "fifos"));
    const records = files.filter(({ kind }) => kind === "commands" || kind === "children");
    for (const { key, pid } of alive(files, "commands"))
      this.#commands.set(key, endProcesses({ attemptId: key, group: pid }, end));
    const childEnd = { ...end, graceMillis: Math.min(end.graceMillis, CHILD_GRACE_MILLIS) };
    const children = alive(files, "children").map(({ key, pid }) =>
      endProcesses({ attemptId: key, group: pid }, childEnd),
    );
    this.#children = Promise.all(children);
    // Until all are gone the records stay: this worker may be killed, too.
    const folders = files.filter(({ kind }) => kind === "work");
    void Promise.allSettled([this.#children, ...this.#commands.values()]).then(() =>
      removeAll([...records, ...folders]),
    );
  }

  /** Resolves when nothing of the attempt lives, recorded or not. */
  async end(attemptId: string): Promise<void> {
    await (this.#commands.get(attemptId) ?? endProcesses({ attemptId, group: null }, this.#end));
    await this.#children;
  }
}

function removeAll(files: readonly StateFile[]): void {
  for (const { path } of files) rmSync(path, { recursive: true, force: true });
}

/** The recorded processes that are the same ones still. */
function alive(files: readonly StateFile[], kind: "commands" | "children"): RecordedProcess[] {
  const recorded = files.filter((file) => file.kind === kind).flatMap((file) => readRecord(file.path));
  return recorded.filter(({ pid, start }) => startOf(pid) === start);
}
