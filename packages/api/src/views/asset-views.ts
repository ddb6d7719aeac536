/** How an asset fares: how often it changes, and what one more event of it would begin. */
import { type AssetKey, assetId, type AssetQueue, conditionOf, type Micros, refsOf, remainderOf } from "@momiji/core";
import type { DagRecord } from "@momiji/store";
import { presentInstant } from "../present.ts";

/**
 * The usual time between two events, in milliseconds. `at`: the newest first. Null: too few to say.
 */
export function usualGap(at: readonly Micros[]): number | null {
  const gaps = at.slice(1).map((older, index) => (at[index] ?? older) - older);
  if (gaps.length < FEWEST_GAPS) return null;
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return Math.round(middle / 1000);
}

const FEWEST_GAPS = 2;

/** What a DAG waits for has come so far, and what the next event of `asset` does to it. */
export function waitingOf({ spec, isPaused }: DagRecord, queue: AssetQueue, asset: AssetKey) {
  const condition = conditionOf(spec.schedule);
  if (condition === null) return null;
  const changed = queue.queued.map((each) => each.asset);
  const since = new Map(queue.queued.map((each) => [assetId(each.asset), each.queuedAt]));
  const wanted = refsOf(condition).map((ref) => {
    const keys = ref.kind === "asset" ? [ref] : (queue.aliases[ref.name] ?? []);
    const moments = keys.flatMap((key) => since.get(assetId(key)) ?? []);
    return {
      kind: ref.kind,
      name: ref.name,
      arrived: presentInstant(moments.length === 0 ? null : Math.min(...moments)),
    };
  });
  const left = remainderOf(condition, { changed: [...changed, asset], aliases: queue.aliases });
  return {
    wanted,
    onEvent: {
      effect: isPaused ? ("paused" as const) : left === null ? ("starts" as const) : ("waits" as const),
      waitsFor: left === null ? [] : refsOf(left).map(({ name }) => name),
    },
  };
}
