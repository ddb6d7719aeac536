/** Weights as an author writes them. */

/** What a weight may depend on. */
export interface WeighedTask {
  readonly taskId: string;
  /** Its own `priorityWeight`; 1 if it has none. */
  readonly priorityWeight: number;
  /** Ids of all tasks before it. */
  readonly upstream: ReadonlySet<string>;
  /** Ids of all tasks after it. */
  readonly downstream: ReadonlySet<string>;
  /** Own weight of a task of the DAG. */
  weightOf(taskId: string): number;
}

/** Gives the effective priority of a task, a whole number: higher goes first. Its spec says `absolute` then. */
export type WeightFunction = (task: WeighedTask) => number;
