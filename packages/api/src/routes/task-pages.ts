/** A task instance with all that people ask of it first, as one answer. Beside Airflow's API. */
import type { TaskInstance } from "@momiji/core";
import type { ApiDeps } from "../api-deps.ts";
import { Explainer } from "../explain/explainer.ts";
import { presentTaskExplanation } from "../explain/present-explanation.ts";
import { route, type Route } from "../route.ts";
import { presentOutcome } from "../views/attempt-outcome.ts";
import { outputsOf } from "../views/outputs.ts";
import { RenderedValues } from "../views/rendered-fields.ts";
import { ShownXComs } from "../views/shown-xcoms.ts";
import { failureOf } from "./failure.ts";
import { allAttempts, bodiesOf, type InstanceDeps, knownInstance, presentTries } from "./task-instances.ts";

/** States in which nobody asks why it does not run. */
const NO_WHY: ReadonlySet<TaskInstance["state"]> = new Set(["running", "restarting", "success", "failed", "removed"]);

export function taskPageRoutes(api: ApiDeps): readonly Route[] {
  const deps: InstanceDeps = { ...api, rendered: new RenderedValues(api) };
  const explainer = new Explainer(deps);
  const shown = new ShownXComs(deps);
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}",
      operationId: "get_task_page",
      access: { dag: "task_instance", may: "read" },
      schemas: async () => (await import("../schemas/log-views.ts")).taskPage,
      handle: async ({ params, dags, mayDag }) => {
        const { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex } = params;
        const names = { dag_id: dagId, dag_run_id: runId, task_id: taskId };
        const found = await knownInstance(deps, {
          params: mapIndex < 0 ? names : { ...names, map_index: String(mapIndex) },
          query: {},
          dags,
        });
        const [task] = await bodiesOf(deps, [found]);
        const attempts = await allAttempts(deps, found);
        const { state, tryNumber } = found.instance;
        const graph = await deps.graphs.of(dagId, found.run.dagVersion);
        const spec = graph.tasks[graph.indexOf.get(taskId) ?? -1]?.spec;
        const name = { dagId, runId, taskId, mapIndex };
        const isTold = state === "failed" && (await mayDag(dagId, "log", "read"));
        const isShown = state === "success" && (await mayDag(dagId, "xcom", "read"));
        return {
          task,
          tries: await presentTries(deps, found, attempts),
          outcomes: attempts.map((attempt, at) =>
            presentOutcome({ attempt, task: spec, isLast: at === attempts.length - 1 }),
          ),
          failure: isTold ? await failureOf(deps, { ...name, tryNumber }, mayDag) : null,
          outputs: isShown ? await outputsOf({ store: deps.store, shown }, found, dags) : null,
          why: NO_WHY.has(state) ? null : presentTaskExplanation(await explainer.task(name, dags)),
        };
      },
    }),
  ];
}
