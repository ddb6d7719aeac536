/** What passes between the worker and a function child. Small arrays: a call that does nothing is one message each way. */
import type {
  AssetEventWrite,
  AssetRef,
  AttemptOutcome,
  BundleRef,
  CallbackOrder,
  DeferRequest,
  Json,
  MappedPart,
  Micros,
  TaskQuestion,
  XComWrite,
} from "@momiji/core";
import type { ContextRun } from "../task-context.ts";

/** One function to run, or one sensor to ask. */
export interface ChildCall {
  readonly id: string;
  /** Absent: the same as that of the call before in this child. */
  readonly bundle?: BundleRef;
  readonly taskId: string;
  /** Absent: it is not mapped. */
  readonly mapIndex?: number;
  readonly tryNumber: number;
  readonly maxTries: number;
  /** Absent: the same run as the call before in this child. */
  readonly run?: ContextRun;
  /** Absent: none. */
  readonly inputs?: { readonly [name: string]: Json };
  /** Absent: none. */
  readonly params?: { readonly [name: string]: Json };
  /** What functions of the bundle have still to make of the mapping: comes over inputs and params. */
  readonly mapped?: MappedPart;
  readonly groupInputs?: { readonly [name: string]: string };
  /** Only what comes of `mapped` is wanted, as the value; the task's function is not called. */
  readonly valuesOnly?: true;
  /** Absent: the task has none. */
  readonly outlets?: readonly AssetRef[];
  /** Whether the returned value is wanted. */
  readonly push: boolean;
  /** It is a callback that is called, not the task. */
  readonly callback?: CallbackOrder;
  /** Of a task that was deferred: the function that goes on, and what it is given. */
  readonly resume?: { readonly name: string; readonly event: Json; readonly state?: Json };
  /** The worker's time; the child only measures what has passed since. */
  readonly now: Micros;
}

export type ToChild =
  /** One after another, in this order, after those that it has already. */
  | readonly ["calls", readonly ChildCall[]]
  /** Calls that have not begun are wanted back. */
  | readonly ["back"]
  /** If this call runs, it is to end: its signal is aborted, and the child ends with it. */
  | readonly ["end", id: string, reason: string]
  | readonly ["answer", number: number, value?: Json]
  | readonly ["refuse", number: number, error: AskError];

export interface AskError {
  readonly message: string;
  readonly code?: string;
}

export type FromChild =
  | readonly ["ready"]
  /** What a call says while it runs. */
  | readonly ["said", id: string, lines: readonly ChildLine[], xcoms: readonly XComWrite[]]
  | readonly ["ask", id: string, number: number, question: TaskQuestion]
  /** Every text in it must not be read in a log from here on. Sent before any line that may hold it. */
  | readonly ["secret", value: Json]
  | readonly ["done", id: string, CallResult]
  /** These calls were not begun, and are not going to be. */
  | readonly ["back", ids: readonly string[]]
  /** It ends between two calls: none that has not ended was begun. */
  | readonly ["leaving"];

export type ChildSource = "stdout" | "stderr" | "task";

/**
 * Microseconds since the call, level as an index into `LEVELS`, source, message. `goesOn`: the line is not at its end, what
 * the source says next belongs to it.
 */
export type ChildLine = readonly [elapsed: number, level: number, source: ChildSource, message: string, goesOn?: true];

export const LEVELS = ["debug", "info", "warning", "error"] as const;

/** How a call ended, with the last of what it said. */
export type CallResult = {
  readonly lines?: readonly ChildLine[];
  readonly xcoms?: readonly XComWrite[];
  /** What it said of its outlets. */
  readonly assetEvents?: readonly AssetEventWrite[];
  /** Bytes of output beyond the cap, which were not sent. */
  readonly dropped?: number;
  /** The child begins no more calls: this one was to end, or threw what nobody awaited, so its state is not known. */
  readonly leaving?: true;
  /** How long the call took, in microseconds; absent: it did not come to its end. */
  readonly took?: number;
} &
  /** `value`: what the function returned, if it is wanted. */
  (
    | { readonly outcome: AttemptOutcome; readonly value?: Json }
    /** It stops here, and goes on when something has happened. */
    | { readonly defer: DeferRequest }
    /** What a sensor answered. */
    | { readonly poke: PokeResult }
  );

export interface PokeResult {
  readonly done: boolean;
  readonly value?: Json;
  /** Epoch milliseconds. */
  readonly askAgainAt?: number;
}

/** Told to a child at its start. */
export interface ChildSettings {
  readonly maxXComBytes: number;
  readonly maxLogBytes: number;
  /** Between SIGTERM and SIGKILL when the worker has vanished. */
  readonly graceMillis: number;
}
