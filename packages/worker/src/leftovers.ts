/** What workers before this one left running: found by their records, ended before this worker says what became of it. */
import { rmSync } from "node:fs";
import { type EndContext, endProcesses } from "./processes/end-processes.ts";
import { startOf } from "./processes/process-identity.ts";
import { readRecord } from "./processes/process-record.ts";
import type { StateFile } from "./state/generation.ts";

export class Leftovers {
  readonly #end: EndContext;
  /** Being ended, by attempt id or name of a function child. */
  readonly #ending = new Map<string, Promise<void>>();

  /** Begins to end them at once. `files`: those of earlier generations. */
  constructor(files: readonly StateFile[], end: EndContext) {
    this.#end = end;
    const records = files.filter(({ kind }) => kind === "commands" || kind === "children");
    for (const { path } of records) {
      for (const { key, pid, start } of readRecord(path)) {
        if (startOf(pid) === start) this.#ending.set(key, endProcesses({ attemptId: key, group: pid }, end));
      }
    }
    // Until all are gone the records stay: this worker may be killed, too.
    const folders = files.filter(({ kind }) => kind === "fifos" || kind === "work");
    void Promise.allSettled(this.#ending.values()).then(() => {
      for (const { path } of [...records, ...folders]) rmSync(path, { recursive: true, force: true });
    });
  }

  /** Resolves when nothing of the attempt lives, recorded or not. */
  async end(attemptId: string): Promise<void> {
    await (this.#ending.get(attemptId) ?? endProcesses({ attemptId, group: null }, this.#end));
  }
}
