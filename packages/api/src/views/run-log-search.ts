/** The logs of all task instances of a run together, by time: those lines that have a text, or are of a level. */
import type { LogRecord, Micros, TaskInstance } from "@momiji/core";
import type { LogReader } from "../log-reader.ts";
import { presentLine } from "./log-lines.ts";

export interface RunLogQuery {
  /** Found in whichever case; empty: every line. */
  readonly text: string;
  readonly levels: readonly string[] | undefined;
  /** Lines from that moment on. */
  readonly from: Micros;
  readonly limit: number;
}

/** Logs that are read; a run of ten thousand mapped instances has more. */
const MOST_LOGS = 500;

interface Hit {
  readonly instance: TaskInstance;
  readonly record: LogRecord;
}

/** Of each log as many as fit, so that the first of all are among them. */
export async function searchRunLogs(
  logs: LogReader,
  { dagId, runId, instances }: { dagId: string; runId: string; instances: readonly TaskInstance[] },
  query: RunLogQuery,
) {
  const wanted = new RegExp(RegExp.escape(query.text), "iu");
  const begun = instances.filter(({ tryNumber }) => tryNumber > 0);
  let hits: Hit[] = [];
  let total = 0;
  for (const instance of begun.slice(0, MOST_LOGS)) {
    const { taskId, mapIndex, tryNumber } = instance;
    const own: Hit[] = [];
    for await (const batch of logs.read({ dagId, runId, taskId, mapIndex, tryNumber }, 1, query.text))
      for (const record of batch) {
        if (!fits(record, query) || !wanted.test(record.message)) continue;
        total++;
        if (own.length < query.limit) own.push({ instance, record });
      }
    hits = [...hits, ...own].toSorted(byTime).slice(0, query.limit);
  }
  return {
    hits: hits.map(({ instance: { taskId, mapIndex, tryNumber }, record }) => ({
      taskId,
      mapIndex,
      tryNumber,
      ...presentLine(record),
    })),
    total,
    logs: begun.length,
    truncated: begun.length > MOST_LOGS || total > hits.length,
  };
}

function fits({ at, level }: LogRecord, { levels, from }: RunLogQuery): boolean {
  return at >= from && (levels?.includes(level) ?? true);
}

function byTime(a: Hit, b: Hit): number {
  return a.record.at - b.record.at || a.record.seq - b.record.seq;
}
