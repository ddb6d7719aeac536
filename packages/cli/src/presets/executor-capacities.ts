/** How much each configured executor takes at once, by the names that tasks may give, as the scheduler counts it. */
import { DEFAULT_EXECUTOR } from "@momiji/core";
import type { Config } from "../config/options.ts";

/** Enough for short functions to keep all workers busy over one commit; few enough that a higher priority soon has its turn. */
export const ORDERS_AHEAD = 96;

export function executorCapacities({ core }: Config): ReadonlyMap<string, number> {
  const capacity = core.parallelism + ORDERS_AHEAD;
  return new Map([
    ["local", capacity],
    [DEFAULT_EXECUTOR, capacity],
  ]);
}
