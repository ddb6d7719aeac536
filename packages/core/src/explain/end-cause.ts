/**
 * What gave a task instance the state that it ended with: its last attempt, a person, or what stands around it. Found by
 * the judgement that ended it (`nextStep`, `judgeTriggerRule`), asked once more.
 */
import { decidedAgainst } from "../branch-decision.ts";
import { type DagGraph, type GraphTask, meets } from "../dag-graph.ts";
import type { TaskInstance } from "../dag-run.ts";
import { nextStep, type Surroundings } from "../readiness.ts";
import { endsWithItsAttempt, isMarkedByOutcome } from "../end-message.ts";
import { isWithinDates, type RunView } from "../run-view.ts";
import { isFailure, type TaskState } from "../task-state.ts";
import { judgeTriggerRule, type TriggerRule, type UpstreamCounts } from "../trigger-rules.ts";
import { type HandMark, markOf } from "./hand-marks.ts";
import { lookedAt } from "./looked-at.ts";

export type EndCause =
  | { readonly kind: "attempt" }
  /** By a person; null: the event log does not tell whom. */
  | { readonly kind: "marked"; readonly mark: HandMark | null }
  /** A branch, a short circuit or the like decided against it. */
  | { readonly kind: "decided"; readonly by: TaskInstance; readonly deciderTask: GraphTask }
  | {
      readonly kind: "rule";
      readonly rule: TriggerRule;
      readonly counts: UpstreamCounts;
      readonly blamed: readonly TaskInstance[];
    }
  /** What it is mapped over did not succeed. */
  | { readonly kind: "mapped_over"; readonly blamed: readonly TaskInstance[] }
  | { readonly kind: "empty_mapping" }
  | { readonly kind: "fail_fast"; readonly blamed: readonly TaskInstance[] }
  /** It ended with its run. */
  | { readonly kind: "run" }
  /** `removed`: the run's version has no such task, or its mapping has become shorter. */
  | { readonly kind: "no_task" | "shorter_mapping" | "dates" }
  | { readonly kind: "unknown" };

/** What an end is looked for in. */
export interface EndContext {
  readonly view: RunView;
  readonly around: Surroundings;
  /** Of the DAG, newest first. */
  readonly marks: readonly HandMark[];
}

/** Of an instance that has ended. */
export function endCauseOfInstance(context: EndContext, instance: TaskInstance): EndCause {
  const { view, marks } = context;
  const { state } = instance;
  if (state === "removed") return { kind: whyRemoved(view, instance) };
  const marked = { kind: "marked", mark: markOf(view, instance, marks) } as const;
  if (isMarkedByOutcome(instance)) return marked;
  if (state === "success" || state === "failed") return endsWithItsAttempt(instance) ? { kind: "attempt" } : marked;
  const decider = state === "skipped" ? deciderOf(view, instance) : null;
  if (decider !== null) return decider;
  if (state === "skipped" && instance.outcome?.kind === "skipped") return { kind: "attempt" };
  const judged = judgedAgain(context, instance);
  if (judged !== null) return judged;
  return marked.mark === null ? besidesItself(view, instance) : marked;
}

function whyRemoved({ graph, run }: RunView, { taskId }: TaskInstance): "no_task" | "shorter_mapping" | "dates" {
  const task = graph.tasks[graph.indexOf.get(taskId) ?? -1];
  if (task === undefined) return "no_task";
  return isWithinDates(task, run) ? "shorter_mapping" : "dates";
}

/** A short circuit may stand further up than right before it. */
function deciderOf({ graph, instances }: RunView, instance: TaskInstance): EndCause | null {
  const task = graph.tasks[graph.indexOf.get(instance.taskId) ?? -1];
  if (task === undefined) return null;
  for (const by of instances) {
    if (!decidedAgainst(by).includes(instance.taskId)) continue;
    const deciderTask = graph.tasks[graph.indexOf.get(by.taskId) ?? -1];
    if (deciderTask === undefined) continue;
    if (!meets(deciderTask, by.mapIndex, { task, mapIndex: instance.mapIndex })) continue;
    return { kind: "decided", by, deciderTask };
  }
  return null;
}

/** What would become of it if it had not begun; null: something else than what it has become. */
function judgedAgain({ view, around }: EndContext, instance: TaskInstance): EndCause | null {
  const { state, mapIndex } = instance;
  const task = view.graph.tasks[view.graph.indexOf.get(instance.taskId) ?? -1];
  if (task === undefined) return null;
  const step = nextStep(around, task, { ...instance, state: null, resumeAt: null });
  if (step.kind === "expand" && step.length === 0 && state === "skipped") return { kind: "empty_mapping" };
  if (step.kind !== "end" || step.state !== state) return null;
  const counts = around.countsOf(task, mapIndex);
  const verdict = judgeTriggerRule(task.rule, counts, mapIndex);
  if (verdict.kind === "set" && verdict.state === state) {
    const blamed = blamedFor(task.rule, state, lookedAt(view, { task, mapIndex }));
    return { kind: "rule", rule: task.rule, counts, blamed };
  }
  const over = new Set(task.mappedOver.map((index) => taskIdAt(view.graph, index)));
  const sources = view.instances.filter((one) => over.has(one.taskId));
  return { kind: "mapped_over", blamed: sources.filter((one) => one.state !== "success") };
}

function taskIdAt(graph: DagGraph, index: number): string {
  return (graph.tasks[index] as GraphTask).taskId;
}

/** Which of the ends that a rule looked at made it say so. */
function blamedFor(rule: TriggerRule, state: TaskState, above: readonly TaskInstance[]): readonly TaskInstance[] {
  const failed = above.filter((one) => isFailure(one.state));
  const skipped = above.filter((one) => one.state === "skipped");
  const succeeded = above.filter((one) => one.state === "success");
  if (state === "upstream_failed") return failed.length > 0 ? failed : skipped;
  switch (rule) {
    case "all_failed":
      return [...succeeded, ...skipped];
    case "all_skipped":
      return [...succeeded, ...failed];
    case "one_failed":
    case "one_done":
      return [...succeeded, ...skipped, ...failed];
    default:
      return skipped;
  }
}

function besidesItself({ graph, run, instances }: RunView, { endDate, state }: TaskInstance): EndCause {
  const failed = instances.filter((one) => one.state === "failed" && one.outcome?.kind !== "cancelled");
  if (graph.spec.failFast === true && state === "skipped" && failed.length > 0)
    return { kind: "fail_fast", blamed: failed };
  return run.endDate !== null && run.endDate === endDate ? { kind: "run" } : { kind: "unknown" };
}
