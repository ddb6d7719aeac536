/**
 * Which processes run, on disk: so that a worker that starts after a `kill -9` finds what the dead one left behind. The
 * spawner writes one for commands, the worker one for its function children.
 */
import { readJsonLines } from "../state/generation.ts";
import { Journal } from "../state/journal.ts";
import { startOf } from "./process-identity.ts";

/** A process that leads a process group of its own. */
export interface RecordedProcess {
  /** The attempt that a command belongs to; a function child has a name of its own. */
  readonly key: string;
  readonly pid: number;
  /** See `startOf`. */
  readonly start: string;
}

type Line = readonly ["+", RecordedProcess] | readonly ["-", string];

export class ProcessRecord {
  readonly #running = new Map<string, RecordedProcess>();
  readonly #journal: Journal;
  /** Ended, and not written yet: that can wait for the next line, since whoever reads of one that is gone finds it gone. */
  #ended: Line[] = [];

  constructor(path: string, warn: (message: string) => void) {
    const live = (): Line[] => [...this.#running.values()].map((process) => ["+", process] as const);
    this.#journal = new Journal({ path, live, warn });
  }

  add(key: string, pid: number): void {
    const start = startOf(pid);
    if (start === null) return;
    const recorded = { key, pid, start };
    this.#running.set(key, recorded);
    this.#write(["+", recorded]);
  }

  remove(key: string): void {
    if (!this.#running.delete(key)) return;
    if (this.#running.size === 0) this.#write(["-", key]);
    else this.#ended.push(["-", key]);
  }

  #write(line: Line): void {
    const lines = [...this.#ended, line];
    this.#ended = [];
    this.#journal.append(lines);
  }
}

/** The processes in the file that were not noted as ended; they may have ended since. */
export function readRecord(path: string): RecordedProcess[] {
  const running = new Map<string, RecordedProcess>();
  for (const line of readJsonLines(path) as Line[]) {
    if (line[0] === "+") running.set(line[1].key, line[1]);
    else running.delete(line[1]);
  }
  return [...running.values()];
}
