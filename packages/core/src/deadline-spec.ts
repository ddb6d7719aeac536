/** Airflow's `DeadlineAlert`: by when a run must have succeeded, and who is told if it has not. */
import type { CallbackSpec } from "./callback-spec.ts";

export interface DeadlineSpec {
  readonly name?: string;
  readonly reference: DeadlineReference;
  /** From the reference to the deadline, seconds; negative: before it. `variable`: seconds in a variable. */
  readonly interval: number | { readonly variable: string };
  readonly callbacks: readonly CallbackSpec[];
}

/** `average-runtime`: the moment of queueing plus the mean run time of the last `maxRuns` runs, if there are `minRuns`. */
export type DeadlineReference =
  | { readonly kind: "logical-date" }
  | { readonly kind: "queued-at" }
  | { readonly kind: "fixed"; readonly at: string }
  | { readonly kind: "average-runtime"; readonly maxRuns: number; readonly minRuns: number };
