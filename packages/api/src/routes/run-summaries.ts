/** A run in short, and the logs of all its tasks together. Beside Airflow's API. */
import { type DagRun, instanceName, type TaskInstance } from "@momiji/core";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { usualMicros } from "../preview/reach.ts";
import { route, type Route } from "../route.ts";
import { blockedDags } from "../views/blocked-dags.ts";
import { FailureHeadlines } from "../views/failure-headline.ts";
import { codeOfFailure } from "../views/failure-words.ts";
import { blockedTasks } from "../views/failure.ts";
import { searchRunLogs } from "../views/run-log-search.ts";
import { presentRunSummary } from "../views/run-summary.ts";

const RUN = "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}";

interface Names {
  readonly dag_id: string;
  readonly dag_run_id: string;
}

/** Failures whose logs are looked into. */
const MOST_HEADLINES = 10;

export function runSummaryRoutes({ store, graphs, logs }: ApiDeps): readonly Route[] {
  const headlines = new FailureHeadlines(logs);
  const knownRun = async ({ dag_id: dagId, dag_run_id: runId }: Names) => {
    const loaded = await store.findRun(dagId, runId);
    if (loaded === null) throw new ApiError("run_not_found", [dagId, runId]);
    return loaded;
  };
  return [
    route({
      method: "GET",
      path: `${RUN}/summary`,
      operationId: "get_run_summary",
      access: { dag: "task_instance", may: "read" },
      schemas: async () => (await import("../schemas/overviews.ts")).runSummary,
      handle: async ({ params, query: { task_id: only }, mayDag }) => {
        const loaded = await knownRun(params);
        const { run } = loaded;
        const instances = loaded.instances.filter(({ taskId }) => only === undefined || taskId === only);
        const graph = await graphs.of(run.dagId, run.dagVersion);
        const failed = instances.filter(({ state }) => state === "failed");
        const taskIds = [...new Set(failed.flatMap(({ taskId }) => [taskId, ...blockedTasks(graph, taskId)]))];
        const mayReadLogs = failed.length > 0 && (await mayDag(run.dagId, "log", "read"));
        return presentRunSummary({
          loaded: { ...loaded, instances },
          graph,
          usualMicros: await usualMicros(store, run.dagId),
          blockedDags: await blockedDags(store, { graph, taskIds }, { mayDag }),
          headlines: await headlinesOf(run, mayReadLogs ? failed : [], headlines),
        });
      },
    }),
    route({
      method: "GET",
      path: `${RUN}/logs/search`,
      operationId: "search_run_logs",
      access: { dag: "log", may: "read" },
      schemas: async () => (await import("../schemas/overviews.ts")).runLogs,
      handle: async ({ params, query }) => {
        const { run, instances } = await knownRun(params);
        const { q, level: levels, from, limit } = query;
        const wanted = { text: q, levels, from: from ?? 0, limit };
        if (logs === undefined) return { hits: [], total: 0, logs: 0, truncated: false };
        return searchRunLogs(logs, { dagId: run.dagId, runId: run.runId, instances }, wanted);
      },
    }),
  ];
}

/** By the names of their instances what commands said before they ended with an exit code, which alone says nothing. */
async function headlinesOf({ dagId, runId }: DagRun, failed: readonly TaskInstance[], headlines: FailureHeadlines) {
  const told = failed.filter((instance) => codeOfFailure(instance) === "exit_code").slice(0, MOST_HEADLINES);
  const lines = told.map(async (instance) => {
    const { attemptId, taskId, mapIndex, tryNumber } = instance;
    const name = { dagId, runId, taskId, mapIndex, tryNumber };
    return [
      instanceName(instance),
      attemptId === null ? null : await headlines.of(attemptId, name, "exit_code"),
    ] as const;
  });
  return new Map(await Promise.all(lines));
}
