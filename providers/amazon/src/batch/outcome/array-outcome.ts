/** From the children of an array that have failed to the outcome of the attempt. */
import type { JobDetail } from "@aws-sdk/client-batch";
import type { AttemptOutcome } from "@momiji/core";
import { batchOutcome } from "./batch-outcome.ts";

/** Indexes that are named. */
const MOST_NAMED = 20;

/**
 * One failure is the array's; lost ones are only told when no child has failed of itself.
 * @param failed by index; null: none of them is known, so that the parent's own words count
 */
export function arrayOutcome({ arrayProperties }: JobDetail, failed: readonly JobDetail[]): AttemptOutcome | null {
  const all = failed.map((job) => ({ index: job.arrayProperties?.index ?? 0, outcome: batchOutcome(job) }));
  const first = all.find(({ outcome }) => outcome.kind === "failed") ?? all[0];
  if (first === undefined || !("message" in first.outcome)) return null;
  const count = Math.max(arrayProperties?.statusSummary?.["FAILED"] ?? 0, all.length);
  const named = all.slice(0, MOST_NAMED).map(({ index }) => index);
  const indexes = `${named.join(", ")}${count > named.length ? ", ..." : ""}`;
  const which = `${count} of ${arrayProperties?.size ?? count} children failed (${indexes})`;
  return { ...first.outcome, message: `${which}; child ${first.index}: ${first.outcome.message ?? ""}` };
}
