/** Whether what is kept of an attempt has to do with the state that its task instance has now. */
import type { TaskInstance } from "./dag-run.ts";

/** A person marked it while an attempt of it was out: the cancelled attempt says so. */
export function isMarkedByOutcome({ state, outcome }: TaskInstance): boolean {
  return outcome?.kind === "cancelled" && outcome.message === `marked ${state}`;
}

/** Its last attempt is why it succeeded or failed; false: a person said so afterwards, whatever the attempt was. */
export function endsWithItsAttempt({ state, outcome, tryNumber, maxTries }: TaskInstance): boolean {
  if (state === "success") return outcome?.kind === "success";
  if (outcome?.kind !== "failed") return outcome?.kind === "lost" || outcome?.kind === "cancelled";
  // One that still was to be retried is failed only because somebody said so.
  return !outcome.retryable || outcome.retry?.action === "fail" || tryNumber > maxTries;
}

/**
 * What there is to say of the state of an instance, in one line; null: nothing. What an attempt said is told only while it
 * explains the state: not of one that was marked or cleared since.
 */
export function messageOfState(instance: TaskInstance): string | null {
  const { state, outcome } = instance;
  if (isMarkedByOutcome(instance)) return `marked ${state}`;
  switch (state) {
    case "success":
      return endsWithItsAttempt(instance) ? null : "marked success";
    case "failed":
      return endsWithItsAttempt(instance) ? said(instance) : "marked failed";
    case "up_for_retry":
      return said(instance);
    case "skipped":
      return outcome?.kind === "skipped" ? said(instance) : null;
    default:
      return null;
  }
}

/** With what a retry policy, or the task itself, said about a retry. */
function said({ outcome }: TaskInstance): string | null {
  const message = outcome !== null && "message" in outcome ? (outcome.message ?? null) : null;
  const retry = outcome?.kind === "failed" ? outcome.retry : undefined;
  if (retry === undefined || retry.action === "default") return message;
  const words =
    retry.reason === undefined || retry.reason === message ? retry.action : `${retry.action}: ${retry.reason}`;
  return `${message ?? ""} (${words})`;
}
