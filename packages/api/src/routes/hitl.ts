/** Questions to people and their answers: Airflow's `hitlDetails`. */
import type { InputUser, TaskState } from "@momiji/core";
import type { InputDetail, InputFilter } from "@momiji/store";
import type { z } from "zod";
import { answerInput, findInput, type InputPath } from "../answer-input.ts";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { presentAnswer, presentInput } from "../present-alarms.ts";
import type { Principal } from "../access/principal.ts";
import { ordersOf, pageRequest } from "../paging.ts";
import { ANY, given, matchOf, rangeOf, some } from "../read-filters.ts";
import { route, type Route } from "../route.ts";
import type { list } from "../schemas/hitl.ts";

interface OnePath {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
  readonly map_index: string;
}

const ONE = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails";

/** Airflow's names of what the list can be ordered by, and the store's. */
const ORDERS = {
  ...ordersOf("subject", "created_at", "responded_at", "dag_id", "run_id", "run_after"),
  ...ordersOf("task_display_name", "rendered_map_index"),
  ti_id: "id",
  responded_by_user_id: "responded_by_id",
  responded_by_user_name: "responded_by_name",
  task_instance_operator: "operator",
  task_instance_state: "state",
} as const;

type ListQuery = z.infer<(typeof list)["query"]>;

export function hitlRoutes(options: ApiDeps): readonly Route[] {
  return [...ofOne(options), listRoute(options)];
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
        const wanted = readAnswer(request.body);
        const user = userOf(request.principal);
        return presentAnswer(
          await answerInput(options, pathOf(request.params), { user, given: wanted, author: request }),
        );
      },
    }),
  ];
}

function listRoute(options: ApiDeps): Route {
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

/** `~` stands for all DAGs or runs, as in Airflow. @throws ApiError `bad_order` */
function filterOf(
  { dag_id, dag_run_id }: Pick<OnePath, "dag_id" | "dag_run_id">,
  query: ListQuery,
): Omit<InputFilter, "scope"> {
  return given<Omit<InputFilter, "scope">>({
    dagId: dag_id === ANY ? undefined : dag_id,
    dagIdMatch: matchOf(query, "dag_id"),
    runId: dag_run_id === ANY ? undefined : dag_run_id,
    taskId: query.task_id,
    taskIdMatch: matchOf(query, "task_id"),
    mapIndex: query.map_index,
    isAnswered: query.response_received,
    subject: query.subject_search,
    body: query.body_search,
    states: some(query.state as readonly TaskState[] | undefined),
    respondedBy: some(query.responded_by_user_id),
    respondedByName: some(query.responded_by_user_name),
    created: rangeOf(query, "created_at"),
    ...pageRequest(query, ORDERS),
  });
}
