/** Reads and follows the log files that `file-logs.ts` writes; for the command line and the API. */
import { watch } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { LogRecord } from "@momiji/core";
import { parseRecord } from "./log-format.ts";
import { lastSeqOf, offsetOf } from "./seek-log.ts";
import { linesHaving, sieveFor } from "./sieve.ts";

export interface ReadLogOptions {
  /** First record wanted, by number; default 1. */
  readonly fromSeq?: number;
  /** Records without this text, in whichever case, may be left out: it is searched before they are parsed. Absent: all are given. */
  readonly having?: string;
}

const READ_BYTES = 256 * 1024;

/** Batches of records as far as the file goes now; nothing if there is no file. Lines that are no records are passed over. */
export async function* readLog(path: string, options: ReadLogOptions = {}): AsyncGenerator<LogRecord[]> {
  yield* new LogReader(path, options).readOn();
}

/** The number of the last record; 0: there is none. Reads the end of the file alone. */
export async function lastOfLog(path: string): Promise<number> {
  const file = await openIfThere(path);
  try {
    return file === null ? 0 : await lastSeqOf(file);
  } finally {
    await file?.close();
  }
}

/**
 * The same as `readLog`, then what is added, until the signal is aborted; what was written by then is still given. Sleeps on the file
 * system's notices and reads nothing in between. The file need not exist yet.
 */
export async function* followLog(
  path: string,
  options: ReadLogOptions & { readonly signal: AbortSignal },
): AsyncGenerator<LogRecord[]> {
  const reader = new LogReader(path, options);
  const bell = new Bell();
  const ring = (): void => bell.ring();
  options.signal.addEventListener("abort", ring);
  let watched: { readonly folder: string; close(): void } | null = null;
  try {
    for (;;) {
      const ended = options.signal.aborted;
      const folder = await nearestFolder(path);
      if (watched?.folder !== folder) {
        watched?.close();
        watched = watchFolder(folder, ring);
        bell.ring();
      }
      yield* reader.readOn();
      if (ended) return;
      await bell.rung();
    }
  } finally {
    options.signal.removeEventListener("abort", ring);
    watched?.close();
  }
}

/** The folder of the file, or the closest one above it that exists: where the next thing will happen. */
async function nearestFolder(path: string): Promise<string> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const exists = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (exists || folder === dirname(folder)) return folder;
  }
}

function watchFolder(folder: string, onChange: () => void): { readonly folder: string; close(): void } {
  const watcher = watch(folder, { persistent: true }, onChange);
  watcher.on("error", onChange);
  return { folder, close: () => watcher.close() };
}

/** A bell that remembers that it rang while nobody listened. */
class Bell {
  #rang = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#rang = true;
    this.#wake?.();
  }

  async rung(): Promise<void> {
    if (!this.#rang) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = null;
    this.#rang = false;
  }
}

/** Remembers how far it has read; a line without its end is read again the next time. */
class LogReader {
  readonly #path: string;
  readonly #fromSeq: number;
  readonly #linesOf: (text: string) => Iterable<string>;
  /** Null: nothing was read yet. */
  #offset: number | null = null;

  constructor(path: string, { fromSeq = 1, having = "" }: ReadLogOptions) {
    this.#path = path;
    this.#fromSeq = fromSeq;
    const sieve = having === "" ? null : sieveFor(having);
    this.#linesOf = (text) => (sieve === null ? text.split("\n") : linesHaving(text, sieve));
  }

  async *readOn(): AsyncGenerator<LogRecord[]> {
    const file = await openIfThere(this.#path);
    if (file === null) return;
    try {
      const buffer = Buffer.alloc(READ_BYTES);
      let rest = Buffer.alloc(0);
      let offset = (this.#offset ??= this.#fromSeq > 1 ? await offsetOf(file, this.#fromSeq) : 0);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, READ_BYTES, offset + rest.length);
        if (bytesRead === 0) return;
        const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
        const end = bytes.lastIndexOf(10) + 1;
        offset += end;
        this.#offset = offset;
        rest = bytes.subarray(end);
        const records = this.#parse(bytes.toString("utf8", 0, end));
        if (records.length > 0) yield records;
      }
    } finally {
      await file.close();
    }
  }

  #parse(text: string): LogRecord[] {
    const records: LogRecord[] = [];
    for (const line of this.#linesOf(text)) {
      const record = line === "" ? null : parseRecord(line);
      if (record !== null && record.seq >= this.#fromSeq) records.push(record);
    }
    return records;
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
