/** Runs page by page, each page with the tasks that failed in them. */
import type { components } from "@momiji/client";
import { client } from "../../api/client.ts";
import { type ListPage, type PagedList, pageOf, usePages } from "../../parts/table/use-pages.ts";
import { type Run, type RunRow, withFailed } from "./run-row.ts";
import type { RunsSearch } from "./runs-search.ts";

type Tasks = components["schemas"]["TaskInstanceCollectionResponse"];

const PAGE = 50;
const MOST_TASKS = 100;
const NEWEST = "-run_after";

/** What of the address narrows the list, as the query of the API has it. */
export function runFilterOf({ sort: _, all: __, cols: ___, ...filter }: RunsSearch) {
  return filter;
}

interface Wanted {
  /** `~`: of all DAGs. */
  readonly dagId: string;
  readonly search: RunsSearch;
  readonly enabled: boolean;
}

export function useRunRows({ dagId, search, enabled }: Wanted): PagedList<RunRow> {
  return usePages<RunRow>({
    queryKey: ["runs", dagId, runFilterOf(search), search.sort],
    enabled,
    read: (cursor, signal) => readRunRows({ dagId, search }, cursor, signal),
  });
}

/** One page of the runs that the address asks for. */
export async function readRunRows(
  { dagId, search }: Pick<Wanted, "dagId" | "search">,
  cursor: string,
  signal?: AbortSignal,
): Promise<ListPage<RunRow>> {
  const query = { ...runFilterOf(search), cursor, limit: PAGE, order_by: [search.sort ?? NEWEST] };
  const stop = signal === undefined ? {} : { signal };
  const found = await client.get("/api/v2/dags/{dag_id}/dagRuns", {
    params: { path: { dag_id: dagId }, query },
    ...stop,
  });
  return pageOf(withFailed(found.dag_runs, await failedIn(found.dag_runs, stop)), found);
}

async function failedIn(
  runs: readonly Run[],
  stop: { readonly signal?: AbortSignal },
): Promise<Tasks["task_instances"]> {
  const failed = runs.filter(({ state }) => state === "failed");
  if (failed.length === 0) return [];
  const body = {
    dag_ids: [...new Set(failed.map(({ dag_id: id }) => id))],
    dag_run_ids: failed.map(({ dag_run_id: id }) => id),
    state: ["failed"],
    page_limit: MOST_TASKS,
    page_offset: 0,
    order_by: "start_date",
  };
  const path = { dag_id: "~", dag_run_id: "~" } as const;
  const found = await client
    .post("/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/list", { params: { path }, body, ...stop })
    // Whoever may not see tasks sees the runs all the same.
    .catch(() => ({ task_instances: [] }));
  return found.task_instances;
}
