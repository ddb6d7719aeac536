/** What must never be, in a run or in what is done to one: the tables of states, as far as no type forbids it. */
import type { Act } from "./act.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import { endCauseOf } from "./run-end.ts";
import { isRunFinished } from "./run-state.ts";
import { instanceName, type RunChanges, type RunView } from "./run-view.ts";
import { isFinished, isHeldByWorker, isSchedulable, type TaskState } from "./task-state.ts";

/** States with an instant from which they go on, or at which they are asked again. */
const MAY_WAIT_UNTIL: ReadonlySet<TaskState> = new Set([
  "up_for_retry",
  "up_for_reschedule",
  "deferred",
  "awaiting_input",
]);

/** Words for everything in a run that cannot be, whoever has made it so. Empty: all is well. */
export function problemsOfRun({ run, instances }: RunView): string[] {
  const isOver = isRunFinished(run.state);
  const attempts = instances.filter(({ state }) => isHeldByWorker(state)).map(({ attemptId }) => attemptId);
  return [
    ...instances.flatMap(problemsOfInstance),
    ...(new Set(instances.map(instanceName)).size < instances.length ? ["an instance is there twice"] : []),
    ...(new Set(attempts).size < attempts.length ? ["two instances hold one attempt"] : []),
    ...((run.endDate === null) === isOver ? [`the run is ${run.state} with end date ${run.endDate}`] : []),
    ...(run.state === "queued" && run.startDate !== null ? ["the run is queued and has begun"] : []),
    ...instances
      .filter(({ state }) => isOver && !mayBeLeft(run, state))
      .map((each) => `${instanceName(each)} is ${each.state} in a run that is ${run.state}`),
  ];
}

/** Those without a state were cleared in a run that was not to go on; in a deadlock some wait for ever, also for their next try. */
function mayBeLeft(run: DagRun, state: TaskState): boolean {
  if (state === null || isFinished(state)) return true;
  return endCauseOf(run) === "all_tasks_deadlocked" && isSchedulable(state);
}

function problemsOfInstance(instance: TaskInstance): string[] {
  const { state, attemptId, tryNumber, endDate, resumeAt, queuedAt, outcome, deferral, lostAttempts } = instance;
  const isHeld = isHeldByWorker(state);
  const rules: readonly (readonly [string, boolean])[] = [
    ["is held without an attempt", isHeld && (attemptId === null || tryNumber === 0 || queuedAt === null)],
    // What the dates of its task leave out has never been there.
    ["has ended without an end", isFinished(state) && state !== "removed" && endDate === null],
    ["is out and has an end", isHeld && state !== "restarting" && endDate !== null],
    ["waits for an instant in a state that does not wait", resumeAt !== null && !MAY_WAIT_UNTIL.has(state)],
    ["waits for a retry without an instant", state === "up_for_retry" && resumeAt === null],
    ["has ended and is deferred", isFinished(state) && deferral !== null],
    ["asks a person nothing", state === "awaiting_input" && outcome?.kind !== "awaiting_input"],
    ["is out and has an outcome", (state === "queued" || state === "running") && outcome !== null],
    ["counts below zero", Math.min(tryNumber, instance.maxTries, lostAttempts) < 0],
  ];
  return rules.filter(([, broken]) => broken).map(([words]) => `${instanceName(instance)} (${state}) ${words}`);
}

/** What a decision of the engine may never do to what was committed before. */
export function problemsOfChange(before: RunView, after: RunView, { insert, update, history }: RunChanges): string[] {
  const old = new Map(before.instances.map((each) => [instanceName(each), each]));
  const kept = new Set(history.map((each) => `${instanceName(each)} ${each.tryNumber}`));
  const inserted = insert.flatMap(problemsOfInstance);
  const updated = update.flatMap((each) => {
    const previous = old.get(instanceName(each));
    return previous === undefined ? [] : [...problemsOfInstance(each), ...problemsOfStep(previous, each, kept)];
  });
  const wasOver = isRunFinished(before.run.state) && after.run !== before.run;
  return [...inserted, ...updated, ...(wasOver ? ["a run that had ended was changed by nobody"] : [])];
}

function problemsOfStep(before: TaskInstance, after: TaskInstance, kept: ReadonlySet<string>): string[] {
  const name = instanceName(after);
  // A branch that decides against it takes an `upstream_failed` with it; what has lost its place is removed however it ended.
  const isSkip = before.state === "upstream_failed" && after.state === "skipped";
  const isAllowed = isSkip || after.state === before.state || after.state === "removed";
  const isUndone = isFinished(before.state) && !isAllowed;
  const isLost = before.tryNumber > 0 && after.tryNumber > before.tryNumber && !kept.has(`${name} ${before.tryNumber}`);
  return [
    ...(after.tryNumber < before.tryNumber ? [`${name} is counted back`] : []),
    ...(isUndone ? [`${name} was ${before.state} and became ${after.state}, though nobody cleared it`] : []),
    ...(isLost ? [`attempt ${before.tryNumber} of ${name} is not in its history`] : []),
  ];
}

/** What an act of a person may never do. */
export function problemsOfAct(before: RunView, after: RunView, { affected, changes }: Act): string[] {
  const now = new Map(after.instances.map((each) => [instanceName(each), each]));
  const meant = new Set(affected.map(instanceName));
  const ofInstances = before.instances.flatMap((each) => {
    const name = instanceName(each);
    const { state, tryNumber, attemptId } = now.get(name) ?? { ...each, state: null };
    const isLetGo = isHeldByWorker(each.state) && !isHeldByWorker(state);
    const isToEnd = each.state !== "restarting" && state === "restarting";
    const isTold = attemptId !== null && changes.cancel.includes(attemptId);
    return [
      ...(tryNumber === each.tryNumber && attemptId === each.attemptId ? [] : [`${name} has another attempt`]),
      ...((isLetGo || isToEnd) && !isTold ? [`the attempt of ${name} is let go in silence`] : []),
      ...(isHeldByWorker(state) && !isHeldByWorker(each.state) ? [`${name} is given out by an act`] : []),
      ...(isLetGo && state === null ? [`${name} begins anew while its attempt is out`] : []),
    ];
  });
  const run = changes.run;
  const isOpened = isRunFinished(before.run.state) && run !== undefined && !isRunFinished(run.state);
  return [
    ...ofInstances,
    ...(changes.remove.length + changes.history.length > 0 ? ["an act removes what only the engine does"] : []),
    ...(isOpened && run.state !== "queued"
      ? [`a run that had ended is ${run.state} without waiting for its turn`]
      : []),
    ...(meant.size < affected.length ? ["an instance is affected twice"] : []),
  ];
}
