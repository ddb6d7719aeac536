/** Why an attempt has failed, as one answer. Beside Airflow's API. */
import type { DagRun, LogRecord, TaskInstance } from "@momiji/core";
import type { LoadedRun } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import type { LogName } from "../log-reader.ts";
import { route, type Route } from "../route.ts";
import { presentFailure } from "../views/failure.ts";

/** Lines around the error. */
const AROUND = 20;

/** Runs that are looked at for the same failure, and for the last success. */
const RUNS = 20;

export function failureRoutes(deps: ApiDeps): readonly Route[] {
  const { store, graphs } = deps;
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/failure",
      operationId: "get_failure",
      access: { dag: "log", may: "read" },
      schemas: async () => (await import("../schemas/log-views.ts")).failure,
      handle: async ({ params }) => {
        const {
          dag_id: dagId,
          dag_run_id: runId,
          task_id: taskId,
          map_index: mapIndex,
          try_number: tryNumber,
        } = params;
        const loaded = await store.findRun(dagId, runId);
        if (loaded === null) throw new ApiError("run_not_found", [dagId, runId]);
        const name: LogName = { dagId, runId, taskId, mapIndex, tryNumber };
        const attempt = await attemptOf(deps, loaded, name);
        const failed = await store.listRuns({ dagId, states: ["failed"], limit: RUNS });
        return presentFailure({
          run: loaded.run,
          graph: await graphs.of(dagId, loaded.run.dagVersion),
          attempt,
          excerpt: await excerptOf(deps, name),
          lastSuccess: await lastSuccess(deps, loaded.run, taskId),
          failed: await store.loadRuns(failed.map(({ runKey }) => runKey).filter((key) => key !== loaded.run.runKey)),
        });
      },
    }),
  ];
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

/** Up to the last line that says an error, and as many before it; without one the last lines. */
async function excerptOf({ logs }: ApiDeps, name: LogName): Promise<readonly LogRecord[]> {
  if (logs === undefined) return [];
  let last: LogRecord[] = [];
  let kept: readonly LogRecord[] = [];
  for await (const batch of logs.read(name, 1)) {
    for (const record of batch) {
      last.push(record);
      if (last.length > AROUND) last = last.slice(-AROUND);
      if (record.level === "error" || record.source === "stderr") kept = [...last];
    }
  }
  return kept.length > 0 ? kept : last;
}

async function lastSuccess({ store }: ApiDeps, run: DagRun, taskId: string): Promise<DagRun | null> {
  const runs = await store.listRuns({ dagId: run.dagId, states: ["success", "failed"], limit: RUNS });
  const before = runs.filter(({ runKey, runAfter }) => runKey !== run.runKey && runAfter <= run.runAfter);
  const loaded = await store.loadRuns(before.map(({ runKey }) => runKey));
  const good = loaded.filter(({ instances }) =>
    instances.some((each) => each.taskId === taskId && each.state === "success"),
  );
  return good.toSorted((a, b) => b.run.runAfter - a.run.runAfter || b.run.runKey - a.run.runKey)[0]?.run ?? null;
}
