/** Texts that read assets, their events and queues, for every database. */
import type { Query } from "../dialect.ts";
import type { AssetEventFilter, AssetEventOrder, QueuedAssetFilter } from "../asset-store.ts";
import { Conditions } from "./conditions.ts";

/** Parameter of each: asset ids as JSON. */
export function assetReadQueries(numberSet: string) {
  const of = (columns: string, from: string): string =>
    `SELECT ${columns} FROM ${from} WHERE asset_id IN (${numberSet})`;
  return {
    scheduledDags: `${of("asset_id, dag_id, created_at", "dag_asset")} ORDER BY dag_id`,
    tasks: `${of("asset_id, dag_id, task_id, role, created_at", "task_asset")} ORDER BY dag_id, task_id`,
    aliases: `
      SELECT m.asset_id, l.alias_id, l.name, l.alias_group FROM asset_of_alias m
      JOIN asset_alias l ON l.alias_id = m.alias_id WHERE m.asset_id IN (${numberSet}) ORDER BY l.name`,
    watchers: `${of("*", "asset_watcher")} ORDER BY name`,
    lastEvents: `
      SELECT e.asset_id, e.event_id, e.at FROM asset a
      JOIN asset_event e ON e.event_id = (SELECT max(event_id) FROM asset_event WHERE asset_id = a.asset_id)
      WHERE a.asset_id IN (${numberSet})`,
    /** Parameters: how many of each, asset ids as JSON. */
    newestEvents: `
      SELECT e.asset_id, e.at FROM asset a
      JOIN asset_event e ON e.event_id IN
        (SELECT event_id FROM asset_event WHERE asset_id = a.asset_id ORDER BY event_id DESC LIMIT ?)
      WHERE a.asset_id IN (${numberSet}) ORDER BY e.event_id DESC`,
    /** Parameter: event ids as JSON. */
    runsOfEvents: `
      SELECT m.event_id, r.run_key, r.dag_id, r.run_id, r.state, r.start_date, r.end_date, r.logical_date,
        r.data_interval_start, r.data_interval_end,
        (SELECT max(event_id) FROM dag_run_asset_event WHERE run_key = m.run_key) = m.event_id AS is_newest
      FROM dag_run_asset_event m JOIN dag_run r ON r.run_key = m.run_key
      WHERE m.event_id IN (${numberSet}) ORDER BY m.event_id, m.run_key`,
  };
}

const SELECT_EVENTS = `
  SELECT e.event_id, e.asset_id, e.at, e.extra, e.source_dag_id, e.source_run_id, e.source_task_id, e.source_map_index,
    a.name, a.uri, a.asset_group`;
const FROM_EVENTS = `FROM asset_event e JOIN asset a ON a.asset_id = e.asset_id`;

export const EVENTS_OF_RUN = `
  ${SELECT_EVENTS} FROM dag_run_asset_event m JOIN asset_event e ON e.event_id = m.event_id
  JOIN asset a ON a.asset_id = e.asset_id WHERE m.run_key = ? ORDER BY e.event_id`;

const EVENT_ORDERS: { readonly [by in AssetEventOrder]: string } = {
  id: "e.event_id",
  sourceDagId: "e.source_dag_id",
  sourceRunId: "e.source_run_id",
  sourceTaskId: "e.source_task_id",
  sourceMapIndex: "e.source_map_index",
};

const DEFAULT_LIMIT = 100;

/** The page asked for, and how many there are in all. */
export function eventQueries(filter: AssetEventFilter, numberSet: string): { page: Query; count: Query } {
  const conditions = new Conditions();
  const { of } = filter;
  if (of?.kind === "asset") conditions.add("a.name = ? AND a.uri = ?", of.name, of.uri);
  if (of?.kind === "alias") {
    conditions.add(
      `e.event_id IN (SELECT m.event_id FROM asset_event_alias m
        JOIN asset_alias l ON l.alias_id = m.alias_id WHERE l.name = ?)`,
      of.name,
    );
  }
  conditions.addIf(`e.asset_id IN (${numberSet})`, filter.assetIds && JSON.stringify(filter.assetIds));
  conditions.addScope("e.source_dag_id", filter.scope, { orNone: true });
  conditions.addIf("e.source_dag_id = ?", filter.sourceDagId);
  conditions.addIf("e.source_run_id = ?", filter.sourceRunId);
  conditions.addIf("e.source_task_id = ?", filter.sourceTaskId);
  conditions.addIf("e.source_map_index = ?", filter.sourceMapIndex);
  conditions.addIf("e.at > ?", filter.after);
  conditions.addIf("e.at < ?", filter.before);
  const { where, values } = conditions;
  const order = (filter.order ?? []).map(
    ({ by, descending }) => `${EVENT_ORDERS[by]} ${descending ? "DESC" : "ASC"} NULLS LAST`,
  );
  const tie = filter.order?.[0]?.descending === true ? "e.event_id DESC" : "e.event_id";
  return {
    page: {
      text: `${SELECT_EVENTS} ${FROM_EVENTS}${where} ORDER BY ${[...order, tie].join(", ")} LIMIT ? OFFSET ?`,
      values: [...values, filter.limit ?? DEFAULT_LIMIT, filter.offset ?? 0],
    },
    count: { text: `SELECT count(*) AS total ${FROM_EVENTS}${where}`, values },
  };
}

/** `WHERE ...` of a filter of queued assets. */
export function queuedAssetsWhere({ scope, dagId, assetId, before }: QueuedAssetFilter): Query {
  const conditions = new Conditions();
  conditions.addScope("dag_id", scope);
  conditions.addIf("dag_id = ?", dagId);
  conditions.addIf("asset_id = ?", assetId);
  conditions.addIf("queued_at < ?", before);
  return { text: conditions.where, values: conditions.values };
}
