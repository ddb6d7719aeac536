/** Counting of ended task instances: kept up by the machine, filled afresh by the oracle. */
import type { TaskState } from "./task-state.ts";
import type { EndCounts } from "./trigger-rules.ts";

/** `EndCounts` whose owner goes on counting. */
export type RunningEndCounts = { -readonly [key in keyof EndCounts]: EndCounts[key] };

/** Counts of nothing, for the parts of `UpstreamCounts` that a task does not have: never to be counted up. */
export const NO_COUNTS: RunningEndCounts = newEndCounts(0);

/** Counts of `total` instances none of which has ended. */
export function newEndCounts(total: number): RunningEndCounts {
  return { total, success: 0, skipped: 0, failed: 0, upstreamFailed: 0, removed: 0 };
}

/** Counts an instance in (`by` 1) or out (`by` -1) by its state; one that has not ended counts nowhere. */
export function countEnd(counts: RunningEndCounts, state: TaskState, by: 1 | -1): void {
  switch (state) {
    case "success":
      counts.success += by;
      break;
    case "skipped":
      counts.skipped += by;
      break;
    case "failed":
      counts.failed += by;
      break;
    case "upstream_failed":
      counts.upstreamFailed += by;
      break;
    case "removed":
      counts.removed += by;
      break;
    default:
      break;
  }
}

export function addCounts(a: EndCounts, b: EndCounts): EndCounts {
  return {
    total: a.total + b.total,
    success: a.success + b.success,
    skipped: a.skipped + b.skipped,
    failed: a.failed + b.failed,
    upstreamFailed: a.upstreamFailed + b.upstreamFailed,
    removed: a.removed + b.removed,
  };
}
