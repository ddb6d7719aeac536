/** A run after an event, found the plain way: the oracle's counterpart of `RunMachine.applyEvent`. */
import { type GraphTask, meets } from "./dag-graph.ts";
import { DEFAULT_LOST_ATTEMPT_LIMIT } from "./retry.ts";
import type { RunView } from "./run-view.ts";
import type { AttemptEvent } from "./task-protocol.ts";
import { afterEvent, skipUnlessBegun } from "./task-transitions.ts";

/** The run after the event, before anything is decided; null: the event is stale and changes nothing. */
export function foldEvent(
  view: RunView,
  event: AttemptEvent,
  lostAttemptLimit: number = DEFAULT_LOST_ATTEMPT_LIMIT,
): RunView | null {
  const before = view.instances.find(({ attemptId }) => attemptId === event.attemptId);
  const index = before === undefined ? undefined : view.graph.indexOf.get(before.taskId);
  if (before === undefined || index === undefined) return null;
  const task = view.graph.tasks[index] as GraphTask;
  const { retry } = task;
  const { dagId, logicalDate } = view.run;
  const after = afterEvent(before, event, { dagId, logicalDate, retry, lostAttemptLimit });
  if (after === null) return null;
  const skipped = new Set(skippedBy(event));
  const instances = view.instances.map((instance) => {
    if (instance === before) return after;
    const other = view.graph.tasks[view.graph.indexOf.get(instance.taskId) ?? -1];
    const isMeant =
      skipped.has(instance.taskId) &&
      (other === undefined || meets(task, before.mapIndex, { task: other, mapIndex: instance.mapIndex }));
    return isMeant ? skipUnlessBegun(instance, event.at) : instance;
  });
  return { ...view, instances };
}

/** Task ids that a finished branch or short circuit decided against. */
export function skippedBy(event: AttemptEvent): readonly string[] {
  if (event.type !== "finished" || event.outcome.kind !== "success") return [];
  return event.outcome.skipDownstream ?? [];
}
