/** What the answer of a person to a task comes to, and what is taken if none comes in time (Airflow's HITL operators). */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { InputSpec, InputUser } from "./input-spec.ts";
import { formatInstant, type Micros } from "./instant.ts";
import type { Json } from "./json.ts";
import { type AttemptEvent, type FailedOutcome, RETURN_VALUE, type XComWrite } from "./task-protocol.ts";

export const APPROVE = "Approve";
export const REJECT = "Reject";

export interface InputAnswer {
  readonly chosenOptions: readonly string[];
  readonly paramsInput: { readonly [name: string]: Json };
  readonly respondedAt: Micros;
  /** Null: nobody answered in time, the defaults were taken. */
  readonly respondedBy: InputUser | null;
}

/** A person's answer on its way to the scheduler: an entry of the inbox. */
export interface AnsweredEvent {
  readonly type: "answered";
  readonly attemptId: string;
  readonly at: Micros;
  readonly answer: InputAnswer;
}

/** What comes to the scheduler from outside of its executors. */
export type InboxEvent = AttemptEvent | AnsweredEvent;

/** What the options of an answer must be; null: they are. */
export function problemOfOptions({ options, multiple }: InputSpec, chosen: readonly string[]): string | null {
  const unknown = chosen.find((option) => !options.includes(option));
  if (unknown !== undefined) return `${JSON.stringify(unknown)} is no option; they are ${options.join(", ")}`;
  if (chosen.length === 0) return "at least one option must be chosen";
  if (chosen.length > 1 && multiple !== true) return "only one option can be chosen";
  return new Set(chosen).size === chosen.length ? null : "an option is chosen twice";
}

/** Why somebody may not answer; null: they may. */
export function problemOfUser({ assignees }: InputSpec, user: InputUser): string | null {
  if (assignees === undefined || assignees.some(({ id }) => id === user.id)) return null;
  return `User=${user.name} (id=${user.id}) is not a respondent for the task`;
}

/** The time is up: the defaults, or null if there are none. */
export function answerOfTimeout({ defaults, form }: InputSpec, at: Micros): InputAnswer | null {
  if (defaults === undefined) return null;
  return { chosenOptions: defaults, paramsInput: form?.defaults ?? {}, respondedAt: at, respondedBy: null };
}

type FinishedEvent = Extract<AttemptEvent, { type: "finished" }>;

/** How an answered task ends: with the answer as its return value, and with what it skips. */
export function endByAnswer(graph: DagGraph, task: GraphTask, event: AnsweredEvent): FinishedEvent {
  const { attemptId, at, answer } = event;
  const input = task.spec.input as InputSpec;
  const end = { type: "finished", attemptId, at } as const;
  const xcoms = [xcomOf(answer)];
  if (input.kind === "approval" && answer.chosenOptions[0] === REJECT) {
    if (input.failOnReject === true) return { ...end, outcome: rejected(answer), xcoms };
    const skipped = input.ignoreDownstreamTriggerRules === true ? descendants(graph, [task.index]) : task.downstream;
    return { ...end, outcome: success(graph, skipped), xcoms };
  }
  if (input.kind !== "branch") return { ...end, outcome: { kind: "success" }, xcoms };
  const chosen = answer.chosenOptions.flatMap((option) => input.branches?.[option] ?? [option]);
  return { ...end, outcome: success(graph, notChosen(graph, task, chosen)), xcoms };
}

/** Nobody answered in time and there is nothing to take instead. */
export function endByTimeout(attemptId: string, at: Micros): FinishedEvent {
  const message = "nobody answered in time, and there are no defaults to take instead";
  return {
    type: "finished",
    attemptId,
    at,
    outcome: { kind: "failed", code: "input_timeout", message, retryable: true },
  };
}

/** In Airflow's words, since templates and clients read it. */
function xcomOf({ chosenOptions, paramsInput, respondedAt, respondedBy }: InputAnswer): XComWrite {
  const value = {
    chosen_options: [...chosenOptions],
    params_input: paramsInput,
    responded_at: formatInstant(respondedAt),
    responded_by_user: respondedBy === null ? null : { ...respondedBy },
    timedout: respondedBy === null,
  };
  return { key: RETURN_VALUE, value };
}

function rejected({ respondedBy }: InputAnswer): FailedOutcome {
  const message = `rejected by ${respondedBy?.name ?? "default, since nobody answered in time"}`;
  return { kind: "failed", code: "rejected", message, retryable: false };
}

/** Teardowns are never skipped by a decision. */
function success(graph: DagGraph, skipped: Iterable<number>): FinishedEvent["outcome"] {
  const skipDownstream = [...skipped]
    .map((index) => graph.tasks[index] as GraphTask)
    .filter(({ isTeardown }) => !isTeardown)
    .map(({ taskId }) => taskId);
  return skipDownstream.length === 0 ? { kind: "success" } : { kind: "success", skipDownstream };
}

/** Tasks directly behind the branch that neither were chosen nor stand behind a chosen one. */
function notChosen(graph: DagGraph, task: GraphTask, chosen: readonly string[]): number[] {
  const roots = chosen.flatMap((taskId) => graph.indexOf.get(taskId) ?? []);
  const kept = new Set([...roots, ...descendants(graph, roots)]);
  return task.downstream.filter((index) => !kept.has(index));
}

function descendants(graph: DagGraph, roots: readonly number[]): Set<number> {
  const found = new Set<number>();
  const open = [...roots];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    for (const next of (graph.tasks[index] as GraphTask).downstream) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}
