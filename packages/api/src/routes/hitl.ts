/** Questions to people and their answers: Airflow's `hitlDetails`. */
import type { InputUser, TaskState } from "@momiji/core";
import type { InputDetail, InputFilter } from "@momiji/store";
import { answerInput, findInput, type InputPath } from "../answer-input.ts";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { presentAnswer, presentInput } from "../present-alarms.ts";
import type { Principal } from "../access/principal.ts";
import { type Query, route, type Route } from "../route.ts";

interface OnePath {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
  readonly map_index: string;
}

const ONE = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails";
const MOST = 100;
const DEFAULT_PAGE = 50;

export function hitlRoutes(options: ApiDeps): readonly Route[] {
  return [...ofOne(options), list(options)];
}

function ofOne(options: ApiDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: ONE,
      operationId: "get_hitl_detail",
      schemas: async () => (await import("../schemas/hitl.ts")).one,
      access: { dag: "hitl", may: "read" },
      handle: async ({ params }) => {
        const found = await findInput(options, pathOf(params));
        return presentInput(found.details.at(-1) as InputDetail, found);
      },
    }),

    route({
      method: "GET",
      path: `${ONE}/tries/{try_number}`,
      operationId: "get_hitl_detail_try_detail",
      schemas: async () => (await import("../schemas/hitl.ts")).one,
      access: { dag: "hitl", may: "read" },
      handle: async ({ params }) => {
        const found = await findInput(options, pathOf(params));
        const detail = found.details.find(({ tryNumber }) => tryNumber === Number(params.try_number));
        if (detail === undefined)
          throw new ApiError("hitl_not_found", [`${params.task_id} (try ${params.try_number})`]);
        return presentInput(detail, found);
      },
    }),

    route({
      method: "PATCH",
      path: ONE,
      operationId: "update_hitl_detail",
      schemas: async () => (await import("../schemas/hitl.ts")).respond,
      access: { dag: "hitl", may: "edit" },
      handle: async (request) => {
        const { readAnswer } = await import("../bodies.ts");
        const given = readAnswer(request.body);
        const user = userOf(request.principal);
        return presentAnswer(await answerInput(options, pathOf(request.params), { user, given, author: request }));
      },
    }),
  ];
}

function list(options: ApiDeps): Route {
  const { store } = options;
  return route({
    method: "GET",
    path: "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/hitlDetails",
    operationId: "get_hitl_details",
    schemas: async () => (await import("../schemas/hitl.ts")).list,
    access: { dag: "hitl", may: "read" },
    handle: async ({ params, query, dags: scope }) => {
      const { details, total } = await store.listInputs({ ...filterOf(params, query), scope });
      const presented = await Promise.all(
        details.map(async (detail) => presentInput(detail, await findInput(options, detail))),
      );
      return { hitl_details: presented, total_entries: total };
    },
  });
}

function pathOf({ dag_id, dag_run_id, task_id, map_index }: OnePath): InputPath {
  return { dagId: dag_id, runId: dag_run_id, taskId: task_id, mapIndex: Number(map_index) };
}

function userOf({ name }: Principal): InputUser {
  return { id: name, name };
}

/** `~` stands for all DAGs or runs, as in Airflow. */
function filterOf(
  { dag_id, dag_run_id }: Pick<OnePath, "dag_id" | "dag_run_id">,
  query: Query,
): Omit<InputFilter, "scope"> {
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
    ...(dag_run_id === "~" ? {} : { runId: dag_run_id }),
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
