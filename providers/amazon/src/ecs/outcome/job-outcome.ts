/** From the ends of all tasks of a job to the outcome of its attempt. */
import type { AttemptOutcome } from "@momiji/core";

/** One failure is the job's; lost ones are only told when none has failed, and skipped ones when all others succeeded. */
export function jobOutcome(outcomes: readonly AttemptOutcome[]): AttemptOutcome {
  const [only] = outcomes;
  if (only !== undefined && outcomes.length === 1) return only;
  for (const kind of ["failed", "lost", "skipped"] as const) {
    const of = outcomes.filter((outcome) => outcome.kind === kind);
    const [first] = of;
    if (first === undefined || first.kind === "success") continue;
    const message = "message" in first ? (first.message ?? "") : "";
    const number = outcomes.indexOf(first) + 1;
    return {
      ...first,
      message: `${of.length} of ${outcomes.length} tasks ${kind}; task ${number}: ${message}`,
    } as AttemptOutcome;
  }
  return { kind: "success" };
}
