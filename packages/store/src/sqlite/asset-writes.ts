/** What people, clients and watchers do to assets: each is one transaction, and tells which queues it changed. */
import type { DagSpec, Json, Micros, WantedWatcher, WatcherReport } from "@momiji/core";
import { type AssetKey, assetId, conditionOf, refsOf } from "@momiji/core";
import type { QueuedAssetFilter } from "../asset-store.ts";
import { queuedAssetsWhere } from "../queries/asset-read-queries.ts";
import { assetIdOf, type QueuedDags, writeEvent } from "./asset-events.ts";
import type { Connection } from "./connection.ts";
import { listDags } from "./dags.ts";
import { ASSET } from "./statements.ts";

/** `eventId` null: there is no such asset. */
export function createAssetEvent(
  db: Connection,
  { id, extra, now }: { id: number; extra: { readonly [name: string]: Json }; now: Micros },
): { eventId: number | null; queued: QueuedDags } {
  return db.write(() => {
    const queued: QueuedDags = new Set();
    const isKnown = db.get("SELECT 1 FROM asset WHERE asset_id = ?", id) !== undefined;
    const eventId = isKnown ? writeEvent(db, { assetId: id, event: { extra, aliases: [] }, now }, queued) : null;
    return { eventId, queued };
  });
}

/** The DAGs that lost something. */
export function deleteQueuedAssets(db: Connection, filter: QueuedAssetFilter): string[] {
  const { text, values } = queuedAssetsWhere(filter);
  const deleted = `DELETE FROM asset_dag_run_queue${text} RETURNING dag_id`;
  return db.write(() => db.all<{ dag_id: string }>(deleted, ...values).map((row) => row.dag_id));
}

/**
 * As in Airflow a watcher runs for the sake of DAGs that wait for its asset and are neither paused nor gone. Several may
 * say the same: the first by id gives the code.
 */
export function listWantedWatchers(db: Connection): WantedWatcher[] {
  return db.read(() => {
    const found = new Map<string, WantedWatcher>();
    const dagIds = db.all<{ dag_id: string }>(ASSET.selectWatchingDags).map((row) => row.dag_id);
    for (const { dagId, spec, bundle } of listDags(db, { dagIds })) {
      for (const { asset, watcher } of watchersOf(spec)) {
        const key = `${assetId(asset)}\n${watcher.name}`;
        if (found.has(key)) continue;
        const cursor = cursorOf(db, asset, watcher.name);
        const everySeconds = watcher.everySeconds ?? null;
        found.set(key, { asset, name: watcher.name, everySeconds, dagId, bundle, cursor });
      }
    }
    return [...found.values()];
  });
}

function watchersOf(spec: DagSpec) {
  const condition = conditionOf(spec.schedule);
  const waitsFor = new Set(
    condition === null ? [] : refsOf(condition).flatMap((r) => (r.kind === "asset" ? assetId(r) : [])),
  );
  return (spec.assets ?? []).flatMap(({ name, uri, watchers = [] }) => {
    const asset: AssetKey = { name, uri };
    return waitsFor.has(assetId(asset)) ? watchers.map((watcher) => ({ asset, watcher })) : [];
  });
}

function cursorOf(db: Connection, { name, uri }: AssetKey, watcher: string): Json {
  const asset = db.get<{ asset_id: number }>(ASSET.select, name, uri);
  const row = asset && db.get<{ cursor: string | null }>(ASSET.selectCursor, asset.asset_id, watcher);
  return row === undefined || row.cursor === null ? null : (JSON.parse(row.cursor) as Json);
}

/** Events and cursor in one transaction: what was seen is neither lost nor told twice. */
export function reportWatcher(db: Connection, report: WatcherReport, now: Micros): QueuedDags {
  return db.write(() => {
    const queued: QueuedDags = new Set();
    const id = assetIdOf(db, report.asset, now);
    for (const { extra } of report.events) writeEvent(db, { assetId: id, event: { extra, aliases: [] }, now }, queued);
    const cursor = report.cursor === undefined ? null : JSON.stringify(report.cursor);
    db.run(ASSET.upsertWatcher, id, report.name, now, cursor, report.events.length === 0 ? null : now);
    return queued;
  });
}

export function reportWatcherFailure(
  db: Connection,
  { asset, name, message }: { asset: AssetKey; name: string; message: string },
  now: Micros,
): void {
  db.write(() => db.run(ASSET.upsertWatcherFailure, assetIdOf(db, asset, now), name, now, message, now));
}
