/** How far a backfill has come. */
import { expect, test } from "vitest";
import { type Backfill, doneOf, leftMillis, phaseOf } from "./backfill.ts";

const PROGRESS = { total: 10, queued: 4, running: 2, success: 2, failed: 1, skipped: 1, deleted: 0 };

test("what is left follows from what has ended", () => {
  expect(doneOf(PROGRESS)).toBe(4);
  expect(leftMillis(PROGRESS, 1000, 4000)).toBe(6000);
  expect(leftMillis({ ...PROGRESS, success: 0, failed: 0 }, 1000, 4000)).toBeNull();
  expect(leftMillis({ ...PROGRESS, queued: 0, running: 0 }, 1000, 4000)).toBeNull();
});

test("a backfill that is over and held was cancelled", () => {
  const of = (completed_at: string | null, is_paused: boolean) => phaseOf({ completed_at, is_paused } as Backfill);
  expect([of(null, false), of(null, true), of("2026", false), of("2026", true)]).toEqual([
    "active",
    "paused",
    "done",
    "cancelled",
  ]);
});
