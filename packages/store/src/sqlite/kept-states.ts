/** What tasks and assets keep: see `kept-state-store.ts`. */
import type { Json, Micros } from "@momiji/core";
import type { KeptAssetState, StatePage, StatePlace, StateWriter, KeptTaskState } from "../kept-state-store.ts";
import { KEPT_STATE_QUERIES as KEPT } from "../queries/kept-state-queries.ts";
import type { Connection } from "./connection.ts";

interface TaskStateRow {
  readonly key: string;
  readonly value: string;
  readonly updated_at: number;
  readonly expires_at: number | null;
}

interface AssetStateRow extends Omit<TaskStateRow, "expires_at"> {
  readonly writer: StateWriter["kind"];
  readonly dag_id: string | null;
  readonly run_id: string | null;
  readonly task_id: string | null;
  readonly map_index: number | null;
}

export function listTaskStates(
  db: Connection,
  { runKey, taskId, mapIndex }: StatePlace,
  { limit, offset, now }: StatePage & { readonly now: Micros },
): { states: KeptTaskState[]; total: number } {
  return db.read(() => ({
    states: db
      .all<TaskStateRow>(KEPT.listTaskStates, runKey, taskId, mapIndex, now, limit, offset)
      .map(taskStateFromRow),
    total: db.get<{ total: number }>(KEPT.countTaskStates, runKey, taskId, mapIndex, now)?.total ?? 0,
  }));
}

export function findTaskState(
  db: Connection,
  { runKey, taskId, mapIndex }: StatePlace,
  { key, now }: { readonly key: string; readonly now: Micros },
): KeptTaskState | null {
  const row = db.get<TaskStateRow>(KEPT.findTaskState, runKey, taskId, mapIndex, now, key);
  return row === undefined ? null : taskStateFromRow(row);
}

export function putTaskState(
  db: Connection,
  { runKey, taskId, mapIndex }: StatePlace,
  { key, value, expiresAt, now }: Omit<KeptTaskState, "updatedAt"> & { readonly now: Micros },
): boolean {
  return db.write(() => {
    if (db.get(KEPT.runExists, runKey) === undefined) return false;
    db.run(KEPT.removeExpired, runKey, taskId, mapIndex, now);
    db.run(KEPT.putTaskState, runKey, taskId, mapIndex, key, JSON.stringify(value), now, expiresAt);
    return true;
  });
}

export function removeTaskStates(
  db: Connection,
  of: Pick<StatePlace, "runKey" | "taskId"> & { readonly mapIndex?: number; readonly key?: string },
): number {
  const [index, key] = [of.mapIndex ?? null, of.key ?? null];
  return db.run(KEPT.removeTaskStates, of.runKey, of.taskId, index, index, key, key);
}

export function listAssetStates(
  db: Connection,
  assetId: number,
  { limit, offset }: StatePage,
): { states: KeptAssetState[]; total: number } {
  return db.read(() => ({
    states: db.all<AssetStateRow>(KEPT.listAssetStates, assetId, limit, offset).map(assetStateFromRow),
    total: db.get<{ total: number }>(KEPT.countAssetStates, assetId)?.total ?? 0,
  }));
}

export function findAssetState(db: Connection, assetId: number, key: string): KeptAssetState | null {
  const row = db.get<AssetStateRow>(KEPT.findAssetState, assetId, key);
  return row === undefined ? null : assetStateFromRow(row);
}

export function putAssetState(
  db: Connection,
  assetId: number,
  { key, value, writer, now }: Omit<KeptAssetState, "updatedAt"> & { readonly now: Micros },
): boolean {
  const by = writer.kind === "task" ? writer : { dagId: null, runId: null, taskId: null, mapIndex: null };
  const place = [writer.kind, by.dagId, by.runId, by.taskId, by.mapIndex];
  return db.run(KEPT.putAssetState, assetId, key, JSON.stringify(value), now, ...place, assetId) > 0;
}

export function removeAssetStates(db: Connection, assetId: number, key?: string): number {
  return db.run(KEPT.removeAssetStates, assetId, key ?? null, key ?? null);
}

function taskStateFromRow(row: TaskStateRow): KeptTaskState {
  return {
    key: row.key,
    value: JSON.parse(row.value) as Json,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
  };
}

function assetStateFromRow(row: AssetStateRow): KeptAssetState {
  const { writer: kind, dag_id: dagId, run_id: runId, task_id: taskId, map_index: mapIndex } = row;
  const writer =
    kind === "task" && dagId !== null && runId !== null && taskId !== null && mapIndex !== null
      ? { kind, dagId, runId, taskId, mapIndex }
      : { kind: kind === "watcher" ? kind : ("api" as const) };
  return { key: row.key, value: JSON.parse(row.value) as Json, updatedAt: row.updated_at, writer };
}
