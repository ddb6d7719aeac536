/**
 * What passes between the worker and a process of code that waits: triggers, operators of outside jobs. `Work` and `Result` are
 * JSON; what they hold is between the two sides of one kind of host.
 */
import type { BundleRef, Json, Micros, TaskQuestion, XComWrite } from "@momiji/core";
import type { JobLine } from "@momiji/sdk";
import type { AskError } from "../function-lane/child-protocol.ts";
import type { ContextFacts } from "../task-context.ts";

/** One piece of code that waits. */
export interface HostedCall<Work> {
  /** Unique within the process. */
  readonly id: string;
  readonly facts: ContextFacts;
  /** Null: its code is that of a package. */
  readonly bundle: BundleRef | null;
  readonly work: Work;
}

export type ToHost<Work> =
  | readonly ["start", HostedCall<Work>]
  /** It is to come to an end, and what it comes to is wanted. */
  | readonly ["abort", id: string]
  /** Nobody waits for it any more. */
  | readonly ["stop", id: string]
  | readonly ["answer", number: number, value?: Json]
  | readonly ["refuse", number: number, error: AskError]
  /** The lines of one message are written. */
  | readonly ["taken", id: string];

/** `task`: the author's `log`; `momiji`: words about a job, as the engine's own. */
export type Speaker = "task" | "momiji";

export type FromHost<Result> =
  | readonly ["done", id: string, Result]
  | readonly ["said", id: string, speaker: Speaker, level: "debug" | "info" | "warning" | "error", message: string]
  /** Of a job's own output. */
  | readonly ["lines", id: string, lines: readonly JobLine[]]
  /** Every text in it must not be read in a log from here on. */
  | readonly ["secret", id: string, value: Json]
  | readonly ["pushed", id: string, xcoms: readonly XComWrite[]]
  | readonly ["ask", id: string, number: number, question: TaskQuestion];

/** Told to it at its start. */
export interface HostSettings {
  /** The worker's time; the process only measures what has passed since. */
  readonly now: Micros;
  readonly maxXComBytes: number;
  readonly blockedAfterMillis: number;
}

/** Where a process reports that its loop is blocked: not through the loop. One line of JSON. */
export const REPORT_FD = 4;

/** Whose code blocks it, and its stack; null: nobody knows. */
export interface Blocked {
  readonly id: string | null;
  readonly detail: string | null;
}
