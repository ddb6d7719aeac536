/** What a DAG that waits for assets still waits for. */
import {
  type AssetKey,
  assetId,
  conditionOf,
  explainAssets,
  NOTHING_QUEUED,
  notAllowed,
  type Reason,
  refsOf,
} from "@momiji/core";
import type { DagRecord, Store } from "@momiji/store";

/** Empty: all its assets are there. Undefined: it waits for time alone. */
export async function assetReasonsOf(store: Store, { dagId, spec }: DagRecord): Promise<readonly Reason[] | undefined> {
  const forbidden = conditionOf(spec.schedule) === null ? null : notAllowed(spec, "asset_triggered");
  if (forbidden !== null) return [forbidden];
  const queue = (await store.loadAssetQueues([dagId])).get(dagId) ?? NOTHING_QUEUED;
  const assets = await store.listAssets({ dagIds: [dagId], includeInactive: true });
  const lastEvents = new Map(assets.map((asset) => [assetId(asset), asset.lastEvent?.at ?? null]));
  const lastEventAt = (asset: AssetKey): number | null => lastEvents.get(assetId(asset)) ?? null;
  const explained = explainAssets(spec, { queue, lastEventAt });
  if (explained === null) return undefined;
  const { code, text, remedy, has, waitsFor } = explained;
  if (waitsFor === null) return [];
  const missing = refsOf(waitsFor).map(({ name }) => name);
  return [{ code, text, remedy, details: { has: has.map(({ name }) => name), missing } }];
}
