/** A pool's slots, and who holds them. */
import type { components } from "@momiji/client";

export type Pool = components["schemas"]["PoolResponse"];

export const DEFAULT_POOL = "default_pool";

export interface Segment {
  readonly state: "running" | "queued" | "deferred" | "open";
  readonly slots: number;
  /** Of the whole bar, 0 to 1. */
  readonly share: number;
}

/** The bar of a pool: as wide as its slots, or as what is held if that is more. Without a limit there is nothing open to show. */
export function segmentsOf(pool: Pool): readonly Segment[] {
  const { running_slots: running, queued_slots: queued, deferred_slots: deferred, include_deferred: counts } = pool;
  const held = [
    { state: "running", slots: running },
    { state: "queued", slots: queued },
    { state: "deferred", slots: counts ? deferred : 0 },
  ] as const;
  const occupied = held.reduce((sum, { slots }) => sum + slots, 0);
  const open = Math.max(0, pool.slots - occupied);
  const whole = Math.max(1, occupied + open);
  return [...held, { state: "open", slots: open } as const]
    .filter(({ slots }) => slots > 0)
    .map(({ state, slots }) => ({ state, slots, share: slots / whole }));
}

export type PoolNeed = "waiting_full" | "waiting_no_slots" | "overfull" | "none";

/** What somebody should know of it at a glance. */
export function needOf({ slots, open_slots: open, scheduled_slots: scheduled }: Pool): PoolNeed {
  if (slots >= 0 && open < 0) return "overfull";
  if (scheduled === 0 || slots < 0 || open > 0) return "none";
  return slots === 0 ? "waiting_no_slots" : "waiting_full";
}
