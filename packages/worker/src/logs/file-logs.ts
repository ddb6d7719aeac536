/**
 * Logs as files of this machine. A file is open only while it is written to, so that ten thousand waiting sensors hold no
 * file descriptors.
 */
import { appendFileSync, closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AttemptOrder } from "@momiji/core";
import { formatRecord, parseRecord } from "./log-format.ts";
import { callbackLogPath, logPath } from "./log-path.ts";
import type { LogSink, OpenLogSink } from "./log-sink.ts";
import { NOTHING_WRITTEN, resumeLog } from "./resume-log.ts";

/** How far from the end the last whole record is looked for: more than the longest record there is. */
const TAIL_BYTES = 1 << 20;

/** Sinks below `folder`, which is created when needed. */
export function fileLogs(folder: string): OpenLogSink {
  return (order) => openFileLog(join(folder, logOf(order)));
}

/** The log of an attempt or a callback, below the folder of logs. */
export function logOf({ run, task, mapIndex, tryNumber, callback }: AttemptOrder): string {
  const name = { dagId: run.dagId, runId: run.runId, taskId: task.taskId, mapIndex, tryNumber };
  return callback === undefined
    ? logPath("", name)
    : callbackLogPath("", name, { ...callback, event: callback.facts.event });
}

function openFileLog(path: string): LogSink {
  mkdirSync(dirname(path), { recursive: true });
  return {
    lastSeq: openIfThere(path, mend) ?? 0,
    write(records) {
      appendFileSync(path, records.map(formatRecord).join(""));
    },
    resume: () => openIfThere(path, resumeLog) ?? NOTHING_WRITTEN,
  };
}

/** Null: there is no such file. */
function openIfThere<T>(path: string, work: (file: number) => T): T | null {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return null;
  const file = openSync(path, "r+");
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}

/** Cuts off a last line that was never finished. Returns the last number in the file. */
function mend(file: number): number {
  const size = fstatSync(file).size;
  const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
  readSync(file, tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf(10) + 1;
  if (end < tail.length) ftruncateSync(file, size - tail.length + end);
  const lines = tail.toString("utf8", 0, end).split("\n");
  for (let index = lines.length - 1; index >= 0; index--) {
    const record = parseRecord(lines[index] ?? "");
    if (record !== null) return record.seq;
  }
  return 0;
}
