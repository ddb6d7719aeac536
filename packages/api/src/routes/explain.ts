/** Why something does not run: our answer with reasons and remedies, and Airflow's with dependencies. */
import type { DagScope } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { Explainer } from "../explain/explainer.ts";
import {
  presentDagExplanation,
  presentDependencies,
  presentRunExplanation,
  presentTaskExplanation,
} from "../explain/present-explanation.ts";
import { route, type Route } from "../route.ts";

interface TaskCall {
  readonly params: {
    readonly dag_id: string;
    readonly dag_run_id: string;
    readonly task_id: string;
    readonly map_index?: number;
  };
  readonly query: { readonly map_index?: number };
  readonly dags: DagScope;
}

export function explainRoutes(options: ApiOptions): readonly Route[] {
  const explainer = new Explainer(options);
  const explained = ({ params, query, dags }: TaskCall) => {
    const { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex = query.map_index ?? -1 } = params;
    return explainer.task({ dagId, runId, taskId, mapIndex }, dags);
  };

  const task = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}";
  const ofTasks = (
    [
      ["task_instance", task, "", "oneTask"],
      ["mapped_task_instance", `${task}/{map_index}`, "_by_map_index", "mappedTask"],
    ] as const
  ).flatMap(([name, path, suffix, kind]) => [
    route({
      method: "GET",
      path: `${path}/explain`,
      operationId: `explain_${name}`,
      schemas: async () => (await import("../schemas/explain.ts"))[kind].why,
      access: { dag: "task_instance", may: "read" },
      handle: async (request) => presentTaskExplanation(await explained(request)),
    }),
    route({
      method: "GET",
      path: `${path}/dependencies`,
      operationId: `get_task_instance_dependencies${suffix}`,
      schemas: async () => (await import("../schemas/explain.ts"))[kind].dependencies,
      access: { dag: "task_instance", may: "read" },
      handle: async (request) => presentDependencies(await explained(request)),
    }),
  ]);
  return [...ofTasks, ...wholes(explainer)];
}

function wholes(explainer: Explainer): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/explain",
      operationId: "explain_dag_run",
      schemas: async () => (await import("../schemas/explain.ts")).run,
      access: { dag: "run", may: "read" },
      handle: async ({ params }) => presentRunExplanation(await explainer.run(params.dag_id, params.dag_run_id)),
    }),

    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/explain",
      operationId: "explain_dag",
      schemas: async () => (await import("../schemas/explain.ts")).dag,
      access: { dag: "dag", may: "read" },
      handle: async ({ params }) => presentDagExplanation(await explainer.dag(params.dag_id)),
    }),
  ];
}
