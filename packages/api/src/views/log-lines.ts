/** The log of one attempt, line by line: numbered, filtered, counted, searched. It is read as it lies, never held as a whole. */
import { isoZ, type LogRecord } from "@momiji/core";
import type { LogName, LogReader } from "../log-reader.ts";

export interface LineFilter {
  readonly levels?: readonly string[];
  readonly sources?: readonly string[];
}

export function presentLine({ seq, at, level, source, message }: LogRecord) {
  return { n: seq, t: isoZ(at), lv: level, src: source, m: message };
}

/** Lines from a number on, at most so many that fit. */
export async function* linesFrom(
  logs: LogReader,
  name: LogName,
  { from, limit, filter }: { readonly from: number; readonly limit: number; readonly filter: LineFilter },
): AsyncGenerator<readonly LogRecord[]> {
  let left = limit;
  for await (const batch of logs.read(name, Math.max(1, from))) {
    const wanted = batch.filter((record) => fits(record, filter)).slice(0, left);
    if (wanted.length > 0) yield wanted;
    left -= wanted.length;
    if (left <= 0) return;
  }
}

/** The last lines that fit, before a number if one is given. */
export async function lastLines(
  logs: LogReader,
  name: LogName,
  { before, count, filter }: { readonly before: number | null; readonly count: number; readonly filter: LineFilter },
): Promise<readonly LogRecord[]> {
  let last: LogRecord[] = [];
  for await (const batch of logs.read(name, 1)) {
    const wanted = batch.filter((record) => (before === null || record.seq < before) && fits(record, filter));
    last = [...last, ...wanted].slice(-count);
    if (before !== null && (batch.at(-1)?.seq ?? 0) >= before) break;
  }
  return last;
}

function fits({ level, source }: LogRecord, { levels, sources }: LineFilter): boolean {
  return (levels?.includes(level) ?? true) && (sources?.includes(source) ?? true);
}

/** Errors whose numbers are listed. */
const MOST_ERRORS = 1_000;

/** How many lines there are, of which level, from where, and where the errors are. */
export async function indexOf(logs: LogReader, name: LogName) {
  const levels: { [level: string]: number } = {};
  const sources = new Set<string>();
  const errors: number[] = [];
  let [lines, characters, last] = [0, 0, 0];
  for await (const batch of logs.read(name, 1)) {
    for (const { seq, level, source, message } of batch) {
      lines++;
      characters += message.length;
      last = seq;
      levels[level] = (levels[level] ?? 0) + 1;
      sources.add(source);
      if (level === "error" && errors.length < MOST_ERRORS) errors.push(seq);
    }
  }
  return { lines, characters, last, levels, errors, sources: [...sources].toSorted() };
}

const MOST_HITS = 10_000;

/** Numbers of the lines that have the text, in whichever case. */
export async function searchLines(
  logs: LogReader,
  name: LogName,
  { text, from }: { readonly text: string; readonly from: number },
): Promise<{ readonly hits: readonly number[]; readonly total: number }> {
  const wanted = text.toLowerCase();
  const hits: number[] = [];
  let total = 0;
  for await (const batch of logs.read(name, Math.max(1, from))) {
    for (const { seq, message } of batch) {
      if (!message.toLowerCase().includes(wanted)) continue;
      total++;
      if (hits.length < MOST_HITS) hits.push(seq);
    }
  }
  return { hits, total };
}
