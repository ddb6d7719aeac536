/** The difference between two states of a run, as changes to commit. */
import type { TaskInstance } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import { instanceName, type RunChanges, runTimeoutAt, type RunView } from "./run-view.ts";
import { isRunFinished } from "./run-state.ts";
import { endedAttempt } from "./task-transitions.ts";
import { isHeldByWorker, isSchedulable } from "./task-state.ts";

/** What turns one view of a run into a later one. */
export function changesBetween(before: RunView, after: RunView, now: Micros): RunChanges {
  const old = byName(before.instances);
  const kept = byName(after.instances);
  const oldOf = (instance: TaskInstance) => old.get(instanceName(instance));
  const changed = after.instances.filter((instance) => oldOf(instance) !== instance);
  const superseded = changed.flatMap((instance) => {
    const previous = oldOf(instance);
    return previous !== undefined && previous.tryNumber > 0 && instance.tryNumber > previous.tryNumber
      ? [previous]
      : [];
  });
  return {
    ...(after.run !== before.run && { run: after.run }),
    insert: changed.filter((instance) => oldOf(instance) === undefined),
    update: changed.filter((instance) => oldOf(instance) !== undefined),
    remove: before.instances.filter((instance) => !kept.has(instanceName(instance))),
    history: superseded.map(endedAttempt),
    newlyScheduled: changed.filter(({ state }) => state === "scheduled"),
    cancel: before.instances.filter((instance) => isLetGo(instance, kept)).map(({ attemptId }) => attemptId as string),
    ended: after.run.state !== before.run.state && isRunFinished(after.run.state),
    wakeAt: wakeAt(after, now),
  };
}

function byName(instances: readonly TaskInstance[]): ReadonlyMap<string, TaskInstance> {
  return new Map(instances.map((instance) => [instanceName(instance), instance]));
}

/** A worker held it and no longer does, or is to end it so that it can begin anew. */
function isLetGo(instance: TaskInstance, kept: ReadonlyMap<string, TaskInstance>): boolean {
  if (!isHeldByWorker(instance.state)) return false;
  const state = kept.get(instanceName(instance))?.state ?? null;
  return !isHeldByWorker(state) || (state === "restarting" && instance.state !== "restarting");
}

function wakeAt(view: RunView, now: Micros): Micros | null {
  if (view.run.state !== "running") return null;
  const waits = view.instances.filter(({ state }) => isSchedulable(state)).map(({ resumeAt }) => resumeAt);
  const ahead = [...waits, runTimeoutAt(view)].filter((at) => at !== null && at > now);
  return ahead.length === 0
    ? null
    : ahead.reduce((a, b) => Math.min(a as number, b as number), Number.POSITIVE_INFINITY);
}
