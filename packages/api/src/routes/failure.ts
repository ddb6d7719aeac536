/** Why an attempt has failed, as one answer. Beside Airflow's API. */
import type { DagRun, TaskInstance } from "@momiji/core";
import { type LoadedRun, onlyDag } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import type { LogName } from "../log-reader.ts";
import { type Call, route, type Route } from "../route.ts";
import { blockedDags } from "../views/blocked-dags.ts";
import { blockedTasks, type FailureInput, presentFailure } from "../views/failure.ts";
import { lastLines, lastOf } from "../views/log-lines.ts";

/** Lines around the error. */
const AROUND = 20;

/** Failures of the task that are looked at for the same one. */
const OTHERS = 100;

export function failureRoutes(deps: ApiDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/failure",
      operationId: "get_failure",
      access: { dag: "log", may: "read" },
      schemas: async () => (await import("../schemas/log-views.ts")).failure,
      handle: async ({ params, mayDag }) => {
        const {
          dag_id: dagId,
          dag_run_id: runId,
          task_id: taskId,
          map_index: mapIndex,
          try_number: tryNumber,
        } = params;
        return failureOf(deps, { dagId, runId, taskId, mapIndex, tryNumber }, mayDag);
      },
    }),
  ];
}

/** @throws ApiError `run_not_found`, `log_not_found` */
export async function failureOf(deps: ApiDeps, name: LogName, mayDag: Call["mayDag"]) {
  const { dagId, runId, taskId, mapIndex, tryNumber } = name;
  const loaded = await deps.store.findRun(dagId, runId);
  if (loaded === null) throw new ApiError("run_not_found", [dagId, runId]);
  const { run, instances } = loaded;
  const attempt = await attemptOf(deps, loaded, name);
  const graph = await deps.graphs.of(dagId, run.dagVersion);
  const taskIds = [taskId, ...blockedTasks(graph, taskId)];
  return presentFailure({
    run,
    graph,
    attempt,
    instances,
    ...(tryNumber === 0 ? NO_LOG : await excerptOf(deps, name)),
    lastSuccess: await lastSuccess(deps, run, taskId),
    others: await others(deps, run, taskId),
    earlier: tryNumber < 2 ? [] : (await deps.store.listAttempts(run.runKey, taskId, mapIndex)).filter(isBefore(name)),
    blockedDags: await blockedDags(deps.store, { graph, taskIds }, { mayDag }),
  });
}

function isBefore({ tryNumber }: LogName): (each: TaskInstance) => boolean {
  return (each) => each.tryNumber > 0 && each.tryNumber < tryNumber;
}

/** @throws ApiError `log_not_found` if there is no such attempt, or it has not failed */
async function attemptOf({ store }: ApiDeps, { run, instances }: LoadedRun, name: LogName): Promise<TaskInstance> {
  const { taskId, mapIndex, tryNumber } = name;
  const current = instances.find((each) => each.taskId === taskId && each.mapIndex === mapIndex);
  const attempt =
    current?.tryNumber === tryNumber
      ? current
      : (await store.listAttempts(run.runKey, taskId, mapIndex)).find((each) => each.tryNumber === tryNumber);
  if (attempt === undefined || attempt.state === "success" || attempt.state === "skipped")
    throw new ApiError("log_not_found");
  return attempt;
}

/** Lines from the end in which an error is looked for. */
const LOOKED_AT = 50_000;

type Excerpt = Pick<FailureInput, "excerpt" | "lines">;

const NO_LOG: Excerpt = { excerpt: [], lines: 0 };

/** Up to the last line that says an error, and as many before it; without one the last lines. */
async function excerptOf({ logs }: ApiDeps, name: LogName): Promise<Excerpt> {
  if (logs === undefined) return NO_LOG;
  const count = await lastOf(logs, name);
  let last = count;
  for await (const batch of logs.read(name, Math.max(1, count - LOOKED_AT)))
    for (const { seq, level, source } of batch) if (level === "error" || source === "stderr") last = seq;
  return { excerpt: await lastLines(logs, name, { before: last + 1, count: AROUND, filter: {} }), lines: count };
}

const NEWEST = [{ by: "run_after", descending: true }] as const;

async function lastSuccess({ store, graphs }: ApiDeps, run: DagRun, taskId: string) {
  const { dagId, runAfter, runKey } = run;
  const { rows } = await store.listTaskInstancesPage({
    filter: { dagIds: [dagId], taskIds: [taskId], states: ["success"], runAfter: { lte: runAfter } },
    page: { order: NEWEST, limit: 2 },
    scope: onlyDag(dagId),
  });
  const found = rows.find((row) => row.run.runKey !== runKey);
  const [loaded] = found === undefined ? [] : await store.loadRuns([found.run.runKey]);
  if (found === undefined || loaded === undefined) return null;
  return { run: loaded.run, graph: await graphs.of(dagId, loaded.run.dagVersion), worker: found.instance.worker };
}

/** One for each other run: of a mapped task any instance that failed. */
async function others({ store }: ApiDeps, { dagId, runKey }: DagRun, taskId: string): Promise<readonly TaskInstance[]> {
  const { rows } = await store.listTaskInstancesPage({
    filter: { dagIds: [dagId], taskIds: [taskId], states: ["failed", "upstream_failed"] },
    page: { order: NEWEST, limit: OTHERS },
    scope: onlyDag(dagId),
  });
  const byRun = Map.groupBy(rows, ({ run }) => run.runKey);
  byRun.delete(runKey);
  return [...byRun.values()].flatMap(([first]) => (first === undefined ? [] : [first.instance]));
}
