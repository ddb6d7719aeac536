/** How an attempt ended, and what job it had outside: for the list of all attempts of a task instance. */
import { messageOfState, type TaskInstance, type TaskSpec } from "@momiji/core";
import { codeOfFailure, exitCodeOf } from "./failure-words.ts";
import { type OutsideFailure, outsideFailure } from "./outside-failure.ts";

export interface PresentedOutcome {
  readonly try_number: number;
  /** Null: it went well, or goes on. */
  readonly code: string | null;
  readonly exitCode: number | null;
  readonly title: string;
  readonly errorName: string | null;
  readonly external: OutsideFailure | null;
}

interface Attempted {
  readonly attempt: TaskInstance;
  /** Absent: the version of the run does not have it any more. */
  readonly task: TaskSpec | undefined;
  /** What a person says of the state of the instance is said of it. */
  readonly isLast: boolean;
}

export function presentOutcome({ attempt, task, isLast }: Attempted): PresentedOutcome {
  const { tryNumber, state } = attempt;
  const external = outsideFailure(attempt, task);
  // Whatever became of the try, a person has said what counts.
  const isMarked = isLast && messageOfState(attempt) === `marked ${state}`;
  return { try_number: tryNumber, ...(isMarked ? { ...NOTHING, code: "marked" } : wordsOf(attempt)), external };
}

const NOTHING = { code: null, exitCode: null, title: "", errorName: null };

function wordsOf(attempt: TaskInstance): Omit<PresentedOutcome, "try_number" | "external"> {
  const { outcome } = attempt;
  if (outcome === null || outcome.kind === "success" || outcome.kind === "awaiting_input") return NOTHING;
  return {
    code: codeOfFailure(attempt),
    exitCode: exitCodeOf(attempt),
    title: outcome.message ?? "",
    errorName: outcome.kind === "failed" ? (outcome.errorClass ?? outcome.errorName ?? null) : null,
  };
}
