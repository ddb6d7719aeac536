/** Events of assets as they come, the queues of DAGs that wait for them, and the runs that take them up. */
import { type AssetSpec, DEFAULT_ASSET_GROUP, type Micros, type NewAssetEvent } from "@momiji/core";
import type { TaskAssetEvents } from "../asset-store.ts";
import type { Connection } from "./connection.ts";
import { ASSET } from "./statements.ts";

/** DAGs in whose queues something changed; who listens is told after the commit. */
export type QueuedDags = Set<string>;

/** Within the caller's transaction: one that fails takes its events back, and one that is repeated adds none. */
export function writeTaskEvents(
  db: Connection,
  { runKey, told, now }: { runKey: number; told: readonly TaskAssetEvents[]; now: Micros },
  queued: QueuedDags,
): void {
  for (const { taskId, mapIndex, attemptId, events } of told) {
    events.forEach((event, ordinal) => {
      const assetId = assetIdOf(db, event.asset, now);
      const extra = JSON.stringify(event.extra);
      const values = [assetId, now, extra, attemptId, ordinal, taskId, mapIndex, runKey] as const;
      const written = db.get<{ event_id: number }>(ASSET.insertTaskEvent, ...values);
      if (written !== undefined) spread(db, { assetId, eventId: written.event_id, event, now }, queued);
    });
  }
}

/** An event that no task made. */
export function writeEvent(
  db: Connection,
  { assetId, event, now }: { assetId: number; event: Pick<NewAssetEvent, "extra" | "aliases">; now: Micros },
  queued: QueuedDags,
): number {
  const written = db.get<{ event_id: number }>(ASSET.insertEvent, assetId, now, JSON.stringify(event.extra));
  if (written === undefined) throw new Error("an event was not written");
  spread(db, { assetId, eventId: written.event_id, event, now }, queued);
  return written.event_id;
}

interface Written {
  readonly assetId: number;
  readonly eventId: number;
  readonly event: Pick<NewAssetEvent, "aliases">;
  readonly now: Micros;
}

/** To the queues of all DAGs that wait for the asset, or for an alias through which it came. */
function spread(db: Connection, { assetId, eventId, event, now }: Written, queued: QueuedDags): void {
  for (const row of db.all<{ dag_id: string }>(ASSET.queueByAsset, now, eventId, assetId)) queued.add(row.dag_id);
  for (const alias of event.aliases) {
    const aliasId = aliasIdOf(db, alias);
    db.run(ASSET.resolveAlias, aliasId, assetId);
    db.run(ASSET.insertEventAlias, aliasId, eventId);
    for (const row of db.all<{ dag_id: string }>(ASSET.queueByAlias, assetId, now, eventId, aliasId))
      queued.add(row.dag_id);
  }
}

/** A run by assets was born: it takes up the events up to there, and its DAG's queue is emptied of them. */
export function consumeEvents(
  db: Connection,
  { runKey, dagId, through }: { runKey: number; dagId: string; through: number },
): void {
  db.run(ASSET.consume, runKey, dagId, through, runKey, dagId, through);
  db.run(ASSET.moveSince, through, dagId);
  db.run(ASSET.moveSinceOfAliases, through, dagId);
  db.run(ASSET.emptyQueue, dagId, through);
}

/** The asset's number; one that nobody named before is made. What is known of an asset stays as its DAGs say. */
export function assetIdOf(db: Connection, { name, uri, group, extra }: AssetSpec, now: Micros): number {
  const known = db.get<{ asset_id: number }>(ASSET.select, name, uri);
  if (known !== undefined) return known.asset_id;
  const values = [name, uri, group ?? DEFAULT_ASSET_GROUP, JSON.stringify(extra ?? {}), now, now] as const;
  const made = db.get<{ asset_id: number }>(ASSET.insert, ...values);
  if (made === undefined) throw new Error(`asset ${name} was neither found nor made`);
  return made.asset_id;
}

export function aliasIdOf(db: Connection, name: string): number {
  const found =
    db.get<{ alias_id: number }>(ASSET.selectAlias, name) ?? db.get<{ alias_id: number }>(ASSET.insertAlias, name);
  if (found === undefined) throw new Error(`alias ${name} was neither found nor made`);
  return found.alias_id;
}
