/** DAGs and states as the recorded cases describe them, in the form of Momiji. */
import {
  DAG_SPEC_VERSION,
  type DagRun,
  type DagSpec,
  newTaskInstance,
  type TaskInstance,
  type TaskSpec,
  type TaskState,
} from "@momiji/core";

/** A task of which only the parts that a case is about are given. */
export type RecordedTask = Pick<TaskSpec, "taskId" | "upstream"> & Partial<TaskSpec>;

/** A DAG of these tasks. */
export function recordedDag(dagId: string, tasks: readonly RecordedTask[]): DagSpec {
  return {
    version: DAG_SPEC_VERSION,
    dagId,
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: true,
    templateStyle: "python",
    tasks: tasks.map((task) => ({ operator: "recorded", lane: "function", ...task })),
    source: { file: "recorded.py" },
  };
}

/** The run of a number, queued at the instant 0. */
export function recordedRun(dagId: string, runKey: number): DagRun {
  return {
    runKey,
    dagId,
    runId: `recorded__${runKey}`,
    runType: "scheduled",
    triggeredBy: "timetable",
    state: "queued",
    logicalDate: runKey,
    dataIntervalStart: null,
    dataIntervalEnd: null,
    runAfter: runKey,
    queuedAt: 0,
    startDate: null,
    endDate: null,
    conf: {},
    dagVersion: 1,
    reason: null,
    note: null,
    revision: 0,
  };
}

/** An instance of a task in a state, nothing else known of it. */
export function instanceIn(taskId: string, state: TaskState): TaskInstance {
  return { ...newTaskInstance(taskId, 0), state };
}
