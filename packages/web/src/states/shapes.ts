/** The strokes of each state's shape, in a square of 14. */
import type { State } from "./state.ts";

export interface Stroke {
  readonly d: string;
  readonly filled?: boolean;
  readonly dashed?: boolean;
}

export const SHAPES: { readonly [state in State]: readonly Stroke[] } = {
  success: [{ d: "M3 7.500l2.700 2.700L11 4.500" }],
  failed: [{ d: "M4 4l6 6M10 4l-6 6" }],
  upstream_failed: [{ d: "M3 3h8M7 11.500V6M4.500 8.500L7 6l2.500 2.500" }],
  running: [{ d: "M5 3.500l5.500 3.500L5 10.500z", filled: true }],
  queued: [{ d: "M3 4h8M3 7h8M3 10h8" }],
  scheduled: [{ d: "M7 4v3l2 1.500M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0z" }],
  up_for_retry: [{ d: "M11.500 7a4.500 4.500 0 1 1-1.500-3.300M10.500 1.500v2.500H8" }],
  up_for_reschedule: [{ d: "M2.500 7A4.500 4.500 0 0 1 11 5M11.500 7A4.500 4.500 0 0 1 3 9", dashed: true }],
  deferred: [{ d: "M4 2.500h6L4 11.500h6z" }],
  awaiting_input: [{ d: "M5 5a2 2 0 1 1 2.600 2c-.4.150-.6.400-.6 1v.500M7 10.500v.6" }],
  skipped: [{ d: "M3 4l3 3-3 3M7.500 4l3 3-3 3" }],
  restarting: [{ d: "M2.500 7A4.500 4.500 0 1 1 4 10.300M2 10.500l2.200.2.2-2.200" }],
  removed: [{ d: "M3 7h8" }],
  none: [{ d: "M11 7A4 4 0 1 1 3 7a4 4 0 0 1 8 0z" }],
};

/** Shapes that stand in a box with a border. */
export const OUTLINED: ReadonlySet<State> = new Set([
  "upstream_failed",
  "running",
  "queued",
  "scheduled",
  "up_for_retry",
  "deferred",
  "restarting",
]);
