/** What is answered about assets, in Airflow's words. */
import { z } from "zod";
import { AnyObject, collection, Count, Instant, MapIndex } from "./answer.ts";
import { RunState } from "./dag-answers.ts";

const Since = {
  created_at: Instant.meta({ description: "Since when the DAG's file says so" }),
  updated_at: Instant,
};

const TaskReference = { dag_id: z.string(), task_id: z.string(), ...Since };

export const AssetAliasResponse = z
  .strictObject({ id: z.int(), name: z.string(), group: z.string() })
  .meta({ id: "AssetAliasResponse", description: "A name that tasks resolve to assets while they run." });

const AssetWatcherResponse = z
  .strictObject({
    name: z.string(),
    trigger_id: z.int().meta({ description: "Its place among the watchers of the asset, from 0" }),
    created_date: Instant,
    last_event_at: Instant.nullable().meta({ description: "When it last told of an event" }),
    failures: Count.meta({ description: "Failures since it last went well" }),
    last_error: z.string().nullable(),
    last_error_at: Instant.nullable(),
  })
  .meta({
    id: "AssetWatcherResponse",
    description: "Something outside that is watched, and makes events of the asset.",
  });

export const AssetResponse = z
  .strictObject({
    id: z.int(),
    name: z.string(),
    uri: z.string(),
    group: z.string(),
    extra: AnyObject.meta({ description: "What the DAG's file says beside it" }),
    created_at: Instant,
    updated_at: Instant,
    scheduled_dags: z
      .array(z.strictObject({ dag_id: z.string(), ...Since }).meta({ id: "DagScheduleAssetReference" }))
      .meta({ description: "DAGs that wait for it; of these and the tasks below only those that you may read" }),
    producing_tasks: z.array(z.strictObject(TaskReference).meta({ id: "TaskOutletAssetReference" })),
    consuming_tasks: z.array(z.strictObject(TaskReference).meta({ id: "TaskInletAssetReference" })),
    aliases: z.array(AssetAliasResponse).meta({ description: "Aliases that were resolved to it" }),
    watchers: z.array(AssetWatcherResponse),
    last_asset_event: z
      .strictObject({ id: z.int().min(0).nullable(), timestamp: Instant.nullable() })
      .meta({ id: "LastAssetEventResponse", description: "Both null: there was none yet." }),
  })
  .meta({ id: "AssetResponse", description: "Data that tasks make and DAGs wait for." });

const DagRunAssetReference = z
  .strictObject({
    run_id: z.string(),
    dag_id: z.string(),
    logical_date: Instant.nullable(),
    start_date: Instant.nullable(),
    end_date: Instant.nullable(),
    state: RunState,
    data_interval_start: Instant.nullable(),
    data_interval_end: Instant.nullable(),
    partition_key: z.string().nullable(),
    triggering: z.boolean().meta({ description: "Whether the event was the last that the run waited for" }),
  })
  .meta({ id: "DagRunAssetReference", description: "A run that took an event up." });

export const AssetEventResponse = z
  .strictObject({
    id: z.int(),
    asset_id: z.int(),
    uri: z.string(),
    name: z.string(),
    group: z.string(),
    extra: AnyObject.meta({ description: "What came with the event" }),
    source_task_id: z
      .string()
      .nullable()
      .meta({ description: "Of the task instance that made it; null: it came from elsewhere" }),
    source_dag_id: z.string().nullable(),
    source_run_id: z.string().nullable(),
    source_map_index: MapIndex,
    created_dagruns: z.array(DagRunAssetReference),
    timestamp: Instant,
    partition_key: z.string().nullable(),
  })
  .meta({ id: "AssetEventResponse", description: "An asset has changed." });

export const QueuedEventResponse = z
  .strictObject({
    dag_id: z.string(),
    asset_id: z.int(),
    created_at: Instant.meta({ description: "When the event came" }),
    dag_display_name: z.string(),
  })
  .meta({ id: "QueuedEventResponse", description: "An asset has changed, and a DAG still waits for others." });

export const AssetCollection = collection("AssetCollectionResponse", "assets", AssetResponse);
export const AliasCollection = collection("AssetAliasCollectionResponse", "asset_aliases", AssetAliasResponse);
export const EventCollection = collection("AssetEventCollectionResponse", "asset_events", AssetEventResponse);
export const QueuedEventCollection = collection("QueuedEventCollectionResponse", "queued_events", QueuedEventResponse);
