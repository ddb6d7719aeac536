/** Intents about deadlines. They are written with `commit`: one row for each deadline of a run. */
import type { DagScope } from "./dag-scope.ts";
import type { DeadlineRecord, DeadlineState, Micros } from "@momiji/core";

export interface DeadlineFilter {
  /** The DAGs that whoever asks may see. */
  readonly scope: DagScope;
  readonly dagId?: string;
  readonly runId?: string;
  readonly states?: readonly DeadlineState[];
  /** Only of runs that have not ended. */
  readonly isRunActive?: true;
  /** The latest first; default 100. */
  readonly limit?: number;
}

export interface DeadlineStore {
  /** Those that runs of these DAGs still have before them, also of runs that have failed. */
  loadPendingDeadlines(dagIds: readonly string[]): Promise<DeadlineRecord[]>;
  /** All of one run, in the order of the DAG. */
  loadDeadlines(runKey: number): Promise<DeadlineRecord[]>;
  listDeadlines(filter: DeadlineFilter): Promise<DeadlineRecord[]>;
  /** How long the last runs of a DAG took that have ended, newest first, at most so many: microseconds each. */
  listRunTimes(dagId: string, limit: number): Promise<Micros[]>;
}
