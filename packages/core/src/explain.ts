/**
 * Why a task instance has not run yet, in words: found by the decisions themselves (`decide`, `nextStep`, `admit`), so
 * that the answer cannot drift from what happens.
 */
import { type AdmissionLimits, admit, type Block, type Candidate, candidateOf, type Occupant } from "./admit.ts";
import type { GraphTask } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import { settled, surroundingsOf } from "./decide.ts";
import type { TaskSpec } from "./dag-spec.ts";
import { isoZ, type Micros, secondsToSpan } from "./instant.ts";
import { nextStep, type Surroundings } from "./readiness.ts";
import { type InstanceKey, instanceName, type RunView } from "./run-view.ts";
import { isFinished, isHeldByWorker } from "./task-state.ts";
import { triggerRuleWords } from "./trigger-rules.ts";

/** One reason. `code` is stable, `text` says what is the case, `remedy` what a person may do about it. */
export interface Reason {
  readonly code:
    | "dag_paused"
    | "run_queued"
    | "run_ended"
    | "no_such_task_instance"
    | "ended"
    | "held"
    | "upstream"
    | "depends_on_past"
    | "wait_for_downstream"
    | "retry_wait"
    | "reschedule_wait"
    | "deferred"
    | Block["kind"];
  readonly text: string;
  readonly remedy: string;
}

/** What stands outside the run: who else asks for room, and who has it. */
export interface AdmissionContext {
  readonly isPaused: boolean;
  readonly limits: AdmissionLimits;
  readonly occupants: readonly Occupant[];
  /** Scheduled task instances of other runs. */
  readonly otherCandidates: readonly Candidate[];
}

/**
 * Everything that keeps a task instance from running at `now`, outermost first; empty exactly when it may be queued.
 * Looks at the run as the engine will have settled it, and at admission once nothing else is in the way.
 */
export function explain(
  view: RunView,
  key: InstanceKey,
  context: AdmissionContext & { readonly now: Micros },
): Reason[] {
  const { now } = context;
  const after = settled(view, now);
  const instance = after.instances.find(({ taskId, mapIndex }) => taskId === key.taskId && mapIndex === key.mapIndex);
  const outside = [...(context.isPaused ? [PAUSED] : []), ...whyRun(after)];
  if (instance === undefined) return outside.length > 0 ? outside : [notThere(key)];
  const own = whyState(after, instance);
  if (own !== null) return [own];
  const waits = instance.state === "scheduled" ? [] : whyNotScheduled(after, instance, now);
  if (outside.length > 0 || waits.length > 0) return [...outside, ...waits];
  return whyNotAdmitted(after, instance, context);
}

const PAUSED: Reason = {
  code: "dag_paused",
  text: "the DAG is paused: no task instance of it is queued",
  remedy: "unpause the DAG",
};

function whyRun({ run }: RunView): readonly Reason[] {
  if (run.state === "queued") {
    const text = `the run waits in the queue until ${isoZ(run.runAfter)} has come and fewer runs of the DAG are active`;
    return [{ code: "run_queued", text, remedy: "wait for other runs, or raise the DAG's max_active_runs" }];
  }
  if (run.state === "running") return [];
  const text = `the run has ended: ${run.state}${run.reason === null ? "" : `, ${run.reason}`}`;
  return [{ code: "run_ended", text, remedy: "clear the task instance to run it again" }];
}

function notThere(key: InstanceKey): Reason {
  return {
    code: "no_such_task_instance",
    text: `the run has no task instance ${instanceName(key)}`,
    remedy: "check the task id and the map index",
  };
}

/** It is not waiting at all. */
function whyState({ graph }: RunView, instance: TaskInstance): Reason | null {
  const { state, worker } = instance;
  if (isFinished(state)) return { code: "ended", text: `it has ended: ${state}`, remedy: "clear it to run it again" };
  if (!isHeldByWorker(state)) return null;
  if (state === "queued") {
    return {
      code: "held",
      text: "it is queued and waits for its executor",
      remedy: "see that a worker is up and has room",
    };
  }
  if (state === "deferred") return whyDeferred(graph.tasks[graph.indexOf.get(instance.taskId) ?? -1]?.spec, instance);
  return { code: "held", text: `it is ${state} on ${worker ?? "a worker"}`, remedy: "none is needed" };
}

function whyNotScheduled(view: RunView, instance: TaskInstance, now: Micros): readonly Reason[] {
  const around = surroundingsOf(view, now);
  const task = view.graph.tasks[view.graph.indexOf.get(instance.taskId) ?? -1] as GraphTask;
  const step = nextStep(around, task, instance);
  if (step.kind !== "wait") return [];
  const past = around.pastBlockOf(task);
  return [
    ...(step.for === "upstream" ? [whyUpstream(view, around, task)] : []),
    ...(past === null ? [] : [PAST[past]]),
    ...(instance.resumeAt !== null && instance.resumeAt > now ? [whyTime(instance, instance.resumeAt)] : []),
  ];
}

const PAST: { readonly [block in "depends_on_past" | "wait_for_downstream"]: Reason } = {
  depends_on_past: {
    code: "depends_on_past",
    text: "depends_on_past: the same task has not succeeded (or been skipped) in the run before",
    remedy: "bring the run before to success, or mark the task there as success",
  },
  wait_for_downstream: {
    code: "wait_for_downstream",
    text: "wait_for_downstream: the tasks right after it have not all succeeded (or been skipped) in the run before",
    remedy: "bring those tasks of the run before to success",
  },
};

function whyUpstream({ graph, instances }: RunView, around: Surroundings, task: GraphTask): Reason {
  const { setupsAround, tasksBetween } = graph.setupScopes;
  const indexes = [...task.upstream, ...(setupsAround.get(task.index) ?? []), ...(tasksBetween.get(task.index) ?? [])];
  const above = new Set(indexes.map((index) => (graph.tasks[index] as GraphTask).taskId));
  const open = instances.filter(({ taskId, state }) => above.has(taskId) && !isFinished(state));
  const words = triggerRuleWords(task.rule, around.countsOf(task));
  const waitsFor = open.map((other) => `${instanceName(other)} (${other.state ?? "not started"})`).join(", ");
  return {
    code: "upstream",
    text: waitsFor === "" ? words : `${words}; waits for ${waitsFor}`,
    remedy: "look at the tasks that it waits for, or choose another trigger rule",
  };
}

/** It waits without a process: for what, since when, until when at the longest. */
function whyDeferred(task: TaskSpec | undefined, instance: TaskInstance): Reason {
  const { deferral, resumeAt, firstStartDate } = instance;
  const next = resumeAt === null ? "" : `, next at ${isoZ(resumeAt)}`;
  const remedy = "wait; or clear it, or mark it, to end the waiting";
  if (deferral?.trigger) {
    const { trigger, since, timeoutAt } = deferral;
    const end = timeoutAt === undefined ? "it has no time-out" : `it times out at ${isoZ(timeoutAt)}`;
    const text = `it waits for trigger "${trigger.name}" since ${isoZ(since)}${next}; ${end}`;
    return { code: "deferred", text, remedy };
  }
  const seconds = task?.sensor?.timeoutSeconds;
  const isLimited = firstStartDate !== null && seconds !== undefined;
  const end = isLimited ? `; it times out at ${isoZ(firstStartDate + secondsToSpan(seconds))}` : "";
  const since = firstStartDate === null ? "" : ` since ${isoZ(firstStartDate)}`;
  return { code: "deferred", text: `it waits between two questions${since}${next}${end}`, remedy };
}

function whyTime({ state, tryNumber }: TaskInstance, until: Micros): Reason {
  if (state === "up_for_reschedule") {
    const text = `it gave its slots back and asks for them again at ${isoZ(until)}, for its next question`;
    return { code: "reschedule_wait", text, remedy: "wait, or clear it to ask now" };
  }
  const text = `it is ${state} after attempt ${tryNumber} and may go on at ${isoZ(until)}`;
  return { code: "retry_wait", text, remedy: "wait, or clear it to run it now" };
}

function whyNotAdmitted(view: RunView, instance: TaskInstance, context: AdmissionContext): Reason[] {
  const { graph, run, instances } = view;
  const own = instances.filter(({ state }) => state === "scheduled").map((other) => candidateOf(graph, run, other));
  const { blocked } = admit([...own, ...context.otherCandidates], context.limits, context.occupants);
  const { key } = candidateOf(graph, run, instance);
  return blocked.filter((candidate) => candidate.key === key).map(({ by }) => whyBlocked(by));
}

function whyBlocked(by: Block): Reason {
  const room =
    by.limit === null ? "which does not exist" : `with ${by.used} of ${by.limit} taken, it asks for ${by.asks}`;
  switch (by.kind) {
    case "pool":
      return { code: by.kind, text: `no room in pool "${by.name}", ${room}`, remedy: poolRemedy(by) };
    case "max_active_tasks":
      return {
        code: by.kind,
        text: `the run already has ${by.used} active tasks, its limit (max_active_tasks) is ${by.limit}`,
        remedy: "wait, or raise the DAG's max_active_tasks",
      };
    case "max_active_tis_per_dag":
    case "max_active_tis_per_dagrun":
      return {
        code: by.kind,
        text: `task "${by.name}" already has ${by.used} active instances, its limit (${by.kind}) is ${by.limit}`,
        remedy: `wait, or raise the task's ${by.kind}`,
      };
    case "executor":
      return {
        code: by.kind,
        text: `no room on executor "${by.name}", ${room}`,
        remedy: by.limit === null ? "name an executor that is configured" : "wait, or raise the executor's parallelism",
      };
  }
}

function poolRemedy({ limit, asks }: Block): string {
  if (limit === null) return "create the pool, or name another in the task";
  return asks > limit
    ? "the task asks for more slots than the pool has: make the pool larger"
    : "wait, or make the pool larger";
}
