/** Marking: a person says how task instances or whole runs have ended (Airflow's `set_state` and its relatives). */
import { type Act, actBetween, requeueRun } from "./act.ts";
import { type InScope, scopeOfClear, scopeOfMark, type TaskSelection, type TaskSelector } from "./act-scope.ts";
import { clearWhere } from "./clear.ts";
import type { DagSpec } from "./dag-spec.ts";
import type { GraphTask } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import { endRun } from "./run-end.ts";
import { isRunFinished } from "./run-state.ts";
import { instanceName, missingInstances, type RunView } from "./run-view.ts";
import { isFailure, isFinished, type TaskState } from "./task-state.ts";
import { endInstance, type MarkedState, markInstance, unscheduleInstance } from "./task-transitions.ts";

export interface MarkRequest extends TaskSelection {
  readonly tasks: readonly TaskSelector[];
  readonly state: MarkedState;
}

/**
 * Marks in one run. What had failed further down because of the marked tasks is cleared, so that the run goes on from
 * there; a run that has ended and has nothing to go on with stays as it ended.
 */
export function markInstances(view: RunView, request: MarkRequest, now: Micros): Act {
  const { graph } = view;
  const whole = withMissing(view);
  const isInScope = scopeOfMark(graph, request);
  const affected = whole.filter((instance) => isInScope(instance) && instance.state !== request.state);
  const chosen = new Set(affected);
  const instances = whole.map((each) => (chosen.has(each) ? markInstance(each, request.state, now) : each));
  if (affected.length === 0) return actBetween(view, view, { affected, now });
  const marked = { ...view, instances };
  const isMeant = failedBelow(view, request, isInScope);
  const cleared = clearWhere(marked, { isMeant, resetDagRuns: true, newest: null }, now).changes;
  const again = new Map(cleared.update.map((instance) => [instanceName(instance), instance]));
  const after = instances.map((instance) => again.get(instanceName(instance)) ?? instance);
  return actBetween(view, { ...view, run: cleared.run ?? view.run, instances: after }, { affected, now });
}

/** The tasks of a group with all groups in it. Empty: there is no such group. */
export function tasksOfGroup(spec: DagSpec, groupId: string): readonly TaskSelector[] {
  const groups = new Map(spec.groups?.map((group) => [group.groupId, group]));
  const inside = (id: string): readonly string[] => groups.get(id)?.children.flatMap(inside) ?? [id];
  return groups.has(groupId) ? inside(groupId).map((taskId) => ({ taskId })) : [];
}

/**
 * Marks a whole run. Teardowns that have not ended still have work to do: they run, and the run ends with them.
 *
 * `success`: all else succeeds. `failed`: what runs fails, what has not begun is skipped; if teardowns keep the run open,
 * its last tasks fail instead, so that it ends as it was asked to. `queued`: the run waits for its turn again.
 */
export function markRun(view: RunView, state: "success" | "failed" | "queued", now: Micros): Act {
  if (state === "queued") {
    const run = view.run.state === "queued" ? view.run : requeueRun(view.run, now);
    const instances = view.instances.map((each) => (each.state === "scheduled" ? unscheduleInstance(each) : each));
    return actBetween(view, { ...view, run, instances }, { affected: [], now });
  }
  const whole = withMissing(view);
  const isOpen = whole.some((each) => !isFinished(each.state) && taskOf(view, each)?.isTeardown === true);
  const marked = (instance: TaskInstance) =>
    state === "success" ? markedSuccess(view, instance, now) : markedFailed(view, instance, { isOpen, now });
  const instances = whole.map(marked);
  const affected = whole.filter((instance, index) => instances[index] !== instance);
  const run =
    isOpen || view.run.state === state ? view.run : endRun(view.run, { state, reason: `marked ${state}` }, now);
  return actBetween(view, { ...view, run, instances }, { affected, now });
}

/** A run that is not wanted any more before it has begun: it fails, whatever stands in it is skipped. */
export function abandonRun(view: RunView, reason: string, now: Micros): Act {
  const affected = view.instances.filter((instance) => !isFinished(instance.state));
  const instances = view.instances.map((each) => (isFinished(each.state) ? each : endInstance(each, "skipped", now)));
  const run = isRunFinished(view.run.state) ? view.run : endRun(view.run, { state: "failed", reason }, now);
  return actBetween(view, { ...view, run, instances }, { affected, now });
}

/** A run that has not begun has no task instances yet: they come into being so that they can be marked. */
function withMissing(view: RunView): readonly TaskInstance[] {
  return [...view.instances, ...missingInstances(view)];
}

function taskOf({ graph }: RunView, { taskId }: TaskInstance): GraphTask | undefined {
  return graph.tasks[graph.indexOf.get(taskId) ?? -1];
}

/** What failed further down than the marked tasks, with the setups and teardowns that it needs; nothing that was marked. */
function failedBelow({ graph }: RunView, { tasks }: MarkRequest, isInScope: InScope): (each: TaskInstance) => boolean {
  const own = new Set(tasks.map(({ taskId }) => taskId));
  const isAround = scopeOfClear(graph, { tasks, upstream: false, downstream: true });
  return (each) => isFailure(each.state) && isAround(each) && !own.has(each.taskId) && !isInScope(each);
}

function markedSuccess(view: RunView, instance: TaskInstance, now: Micros): TaskInstance {
  const task = taskOf(view, instance);
  if (task === undefined) return removedIfOpen(instance, now);
  if (instance.state === "success" || instance.state === "removed") return instance;
  return task.isTeardown && !isFinished(instance.state) ? instance : markInstance(instance, "success", now);
}

/** The run has moved to a version that does not have its task: as the engine would, whatever becomes of the run. */
function removedIfOpen(instance: TaskInstance, now: Micros): TaskInstance {
  return isFinished(instance.state) ? instance : endInstance(instance, "removed", now);
}

const UNDER_WAY: ReadonlySet<TaskState> = new Set(["running", "deferred", "up_for_reschedule"]);

function markedFailed(view: RunView, instance: TaskInstance, around: { isOpen: boolean; now: Micros }): TaskInstance {
  const task = taskOf(view, instance);
  if (task === undefined) return removedIfOpen(instance, around.now);
  if (task.isTeardown || isFinished(instance.state)) return instance;
  const fails = UNDER_WAY.has(instance.state) || (around.isOpen && view.graph.leaves.includes(task.index));
  return markInstance(instance, fails ? "failed" : "skipped", around.now);
}
