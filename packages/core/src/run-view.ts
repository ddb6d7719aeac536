/** What is decided upon and what comes of it: a whole run, and the changes of a whole run. */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import { newTaskInstance } from "./dag-run.ts";
import { type Micros, secondsToSpan } from "./instant.ts";
import { mappedLength } from "./mapping.ts";

/** Names one task instance of a run; every `TaskInstance` is one. */
export interface InstanceKey {
  readonly taskId: string;
  readonly mapIndex: number;
}

/** The run before another one, for depends-on-past: by logical date, of scheduled and backfill runs if the DAG catches up. */
export interface PreviousRun {
  readonly run: DagRun;
  readonly instances: readonly TaskInstance[];
}

/** A run with everything that its decisions depend on, besides the time. */
export interface RunView {
  readonly graph: DagGraph;
  readonly run: DagRun;
  readonly instances: readonly TaskInstance[];
  /** Needed only if `graph.dependsOnPast`; null: there is none. */
  readonly previous: PreviousRun | null;
  /** What tasks that others are mapped over have returned; absent: nothing (yet). */
  readonly returned?: ReturnedLengths;
}

/** By task id and map index: how many elements an instance returned. */
export type ReturnedLengths = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** What a decision changes in a run; everything but the last four fields goes into a commit as it is. */
export interface RunChanges {
  /** The run after the decision; absent: it stays as it was. */
  readonly run?: DagRun;
  readonly insert: readonly TaskInstance[];
  readonly update: readonly TaskInstance[];
  /** Rows that an expansion has replaced by others: the one with map index -1. */
  readonly remove: readonly InstanceKey[];
  /** Attempts that a new attempt has superseded. */
  readonly history: readonly TaskInstance[];
  /** Those that became `scheduled` and still are. */
  readonly newlyScheduled: readonly TaskInstance[];
  /** Attempts that are no longer wanted: to be told to their executor after the commit. */
  readonly cancel: readonly string[];
  /** The run ended with this decision. */
  readonly ended: boolean;
  /** When time alone may change something again; null: never. */
  readonly wakeAt: Micros | null;
}

/** One text for each task instance of a run. */
export function instanceName({ taskId, mapIndex }: InstanceKey): string {
  return mapIndex < 0 ? taskId : `${taskId}[${mapIndex}]`;
}

/**
 * Instances of the graph's tasks that the run does not have yet: all of them when it starts. What is mapped over lists in
 * the DAG file only is expanded from the beginning; what has dates that leave the run out is `removed` from the beginning.
 */
export function missingInstances({ graph, run, instances }: RunView): TaskInstance[] {
  const present = new Set(instances.map(({ taskId }) => taskId));
  const missing = graph.tasks.filter(({ taskId }) => !present.has(taskId));
  return missing.flatMap((task) => {
    const { taskId, mapping, retry } = task;
    if (!isWithinDates(task, run)) return [{ ...newTaskInstance(taskId, 0), state: "removed" as const }];
    const length = mapping === null ? undefined : mappedLength(mapping, () => undefined);
    if (!length) return [newTaskInstance(taskId, retry.retries)];
    return Array.from({ length }, (_, mapIndex) => newTaskInstance(taskId, retry.retries, mapIndex));
  });
}

/** Whether the run's logical date lies within the task's start and end date; backfills and runs without a date have all tasks. */
export function isWithinDates({ startDate, endDate }: GraphTask, { runType, logicalDate }: DagRun): boolean {
  if (logicalDate === null || runType === "backfill") return true;
  return (startDate === null || startDate <= logicalDate) && (endDate === null || logicalDate <= endDate);
}

/** When a running run times out (`dagrunTimeoutSeconds` after its start); null: never. */
export function runTimeoutAt({ graph, run }: Pick<RunView, "graph" | "run">): Micros | null {
  const seconds = graph.spec.dagrunTimeoutSeconds;
  if (seconds === undefined || run.startDate === null || run.state !== "running") return null;
  return run.startDate + secondsToSpan(seconds);
}
