/**
 * What is to become of a task instance that has not begun: the one judgement that the oracle, the machine and `explain`
 * share. They differ only in how they come to know what stands around it.
 */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import { mappedLength, mappingSources } from "./mapping.ts";
import type { PastBlock } from "./past-dependency.ts";
import { isFailure, isFinished, isSchedulable, type TaskState } from "./task-state.ts";
import { judgeTriggerRule, type UpstreamCounts, type Verdict } from "./trigger-rules.ts";

/** Everything that a task's instances depend on, whoever keeps it. */
export interface Surroundings {
  readonly now: Micros;
  /** Of what the instance of this map index looks at (`meets`). */
  countsOf(task: GraphTask, mapIndex: number): UpstreamCounts;
  pastBlockOf(task: GraphTask): PastBlock | null;
  /** A branch or short circuit right before it, that it looks at (`meets`), has succeeded and decided against it. */
  isDecidedAgainst(task: GraphTask, mapIndex: number): boolean;
  /** How many elements a task returned for others to map over, a mapped one with all its instances; undefined: not known. */
  returnedBy(task: number): number | undefined;
  /** State of a task's instance that is not expanded; null also if there is none. */
  unexpandedStateOf(task: number): TaskState;
  /** All instances of the task have ended. */
  isOver(task: number): boolean;
  /** Whether an expanded task has instances to begin, and others or more of them than this many. */
  isUnlike(task: GraphTask, length: number): boolean;
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
 * Branches decide before trigger rules do, and stay decided: one that was skipped by them is skipped again when it is
 * cleared (`NotPreviouslySkippedDep` of Airflow).
 *
 * Both act at once, even on an instance that waits for a retry or for the run before; only a skip may have to wait for the
 * run before (`waitForPastDependsBeforeSkipping`). To begin an instance must have all three: its rule met, the run before
 * far enough, its waiting time over.
 */
export function nextStep(around: Surroundings, task: GraphTask, instance: TaskInstance): Step {
  if (around.isDecidedAgainst(task, instance.mapIndex)) return skipping(around, task);
  const isUnexpanded = task.mapping !== null && instance.mapIndex < 0;
  if (isUnexpanded && task.mappedGroup !== null) return stepOfMappedGroup(around, task);
  const verdict = judgeTriggerRule(task.rule, around.countsOf(task, instance.mapIndex), instance.mapIndex);
  const end = isUnexpanded && !isUpstreamFailed(verdict) ? judgeSources(around, task) : null;
  if (end !== null) return end;
  if (verdict.kind === "set")
    return verdict.state === "skipped" ? skipping(around, task) : { kind: "end", state: verdict.state };
  if (verdict.kind === "wait") return WAIT_UPSTREAM;
  if (task.dependsOnPast && around.pastBlockOf(task) !== null) return WAIT_PAST;
  if (instance.resumeAt !== null && instance.resumeAt > around.now) return WAIT_TIME;
  if (isUnexpanded) return expansion(around, task);
  return isNothingToRun(task) ? SUCCEED : SCHEDULE;
}

/** As in Airflow an empty task that has callbacks or outlets is run all the same, so that somebody can be told of it. */
function isNothingToRun({ spec }: GraphTask): boolean {
  return spec.lane === "empty" && spec.callbacks === undefined && spec.outlets === undefined;
}

function skipping(around: Surroundings, task: GraphTask): Step {
  const mayHaveToWait = task.spec.waitForPastDependsBeforeSkipping === true;
  return mayHaveToWait && around.pastBlockOf(task) !== null ? WAIT_PAST : END_SKIPPED;
}

/** All tasks of a mapped group expand together, as soon as its length is known: rules are then a matter of each index. */
function stepOfMappedGroup(around: Surroundings, task: GraphTask): Step {
  const end = judgeSources(around, task);
  if (end !== null) return end;
  return task.mappedOver.every((source) => around.isOver(source)) ? expansion(around, task) : WAIT_UPSTREAM;
}

function isUpstreamFailed(verdict: Verdict): boolean {
  return verdict.kind === "set" && verdict.state === "upstream_failed";
}

/** What it is mapped over must have succeeded, whatever the trigger rule says (`MappedTaskUpstreamDep` of Airflow). */
function judgeSources(around: Surroundings, task: GraphTask): Step | null {
  const states = task.mappedOver.map((index) => around.unexpandedStateOf(index));
  if (states.some(isFailure)) return END_UPSTREAM_FAILED;
  return states.includes("skipped") ? skipping(around, task) : null;
}

/** A rule that is met before the length is known leaves nothing to map over: Airflow fails such a task. */
function expansion(around: Surroundings, task: GraphTask): Step {
  const length = mapLength(around, task);
  return length === undefined ? END_UPSTREAM_FAILED : { kind: "expand", length };
}

/** Into how many instances a mapped task expands; undefined: not known while something that it is mapped over goes on. */
export function mapLength(around: Surroundings, task: GraphTask): number | undefined {
  if (task.mapping === null || !task.mappedOver.every((source) => around.isOver(source))) return undefined;
  if (task.mappedOver.length === 0) return mappedLength(task.mapping, () => undefined);
  const sources = mappingSources(task.mapping);
  const lengths = new Map(sources.map((taskId, at) => [taskId, around.returnedBy(task.mappedOver[at] as number)]));
  return mappedLength(task.mapping, (taskId) => lengths.get(taskId));
}

/**
 * The length that an expanded task must be fitted to before anything more of it begins, since what it is mapped over came
 * out otherwise in another attempt; null: it fits.
 */
export function lengthToFit(around: Surroundings, task: GraphTask): number | null {
  const length = mapLength(around, task);
  return length !== undefined && around.isUnlike(task, length) ? length : null;
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
