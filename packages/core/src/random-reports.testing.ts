/** What attempts of random runs report: that they begin, wait, or end in any way there is. */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { TaskInstance } from "./dag-run.ts";
import { reachable } from "./dag-order.ts";
import type { Dice } from "./dice.testing.ts";
import { answerOfTimeout, endByAnswer, endByTimeout } from "./human-input.ts";
import type { InputSpec } from "./input-spec.ts";
import { type Micros, SECOND } from "./instant.ts";
import { judgeOutcome } from "./judge-outcome.ts";
import type { Report } from "./run-twins.testing.ts";
import type { AttemptEvent, AttemptOutcome } from "./task-protocol.ts";
import { waitingEvent } from "./waiting-event.testing.ts";

export interface Reporting {
  readonly graph: DagGraph;
  readonly dice: Dice;
  readonly now: Micros;
  /** Of so many ends one may be other than a plain success. */
  readonly luck: number;
}

/** An attempt ends; with what it returned, where others are mapped over it. */
export function endOf(instance: TaskInstance, reporting: Reporting): Report {
  const { graph, dice, now: at } = reporting;
  const task = graph.tasks[graph.indexOf.get(instance.taskId) ?? -1] as GraphTask;
  const attemptId = instance.attemptId as string;
  const input = task.spec.input;
  if (instance.state === "awaiting_input" && input !== undefined)
    return { event: answer({ task, input, attemptId }, reporting), length: null };
  const outcome = input === undefined ? outcomeOf(task, reporting) : questionOrEnd(task, reporting);
  const isMappedOver = outcome.kind === "success" && task.mappers.length > 0;
  // One of many is one element, whatever it returns, or none.
  const length = instance.mapIndex >= 0 ? 1 : dice(4);
  const tells = isMappedOver && dice(8) > 0;
  return { event: { type: "finished", attemptId, at, outcome }, length: tells ? length : null };
}

/** An attempt begins, tells something, or waits. */
export function signOf(instance: TaskInstance, { dice, now: at }: Reporting): Report {
  const event = { attemptId: instance.attemptId as string, at };
  const roll = dice(8);
  if (roll < 4) return { event: { type: "started", ...event, worker: `worker-${dice(2)}` }, length: null };
  if (roll < 5) return { event: toldOf(event, dice), length: null };
  return { event: waitingEvent(event, dice), length: null };
}

function toldOf(event: { readonly attemptId: string; readonly at: Micros }, dice: Dice): AttemptEvent {
  const roll = dice(3);
  if (roll === 0) return { type: "xcom", ...event, xcoms: [] };
  if (roll === 1) return { type: "launched", ...event, handle: { job: dice(3) } };
  return { type: "said", ...event, message: `word ${dice(3)}` };
}

function outcomeOf(task: GraphTask, { graph, dice, luck }: Reporting): AttemptOutcome {
  if (dice(luck) > 0) return { kind: "success" };
  const roll = dice(10);
  if (roll < 1) return { kind: "skipped" };
  if (roll < 3) return { kind: "lost", message: "gone" };
  if (roll < 4) return { kind: "cancelled", message: "asked for" };
  if (roll < 7) return failure(task, dice);
  const below =
    roll < 8 ? reachable([task.index], (index) => (graph.tasks[index] as GraphTask).downstream) : task.downstream;
  const tasks = [...below].map((index) => graph.tasks[index] as GraphTask).filter(({ isTeardown }) => !isTeardown);
  // A short circuit decides against all, a branch against some.
  const skipped = tasks.filter(() => roll < 8 || dice(2) === 0);
  return { kind: "success", skipDownstream: skipped.map(({ taskId }) => taskId) };
}

/** The task's policy judges it, unless the task itself has. */
function failure({ spec }: GraphTask, dice: Dice): AttemptOutcome {
  const failed = { kind: "failed", message: "broken", code: "exception", retryable: dice(4) > 0 } as const;
  const roll = dice(6);
  if (roll === 0) return judgeOutcome({ ...failed, errorName: "Fatal" }, spec);
  if (roll === 1) return judgeOutcome({ ...failed, exitCode: 75 }, spec);
  const action = (["retry", "fail", "default"] as const)[dice(6)];
  if (action === undefined) return judgeOutcome(failed, spec);
  return { ...failed, retry: { action, delaySeconds: dice(30) } };
}

function questionOrEnd(task: GraphTask, reporting: Reporting): AttemptOutcome {
  const { dice, now } = reporting;
  if (dice(6) === 0) return outcomeOf(task, reporting);
  return { kind: "awaiting_input", subject: "which?", body: null, until: dice(2) === 0 ? null : now + 60 * SECOND };
}

interface Asked {
  readonly task: GraphTask;
  readonly input: InputSpec;
  readonly attemptId: string;
}

/** Somebody answers, or nobody does in time. */
function answer({ task, input, attemptId }: Asked, { graph, dice, now: at }: Reporting): Report["event"] {
  const timedOut = dice(3) === 0;
  const chosenOptions = [input.options[dice(input.options.length)] as string];
  const given = { chosenOptions, paramsInput: {}, respondedAt: at, respondedBy: { id: "u", name: "somebody" } };
  const taken = timedOut ? answerOfTimeout(input, at) : given;
  if (taken === null) return endByTimeout(attemptId, at);
  return endByAnswer(graph, task, { type: "answered", attemptId, at, answer: taken });
}
