/** Where the log of one attempt goes. A singular contract: `file-logs.ts` is the one for this machine. */
import type { AttemptOrder, LogRecord } from "@momiji/core";
import type { Resumed } from "./resume-log.ts";

export interface LogSink {
  /** Number of the last record that is there already, from an earlier life of the same attempt; 0: a new log. */
  readonly lastSeq: number;
  /**
   * Appends; what it was given is readable by others when it returns.
   * @throws if it could not; the sink is then thrown away and opened anew for the next records.
   */
  write(records: readonly LogRecord[]): void;
  /** Where the output of an outside job goes on; what follows the last position of it is taken back. */
  resume(): Resumed;
  /** Nothing is added by this attempt for now; it, or a later part of it, may be opened again. */
  close?(): void;
}

/** Called at the first record of an attempt, so that an attempt that says nothing leaves nothing. */
export type OpenLogSink = (order: AttemptOrder) => LogSink;
