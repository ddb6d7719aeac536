/**
 * How logs are read, wherever they are: from the file of this machine while it is here, else from the store. What a command, the API
 * or a test shows comes through this.
 */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Clock, type LogRecord, SECOND } from "@momiji/core";
import type { LogStore } from "@momiji/sdk";
import { followLog, lastOfLog, readLog, type ReadLogOptions } from "./read-log.ts";
import { ShipNotes } from "./shipping/ship-note.ts";

export interface LogReaderOptions {
  /** The logs of this machine. */
  readonly folder: string;
  readonly clock: Clock;
  /** Absent: logs are nowhere else. */
  readonly remote?: {
    /** Asked only when something is not here. */
    readonly store: () => Promise<LogStore>;
    readonly notesFolder: string;
  };
}

export interface LogReader {
  /** Batches of records as far as they are there now; nothing if there is no such log. `log`: as `logPath("", name)` gives it. */
  read(log: string, options?: ReadLogOptions): AsyncGenerator<readonly LogRecord[]>;
  /** The same, then what is added, until the signal is aborted; what was written by then is still given. */
  follow(log: string, options: ReadLogOptions & { readonly signal: AbortSignal }): AsyncGenerator<readonly LogRecord[]>;
  /** Number of the last record that is there now; 0: there is none. Costs the same for any length. */
  last(log: string): Promise<number>;
}

/** Between two questions to a store whether there is more: it gets pieces, not lines. */
const LOOK_AGAIN = SECOND;

export function logReader(options: LogReaderOptions): LogReader {
  const { remote } = options;
  const pathOf = (log: string): string => join(options.folder, log);
  if (remote === undefined) {
    return {
      read: (log, reading) => readLog(pathOf(log), reading),
      follow: (log, reading) => followLog(pathOf(log), reading),
      last: (log) => lastOfLog(pathOf(log)),
    };
  }
  const reader = new RemoteLogReader(options, remote);
  return {
    read: (log, reading = {}) => reader.read(log, reading),
    follow: (log, { fromSeq = 1, signal }) => reader.follow(log, fromSeq, signal),
    last: (log) => reader.last(log),
  };
}

class RemoteLogReader {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #store: () => Promise<LogStore>;
  readonly #notes: ShipNotes;

  constructor({ folder, clock }: LogReaderOptions, { store, notesFolder }: NonNullable<LogReaderOptions["remote"]>) {
    this.#folder = folder;
    this.#clock = clock;
    this.#store = store;
    this.#notes = new ShipNotes(notesFolder);
  }

  async *read(log: string, options: ReadLogOptions): AsyncGenerator<readonly LogRecord[]> {
    const { fromSeq = 1 } = options;
    const path = join(this.#folder, log);
    const { shift, isHere } = await this.#placeOf(log, path);
    if (isHere && shift === 0) return yield* readLog(path, options);
    let next = fromSeq;
    for await (const batch of (await this.#store()).read(log, fromSeq)) {
      next = (batch.at(-1)?.seq ?? next - 1) + 1;
      yield batch;
    }
    if (!isHere) return;
    for await (const batch of readLog(path, { ...options, fromSeq: next - shift }))
      yield batch.map((record) => ({ ...record, seq: record.seq + shift }));
  }

  async *follow(log: string, fromSeq: number, signal: AbortSignal): AsyncGenerator<readonly LogRecord[]> {
    const path = join(this.#folder, log);
    let next = fromSeq;
    for (;;) {
      const ended = signal.aborted;
      const { shift, isHere } = await this.#placeOf(log, path);
      if (isHere && shift === 0) return yield* followLog(path, { fromSeq: next, signal });
      for await (const batch of this.read(log, { fromSeq: next })) {
        next = (batch.at(-1)?.seq ?? next - 1) + 1;
        yield batch;
      }
      if (ended) return;
      await this.#pause(signal);
    }
  }

  async last(log: string): Promise<number> {
    const path = join(this.#folder, log);
    const { shift, isHere } = await this.#placeOf(log, path);
    const here = isHere ? await lastOfLog(path) : 0;
    if (here > 0) return here + shift;
    return (await (await this.#store()).end(log))?.seq ?? 0;
  }

  /** `shift`: the file here is only the end of the log. */
  async #placeOf(log: string, path: string): Promise<{ readonly shift: number; readonly isHere: boolean }> {
    const isHere = await stat(path).then(
      () => true,
      () => false,
    );
    return { shift: this.#notes.find(log)?.shift ?? 0, isHere };
  }

  #pause(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        signal.removeEventListener("abort", done);
        resolve();
      };
      const cancel = this.#clock.setTimer(this.#clock.now() + LOOK_AGAIN, done);
      signal.addEventListener("abort", done);
    });
  }
}
