/** Lines of a log as records. */
import type { LogRecord } from "@momiji/core";

/** Lines that are no records (cut short when a disk was full) are passed over. */
export function recordsOf(text: string): LogRecord[] {
  return text.split("\n").flatMap((line) => recordOf(line) ?? []);
}

export function recordOf(line: string): LogRecord | null {
  try {
    const value = JSON.parse(line) as Partial<LogRecord> | null;
    return typeof value?.seq === "number" && typeof value.message === "string" ? (value as LogRecord) : null;
  } catch {
    return null;
  }
}
