/** What goes to an evaluator and what comes back: plain data between two processes. */
import type { DagSpec } from "@momiji/core";
import type { Trouble } from "../import-errors/trouble.ts";

export interface EvaluationJob {
  readonly bundlePath: string;
  /** Written into the specs as their source. */
  readonly fileName: string;
}

export interface Evaluation {
  /** DAGs in which no trouble was found. */
  readonly specs: readonly DagSpec[];
  readonly troubles: readonly Trouble[];
}

/** From the child. `ready` once, then one `evaluated` for each job. */
export type EvaluatorMessage =
  | { readonly kind: "ready" }
  /** `residentMiB`: what the process holds afterwards. */
  | { readonly kind: "evaluated"; readonly evaluation: Evaluation; readonly residentMiB: number };
