/** Questions to people and their answers: Airflow's `hitlDetails`. */
import type { InputUser, TaskState } from "@momiji/core";
import type { InputDetail, InputFilter } from "@momiji/store";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { answerInput, findInput, type InputPath } from "../answer-input.ts";
import type { ApiOptions } from "../api-options.ts";
import { ApiError } from "../errors.ts";
import { ownerOf } from "../owner.ts";
import { presentAnswer, presentInput } from "../present-alarms.ts";

interface OnePath {
  Params: { dag_id: string; run_id: string; task_id: string; map_index: string; try_number: string };
}

interface ListPath {
  Params: { dag_id: string; run_id: string };
  Querystring: { readonly [name: string]: string | string[] | undefined };
}

const ONE = "/api/v2/dags/:dag_id/dagRuns/:run_id/taskInstances/:task_id/:map_index/hitlDetails";
const MOST = 100;
const DEFAULT_PAGE = 50;

export function hitlRoutes(server: FastifyInstance, options: ApiOptions): void {
  const { store } = options;

  server.get<OnePath>(ONE, async ({ params }) => {
    const found = await findInput(options, pathOf(params));
    return presentInput(found.details.at(-1) as InputDetail, found);
  });

  server.get<OnePath>(`${ONE}/tries/:try_number`, async ({ params }) => {
    const found = await findInput(options, pathOf(params));
    const detail = found.details.find(({ tryNumber }) => tryNumber === Number(params.try_number));
    if (detail === undefined) throw new ApiError("hitl_not_found", [`${params.task_id} (try ${params.try_number})`]);
    return presentInput(detail, found);
  });

  server.patch<OnePath>(ONE, async (request) => {
    const { readAnswer } = await import("../bodies.ts");
    const given = readAnswer(request.body);
    const user = userOf(request);
    return presentAnswer(await answerInput(options, pathOf(request.params), { user, given }));
  });

  server.get<ListPath>("/api/v2/dags/:dag_id/dagRuns/:run_id/hitlDetails", async ({ params, query }) => {
    const { details, total } = await store.listInputs(filterOf(params, query));
    const presented = await Promise.all(
      details.map(async (detail) => presentInput(detail, await findInput(options, detail))),
    );
    return { hitl_details: presented, total_entries: total };
  });
}

function pathOf({ dag_id, run_id, task_id, map_index }: OnePath["Params"]): InputPath {
  return { dagId: dag_id, runId: run_id, taskId: task_id, mapIndex: Number(map_index) };
}

function userOf(request: FastifyRequest): InputUser {
  const id = ownerOf(request);
  return { id, name: id };
}

/** `~` stands for all DAGs or runs, as in Airflow. */
function filterOf({ dag_id, run_id }: ListPath["Params"], query: ListPath["Querystring"]): InputFilter {
  const one = (name: string): string | undefined =>
    [query[name]].flat().find((text) => text !== undefined && text !== "");
  const many = (name: string): string[] => [query[name] ?? []].flat();
  const taskId = one("task_id");
  const mapIndex = one("map_index");
  const isAnswered = one("response_received");
  const subject = one("subject_search");
  const body = one("body_search");
  return {
    ...(dag_id === "~" ? {} : { dagId: dag_id }),
    ...(run_id === "~" ? {} : { runId: run_id }),
    ...(taskId === undefined ? {} : { taskId }),
    ...(mapIndex === undefined ? {} : { mapIndex: Number(mapIndex) }),
    ...(isAnswered === undefined ? {} : { isAnswered: isAnswered === "true" }),
    ...(subject === undefined ? {} : { subject }),
    ...(body === undefined ? {} : { body }),
    ...(many("state").length === 0 ? {} : { states: many("state") as TaskState[] }),
    ...(many("responded_by_user_id").length === 0 ? {} : { respondedBy: many("responded_by_user_id") }),
    limit: Math.min(Number(one("limit") ?? DEFAULT_PAGE) || DEFAULT_PAGE, MOST),
    offset: Number(one("offset") ?? 0) || 0,
  };
}
