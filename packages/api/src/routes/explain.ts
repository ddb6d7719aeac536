/** Why something does not run: our answer with reasons and remedies, and Airflow's with dependencies. */
import type { DagScope } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { Explainer } from "../explain/explainer.ts";
import {
  presentDagExplanation,
  presentDependencies,
  presentRunExplanation,
  presentTaskExplanation,
} from "../explain/present-explanation.ts";
import { textOf } from "../paging.ts";
import { type Query, route, type Route } from "../route.ts";

interface TaskCall {
  readonly params: {
    readonly dag_id: string;
    readonly dag_run_id: string;
    readonly task_id: string;
    readonly map_index?: string;
  };
  readonly query: Query;
  readonly dags: DagScope;
}

export function explainRoutes(options: ApiOptions): readonly Route[] {
  const explainer = new Explainer(options);
  const explained = ({ params, query, dags }: TaskCall) => {
    const { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: index } = params;
    const mapIndex = readMapIndex(index ?? textOf(query, "map_index"));
    return explainer.task({ dagId, runId, taskId, mapIndex }, dags);
  };

  const task = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}";
  const ofTasks = (
    [
      ["task_instance", task, ""],
      ["mapped_task_instance", `${task}/{map_index}`, "_by_map_index"],
    ] as const
  ).flatMap(([name, path, suffix]) => [
    route({
      method: "GET",
      path: `${path}/explain`,
      operationId: `explain_${name}`,
      schemas: async () => (await import("../schemas/explain.ts")).task,
      access: { dag: "task_instance", may: "read" },
      handle: async (request) => presentTaskExplanation(await explained(request)),
    }),
    route({
      method: "GET",
      path: `${path}/dependencies`,
      operationId: `get_task_instance_dependencies${suffix}`,
      schemas: async () => (await import("../schemas/explain.ts")).dependencies,
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

function readMapIndex(text: string | undefined): number {
  const mapIndex = Number(text ?? -1);
  if (Number.isInteger(mapIndex) && mapIndex >= -1) return mapIndex;
  throw new ApiError("invalid", [`${JSON.stringify(text)} is no map index`], ["path", "map_index"]);
}
