/** What a simulated task does when it runs: drawn from the seed and the attempt's id, so whoever runs it gets the same. */
import { type AttemptOrder, type AttemptOutcome, type Json, type Micros, SECOND, secondsToSpan } from "@momiji/core";
import { Random } from "./random.ts";
import type { SimParams } from "./random-graph.ts";

export interface Behaviour {
  /** Until it ends; of a sensor until its first question is answered. */
  readonly micros: Micros;
  /** Of a sensor: how often it is asked before the answer is yes. */
  readonly pokes: number;
  /** It stops once, and goes on when a trigger has fired after so long; null: it does not. */
  readonly defersFor: Micros | null;
  readonly outcome: AttemptOutcome;
  /** It pushes a value while it runs. */
  readonly pushes: boolean;
  /** It asks a person, and waits so long for an answer; null: it does not. */
  readonly asksFor: Micros | null;
  /** What it returns if it succeeds: something that tells of which attempt it is. */
  readonly value: Json;
}

export function behaviourOf(seed: number, { attemptId, task, callback }: AttemptOrder): Behaviour {
  const random = new Random(`${seed}:${attemptId}`);
  const seconds = random.chance(0.7) ? random.whole(0, 60) : random.whole(0, 1_200);
  const params = (task.params ?? {}) as SimParams;
  const isWork = task.sensor === undefined && task.input === undefined && callback === undefined;
  const limit = task.executionTimeoutSeconds;
  const isLate = limit !== undefined && seconds > limit;
  return {
    micros: (isLate ? limit : seconds) * SECOND + random.whole(0, 999_999),
    pokes: task.sensor === undefined ? 0 : random.whole(0, 6),
    defersFor: isWork && random.chance(0.15) ? random.whole(1, 600) * SECOND : null,
    outcome: isLate ? TIMEOUT : drawOutcome(random, params),
    pushes: random.chance(0.2),
    asksFor: task.input === undefined ? null : secondsToSpan(task.input.responseTimeoutSeconds ?? 0),
    value: params.elements === undefined ? attemptId : elements(attemptId, random.whole(0, params.elements)),
  };
}

const TIMEOUT: AttemptOutcome = { kind: "failed", code: "timeout", message: "timed out", retryable: true };

function elements(attemptId: string, length: number): Json {
  return Array.from({ length }, (_, index) => `${attemptId}#${index}`);
}

/** Of which attempt a value that a simulated task returned is. */
export function attemptOfValue(value: string): string {
  return value.split("#", 1)[0] as string;
}

function drawOutcome(random: Random, { decides = [] }: SimParams): AttemptOutcome {
  const draw = random.next();
  const skipDownstream = decides.filter(() => random.chance(0.5));
  if (draw < 0.75) return { kind: "success", ...(skipDownstream.length > 0 ? { skipDownstream } : {}) };
  if (draw < 0.8) return { kind: "skipped", message: "nothing to do" };
  const retryable = draw < 0.97;
  return { kind: "failed", code: "exception", message: retryable ? "no luck" : "no luck for ever", retryable };
}
