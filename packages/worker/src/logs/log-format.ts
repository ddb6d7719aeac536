/** One record a line: JSON, so that a reader can begin at any line and a line cut short by a crash is seen as such. */
import type { LogRecord } from "@momiji/core";

export function formatRecord(record: LogRecord): string {
  const { seq, at, level, source, message, position, kept } = record;
  const limit = kept === undefined ? "" : `,"kept":${kept}`;
  const after = position === undefined ? "" : `,"position":${JSON.stringify(position)}${limit}`;
  return `{"seq":${seq},"at":${at},"level":"${level}","source":${JSON.stringify(source)},"message":${JSON.stringify(message)}${after}}\n`;
}

/** Null: the line is no record (cut short when a disk was full or a process was killed). */
export function parseRecord(line: string): LogRecord | null {
  try {
    const value = JSON.parse(line) as Partial<LogRecord> | null;
    return typeof value?.seq === "number" && typeof value.message === "string" ? (value as LogRecord) : null;
  } catch {
    return null;
  }
}
