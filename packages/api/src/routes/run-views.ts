/** What the user interface shows of a run: its attempts along the time. Beside Airflow's API. */
import { setImmediate as letOthersIn } from "node:timers/promises";
import { type DagRun, instanceName, type TaskInstance } from "@momiji/core";
import { ApiError } from "../errors.ts";
import { route, type Route } from "../route.ts";
import { keepable } from "../views/etag.ts";
import { type GanttInput, presentGantt } from "../views/gantt.ts";
import type { ViewDeps } from "./dag-views.ts";

/** Runs that say what is usual. */
const USUAL_RUNS = 10;

export function runViewRoutes({ store, graphs }: ViewDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/gantt",
      operationId: "get_gantt",
      access: { dag: "task_instance", may: "read" },
      schemas: async () => (await import("../schemas/views.ts")).gantt,
      handle: async (call) => {
        const { dag_id: dagId, dag_run_id: runId } = call.params;
        const loaded = await store.findRun(dagId, runId);
        if (loaded === null) throw new ApiError("run_not_found", [dagId, runId]);
        const { run } = loaded;
        const earlier = new Map<string, readonly TaskInstance[]>();
        for (const instance of loaded.instances.filter(({ tryNumber }) => tryNumber > 1)) {
          const { taskId, mapIndex } = instance;
          earlier.set(instanceName(instance), await store.listAttempts(run.runKey, taskId, mapIndex));
        }
        const done = await store.listRuns({ dagId, states: ["success"], limit: USUAL_RUNS + 1 });
        const others = done.filter(({ runKey }) => runKey !== run.runKey).slice(0, USUAL_RUNS);
        return keepable(
          call,
          presentGantt({
            loaded,
            graph: await graphs.of(dagId, run.dagVersion),
            earlier: (instance) => earlier.get(instanceName(instance)) ?? [],
            usual: await marksOf(store, others),
          }),
        );
      },
    }),
  ];
}

/** Of runs that may have thousands of tasks: others have their turn between two. */
async function marksOf(store: ViewDeps["store"], runs: readonly DagRun[]): Promise<GanttInput["usual"]> {
  const usual: GanttInput["usual"][number][] = [];
  for (const run of runs) {
    await letOthersIn();
    usual.push({ run, instances: await store.listInstanceMarks(run.runKey) });
  }
  return usual;
}
