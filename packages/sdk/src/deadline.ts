/** Deadlines of a DAG's runs (Airflow's `DeadlineAlert`): from what an author writes to the spec. */
import type { DeadlineReference, DeadlineSpec } from "@momiji/core";
import { isoZ } from "@momiji/core/time";
import type { Callbacks } from "./callback-options.ts";
import { specsOf } from "./callbacks.ts";
import { onlyKnown, show, wholeNumber } from "./checks.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { type DurationInput, secondsOf } from "./duration.ts";
import type { CallbackBodies, CallbackBody } from "./notifier-object.ts";
import { present } from "./present.ts";
import { type InstantInput, readInstant } from "./wall-time.ts";

/** From where the interval counts; made by `deadlineReference`. */
export type DeadlineReferenceInput =
  | Exclude<DeadlineReference, { kind: "fixed" | "average-runtime" }>
  | { readonly kind: "fixed"; readonly at: InstantInput }
  | { readonly kind: "average-runtime"; readonly maxRuns?: number; readonly minRuns?: number };

/** Airflow's `DeadlineReference`. */
export const deadlineReference = {
  dagrunLogicalDate: { kind: "logical-date" },
  dagrunQueuedAt: { kind: "queued-at" },
  fixedDatetime: (at: InstantInput): DeadlineReferenceInput => ({ kind: "fixed", at }),
  /** Mean run time of the last `maxRuns` (10) runs; without `minRuns` (as many) of them there is no deadline. */
  averageRuntime: (options: { readonly maxRuns?: number; readonly minRuns?: number } = {}): DeadlineReferenceInput => ({
    kind: "average-runtime",
    ...options,
  }),
} as const;

export interface DeadlineOptions {
  readonly name?: string;
  readonly reference: DeadlineReferenceInput;
  /** From the reference to the deadline. Negative: before it. `{ variable }`: as many seconds as that variable says. */
  readonly interval: DurationInput | { readonly variable: string };
  /** Called once if the run has not succeeded by then. */
  readonly callback: Callbacks;
}

const NAMES: Readonly<Record<keyof DeadlineOptions, true>> = {
  name: true,
  reference: true,
  interval: true,
  callback: true,
};

const DEFAULT_RUNS = 10;

export function readDeadlines(
  options: DeadlineOptions | readonly DeadlineOptions[],
  { timezone, place }: { readonly timezone: string; readonly place: string },
): { readonly specs: readonly DeadlineSpec[]; readonly bodies: CallbackBodies } {
  const bodies = new Map<string, CallbackBody>();
  const all: readonly DeadlineOptions[] = Array.isArray(options) ? options : [options as DeadlineOptions];
  let from = 0;
  const specs = all.map((deadline, index) => {
    const at = `${place}${all.length > 1 ? ` ${index + 1}` : ""}`;
    onlyKnown(deadline, NAMES, at);
    const callbacks = specsOf(deadline.callback, { event: "on_deadline", bodies, place: `${at}, callback`, from });
    if (callbacks === undefined) throw new DagDefinitionError(at, "it needs a callback: who is told?");
    from += callbacks.length;
    return {
      ...present<Pick<DeadlineSpec, "name">>({ name: deadline.name }),
      reference: referenceOf(deadline.reference, timezone, `${at}, reference`),
      interval: intervalOf(deadline.interval, `${at}, interval`),
      callbacks,
    };
  });
  return { specs, bodies };
}

function referenceOf(reference: DeadlineReferenceInput, timezone: string, place: string): DeadlineReference {
  switch (reference?.kind) {
    case "logical-date":
    case "queued-at":
      return { kind: reference.kind };
    case "fixed":
      return { kind: "fixed", at: isoZ(readInstant(reference.at, timezone, place)) };
    case "average-runtime": {
      const maxRuns = wholeNumber(reference.maxRuns, 1, `${place}, maxRuns`) ?? DEFAULT_RUNS;
      return {
        kind: "average-runtime",
        maxRuns,
        minRuns: wholeNumber(reference.minRuns, 1, `${place}, minRuns`) ?? maxRuns,
      };
    }
    default:
      throw new DagDefinitionError(place, `must be one of deadlineReference, not ${show(reference)}`);
  }
}

function intervalOf(interval: DeadlineOptions["interval"], place: string): DeadlineSpec["interval"] {
  if (typeof interval !== "object" || interval === null || !("variable" in interval))
    return secondsOf(interval, place, Number.NEGATIVE_INFINITY);
  if (typeof interval.variable === "string" && interval.variable !== "") return { variable: interval.variable };
  throw new DagDefinitionError(place, "variable must be the name of a variable");
}
