/** Secrets in the words of an outcome are hidden as in the log: the engine shows them to the same people. */
import type { AttemptOutcome, Masker } from "@momiji/core";

export function maskOutcome(outcome: AttemptOutcome, masker: Masker): AttemptOutcome {
  if (outcome.kind === "success") return outcome;
  if (outcome.kind === "awaiting_input") {
    const { subject, body } = outcome;
    return { ...outcome, subject: masker.mask(subject), body: body === null ? null : masker.mask(body) };
  }
  if (outcome.message === undefined) return outcome;
  const message = masker.mask(outcome.message);
  if (outcome.kind !== "failed") return { ...outcome, message };
  const { detail, retry } = outcome;
  return {
    ...outcome,
    message,
    ...(detail === undefined ? {} : { detail: masker.mask(detail) }),
    ...(retry?.reason === undefined ? {} : { retry: { ...retry, reason: masker.mask(retry.reason) } }),
  };
}
