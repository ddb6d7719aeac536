/** Where Momiji answers other than Airflow on purpose. The conformance run prints these and counts them apart. */

export interface Difference {
  /** Name of the conformance file without `.json`. */
  readonly file: string;
  /** Id of the case, or a rule that ids follow. */
  readonly id: RegExp | string;
  readonly reason: string;
}

export const differences: readonly Difference[] = [
  {
    file: "timetables",
    id: / goes on where Airflow raised$/,
    reason:
      "Airflow raises while it looks for the next run, so that the DAG is never scheduled again, although later ticks " +
      "exist: an hourly interval schedule after a half-hour change of the clocks, or a plain day that never meets the " +
      '"#" or "W" day beside it. Momiji takes the next tick.',
  },
  {
    file: "api-examples",
    id: "8 bad token",
    reason:
      "A token that is no good (any more) is answered with 401, as none at all is: it tells a client to sign in again.",
  },
  {
    file: "api-examples",
    id: "112 runs with a cursor",
    reason:
      "The scheduler there made the first run of the schedule after a run by hand; here it stands first by its number.",
  },
  {
    file: "api-examples",
    id: /^(162 clear, dry|170 clear for real)$/,
    reason:
      "What follows a task that was marked a success had run there only later; here it is done within milliseconds.",
  },
  {
    file: "api-examples",
    id: "175 one XCom as text",
    reason: "A value of a TypeScript DAG prints as JSON, everywhere; one of a Python DAG as Python prints it.",
  },
  {
    file: "api-examples",
    id: "223 change a pool",
    reason:
      "With `update_mask` only the fields that it names are asked for; Airflow wants the other fields too, and then drops them.",
  },
  {
    file: "api-examples",
    id: "261 runs of the backfill",
    reason: "A run that was cancelled before it began has the moment of that as its end; Airflow leaves it empty.",
  },
  {
    file: "api-examples",
    id: "262 event log",
    reason:
      "The event log tells what people and clients have done; that processes were started stands in the server's log.",
  },
];
