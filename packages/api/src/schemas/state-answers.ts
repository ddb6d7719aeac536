/** What is answered about what tasks and assets keep, in Airflow's words. */
import { z } from "zod";
import { AnyJson, collection, Instant } from "./answer.ts";

export const TaskState = z
  .strictObject({
    key: z.string(),
    value: AnyJson,
    updated_at: Instant,
    expires_at: Instant.nullable().meta({ description: "When it is forgotten; null: never" }),
  })
  .meta({ id: "TaskStateStoreResponse", description: "What a task instance keeps from one attempt to the next." });

export const TaskStates = collection("TaskStateStoreCollectionResponse", "task_state_store", TaskState);

const Writer = z
  .strictObject({
    kind: z.enum(["task", "watcher", "api"]),
    dag_id: z.string().nullable(),
    run_id: z.string().nullable(),
    task_id: z.string().nullable(),
    map_index: z.int().min(-1).nullable(),
  })
  .meta({
    id: "AssetStateStoreLastUpdatedBy",
    description: "Who wrote it last; the task instance only if it was one.",
  });

export const AssetState = z
  .strictObject({ key: z.string(), value: AnyJson, updated_at: Instant, last_updated_by: Writer })
  .meta({ id: "AssetStateStoreResponse", description: "What an asset keeps from one event to the next." });

export const AssetStates = collection("AssetStateStoreCollectionResponse", "asset_state_store", AssetState);
