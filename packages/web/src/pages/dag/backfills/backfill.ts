/** Backfills as the server tells them, and how far one has come. Pure. */
import type { components } from "@momiji/client";

export type Backfill = components["schemas"]["BackfillResponse"];
export type BackfillDetails = components["schemas"]["BackfillDetailsResponse"];
export type BackfillDate = BackfillDetails["dates"][number];
export type Progress = BackfillDetails["progress"];

/** In the order in which they stand in the bar. */
export const PARTS = ["success", "failed", "running", "queued", "skipped", "deleted"] as const;

type Phase = "done" | "cancelled" | "paused" | "active";

/** A backfill that was cancelled is over and held. */
export function phaseOf({ completed_at: completed, is_paused: isPaused }: Backfill): Phase {
  if (completed !== null) return isPaused ? "cancelled" : "done";
  return isPaused ? "paused" : "active";
}

export function doneOf({ success, failed, skipped, deleted }: Progress): number {
  return success + failed + skipped + deleted;
}

/** What is left, if it goes on as it did; null: nothing has ended yet. In milliseconds. */
export function leftMillis(progress: Progress, startedAt: number | null, now: number): number | null {
  const ended = progress.success + progress.failed;
  const open = progress.queued + progress.running;
  if (startedAt === null || ended === 0 || open === 0) return null;
  return Math.round(((now - startedAt) / ended) * open);
}
