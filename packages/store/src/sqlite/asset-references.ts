/** Which DAGs and tasks name which assets: written when a DAG is published, forgotten when it goes. */
import {
  type AssetRef,
  type AssetSpec,
  conditionOf,
  type DagSpec,
  DEFAULT_ASSET_GROUP,
  type Micros,
  refsOf,
} from "@momiji/core";
import { aliasIdOf, assetIdOf } from "./asset-events.ts";
import type { Connection } from "./connection.ts";
import { ASSET } from "./statements.ts";

/**
 * What the DAG waits for from now on. As in Airflow, assets that it waited for before and still does stay in its queue, the
 * others leave it; a new one counts only events from here on.
 */
export function writeReferences(db: Connection, spec: DagSpec, now: Micros): void {
  const { dagId } = spec;
  for (const asset of spec.assets ?? []) refresh(db, asset, now);
  const condition = conditionOf(spec.schedule);
  const waitsFor = condition === null ? [] : refsOf(condition);
  const assetIds = new Set(waitsFor.flatMap((ref) => (ref.kind === "asset" ? [assetIdOf(db, ref, now)] : [])));
  const aliasIds = new Set(waitsFor.flatMap((ref) => (ref.kind === "alias" ? [aliasIdOf(db, ref.name)] : [])));
  const newest = db.get<{ newest: number }>(ASSET.selectNewest)?.newest ?? 0;
  for (const id of assetIds) db.run(ASSET.insertDagAsset, dagId, id, newest, now);
  for (const id of aliasIds) db.run(ASSET.insertDagAlias, dagId, id, newest, now);
  for (const { id } of db.all<{ id: number }>(ASSET.selectDagAssets, dagId))
    if (!assetIds.has(id)) db.run(ASSET.deleteDagAsset, dagId, id);
  for (const { id } of db.all<{ id: number }>(ASSET.selectDagAliases, dagId))
    if (!aliasIds.has(id)) db.run(ASSET.deleteDagAlias, dagId, id);
  db.run(ASSET.deleteUnwanted, dagId, dagId, dagId);
  writeTaskReferences(db, spec, now);
}

/** DAGs that went from their files: nothing waits for their sake any more. */
export function forgetReferences(db: Connection, dagIds: readonly string[]): void {
  if (dagIds.length === 0) return;
  for (const text of ASSET.forget) db.run(text, JSON.stringify(dagIds));
}

function writeTaskReferences(db: Connection, { dagId, tasks }: DagSpec, now: Micros): void {
  db.run(ASSET.deleteTaskAssets, dagId);
  for (const { taskId, inlets = [], outlets = [] } of tasks) {
    const write = (refs: readonly AssetRef[], role: "inlet" | "outlet"): void => {
      for (const ref of refs) {
        if (ref.kind === "asset") db.run(ASSET.insertTaskAsset, dagId, taskId, assetIdOf(db, ref, now), role, now);
        else aliasIdOf(db, ref.name);
      }
    };
    write(inlets, "inlet");
    write(outlets, "outlet");
  }
}

/** The DAG published last says what the group and the extra of an asset are. Its watchers are known from here on. */
function refresh(db: Connection, asset: AssetSpec, now: Micros): void {
  const group = asset.group ?? DEFAULT_ASSET_GROUP;
  const extra = JSON.stringify(asset.extra ?? {});
  const assetId = assetIdOf(db, asset, now);
  db.run(ASSET.update, group, extra, now, assetId, group, extra);
  for (const { name } of asset.watchers ?? []) db.run(ASSET.insertWatcher, assetId, name, now);
}
