/** Task instances of all DAGs, page by page. */
import { client } from "../../api/client.ts";
import { type PagedList, pageOf, usePages } from "../../parts/table/use-pages.ts";
import type { TaskInstance } from "./task-instance.ts";
import type { TaskInstancesSearch } from "./task-instances-search.ts";

const PAGE = 50;
const NEWEST = "-run_after";

interface Place {
  readonly cursor: string;
  readonly limit: number;
}

/** One page of the task instances that the address asks for. */
export function readTaskInstances(
  { sort = NEWEST, all: _, cols: __, ...filter }: TaskInstancesSearch,
  place: Place,
  signal?: AbortSignal,
) {
  return client.get("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances", {
    params: { path: { dag_id: "~", dag_run_id: "~" }, query: { ...filter, ...place, order_by: [sort] } },
    ...(signal === undefined ? {} : { signal }),
  });
}

/** All of them, page after page. */
export async function readAllTaskInstances(search: TaskInstancesSearch): Promise<readonly TaskInstance[]> {
  const all: TaskInstance[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const found = await readTaskInstances(search, { cursor, limit: MOST });
    const page = pageOf(found.task_instances, found);
    all.push(...page.rows);
    cursor = page.next;
  }
  return all;
}

/** Of one answer. */
const MOST = 100;

export function useTaskInstanceRows(search: TaskInstancesSearch, enabled: boolean): PagedList<TaskInstance> {
  const { cols: _, ...rows } = search;
  return usePages({
    queryKey: ["taskInstances", rows],
    enabled,
    read: async (cursor, signal) => {
      const found = await readTaskInstances(search, { cursor, limit: PAGE }, signal);
      return pageOf(found.task_instances, found);
    },
  });
}
