/** Assets, their events and the queues of DAGs, as people and the scheduler read them. */
import type { AssetKey, AssetQueue, Json, Micros, RunState } from "@momiji/core";
import type {
  AliasRecord,
  AssetEventFilter,
  AssetEventRecord,
  AssetEventRun,
  AssetFilter,
  AssetRecord,
  QueuedAssetFilter,
  QueuedAssetRecord,
  WatcherRecord,
} from "../asset-store.ts";
import { EVENTS_OF_RUN, eventQueries, queuedAssetsWhere } from "../queries/asset-read-queries.ts";
import type { Connection } from "./connection.ts";
import { SQLITE } from "./dialect.ts";
import { ASSET, ASSET_READ } from "./statements.ts";

type Extra = { readonly [name: string]: Json };

interface AssetRow {
  readonly asset_id: number;
  readonly name: string;
  readonly uri: string;
  readonly asset_group: string;
  readonly extra: string;
  readonly created_at: Micros;
  readonly updated_at: Micros;
}

export function listAssets(db: Connection, filter: AssetFilter): AssetRecord[] {
  return db.read(() => {
    const rows = db.all<AssetRow>("SELECT * FROM asset ORDER BY asset_id");
    const wanted = filter.ids === undefined ? rows : rows.filter((row) => filter.ids?.includes(row.asset_id));
    const records = withReferences(db, wanted);
    return records.filter((asset) => isWanted(asset, filter));
  });
}

function isWanted(asset: AssetRecord, { includeInactive = false, dagIds }: AssetFilter): boolean {
  const named = [...asset.scheduledDags, ...asset.producingTasks, ...asset.consumingTasks].map(({ dagId }) => dagId);
  if (dagIds !== undefined && !named.some((dagId) => dagIds.includes(dagId))) return false;
  return includeInactive || named.length > 0 || asset.aliases.length > 0;
}

type OfAsset<Row> = Row & { readonly asset_id: number };

function withReferences(db: Connection, rows: readonly AssetRow[]): AssetRecord[] {
  const ids = JSON.stringify(rows.map((row) => row.asset_id));
  const by = <Row>(text: string): ((assetId: number) => readonly Row[]) => {
    const groups = Map.groupBy(db.all<OfAsset<Row>>(text, ids), ({ asset_id }) => asset_id);
    return (assetId) => groups.get(assetId) ?? [];
  };
  const dags = by<{ dag_id: string; created_at: Micros }>(ASSET_READ.scheduledDags);
  const tasks = by<{ dag_id: string; task_id: string; role: string; created_at: Micros }>(ASSET_READ.tasks);
  const aliases = by<AliasRow>(ASSET_READ.aliases);
  const watchers = by<WatcherRow>(ASSET_READ.watchers);
  const lastEvents = by<{ event_id: number; at: Micros }>(ASSET_READ.lastEvents);
  return rows.map((row) => {
    const id = row.asset_id;
    const tasksOf = (wanted: "inlet" | "outlet") =>
      tasks(id).flatMap(({ dag_id: dagId, task_id: taskId, role, created_at: since }) =>
        role === wanted ? [{ dagId, taskId, since }] : [],
      );
    const [last] = lastEvents(id);
    return {
      id,
      name: row.name,
      uri: row.uri,
      group: row.asset_group,
      extra: JSON.parse(row.extra) as Extra,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      scheduledDags: dags(id).map(({ dag_id: dagId, created_at: since }) => ({ dagId, since })),
      producingTasks: tasksOf("outlet"),
      consumingTasks: tasksOf("inlet"),
      aliases: aliases(id).map(aliasFromRow),
      watchers: watchers(id).map(watcherFromRow),
      lastEvent: last === undefined ? null : { id: last.event_id, at: last.at },
    };
  });
}

interface AliasRow {
  readonly alias_id: number;
  readonly name: string;
  readonly alias_group: string;
}

function aliasFromRow(row: AliasRow): AliasRecord {
  return { id: row.alias_id, name: row.name, group: row.alias_group };
}

interface WatcherRow {
  readonly name: string;
  readonly created_at: Micros;
  readonly last_event_at: Micros | null;
  readonly failures: number;
  readonly last_error: string | null;
  readonly last_error_at: Micros | null;
}

function watcherFromRow(row: WatcherRow): WatcherRecord {
  return {
    name: row.name,
    createdAt: row.created_at,
    lastEventAt: row.last_event_at,
    failures: row.failures,
    lastError: row.last_error,
    lastErrorAt: row.last_error_at,
  };
}

export function listAssetAliases(db: Connection): AliasRecord[] {
  return db.all<AliasRow>("SELECT alias_id, name, alias_group FROM asset_alias ORDER BY alias_id").map(aliasFromRow);
}

interface EventRow {
  readonly event_id: number;
  readonly asset_id: number;
  readonly at: Micros;
  readonly extra: string;
  readonly source_dag_id: string | null;
  readonly source_run_id: string | null;
  readonly source_task_id: string | null;
  readonly source_map_index: number;
  readonly name: string;
  readonly uri: string;
  readonly asset_group: string;
}

export function listAssetEvents(
  db: Connection,
  filter: AssetEventFilter,
): { events: AssetEventRecord[]; total: number } {
  const { page, count } = eventQueries(filter, SQLITE.numberSet);
  return db.read(() => ({
    events: eventsFromRows(db, db.all<EventRow>(page.text, ...page.values)),
    total: db.get<{ total: number }>(count.text, ...count.values)?.total ?? 0,
  }));
}

export function listLastAssetEvents(
  db: Connection,
  assetIds: readonly number[],
  most: number,
): ReadonlyMap<number, readonly Micros[]> {
  const rows = db.all<OfAsset<{ at: Micros }>>(ASSET_READ.newestEvents, most, JSON.stringify(assetIds));
  const byAsset = Map.groupBy(rows, ({ asset_id }) => asset_id);
  return new Map([...byAsset].map(([assetId, events]) => [assetId, events.map(({ at }) => at)]));
}

export function listEventsOfRun(db: Connection, runKey: number): AssetEventRecord[] {
  return db.read(() => eventsFromRows(db, db.all<EventRow>(EVENTS_OF_RUN, runKey)));
}

interface RunRow {
  readonly event_id: number;
  readonly dag_id: string;
  readonly run_id: string;
  readonly state: RunState;
  readonly start_date: Micros | null;
  readonly end_date: Micros | null;
  readonly logical_date: Micros | null;
  readonly data_interval_start: Micros | null;
  readonly data_interval_end: Micros | null;
  readonly is_newest: number;
}

function eventsFromRows(db: Connection, rows: readonly EventRow[]): AssetEventRecord[] {
  const ids = JSON.stringify(rows.map((row) => row.event_id));
  const runs = Map.groupBy(db.all<RunRow>(ASSET_READ.runsOfEvents, ids), ({ event_id }) => event_id);
  return rows.map((row) => eventFromRow(row, (runs.get(row.event_id) ?? []).map(eventRunFromRow)));
}

function eventFromRow(row: EventRow, runs: readonly AssetEventRun[]): AssetEventRecord {
  const { source_dag_id: dagId, source_run_id: runId, source_task_id: taskId, source_map_index: mapIndex } = row;
  return {
    id: row.event_id,
    assetId: row.asset_id,
    asset: { name: row.name, uri: row.uri },
    group: row.asset_group,
    at: row.at,
    extra: JSON.parse(row.extra) as Extra,
    source: dagId === null || runId === null || taskId === null ? null : { dagId, runId, taskId, mapIndex },
    runs,
  };
}

function eventRunFromRow(row: RunRow): AssetEventRun {
  return {
    dagId: row.dag_id,
    runId: row.run_id,
    state: row.state,
    startDate: row.start_date,
    endDate: row.end_date,
    logicalDate: row.logical_date,
    dataIntervalStart: row.data_interval_start,
    dataIntervalEnd: row.data_interval_end,
    isNewest: row.is_newest === 1,
  };
}

export function loadAssetQueues(db: Connection, dagIds: readonly string[]): Map<string, AssetQueue> {
  return db.read(() => {
    const ids = JSON.stringify(dagIds);
    const throughEventId = db.get<{ newest: number }>(ASSET.selectNewest)?.newest ?? 0;
    const queued = Map.groupBy(
      db.all<AssetKey & { dag_id: string; queued_at: Micros }>(ASSET.selectQueues, ids),
      ofDag,
    );
    const resolved = Map.groupBy(
      db.all<AssetKey & { dag_id: string; alias: string }>(ASSET.selectResolved, ids),
      ofDag,
    );
    const queues = new Map<string, AssetQueue>();
    for (const dagId of dagIds) {
      const aliases: { [alias: string]: AssetKey[] } = {};
      for (const { alias, name, uri } of resolved.get(dagId) ?? []) (aliases[alias] ??= []).push({ name, uri });
      const assets = (queued.get(dagId) ?? []).map(({ name, uri, queued_at }) => ({
        asset: { name, uri },
        queuedAt: queued_at,
      }));
      queues.set(dagId, { queued: assets, aliases, throughEventId });
    }
    return queues;
  });
}

function ofDag({ dag_id }: { readonly dag_id: string }): string {
  return dag_id;
}

export function listQueuedAssets(db: Connection, filter: QueuedAssetFilter): QueuedAssetRecord[] {
  const { text, values } = queuedAssetsWhere(filter);
  const rows = db.all<{ dag_id: string; asset_id: number; queued_at: Micros }>(
    `SELECT dag_id, asset_id, queued_at FROM asset_dag_run_queue${text} ORDER BY dag_id, asset_id`,
    ...values,
  );
  return rows.map((row) => ({ dagId: row.dag_id, assetId: row.asset_id, queuedAt: row.queued_at }));
}
