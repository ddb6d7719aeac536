/** Assets belong to no DAG, but name many: only those that whoever asks may see. */
import type { AssetEventRecord, AssetRecord, DagScope, Store } from "@momiji/store";

export async function assetsInScope(
  store: Store,
  assets: readonly AssetRecord[],
  scope: DagScope,
): Promise<AssetRecord[]> {
  const named = assets.flatMap(({ scheduledDags, producingTasks, consumingTasks }) =>
    [...scheduledDags, ...producingTasks, ...consumingTasks].map(({ dagId }) => dagId),
  );
  const visible = await store.dagsInScope([...new Set(named)], scope);
  const isVisible = ({ dagId }: { readonly dagId: string }): boolean => visible.has(dagId);
  return assets.map((asset) => ({
    ...asset,
    scheduledDags: asset.scheduledDags.filter(isVisible),
    producingTasks: asset.producingTasks.filter(isVisible),
    consumingTasks: asset.consumingTasks.filter(isVisible),
  }));
}

/** Events whose source may not be seen are not here; of the others the runs that may. */
export async function eventsInScope(
  store: Store,
  events: readonly AssetEventRecord[],
  scope: DagScope,
): Promise<AssetEventRecord[]> {
  const named = events.flatMap(({ source, runs }) => [...(source === null ? [] : [source]), ...runs]);
  const visible = await store.dagsInScope([...new Set(named.map(({ dagId }) => dagId))], scope);
  return events
    .filter(({ source }) => source === null || visible.has(source.dagId))
    .map((event) => ({ ...event, runs: event.runs.filter(({ dagId }) => visible.has(dagId)) }));
}
