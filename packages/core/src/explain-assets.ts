/** What a DAG that waits for assets still waits for, in words: found by the same function that decides. */
import { type AssetCondition, type AssetKey, refsOf } from "./asset.ts";
import { remainderOf } from "./asset-condition.ts";
import { type AssetQueue, conditionOf } from "./asset-run.ts";
import type { DagSpec } from "./dag-spec.ts";
import { isoZ, type Micros } from "./instant.ts";

export interface AssetExplanation {
  /** Null: everything is there, so that assets are not what keeps it waiting. */
  readonly waitsFor: AssetCondition | null;
  readonly has: readonly AssetKey[];
  readonly code: "assets";
  /** `DAG x waits for assets: b (last event 2026-03-01T00:00:00Z); has: a`. */
  readonly text: string;
  readonly remedy: string;
}

/** `lastEventAt`: when an asset of the condition last had an event, in the DAG's queue or not; null: never. */
export interface AssetsAround {
  readonly queue: AssetQueue;
  readonly lastEventAt: (asset: AssetKey) => Micros | null;
}

/** Null: the DAG does not wait for assets. */
export function explainAssets(spec: DagSpec, { queue, lastEventAt }: AssetsAround): AssetExplanation | null {
  const condition = conditionOf(spec.schedule);
  if (condition === null) return null;
  const has = queue.queued.map(({ asset }) => asset);
  const waitsFor = remainderOf(condition, { changed: has, aliases: queue.aliases });
  const hasWords = has.length === 0 ? "none" : has.map(({ name }) => name).join(", ");
  const base = { waitsFor, has, code: "assets" } as const;
  if (waitsFor === null) {
    const text = `DAG ${spec.dagId} has all the assets that it waits for: ${hasWords}`;
    return { ...base, text, remedy: "nothing: its run follows once nothing else holds the DAG" };
  }
  const missing = wordsOf(waitsFor, (asset) => lastWords(lastEventAt(asset)));
  return {
    ...base,
    text: `DAG ${spec.dagId} waits for assets: ${missing}; has: ${hasWords}`,
    remedy: `run what produces ${namesOf(waitsFor)}, or \`momiji assets materialize\` one of them`,
  };
}

function lastWords(at: Micros | null): string {
  return at === null ? "no event yet" : `last event ${isoZ(at)}`;
}

/** `a (…) and (b (…) or c (…))`. */
function wordsOf(condition: AssetCondition, of: (asset: AssetKey) => string, isInner = false): string {
  if (!("of" in condition)) {
    const { kind, name } = condition;
    return kind === "asset" ? `${name} (${of(condition)})` : `any asset of the alias ${name}`;
  }
  const parts = condition.of.map((part) => wordsOf(part, of, true));
  const words = parts.join(condition.kind === "all" ? " and " : " or ");
  return isInner ? `(${words})` : words;
}

function namesOf(condition: AssetCondition): string {
  return refsOf(condition)
    .map(({ name }) => name)
    .join(", ");
}
