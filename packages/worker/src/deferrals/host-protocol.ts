/** What passes between the worker and a process of triggers. */
import type { AttemptOutcome, BundleRef, Json, Micros, TaskQuestion, XComWrite } from "@momiji/core";
import type { AskError } from "../function-lane/child-protocol.ts";
import type { ContextFacts } from "../task-context.ts";

/** One trigger to wait with. */
export interface HostedTrigger {
  readonly facts: ContextFacts;
  readonly bundle: BundleRef;
  readonly name: string;
  readonly params: { readonly [name: string]: Json };
}

export type ToHost =
  | readonly ["start", HostedTrigger]
  | readonly ["stop", id: string]
  | readonly ["answer", number: number, value?: Json]
  | readonly ["refuse", number: number, error: AskError];

export type FromHost =
  | readonly ["fired", id: string, event: Json]
  /** It threw, or its bundle could not be loaded. */
  | readonly ["failed", id: string, outcome: AttemptOutcome]
  | readonly ["said", id: string, level: "debug" | "info" | "warning" | "error", message: string]
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

/** Where a process of triggers reports that its loop is blocked: not through the loop. One line of JSON. */
export const REPORT_FD = 4;

/** Whose code blocks it, and its stack; null: nobody knows. */
export interface Blocked {
  readonly id: string | null;
  readonly detail: string | null;
}
