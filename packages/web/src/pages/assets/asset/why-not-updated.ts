/** Why an asset has not changed of late: what stands in the way of those who make it. */
import { readInstant } from "../../../format/instant.ts";
import type { AssetOverview, Producer } from "../assets.ts";

/** `silent`: its last run went well, and told nothing. `waits`: `next.why` says for what. */
export type Cause = "gone" | "running" | "failed" | "silent" | "paused" | "waits" | "scheduled";

export interface WhyNot {
  readonly cause: Cause;
  readonly producer: Producer;
}

/** One for each DAG that makes it; none: nobody does. */
export function whyNotUpdated({ producers, asset }: Pick<AssetOverview, "producers" | "asset">): readonly WhyNot[] {
  const lastEvent = readInstant(asset.last_asset_event.timestamp);
  return producers.map((producer) => ({ producer, cause: causeOf(producer, lastEvent) }));
}

function causeOf({ isActive, isPaused, active, lastRun, next }: Producer, lastEvent: number | null): Cause {
  if (!isActive) return "gone";
  if (active.running > 0) return "running";
  if (lastRun?.state === "failed") return "failed";
  if (lastRun?.state === "success" && isBefore(lastEvent, lastRun.start)) return "silent";
  if (isPaused) return "paused";
  return next.why === null ? "scheduled" : "waits";
}

/** Or there was none. */
function isBefore(event: number | null, start: string | null): boolean {
  const began = readInstant(start);
  return event === null || (began !== null && event < began);
}
