/** Whether the assets that have changed are those that a DAG waits for (Airflow's `AssetEvaluator`). */
import { type AssetCondition, assetId, type AssetKey, type AssetRef } from "./asset.ts";

/** What has changed since a DAG's last run by assets. */
export interface AssetStatus {
  readonly changed: readonly AssetKey[];
  /** The assets that each alias of the condition was resolved to so far; none: nobody did yet. */
  readonly aliases: { readonly [alias: string]: readonly AssetKey[] };
}

export function isConditionMet(condition: AssetCondition, status: AssetStatus): boolean {
  return remainderOf(condition, status) === null;
}

/** The part of the condition that is not met; null: it is met. */
export function remainderOf(condition: AssetCondition, status: AssetStatus): AssetCondition | null {
  const changed = new Set(status.changed.map(assetId));
  const isMet = (ref: AssetRef): boolean =>
    ref.kind === "asset"
      ? changed.has(assetId(ref))
      : (status.aliases[ref.name] ?? []).some((asset) => changed.has(assetId(asset)));
  const rest = (part: AssetCondition): AssetCondition | null => {
    if (!("of" in part)) return isMet(part) ? null : part;
    const open = part.of.map(rest);
    if (part.kind === "any" && open.includes(null)) return null;
    const left = open.filter((each) => each !== null);
    if (left.length <= 1) return left[0] ?? null;
    return { kind: part.kind, of: left };
  };
  return rest(condition);
}
