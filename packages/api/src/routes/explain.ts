/** Why something does not run: our answer with reasons and remedies, and Airflow's with dependencies. */
import type { FastifyInstance } from "fastify";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { Explainer } from "../explain/explainer.ts";
import {
  presentDagExplanation,
  presentDependencies,
  presentRunExplanation,
  presentTaskExplanation,
} from "../explain/present-explanation.ts";

interface TaskPath {
  Params: { dag_id: string; run_id: string; task_id: string; map_index?: string };
  Querystring: { map_index?: string };
}

export function explainRoutes(server: FastifyInstance, options: ApiOptions): void {
  const explainer = new Explainer(options);
  const explained = ({ params, query }: { params: TaskPath["Params"]; query: TaskPath["Querystring"] }) =>
    explainer.task(params.dag_id, params.run_id, {
      taskId: params.task_id,
      mapIndex: readMapIndex(params.map_index ?? query.map_index),
    });

  const task = "/api/v2/dags/:dag_id/dagRuns/:run_id/taskInstances/:task_id";
  for (const path of [task, `${task}/:map_index`]) {
    server.get<TaskPath>(`${path}/explain`, async (request) => presentTaskExplanation(await explained(request)));
    server.get<TaskPath>(`${path}/dependencies`, async (request) => presentDependencies(await explained(request)));
  }

  server.get<{ Params: { dag_id: string; run_id: string } }>(
    "/api/v2/dags/:dag_id/dagRuns/:run_id/explain",
    async ({ params }) => presentRunExplanation(await explainer.run(params.dag_id, params.run_id)),
  );

  server.get<{ Params: { dag_id: string } }>("/api/v2/dags/:dag_id/explain", async ({ params }) =>
    presentDagExplanation(await explainer.dag(params.dag_id)),
  );
}

function readMapIndex(text: string | undefined): number {
  const mapIndex = Number(text ?? -1);
  if (Number.isInteger(mapIndex) && mapIndex >= -1) return mapIndex;
  throw new ApiError("invalid", [`${JSON.stringify(text)} is no map index`], ["path", "map_index"]);
}
