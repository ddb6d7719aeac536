/** What a branch or a short circuit has decided against, and what that makes of the task instances it is about. */
import type { GraphTask } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import type { AttemptEvent } from "./task-protocol.ts";
import { isSchedulable } from "./task-state.ts";
import { skipUnlessBegun } from "./task-transitions.ts";

const NOTHING: readonly string[] = [];

/** Task ids that a finished branch or short circuit decided against. */
export function skippedBy(event: AttemptEvent): readonly string[] {
  if (event.type !== "finished" || event.outcome.kind !== "success") return NOTHING;
  return event.outcome.skipDownstream ?? NOTHING;
}

/** The same of a task instance as it stands: a decision holds as long as the instance is successful. */
export function decidedAgainst({ state, outcome }: TaskInstance): readonly string[] {
  return state === "success" && outcome?.kind === "success" ? (outcome.skipDownstream ?? NOTHING) : NOTHING;
}

/**
 * An instance of a task that the decider decided against. One right behind it that must wait for the run before until it
 * is skipped stays as it is: `nextStep` skips it in time.
 */
export function skipDecidedAgainst(
  instance: TaskInstance,
  { task, decider }: { readonly task: GraphTask; readonly decider: GraphTask },
  now: Micros,
): TaskInstance {
  const mayWait = task.spec.waitForPastDependsBeforeSkipping === true && isSchedulable(instance.state);
  return mayWait && task.upstream.includes(decider.index) ? instance : skipUnlessBegun(instance, now);
}
