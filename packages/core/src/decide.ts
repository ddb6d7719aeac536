/**
 * The oracle: what follows from a whole run, found the plain way. Everything is counted afresh in every round; the
 * machine (`run-machine.ts`) does the same with counters and is tested against this.
 */
import { decidedAgainst } from "./branch-decision.ts";
import { type DagGraph, type GraphTask, meets } from "./dag-graph.ts";
import { newTaskInstance, type TaskInstance } from "./dag-run.ts";
import { countEnd, newEndCounts } from "./end-counts.ts";
import type { Micros } from "./instant.ts";
import { pastBlock, pastOf } from "./past-dependency.ts";
import { isDeadlocked, lengthToFit, nextStep, type Step, type Surroundings } from "./readiness.ts";
import { changesBetween } from "./run-changes.ts";
import { deadlockOfRun, endRun, outcomeOfRun, timeoutReason } from "./run-end.ts";
import { missingInstances, type RunChanges, runTimeoutAt, type RunView } from "./run-view.ts";
import { endInstance, expandInstance, fitInstance, scheduleInstance, succeedEmpty } from "./task-transitions.ts";
import { isFinished, isSchedulable } from "./task-state.ts";
import type { EndCounts, UpstreamCounts } from "./trigger-rules.ts";

/**
 * Everything that a running run's state and the time imply, until nothing changes any more. A run that is queued or has
 * ended is left alone.
 *
 * It goes in rounds, as Airflow's scheduler looks again and again: all instances are judged by the states at the
 * beginning of the round, then all changes happen together.
 */
export function decide(view: RunView, now: Micros): RunChanges {
  return changesBetween(view, settled(view, now), now);
}

/** The run as it is after `decide`. */
export function settled(view: RunView, now: Micros): RunView {
  if (view.run.state !== "running") return view;
  const whole = { ...view, instances: [...withoutUnknown(view, now), ...missingInstances(view)] };
  const timeout = runTimeoutAt(whole);
  const isUnfinished = whole.instances.some((instance) => !isFinished(instance.state));
  if (timeout !== null && now >= timeout && isUnfinished) return failedRun(whole, now);
  return withEnd(fixpoint(whole, now), now);
}

/** Instances of tasks that the DAG version does not have are removed. */
function withoutUnknown({ graph, instances }: RunView, now: Micros): readonly TaskInstance[] {
  const isUnknown = (instance: TaskInstance) => !graph.indexOf.has(instance.taskId) && instance.state !== "removed";
  return instances.map((instance) => (isUnknown(instance) ? endInstance(instance, "removed", now) : instance));
}

function failedRun(view: RunView, now: Micros): RunView {
  const instances = view.instances.map((instance) =>
    isFinished(instance.state) ? instance : endInstance(instance, "skipped", now),
  );
  return { ...view, instances, run: endRun(view.run, { state: "failed", reason: timeoutReason(view.graph) }, now) };
}

function fixpoint(view: RunView, now: Micros): RunView {
  for (let current = view; ;) {
    const around = surroundingsOf(current, now);
    const fits = fitsOf(current, around);
    const instances = current.instances.flatMap((instance) => {
      const length = fits.get(instance.taskId);
      return length === undefined ? stepped(current.graph, around, instance) : [fitInstance(instance, length, now)];
    });
    const added = addedByFits(current, fits);
    if (added.length === 0 && instances.every((instance, i) => instance === current.instances[i])) return current;
    current = { ...current, instances: [...instances, ...added] };
  }
}

/** Lengths that expanded tasks must be fitted to, by task id. */
function fitsOf({ graph }: RunView, around: Surroundings): ReadonlyMap<string, number> {
  const fits = new Map<string, number>();
  for (const task of graph.tasks) {
    const length = lengthToFit(around, task);
    if (length !== null) fits.set(task.taskId, length);
  }
  return fits;
}

function addedByFits({ graph, instances }: RunView, fits: ReadonlyMap<string, number>): TaskInstance[] {
  return [...fits].flatMap(([taskId, length]) => {
    const { retry } = graph.tasks[graph.indexOf.get(taskId) as number] as GraphTask;
    const present = new Set(instances.filter((one) => one.taskId === taskId).map(({ mapIndex }) => mapIndex));
    const missing = Array.from({ length }, (_, mapIndex) => mapIndex).filter((mapIndex) => !present.has(mapIndex));
    return missing.map((mapIndex) => newTaskInstance(taskId, retry.retries, mapIndex));
  });
}

function stepped(graph: DagGraph, around: Surroundings, instance: TaskInstance): TaskInstance[] {
  const index = graph.indexOf.get(instance.taskId);
  if (index === undefined || !isSchedulable(instance.state)) return [instance];
  return applied(instance, nextStep(around, graph.tasks[index] as GraphTask, instance), around.now);
}

function applied(instance: TaskInstance, step: Step, now: Micros): TaskInstance[] {
  switch (step.kind) {
    case "wait":
      return [instance];
    case "schedule":
      return [scheduleInstance(instance, now)];
    case "succeed":
      return [succeedEmpty(instance, now)];
    case "end":
      return [endInstance(instance, step.state, now)];
    case "expand":
      return expandInstance(instance, step.length, now);
  }
}

function withEnd(view: RunView, now: Micros): RunView {
  const unfinished = view.instances.filter((instance) => !isFinished(instance.state));
  if (unfinished.length === 0) return { ...view, run: endRun(view.run, outcomeOfRun(view.graph, view.instances), now) };
  if (!isDeadlocked(view.graph, surroundingsOf(view, now), unfinished)) return view;
  return { ...view, run: endRun(view.run, deadlockOfRun(view.graph, unfinished), now) };
}

/** What stands around the instances of a run, counted afresh at every question. */
export function surroundingsOf(view: RunView, now: Micros): Surroundings {
  const { graph, instances } = view;
  const past = pastOf(view);
  const byTask = Map.groupBy(instances, (instance) => instance.taskId);
  const instancesOf = (index: number) => byTask.get((graph.tasks[index] as GraphTask).taskId) ?? [];
  return {
    now,
    countsOf: (task, mapIndex) =>
      countUpstreams(graph, task, (index) => {
        const other = graph.tasks[index] as GraphTask;
        return instancesOf(index).filter((one) => meets(task, mapIndex, { task: other, mapIndex: one.mapIndex }));
      }),
    pastBlockOf: (task) => pastBlock(graph, task, past),
    isDecidedAgainst: (task, mapIndex) =>
      task.upstream.some((index) => {
        const decider = graph.tasks[index] as GraphTask;
        const met = instancesOf(index).filter((one) =>
          meets(task, mapIndex, { task: decider, mapIndex: one.mapIndex }),
        );
        return met.some((above) => decidedAgainst(above).includes(task.taskId));
      }),
    returnedBy: (index) => countReturned(view, graph.tasks[index] as GraphTask, instancesOf(index)),
    unexpandedStateOf: (index) => instancesOf(index).find(({ mapIndex }) => mapIndex < 0)?.state ?? null,
    isOver: (index) => instancesOf(index).every(({ state }) => isFinished(state)),
    isUnlike: (task, length) => isUnlike(instancesOf(task.index), length),
  };
}

function countReturned(view: RunView, task: GraphTask, instances: readonly TaskInstance[]): number | undefined {
  const returned = view.returned?.get(task.taskId);
  if (task.mapping === null) return returned?.get(-1);
  return instances.filter(({ mapIndex, state }) => state !== "removed" && returned?.has(mapIndex)).length;
}

function isUnlike(instances: readonly TaskInstance[], length: number): boolean {
  const expanded = instances.filter(({ mapIndex }) => mapIndex >= 0);
  if (!expanded.some(({ state }) => isSchedulable(state))) return false;
  const isMissing = expanded.filter(({ mapIndex }) => mapIndex < length).length < length;
  return isMissing || expanded.some(({ mapIndex, state }) => mapIndex >= length && state !== "removed");
}

function countUpstreams(
  graph: DagGraph,
  task: GraphTask,
  instancesOf: (index: number) => readonly TaskInstance[],
): UpstreamCounts {
  const count = (tasks: readonly number[]) => countEnds(tasks.flatMap(instancesOf));
  return {
    direct: count(task.upstream),
    directSetups: count(task.upstream.filter((index) => (graph.tasks[index] as GraphTask).isSetup)),
    indirectSetups: count(graph.setupScopes.setupsAround.get(task.index) ?? []),
    between: count(graph.setupScopes.tasksBetween.get(task.index) ?? []),
  };
}

function countEnds(instances: readonly TaskInstance[]): EndCounts {
  const counts = newEndCounts(instances.length);
  for (const { state } of instances) countEnd(counts, state, 1);
  return counts;
}
