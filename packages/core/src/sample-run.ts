/** Small DAGs and runs for the tests of this package. Not exported. */
import { buildGraph, type DagGraph } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import { newTaskInstance } from "./dag-run.ts";
import { DAG_SPEC_VERSION, type DagSpec, type TaskSpec } from "./dag-spec.ts";
import type { MappedValue, MappingSpec } from "./mapping.ts";
import { type Micros, SECOND } from "./instant.ts";
import type { RunView } from "./run-view.ts";
import type { TaskState } from "./task-state.ts";

/** Some instant; runs of these tests begin then. */
export const START: Micros = 1_700_000_000 * SECOND;

/** A task: its id, what it comes after, and whatever matters to the test. */
export function sampleTask(taskId: string, upstream: readonly string[] = [], more: Partial<TaskSpec> = {}): TaskSpec {
  return { taskId, operator: "sample", lane: "function", upstream, ...more };
}

export function sampleDag(tasks: readonly TaskSpec[], more: Partial<DagSpec> = {}): DagSpec {
  return {
    version: DAG_SPEC_VERSION,
    dagId: "sample",
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    tasks,
    source: { file: "sample.ts" },
    ...more,
  };
}

export function sampleGraph(tasks: readonly TaskSpec[], more: Partial<DagSpec> = {}): DagGraph {
  return buildGraph(sampleDag(tasks, more));
}

/** Mapped over a list of so many elements, or over what a task returns. */
export function sampleMapping(over: number | string): MappingSpec {
  const value: MappedValue =
    typeof over === "string"
      ? { kind: "output", taskId: over }
      : { kind: "list", values: Array.from({ length: over }, (_, index) => index) };
  return { kind: "product", over: [{ name: "x", value }] };
}

export const sampleRun: DagRun = {
  runKey: 1,
  dagId: "sample",
  runId: "scheduled__1",
  runType: "scheduled",
  triggeredBy: "timetable",
  state: "running",
  logicalDate: START,
  dataIntervalStart: null,
  dataIntervalEnd: null,
  runAfter: START,
  queuedAt: START,
  startDate: START,
  endDate: null,
  conf: {},
  dagVersion: 1,
  reason: null,
  note: null,
  revision: 0,
};

/** A running run whose task instances are in these states; those not named are not there yet. */
export function sampleView(graph: DagGraph, states: { readonly [taskId: string]: TaskState }): RunView {
  const instances = Object.entries(states).map(([taskId, state]) => instanceIn(taskId, state));
  return { graph, run: sampleRun, instances, previous: null };
}

/** An instance in a state; one that a worker holds has an attempt called after its task. */
export function instanceIn(taskId: string, state: TaskState, more: Partial<TaskInstance> = {}): TaskInstance {
  const hasAttempt = state !== null && state !== "scheduled";
  const attempt = hasAttempt ? { tryNumber: 1, attemptId: `attempt of ${taskId}` } : {};
  return { ...newTaskInstance(taskId, 0), state, ...attempt, ...more };
}
