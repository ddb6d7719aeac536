/** DAGs that a command names where it acts on a server elsewhere: what the server tells of them. */
import type { components, MomijiClient } from "@momiji/client";
import type { CommandContext } from "../../context.ts";
import { connectElsewhere } from "../../server/connect.ts";
import type { PlaceOptions } from "../../server/place.ts";
import { namesFile } from "./find-dag.ts";

export interface RemoteDag {
  readonly client: MomijiClient;
  readonly dagId: string;
}

/** Null: a file is named, or a DAG of a home. @throws CliError */
export async function remoteDag(
  context: CommandContext,
  options: PlaceOptions,
  named: string,
): Promise<RemoteDag | null> {
  if (namesFile(context, named)) return null;
  const client = await connectElsewhere(context, options);
  return client === null ? null : { client, dagId: named };
}

export interface ShownTask {
  readonly taskId: string;
  readonly operator: string;
  readonly triggerRule: string;
  readonly upstream: readonly string[];
  readonly retries: number;
  readonly pool: string;
}

/** Its tasks, with their edges upwards. @throws CliError */
export async function remoteTasks({ client, dagId }: RemoteDag): Promise<readonly ShownTask[]> {
  const { tasks } = await client.get("/api/v2/dags/{dag_id}/tasks", { params: { path: { dag_id: dagId } } });
  const upstream = new Map(tasks.map(({ task_id }) => [task_id, [] as string[]]));
  for (const { task_id, downstream_task_ids: below } of tasks)
    for (const taskId of below) upstream.get(taskId)?.push(task_id);
  return tasks.map((task) => shownTask(task, upstream.get(task.task_id) ?? []));
}

function shownTask(task: components["schemas"]["TaskResponse"], upstream: readonly string[]): ShownTask {
  const { task_id: taskId, operator_name: operator, trigger_rule: triggerRule, retries, pool } = task;
  return { taskId, operator, triggerRule, upstream, retries, pool };
}
