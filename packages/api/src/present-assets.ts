/** Assets as JSON in Airflow's shapes. */
import type { AliasRecord, AssetEventRecord, AssetEventRun, AssetRecord, TaskReference } from "@momiji/store";
import { presentInstant } from "./present.ts";

export function presentAsset(asset: AssetRecord) {
  return {
    id: asset.id,
    name: asset.name,
    uri: asset.uri,
    group: asset.group,
    extra: asset.extra,
    created_at: presentInstant(asset.createdAt),
    updated_at: presentInstant(asset.updatedAt),
    scheduled_dags: asset.scheduledDags.map(({ dagId, since }) => ({ dag_id: dagId, ...sinceOf(since) })),
    producing_tasks: asset.producingTasks.map(presentTask),
    consuming_tasks: asset.consumingTasks.map(presentTask),
    aliases: asset.aliases.map(presentAlias),
    watchers: asset.watchers.map((watcher, index) => ({
      name: watcher.name,
      trigger_id: index,
      created_date: presentInstant(watcher.createdAt),
      last_event_at: presentInstant(watcher.lastEventAt),
      failures: watcher.failures,
      last_error: watcher.lastError,
      last_error_at: presentInstant(watcher.lastErrorAt),
    })),
    last_asset_event: { id: asset.lastEvent?.id ?? null, timestamp: presentInstant(asset.lastEvent?.at ?? null) },
  };
}

function sinceOf(since: number) {
  return { created_at: presentInstant(since), updated_at: presentInstant(since) };
}

function presentTask({ dagId, taskId, since }: TaskReference) {
  return { dag_id: dagId, task_id: taskId, ...sinceOf(since) };
}

export function presentAlias({ id, name, group }: AliasRecord) {
  return { id, name, group };
}

export function presentAssetEvent(event: AssetEventRecord) {
  return {
    id: event.id,
    asset_id: event.assetId,
    uri: event.asset.uri,
    name: event.asset.name,
    group: event.group,
    extra: event.extra,
    source_task_id: event.source?.taskId ?? null,
    source_dag_id: event.source?.dagId ?? null,
    source_run_id: event.source?.runId ?? null,
    source_map_index: event.source?.mapIndex ?? -1,
    created_dagruns: event.runs.map(presentEventRun),
    timestamp: presentInstant(event.at),
    partition_key: null,
  };
}

function presentEventRun(run: AssetEventRun) {
  return {
    run_id: run.runId,
    dag_id: run.dagId,
    logical_date: presentInstant(run.logicalDate),
    start_date: presentInstant(run.startDate),
    end_date: presentInstant(run.endDate),
    state: run.state,
    data_interval_start: presentInstant(run.dataIntervalStart),
    data_interval_end: presentInstant(run.dataIntervalEnd),
    partition_key: null,
    triggering: run.isNewest,
  };
}
