/** Places in a log file, found without reading it: its records stand in the order of their numbers, one a line. */
import type { FileHandle } from "node:fs/promises";

/** Near enough: what is left is read through. */
const NEAR_BYTES = 256 * 1024;

/** Read at once to find a line; more while a line is longer. */
const LOOK_BYTES = 16 * 1024;
const MOST_BYTES = 4 * 1024 * 1024;

/** Where a line begins that stands no later than the record of that number. */
export async function offsetOf(file: FileHandle, seq: number): Promise<number> {
  let low = 0;
  let high = (await file.stat()).size;
  while (high - low > NEAR_BYTES) {
    const middle = Math.floor((low + high) / 2);
    const found = await recordAfter(file, middle);
    if (found !== null && found.offset < high && found.seq <= seq) low = found.offset;
    else high = middle;
  }
  return low;
}

/** The number of the last record; 0: there is none. */
export async function lastSeqOf(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  for (let length = LOOK_BYTES; ; length *= 8) {
    const from = Math.max(0, size - length);
    const found = numbersIn(await textAt(file, from, size - from), from === 0).at(-1);
    if (found !== undefined) return found.seq;
    if (from === 0) return 0;
  }
}

interface Found {
  readonly seq: number;
  /** Of the first byte of its line. */
  readonly offset: number;
}

/** The first record whose line begins after that byte; null: none is near. */
async function recordAfter(file: FileHandle, from: number): Promise<Found | null> {
  for (let length = LOOK_BYTES; length <= MOST_BYTES; length *= 8) {
    const text = await textAt(file, from, length);
    const [first] = numbersIn(text, false);
    if (first !== undefined) return { seq: first.seq, offset: from + first.offset };
    if (text.length < length) return null;
  }
  return null;
}

/** As bytes: each character is one. */
async function textAt(file: FileHandle, from: number, length: number): Promise<string> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, from);
  return buffer.toString("latin1", 0, bytesRead);
}

/** @param isStart the text begins where a line does */
function numbersIn(text: string, isStart: boolean): readonly Found[] {
  const lines = isStart ? /^\{"seq":(\d+),/gm : /(?<=\n)\{"seq":(\d+),/g;
  return [...text.matchAll(lines)].map(({ 1: seq, index }) => ({ seq: Number(seq), offset: index }));
}
