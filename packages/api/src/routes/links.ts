/** Where else a task instance can be looked at: Airflow's extra links, and logs outside. */
import type { TaskInstance } from "@momiji/core";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { route, type Route } from "../route.ts";

const TASK = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}";

interface TaskPath {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
}

export function linkRoutes({ store }: ApiOptions): readonly Route[] {
  return [
    // Operators here have no links of their own.
    route({
      method: "GET",
      path: `${TASK}/links`,
      operationId: "get_extra_links",
      access: { dag: "task_instance", may: "read" },
      schemas: async () => (await import("../schemas/task-instances.ts")).links,
      handle: async ({ params, query }) => {
        await knownInstance(store, params, query.map_index);
        return { extra_links: {}, total_entries: 0 };
      },
    }),
    // Logs are read through this server, whatever keeps them.
    route({
      method: "GET",
      path: `${TASK}/externalLogUrl/{try_number}`,
      operationId: "get_external_log_url",
      access: { dag: "task_instance", may: "read" },
      schemas: async () => (await import("../schemas/task-instances.ts")).externalLog,
      handle: async ({ params, query }) => {
        await knownInstance(store, params, query.map_index);
        throw new ApiError("no_external_logs");
      },
    }),
  ];
}

/** @throws ApiError `instance_gone` */
async function knownInstance(store: ApiOptions["store"], path: TaskPath, mapIndex: number): Promise<TaskInstance> {
  const found = await store.findRun(path.dag_id, path.dag_run_id);
  const instance = found?.instances.find((each) => each.taskId === path.task_id && each.mapIndex === mapIndex);
  if (instance === undefined) throw new ApiError("instance_gone");
  return instance;
}
