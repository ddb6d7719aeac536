/**
 * Deleting a DAG with all that was recorded of it. It is marked first, in one short transaction; from then on it is gone for
 * everybody, and what was recorded goes in steps. Killed at any moment, what is marked is found again.
 */
import type { Micros } from "@momiji/core";
import type { EventLogEntry } from "./event-log-store.ts";

/** `running`: task instances of it are with an executor, so it was not marked. `absent`: there is no such DAG (any more). */
export type DagDeletion = "marked" | "running" | "absent";

export interface DagDeletionStore {
  /** How many runs were recorded, and how many of them are not finished. */
  countRuns(dagId: string): Promise<{ readonly runs: number; readonly unfinished: number }>;
  /** Marks the DAG. `events` are logged with it; the event log is kept, as in Airflow. */
  deleteDag(dagId: string, now: Micros, events: readonly EventLogEntry[]): Promise<DagDeletion>;
  /** DAGs that are marked and not gone yet. */
  listDeletedDags(): Promise<string[]>;
  /**
   * Removes up to `rows` task instances with all that hangs on them, or versions, of a marked DAG. True: nothing is left
   * but its record.
   */
  removeDagStep(dagId: string, rows: number): Promise<boolean>;
  /** Removes the record of a marked DAG of which nothing else is left. From then on a file may publish it again. */
  forgetDag(dagId: string): Promise<void>;
}
