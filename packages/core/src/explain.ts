/**
 * Why a task instance has not run yet, in words: found by the decisions themselves (`decide`, `nextStep`, `admit`), so
 * that the answer cannot drift from what happens.
 */
import { candidateOf } from "./admit.ts";
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import { settled, surroundingsOf } from "./decide.ts";
import { type DagSwitches, passedSwitches, whySwitchedOff } from "./explain/dag-switches.ts";
import type { HandMark } from "./explain/hand-marks.ts";
import { lookedAt, type OfTask } from "./explain/looked-at.ts";
import { passedBy, passedByRun } from "./explain/passed.ts";
import { asData, type PassedCheck, type Reason, someOf } from "./explain/reason.ts";
import { ruleData } from "./explain/rule-data.ts";
import { whyDeferred, whyRescheduled } from "./explain/why-deferred.ts";
import { type AdmissionContext, judgeRoom } from "./explain/why-blocked.ts";
import { whyEnded } from "./explain/why-ended.ts";
import { whyInput } from "./explain/why-input.ts";
import { NEXT_TURN, type RunTurns, whyQueued } from "./explain/why-queued.ts";
import { whyRunning } from "./explain/why-running.ts";
import { isoZ, type Micros } from "./instant.ts";
import type { PastBlock } from "./past-dependency.ts";
import { nextStep, type Surroundings } from "./readiness.ts";
import { runEndData } from "./run-end.ts";
import { type InstanceKey, instanceName, isWithinDates, type RunView } from "./run-view.ts";
import { isFinished, isHeldByWorker, isSuccessLike } from "./task-state.ts";
import { triggerRuleWords } from "./trigger-rules.ts";

export type { HandMark } from "./explain/hand-marks.ts";
export { type PassedCheck, type Reason, REASON_CODES, type ReasonCode } from "./explain/reason.ts";
export type { AdmissionContext } from "./explain/why-blocked.ts";
export type { RunTurns } from "./explain/why-queued.ts";

export interface ExplainContext extends AdmissionContext, DagSwitches {
  readonly now: Micros;
  /** The line of a run that waits in the queue. */
  readonly turns?: RunTurns;
  /** Marks that people have set in the DAG, newest first, to say who ended it. Absent: not known. */
  readonly marks?: readonly HandMark[];
}

/**
 * Everything that keeps a task instance from running at `now`, outermost first; empty exactly when it may be queued.
 * Looks at the run as the engine will have settled it.
 */
export function explain(view: RunView, key: InstanceKey, context: ExplainContext): readonly Reason[] {
  return explainChecks(view, key, context).reasons;
}

/** All that was looked at: what keeps it, and, of one that waits, what does not. */
export interface Checks {
  readonly reasons: readonly Reason[];
  readonly passed: readonly PassedCheck[];
}

/** As `explain`, with the checks that were passed. */
export function explainChecks(view: RunView, key: InstanceKey, context: ExplainContext): Checks {
  const { now } = context;
  const after = settled(view, now);
  const named = after.instances.filter(({ taskId }) => taskId === key.taskId);
  // Before it has expanded, a mapped task waits as one, whichever of its instances is asked for.
  const instance = named.find(({ mapIndex }) => mapIndex === key.mapIndex) ?? unexpandedOf(after, named);
  const around = [...whySwitchedOff(context), ...whyRun(after, context)];
  // Only if nothing else holds the run: who waits for somebody to act must not read that it starts by itself.
  const outside = around.length === 0 && after.run.state === "queued" ? [NEXT_TURN] : around;
  if (instance === undefined) return nothingPassed(outside.length > 0 ? outside : [notThere(key)]);
  const own = whyLeftOut(after, instance) ?? whyHeld(after, instance);
  if (own !== null) return nothingPassed([own]);
  if (isFinished(instance.state)) {
    const of = { view: after, around: surroundingsOf(after, now), marks: context.marks ?? [] };
    return nothingPassed(whyEnded(of, instance));
  }
  const inside =
    instance.state === "scheduled"
      ? judgeAdmission(after, instance, context)
      : { blocked: whyNotScheduled(after, instance, now), passed: [] };
  const before = [...passedSwitches(context), ...passedByRun(after.run), ...passedInside(after, instance, now)];
  return { reasons: [...outside, ...inside.blocked], passed: [...before, ...inside.passed] };
}

function nothingPassed(reasons: readonly Reason[]): Checks {
  return { reasons, passed: [] };
}

function passedInside(view: RunView, instance: TaskInstance, now: Micros): readonly PassedCheck[] {
  const task = view.graph.tasks[view.graph.indexOf.get(instance.taskId) ?? -1];
  return task === undefined ? [] : passedBy(surroundingsOf(view, now), task, instance);
}

function unexpandedOf({ graph }: RunView, [first]: readonly TaskInstance[]): TaskInstance | undefined {
  const task = first === undefined ? undefined : graph.tasks[graph.indexOf.get(first.taskId) ?? -1];
  return task?.mapping != null && first !== undefined && first.mapIndex < 0 ? first : undefined;
}

function whyRun({ run }: RunView, { turns, now }: ExplainContext): readonly Reason[] {
  if (run.state === "queued") return whyQueued(run, turns, now);
  if (run.state === "running") return [];
  const text = `the run has ended: ${run.state}${run.reason === null ? "" : `, ${run.reason}`}`;
  const details = { state: run.state, reason: run.reason, run_end: runEndData(run) };
  return [{ code: "run_ended", text, remedy: "clear the task instance to run it again", details }];
}

function notThere(key: InstanceKey): Reason {
  return {
    code: "no_such_task_instance",
    text: `the run has no task instance ${instanceName(key)}`,
    remedy: "check the task id and the map index",
    details: { name: instanceName(key) },
  };
}

/** The task's own dates leave the run out. */
function whyLeftOut({ graph, run }: RunView, { taskId, state }: TaskInstance): Reason | null {
  const task = graph.tasks[graph.indexOf.get(taskId) ?? -1];
  if (state !== "removed" || task === undefined || run.logicalDate === null || isWithinDates(task, run)) return null;
  const isEarly = task.startDate !== null && run.logicalDate < task.startDate;
  const [code, date, side] = isEarly
    ? (["start_date", task.startDate, "before the start date"] as const)
    : (["end_date", task.endDate, "after the end date"] as const);
  const text = `the logical date of the run, ${isoZ(run.logicalDate)}, lies ${side} of the task, ${isoZ(date ?? 0)}`;
  const details = { of: "task", logical_date: isoZ(run.logicalDate), date: isoZ(date ?? 0) };
  return { code, text, remedy: "none is needed; or change the dates of the task", details };
}

/** It is not waiting at all: somebody has it. */
function whyHeld({ graph }: RunView, instance: TaskInstance): Reason | null {
  const { state, queuedAt } = instance;
  if (!isHeldByWorker(state)) return null;
  const input = graph.tasks[graph.indexOf.get(instance.taskId) ?? -1]?.spec.input;
  if (state === "awaiting_input" && input !== undefined) return whyInput(input, instance);
  if (state === "queued") {
    const since = queuedAt === null ? "" : ` since ${isoZ(queuedAt)}`;
    return {
      code: "held",
      text: `it is queued${since} and waits for its executor`,
      remedy: "see that a worker is up and has room",
      details: { state, since: queuedAt === null ? null : isoZ(queuedAt) },
    };
  }
  if (state === "deferred") return whyDeferred(graph.tasks[graph.indexOf.get(instance.taskId) ?? -1]?.spec, instance);
  return whyRunning(instance);
}

function whyNotScheduled(view: RunView, instance: TaskInstance, now: Micros): readonly Reason[] {
  const task = view.graph.tasks[view.graph.indexOf.get(instance.taskId) ?? -1];
  // The run has moved to a version without it: it is removed as soon as the run goes on.
  if (task === undefined) return [];
  const around = surroundingsOf(view, now);
  const step = nextStep(around, task, instance);
  if (step.kind !== "wait") return [];
  const past = around.pastBlockOf(task);
  return [
    ...(step.for === "upstream" ? [whyUpstream(view, around, { task, mapIndex: instance.mapIndex })] : []),
    ...(past === null ? [] : [whyPast(view, task, past)]),
    ...(instance.resumeAt !== null && instance.resumeAt > now ? [whyTime(instance, instance.resumeAt)] : []),
  ];
}

const PAST: { readonly [block in PastBlock]: string } = {
  depends_on_past: "the same task has not succeeded (or been skipped) in the run before",
  wait_for_downstream: "the tasks right after it have not all succeeded (or been skipped) in the run before",
};

function whyPast({ graph, previous }: RunView, task: GraphTask, block: PastBlock): Reason {
  const downstream = task.downstream.map((index) => (graph.tasks[index] as GraphTask).taskId);
  const looksAt = new Set(block === "depends_on_past" ? [task.taskId] : downstream);
  const open = (previous?.instances ?? []).filter(({ taskId, state }) => looksAt.has(taskId) && !isSuccessLike(state));
  const runId = previous?.run.runId ?? "the run before";
  const states = open.map((other) => `${instanceName(other)} (${other.state ?? "not started"})`);
  const there = states.length === 0 ? `${runId} (${previous?.run.state ?? "unknown"})` : `${runId}: ${someOf(states)}`;
  return {
    code: block,
    text: `${block}: ${PAST[block]}, ${there}`,
    remedy: "bring it to success there, or mark it as success",
    details: {
      run_id: previous?.run.runId ?? null,
      run_state: previous?.run.state ?? null,
      task_instances: states,
      open: open.slice(0, MOST_DETAILS).map(asData),
    },
  };
}

function whyUpstream(view: RunView, around: Surroundings, of: OfTask): Reason {
  const { task, mapIndex } = of;
  if (task.mappedGroup !== null && mapIndex < 0) return whyMapping(view.graph, around, task);
  const open = lookedAt(view, of).filter(({ state }) => !isFinished(state));
  const counts = around.countsOf(task, mapIndex);
  const words = triggerRuleWords(task.rule, counts);
  const waitsFor = open.map((other) => `${instanceName(other)} (${other.state ?? "not started"})`);
  return {
    code: "upstream",
    text: waitsFor.length === 0 ? words : `${words}; waits for ${someOf(waitsFor, SHOWN_UPSTREAMS)}`,
    remedy: "look at the tasks that it waits for, or choose another trigger rule",
    details: { ...ruleData(task.rule, counts), waits_for: open.map(instanceName) },
  };
}

/** It has no instances yet, so nothing else keeps it from beginning. */
function whyMapping(graph: DagGraph, around: Surroundings, { mappedGroup, mappedOver }: GraphTask): Reason {
  const open = mappedOver
    .filter((index) => !around.isOver(index))
    .map((index) => (graph.tasks[index] as GraphTask).taskId);
  return {
    code: "mapping",
    text: `the group "${mappedGroup}" around it is mapped over what ${someOf(open)} returns, which is not there yet`,
    remedy: "look at the tasks that it waits for",
    details: { group: mappedGroup, waits_for: open },
  };
}

const SHOWN_UPSTREAMS = 10;
const MOST_DETAILS = 100;

function whyTime({ state, tryNumber, maxTries, outcome }: TaskInstance, until: Micros): Reason {
  if (state === "up_for_reschedule") return whyRescheduled(until);
  const reason = outcome?.kind === "failed" ? outcome.retry?.reason : undefined;
  const because = reason === undefined ? "" : `: ${reason}`;
  const text = `it is ${state} after attempt ${tryNumber} and may go on at ${isoZ(until)}${because}`;
  const details = { until: isoZ(until), attempt: tryNumber, max_tries: maxTries, reason: reason ?? null };
  return { code: "retry_wait", text, remedy: "wait, or clear it to run it now", details };
}

function judgeAdmission(view: RunView, instance: TaskInstance, context: ExplainContext) {
  const { graph, run, instances } = view;
  const own = instances.filter((other) => other.state === "scheduled" && other !== instance);
  const candidates = own.map((other) => candidateOf(graph, run, other));
  return judgeRoom(candidateOf(graph, run, instance), [...candidates, ...context.otherCandidates], context);
}
