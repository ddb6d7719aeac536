/** A run after an event, found the plain way: the oracle's counterpart of `RunMachine.applyEvent`. */
import { skipDecidedAgainst, skippedBy } from "./branch-decision.ts";
import { type DagGraph, type GraphTask, meets } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import { failFastMessage, isStoppedBy } from "./fail-fast.ts";
import { DEFAULT_LOST_ATTEMPT_LIMIT } from "./retry.ts";
import { missingInstances, type RunView } from "./run-view.ts";
import type { AttemptEvent } from "./task-protocol.ts";
import { afterEvent, stopInstance } from "./task-transitions.ts";

/**
 * The run after the event, before anything is decided; null: the event is stale and changes nothing. Tasks that the run has
 * only since it moved to a newer version come into being, since the event may be about them.
 */
export function foldEvent(
  view: RunView,
  event: AttemptEvent,
  lostAttemptLimit: number = DEFAULT_LOST_ATTEMPT_LIMIT,
): RunView | null {
  const { graph } = view;
  const before = view.instances.find(({ attemptId }) => attemptId === event.attemptId);
  const decider = before === undefined ? undefined : taskOf(graph, before);
  if (before === undefined || decider === undefined) return null;
  const { dagId, logicalDate } = view.run;
  const after = afterEvent(before, event, { dagId, logicalDate, retry: decider.retry, lostAttemptLimit });
  if (after === null) return null;
  const skipped = new Set(skippedBy(event));
  const others = (instance: TaskInstance): TaskInstance => {
    const task = taskOf(graph, instance);
    if (task === undefined) return instance;
    if (skipped.has(instance.taskId) && meets(decider, before.mapIndex, { task, mapIndex: instance.mapIndex }))
      return skipDecidedAgainst(instance, { task, decider }, event.at);
    return isStoppedBy(graph, after, task) ? stopInstance(instance, failFastMessage(after), event.at) : instance;
  };
  const whole = [...view.instances, ...missingInstances(view)];
  return { ...view, instances: whole.map((instance) => (instance === before ? after : others(instance))) };
}

function taskOf(graph: DagGraph, { taskId }: TaskInstance): GraphTask | undefined {
  return graph.tasks[graph.indexOf.get(taskId) ?? -1];
}
