/** What passes between the worker and a process of job operators. */
import type { AttemptOutcome, Json } from "@momiji/core";
import type { PreflightCheck } from "@momiji/sdk";

export type JobStep = "launch" | "follow" | "cancel" | "release" | "preflight";

/** One function of an operator to be called. */
export interface JobWork {
  readonly step: JobStep;
  readonly operator: string;
  /** Absent: the operator is in the bundle. */
  readonly provider?: string;
  readonly params: { readonly [name: string]: Json };
  /** Null: none is known. */
  readonly handle: Json;
  /** Of `follow`: see `JobContext.position`. */
  readonly position: string | null;
  /** Of `release`. */
  readonly outcome: AttemptOutcome["kind"];
  readonly graceMillis: number;
}

export type JobResult =
  | { readonly kind: "launched"; readonly handle: Json }
  | { readonly kind: "ended"; readonly outcome: AttemptOutcome; readonly value?: Json }
  /** Of `cancel` and `release`. */
  | { readonly kind: "done" }
  | { readonly kind: "checked"; readonly checks: readonly PreflightCheck[] }
  | JobThrow;

export interface JobThrow {
  readonly kind: "threw";
  readonly outcome: AttemptOutcome;
  /** Of a launch: for certain there is no job. */
  readonly nothingStarted?: true;
  /** The operator was not found, so that calling it again is no use. */
  readonly noOperator?: true;
}
