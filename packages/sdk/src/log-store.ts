/**
 * A place outside of this machine that keeps the logs of attempts: a bucket, a service of a cloud. A worker writes each log to
 * a file first and ships it from there while the task runs, so that a store may be down for as long as the disk lasts. Its module
 * is named by the setting `logs.store` and exports a `LogStoreFactory` as default.
 *
 * A log is named by its path below the folder of logs: `dag_id=D/run_id=R/task_id=T/attempt=1.log`.
 */
import type { Clock, Json, LogRecord, Micros } from "@momiji/core";

/** Records of one log that follow each other. */
export interface LogPart {
  /**
   * Grows by one each time that output was taken back: this life's records from its first on stand in the place of those of
   * earlier lives. Within a life nothing is ever replaced.
   */
  readonly life: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** A line of JSON for each record, as in a log file. */
  readonly text: string;
}

/** How far a log is there. */
export interface LogEnd {
  readonly life: number;
  /** Number of the last record. */
  readonly seq: number;
}

export interface LogStore {
  /** For messages, such as `s3://logs/momiji`; never with a secret in it. */
  readonly name: string;
  /**
   * Resolves when the part is kept for good. A part of which the answer was lost is given again, perhaps with more records behind
   * it: no record may be read twice because of it. Rejects: it is given again later.
   */
  append(log: string, part: LogPart): Promise<void>;
  /** Null: nothing of it is there. */
  end(log: string): Promise<LogEnd | null>;
  /** Records from that number on, each once and in the order of their numbers, as far as they are there now. */
  read(log: string, fromSeq: number): AsyncIterable<readonly LogRecord[]>;
  /** Removes the logs whose names begin so (a run's, a DAG's; it ends in `/`). Gives how many there were. */
  remove(folder: string): Promise<number>;
  /** Removes what was last written before then. Gives how many logs, or parts of them, there were. */
  removeBefore(before: Micros): Promise<number>;
  /** The process ends. */
  close?(): Promise<void> | void;
}

export interface LogStoreContext {
  /** The working folder: what paths in the options are relative to. */
  readonly cwd: string;
  readonly clock: Clock;
}

/**
 * `options`: the setting `logs.storeKwargs`. It must not load anything heavy before the store is first used: servers open it when
 * they start. What it throws ends the command or the server.
 */
export type LogStoreFactory = (
  options: { readonly [name: string]: Json },
  context: LogStoreContext,
) => LogStore | Promise<LogStore>;
