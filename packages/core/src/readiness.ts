/**
 * What is to become of a task instance that has not begun: the one judgement that the oracle, the machine and `explain`
 * share. They differ only in how they come to know what stands around it.
 */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import type { PastBlock } from "./past-dependency.ts";
import { isFailure, isFinished, isSchedulable, type TaskState } from "./task-state.ts";
import { judgeTriggerRule, type UpstreamCounts, type Verdict } from "./trigger-rules.ts";

/** Everything that a task's instances depend on, whoever keeps it. */
export interface Surroundings {
  readonly now: Micros;
  countsOf(task: GraphTask): UpstreamCounts;
  pastBlockOf(task: GraphTask): PastBlock | null;
  /** Into how many instances a mapped task expands; undefined: not known (yet). */
  mapLengthOf(task: GraphTask): number | undefined;
  /** State of a task's instance that is not expanded; null also if there is none. */
  unexpandedStateOf(task: number): TaskState;
}

/** The next step of an instance in a schedulable state. */
export type Step =
  | { readonly kind: "wait"; readonly for: "upstream" | "past" | "time" }
  /** It gets a state without running. */
  | { readonly kind: "end"; readonly state: "skipped" | "upstream_failed" | "removed" }
  | { readonly kind: "expand"; readonly length: number }
  /** Nothing to run: it succeeds at once. */
  | { readonly kind: "succeed" }
  | { readonly kind: "schedule" };

const WAIT_UPSTREAM: Step = { kind: "wait", for: "upstream" };
const WAIT_PAST: Step = { kind: "wait", for: "past" };
const WAIT_TIME: Step = { kind: "wait", for: "time" };
const SUCCEED: Step = { kind: "succeed" };
const SCHEDULE: Step = { kind: "schedule" };
const END_UPSTREAM_FAILED: Step = { kind: "end", state: "upstream_failed" };
const END_SKIPPED: Step = { kind: "end", state: "skipped" };

/**
 * Trigger rules act at once, even on an instance that waits for a retry or for the run before. To begin it must have
 * all three: its rule met, the run before far enough, its waiting time over.
 */
export function nextStep(around: Surroundings, task: GraphTask, instance: TaskInstance): Step {
  const verdict = judgeTriggerRule(task.rule, around.countsOf(task), instance.mapIndex);
  const isUnexpanded = task.mappedOver !== null && instance.mapIndex < 0;
  const mapping = isUnexpanded ? judgeMapping(around, task, verdict) : null;
  if (mapping !== null) return mapping;
  if (verdict.kind === "set") return { kind: "end", state: verdict.state };
  if (verdict.kind === "wait") return WAIT_UPSTREAM;
  if (task.dependsOnPast && around.pastBlockOf(task) !== null) return WAIT_PAST;
  if (instance.resumeAt !== null && instance.resumeAt > around.now) return WAIT_TIME;
  if (isUnexpanded) return expansion(around.mapLengthOf(task));
  return isNothingToRun(task) ? SUCCEED : SCHEDULE;
}

/** As in Airflow an empty task that has callbacks is run all the same. */
function isNothingToRun({ spec }: GraphTask): boolean {
  return spec.lane === "empty" && spec.callbacks === undefined;
}

/** What a mapped task maps over must have succeeded, whatever its trigger rule says (`MappedTaskUpstreamDep` of Airflow). */
function judgeMapping(around: Surroundings, { mappedOver }: GraphTask, verdict: Verdict): Step | null {
  if (verdict.kind === "set" && verdict.state === "upstream_failed") return null;
  const states = (mappedOver ?? []).map((index) => around.unexpandedStateOf(index));
  if (states.some(isFailure)) return END_UPSTREAM_FAILED;
  return states.includes("skipped") ? END_SKIPPED : null;
}

/** A rule that is met before the length is known leaves nothing to map over: Airflow fails such a task. */
function expansion(length: number | undefined): Step {
  return length === undefined ? END_UPSTREAM_FAILED : { kind: "expand", length };
}

/**
 * Whether a run can never go on: nothing is scheduled or held, and no instance could begin even if its waiting time were
 * over. Tasks that wait for other runs or for limits, and deferred ones, leave the question open (`DagRun.update_state`).
 */
export function isDeadlocked(graph: DagGraph, around: Surroundings, instances: Iterable<TaskInstance>): boolean {
  let unfinished = 0;
  for (const instance of instances) {
    const index = graph.indexOf.get(instance.taskId);
    if (isFinished(instance.state) || index === undefined) continue;
    const task = graph.tasks[index] as GraphTask;
    if (!isSchedulable(instance.state) || leavesDeadlockOpen(task)) return false;
    const step = nextStep(around, task, instance);
    if (step.kind !== "wait" || step.for !== "upstream") return false;
    unfinished++;
  }
  return unfinished > 0;
}

/** While such a task is unfinished, its run is not called deadlocked. */
export function leavesDeadlockOpen({ dependsOnPast, spec }: GraphTask): boolean {
  return dependsOnPast || spec.maxActiveTisPerDag !== undefined || spec.maxActiveTisPerDagrun !== undefined;
}
