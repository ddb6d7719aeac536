/** What is going on in all runs at once, for people who ask what waits for what. Reads only. */
import type { Micros, TaskState } from "@momiji/core";

/** A task instance of an unfinished run that waits for slots or holds them. */
export interface ActiveInstance {
  readonly runKey: number;
  readonly dagId: string;
  readonly dagVersion: number;
  readonly runId: string;
  readonly logicalDate: Micros | null;
  readonly runAfter: Micros;
  readonly taskId: string;
  readonly mapIndex: number;
  readonly state: TaskState;
  /** Its DAG is paused or gone from its file: it is given no slots. */
  readonly isOff: boolean;
  /** Name of the worker that has it; null: none yet. */
  readonly worker: string | null;
  readonly queuedAt: Micros | null;
  readonly startDate: Micros | null;
}

export interface ActivityStore {
  /** Those that are scheduled, or with a worker; one that asks a person holds nothing. Costs what is unfinished. */
  listActiveInstances(): Promise<ActiveInstance[]>;
  /** A scheduler owns this DAG, as far as its lease tells. */
  hasScheduler(dagId: string): Promise<boolean>;
}
