/** Where the logs of attempts are read; whoever composes the server says from what. */
import type { LogRecord } from "@momiji/core";

export interface LogName {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  /** -1: not mapped. */
  readonly mapIndex: number;
  readonly tryNumber: number;
}

export interface LogReader {
  /**
   * What there is from the record of that number on (the first is 1), in batches; nothing: there is no log (yet).
   * @param having records without this text, in whichever case, may be left out, if that is sooner done than giving them
   */
  read(name: LogName, fromSeq: number, having?: string): AsyncIterable<readonly LogRecord[]>;
  /** Number of the last record that is there now; 0: there is none. Absent: it is found by reading. */
  last?(name: LogName): Promise<number>;
  /** The same as `read`, then what is added, until the signal is aborted. Absent: they can only be read. */
  follow?(name: LogName, fromSeq: number, signal: AbortSignal): AsyncIterable<readonly LogRecord[]>;
}
