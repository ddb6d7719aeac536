/** What a task asks a person, rendered: the end of what a worker has to do for it. */
import { type AttemptOutcome, type Micros, secondsToSpan, type TaskSpec } from "@momiji/core";
import { failed } from "./outcomes.ts";
import type { Params } from "./process-lane/command.ts";

export function questionOf({ input }: TaskSpec, { subject, body }: Params, at: Micros): AttemptOutcome {
  if (input === undefined || typeof subject !== "string")
    return failed("order", "a task that asks a person needs what is asked", { retryable: false });
  const seconds = input.responseTimeoutSeconds;
  return {
    kind: "awaiting_input",
    subject,
    body: typeof body === "string" ? body : null,
    until: seconds === undefined ? null : at + secondsToSpan(seconds),
  };
}
