/** Task instances that a person deletes. */
import { type Act, actBetween } from "./act.ts";
import type { TaskInstance } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import { isRunFinished } from "./run-state.ts";
import type { RunView } from "./run-view.ts";
import { endInstance } from "./task-transitions.ts";

/**
 * Of a run that has ended their rows go, with all that hangs on them. A run that goes on could not judge what comes after a
 * task without an instance: there they become `removed`, as if their task had left the DAG, and what they do is ended.
 */
export function deleteInstances(view: RunView, isMeant: (instance: TaskInstance) => boolean, now: Micros): Act {
  const affected = view.instances.filter(isMeant);
  const chosen = new Set(affected);
  const instances = isRunFinished(view.run.state)
    ? view.instances.filter((instance) => !chosen.has(instance))
    : view.instances.map((each) =>
        chosen.has(each) && each.state !== "removed" ? endInstance(each, "removed", now) : each,
      );
  return actBetween(view, { ...view, instances }, { affected, now });
}
