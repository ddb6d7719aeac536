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

/** How many lines there are: the number of the last. */
export async function lastOf(logs: LogReader, name: LogName): Promise<number> {
  if (logs.last !== undefined) return logs.last(name);
  let last = 0;
  for await (const batch of logs.read(name, 1)) last = batch.at(-1)?.seq ?? last;
  return last;
}

/** How much more is read each time that too few lines fit. */
const WIDER = 16;

/** The last lines that fit, before a number. */
export async function lastLines(
  logs: LogReader,
  name: LogName,
  { before, count, filter }: { readonly before: number; readonly count: number; readonly filter: LineFilter },
): Promise<readonly LogRecord[]> {
  for (let span = count; ; span *= WIDER) {
    const from = Math.max(1, before - span);
    let last: LogRecord[] = [];
    for await (const batch of logs.read(name, from)) {
      const wanted = batch.filter((record) => record.seq < before && fits(record, filter));
      last = [...last, ...wanted].slice(-count);
      if ((batch.at(-1)?.seq ?? 0) >= before) break;
    }
    if (last.length === count || from === 1) return last;
  }
}

function fits({ level, source }: LogRecord, { levels, sources }: LineFilter): boolean {
  return (levels?.includes(level) ?? true) && (sources?.includes(source) ?? true);
}

const MOST_HITS = 10_000;

export interface LineSearch {
  /** Found in whichever case; empty: every line that the filter lets through. */
  readonly text: string;
  readonly from: number;
  readonly filter: LineFilter;
}

/** Numbers of the lines that are sought. */
export async function searchLines(
  logs: LogReader,
  name: LogName,
  { text, from, filter }: LineSearch,
): Promise<{ readonly hits: readonly number[]; readonly total: number }> {
  const wanted = new RegExp(RegExp.escape(text), "iu");
  const hits: number[] = [];
  let total = 0;
  for await (const batch of logs.read(name, Math.max(1, from), text)) {
    for (const record of batch) {
      if (!wanted.test(record.message) || !fits(record, filter)) continue;
      total++;
      if (hits.length < MOST_HITS) hits.push(record.seq);
    }
  }
  return { hits, total };
}
