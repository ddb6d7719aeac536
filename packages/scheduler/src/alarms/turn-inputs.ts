/** Tasks that ask a person: what one turn makes of questions, answers and time-outs. */
import {
  answerOfTimeout,
  type AnsweredEvent,
  type AttemptEvent,
  endByAnswer,
  endByTimeout,
  type GraphTask,
  type Micros,
  type TaskInstance,
} from "@momiji/core";
import type { ActiveRun } from "../dag-entry.ts";
import type { PendingRun } from "../pending-run.ts";
import type { Roster } from "../roster.ts";
import type { TimelineKey } from "../timeline.ts";
import { alarmKey } from "./alarms.ts";

export interface TurnInputsDeps {
  readonly roster: Roster;
  readonly wakeAt: Map<TimelineKey, Micros | null>;
  readonly pendingOf: (active: ActiveRun) => PendingRun;
  /** As if a worker had said it. */
  readonly apply: (event: AttemptEvent) => void;
}

export class TurnInputs {
  readonly #deps: TurnInputsDeps;

  constructor(deps: TurnInputsDeps) {
    this.#deps = deps;
  }

  /** A run was loaded: what it asks may have a time-out. */
  tookUp({ dag, machine }: ActiveRun): void {
    if (!dag.asksPeople) return;
    for (const { state, attemptId, resumeAt } of machine.instances)
      if (state === "awaiting_input" && attemptId !== null) this.#deps.wakeAt.set(alarmKey.input(attemptId), resumeAt);
  }

  /** A worker has rendered the question: from here on nothing is held for it. */
  asked(active: ActiveRun, instance: TaskInstance, at: Micros): void {
    const { taskId, mapIndex, tryNumber, attemptId, outcome } = instance;
    if (outcome?.kind !== "awaiting_input" || attemptId === null) return;
    const { subject, body, until } = outcome;
    const question = { taskId, mapIndex, tryNumber, attemptId, subject, body, createdAt: at, until };
    this.#deps.pendingOf(active).addQuestion(question);
    this.#deps.wakeAt.set(alarmKey.input(attemptId), until);
  }

  /** False: nobody waits for this answer any more. */
  answered(event: AnsweredEvent): boolean {
    const waiting = this.#waiting(event.attemptId);
    if (waiting === null) return false;
    this.#deps.apply(endByAnswer(waiting.active.machine.graph, waiting.task, event));
    this.#deps.wakeAt.set(alarmKey.input(event.attemptId), null);
    return true;
  }

  /** The time for an answer is up: the defaults are taken, or it fails. */
  timedOut(attemptId: string, now: Micros): void {
    const waiting = this.#waiting(attemptId);
    if (waiting === null) return;
    const { active, instance, task } = waiting;
    const answer = task.spec.input === undefined ? null : answerOfTimeout(task.spec.input, now);
    if (answer === null) {
      this.#deps.apply(endByTimeout(attemptId, now));
      return;
    }
    const { taskId, mapIndex, tryNumber } = instance;
    this.#deps.pendingOf(active).addAnswer({ taskId, mapIndex, tryNumber, answer });
    this.#deps.apply(endByAnswer(active.machine.graph, task, { type: "answered", attemptId, at: now, answer }));
  }

  #waiting(attemptId: string): { active: ActiveRun; instance: TaskInstance; task: GraphTask } | null {
    const active = this.#deps.roster.runOfAttempt(attemptId);
    const instance = active?.machine.instanceOfAttempt(attemptId);
    if (active === undefined || instance?.state !== "awaiting_input") return null;
    const { graph } = active.machine;
    const task = graph.tasks[graph.indexOf.get(instance.taskId) ?? -1];
    return task === undefined ? null : { active, instance, task };
  }
}
