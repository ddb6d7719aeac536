/** What does not run. */
export interface WhyPlace {
  readonly dagId: string;
  /** Absent: the DAG itself has no run. */
  readonly runId?: string;
  /** Absent: the run itself. */
  readonly taskId?: string;
  readonly mapIndex?: number;
}

/** Another task instance, for a link. */
export interface InstancePlace {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
}

/** `load[3]` as the id of a task and the index of an instance. */
export function readInstanceName(name: string): Pick<InstancePlace, "taskId" | "mapIndex"> {
  const [, taskId = name, index] = /^(.*?)\s?\[(\d+)\]$/.exec(name) ?? [];
  return { taskId, mapIndex: index === undefined ? -1 : Number(index) };
}
