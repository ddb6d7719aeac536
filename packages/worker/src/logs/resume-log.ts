/**
 * Where the output of an outside job goes on in a log file. What was written of it after its last position is cut off, since it
 * is read again from there: a line that was cut in two by a crash, or output whose place only a later line would have told.
 */
import { fstatSync, ftruncateSync, readSync, writeSync } from "node:fs";
import type { LogRecord } from "@momiji/core";
import { formatRecord, parseRecord } from "./log-format.ts";

export interface Resumed {
  readonly position: string | null;
  readonly lastSeq: number;
  /** Bytes of output up to the position. */
  readonly kept: number;
  /** Records up to this number are as they were; the others are gone, or stand under other numbers. */
  readonly keptSeq: number;
}

/** Of a log that is not there. */
export const NOTHING_WRITTEN: Resumed = { position: null, lastSeq: 0, kept: 0, keptSeq: 0 };

const BLOCK_BYTES = 1 << 20;

/** Sources of a log that are not output of a job. */
const OWN_WORDS: ReadonlySet<string> = new Set(["momiji", "task"]);

/** `file`: open for reading and writing, its last line whole. */
export function resumeLog(file: number): Resumed {
  const words: LogRecord[] = [];
  let lastSeq = 0;
  let comesAgain = false;
  for (const { record, end } of recordsBackwards(file)) {
    lastSeq = Math.max(lastSeq, record.seq);
    if (record.position !== undefined) {
      const rest = comesAgain ? cutAfter(file, { end, seq: record.seq }, words) : lastSeq;
      const keptSeq = comesAgain ? record.seq : lastSeq;
      return { position: record.position, lastSeq: rest, kept: record.kept ?? end, keptSeq };
    }
    if (OWN_WORDS.has(record.source)) words.push(record);
    else comesAgain = true;
  }
  if (comesAgain) lastSeq = cutAfter(file, { end: 0, seq: 0 }, words);
  return { position: null, lastSeq, kept: 0, keptSeq: comesAgain ? 0 : lastSeq };
}

/** Keeps the words, which come newest first, under new numbers. Gives the last number. */
function cutAfter(file: number, { end, seq }: { end: number; seq: number }, words: readonly LogRecord[]): number {
  ftruncateSync(file, end);
  const kept = words.toReversed().map((record, index) => formatRecord({ ...record, seq: seq + 1 + index }));
  if (kept.length > 0) writeSync(file, kept.join(""), end);
  return seq + kept.length;
}

/** The records of a file from the last to the first; `end`: the byte after its line. */
function* recordsBackwards(file: number): Generator<{ readonly record: LogRecord; readonly end: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let from = fstatSync(file).size;
  while (from > 0) {
    const block = Buffer.alloc(Math.min(from, BLOCK_BYTES));
    from -= block.length;
    readSync(file, block, 0, block.length, from);
    const bytes: Buffer = Buffer.concat([block, rest]);
    // Of the first line of the block, more may stand before it.
    const first = from === 0 ? 0 : bytes.indexOf(10) + 1;
    for (let end = bytes.length; end > first;) {
      const start = bytes.lastIndexOf(10, end - 2) + 1;
      const record = parseRecord(bytes.toString("utf8", start, end));
      if (record !== null) yield { record, end: from + end };
      end = start;
    }
    rest = bytes.subarray(0, first);
  }
}
