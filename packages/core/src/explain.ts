/**
 * Why a task instance has not run yet, in words: found by the decisions themselves (`decide`, `nextStep`, `admit`), so
 * that the answer cannot drift from what happens.
 */
import { type AdmissionLimits, admit, type Block, type Candidate, candidateOf, type Occupant } from "./admit.ts";
import { type DagGraph, type GraphTask, meets } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import { settled, surroundingsOf } from "./decide.ts";
import type { InputSpec } from "./input-spec.ts";
import { isoZ, type Micros } from "./instant.ts";
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
    | "awaiting_input"
    | "upstream"
    | "mapping"
    | "depends_on_past"
    | "wait_for_downstream"
    | "retry_wait"
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
  const named = after.instances.filter(({ taskId }) => taskId === key.taskId);
  // Before it has expanded, a mapped task waits as one, whichever of its instances is asked for.
  const instance = named.find(({ mapIndex }) => mapIndex === key.mapIndex) ?? unexpandedOf(after, named);
  const outside = [...(context.isPaused ? [PAUSED] : []), ...whyRun(after)];
  if (instance === undefined) return outside.length > 0 ? outside : [notThere(key)];
  const own = whyState(after, instance);
  if (own !== null) return [own];
  const waits = instance.state === "scheduled" ? [] : whyNotScheduled(after, instance, now);
  if (outside.length > 0 || waits.length > 0) return [...outside, ...waits];
  return whyNotAdmitted(after, instance, context);
}

function unexpandedOf({ graph }: RunView, [first]: readonly TaskInstance[]): TaskInstance | undefined {
  const task = first === undefined ? undefined : graph.tasks[graph.indexOf.get(first.taskId) ?? -1];
  return task?.mapping != null && first !== undefined && first.mapIndex < 0 ? first : undefined;
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
  const input = graph.tasks[graph.indexOf.get(instance.taskId) ?? -1]?.spec.input;
  if (state === "awaiting_input" && input !== undefined) return whyInput(input, instance);
  if (state === "queued") {
    return {
      code: "held",
      text: "it is queued and waits for its executor",
      remedy: "see that a worker is up and has room",
    };
  }
  return { code: "held", text: `it is ${state} on ${worker ?? "a worker"}`, remedy: "none is needed" };
}

/** Who may answer, since when it waits, until when, and what is taken then. */
function whyInput({ assignees, defaults }: InputSpec, { startDate, resumeAt, outcome }: TaskInstance): Reason {
  const whom = assignees === undefined ? "somebody" : assignees.map(({ name }) => name).join(", ");
  const since = startDate === null ? "" : ` since ${isoZ(startDate)}`;
  const then = defaults === undefined ? "it fails" : `${defaults.join(", ")} is taken`;
  const until = resumeAt === null ? ", for as long as it takes" : `; at ${isoZ(resumeAt)} ${then}`;
  const subject = outcome?.kind === "awaiting_input" ? ` to answer "${outcome.subject}"` : "";
  return {
    code: "awaiting_input",
    text: `it waits for ${whom}${subject}${since}${until}`,
    remedy: "answer with `momiji tasks respond`, or let one of those answer",
  };
}

function whyNotScheduled(view: RunView, instance: TaskInstance, now: Micros): readonly Reason[] {
  const around = surroundingsOf(view, now);
  const task = view.graph.tasks[view.graph.indexOf.get(instance.taskId) ?? -1] as GraphTask;
  const step = nextStep(around, task, instance);
  if (step.kind !== "wait") return [];
  const past = around.pastBlockOf(task);
  return [
    ...(step.for === "upstream" ? [whyUpstream(view, around, { task, mapIndex: instance.mapIndex })] : []),
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

interface OfTask {
  readonly task: GraphTask;
  readonly mapIndex: number;
}

function whyUpstream({ graph, instances }: RunView, around: Surroundings, of: OfTask): Reason {
  const { task, mapIndex } = of;
  if (task.mappedGroup !== null && mapIndex < 0) return whyMapping(graph, around, task);
  const { setupsAround, tasksBetween } = graph.setupScopes;
  const indexes = [...task.upstream, ...(setupsAround.get(task.index) ?? []), ...(tasksBetween.get(task.index) ?? [])];
  const above = new Set(indexes.map((index) => (graph.tasks[index] as GraphTask).taskId));
  const isMet = (one: TaskInstance) => {
    const other = graph.tasks[graph.indexOf.get(one.taskId) as number] as GraphTask;
    return meets(task, mapIndex, { task: other, mapIndex: one.mapIndex });
  };
  const open = instances.filter((one) => above.has(one.taskId) && !isFinished(one.state) && isMet(one));
  const words = triggerRuleWords(task.rule, around.countsOf(task, mapIndex));
  const waitsFor = open.map((other) => `${instanceName(other)} (${other.state ?? "not started"})`).join(", ");
  return {
    code: "upstream",
    text: waitsFor === "" ? words : `${words}; waits for ${waitsFor}`,
    remedy: "look at the tasks that it waits for, or choose another trigger rule",
  };
}

/** It has no instances yet, so nothing else keeps it from beginning. */
function whyMapping(graph: DagGraph, around: Surroundings, { mappedGroup, mappedOver }: GraphTask): Reason {
  const open = mappedOver.filter((index) => !around.isOver(index)).map((index) => graph.tasks[index]?.taskId);
  return {
    code: "mapping",
    text: `the group "${mappedGroup}" around it is mapped over what ${open.join(", ")} returns, which is not there yet`,
    remedy: "look at the tasks that it waits for",
  };
}

function whyTime({ state, tryNumber }: TaskInstance, until: Micros): Reason {
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
