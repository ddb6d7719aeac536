/** Whether an asset is as fresh as it usually is. */

/** `none`: it never changed. `unknown`: too seldom to say what is usual. */
export type Freshness = "none" | "unknown" | "fresh" | "late";

/** So many times the usual time between two events may pass. */
const PATIENCE = 2;

interface Times {
  /** Milliseconds since the epoch; null: never. */
  readonly last: number | null;
  readonly usualMs: number | null;
  readonly now: number;
}

export function freshnessOf({ last, usualMs, now }: Times): Freshness {
  if (last === null) return "none";
  if (usualMs === null) return "unknown";
  return now - last > PATIENCE * usualMs ? "late" : "fresh";
}
