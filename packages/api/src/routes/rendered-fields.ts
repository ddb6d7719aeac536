/** What the templates of a task instance became, beside what was written. Beside Airflow's API, which has the first alone. */
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { route, type Route } from "../route.ts";
import { RenderedValues, writtenFields } from "../views/rendered-fields.ts";

export function renderedFieldRoutes(deps: ApiDeps): readonly Route[] {
  const { store, graphs } = deps;
  const rendered = new RenderedValues(deps);
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/rendered",
      operationId: "get_rendered_fields",
      access: { dag: "task_instance", may: "read" },
      schemas: async () => (await import("../schemas/task-instances.ts")).rendered,
      handle: async ({ params, mayDag }) => {
        const { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex } = params;
        const loaded = await store.findRun(dagId, runId);
        const instance = loaded?.instances.find((each) => each.taskId === taskId && each.mapIndex === mapIndex);
        if (loaded === null || instance === undefined)
          throw new ApiError("mapped_instance_not_found", [dagId, runId, taskId, String(mapIndex)]);
        const graph = await graphs.of(dagId, loaded.run.dagVersion);
        const task = graph.tasks[graph.indexOf.get(taskId) ?? -1]?.spec;
        const [values = {}] = await rendered.of([{ runKey: loaded.run.runKey, task, instance }]);
        // What was written is code.
        const isShown = await mayDag(dagId, "code", "read");
        const fields = writtenFields(task).map(([name, written]) => ({
          name,
          ...(isShown ? { template: written } : {}),
          ...(Object.hasOwn(values, name) ? { value: values[name] } : {}),
        }));
        return { fields };
      },
    }),
  ];
}
