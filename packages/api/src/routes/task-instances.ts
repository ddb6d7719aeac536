/** Task instances: list, look, and their tries. */
import { type TaskInstance, type TaskState, tasksOfGroup } from "@momiji/core";
import type { ListedInstance, TaskInstanceListFilter } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { ordersOf, type PageQuery, pageRequest, presentPlaces } from "../paging.ts";
import { presentAttempt, presentTaskInstance } from "../present.ts";
import { ANY, chosen, given, matchOf, named, rangeOf, some } from "../read-filters.ts";
import { type Call, route, type Route } from "../route.ts";
import { RenderedValues } from "../views/rendered-fields.ts";
import { bodyPage, dateFilters, knownRun, requireDag } from "./runs.ts";

const RUN = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}";
const INSTANCES = `${RUN}/taskInstances` as const;
const ONE = `${INSTANCES}/{task_id}` as const;

const access = { dag: "task_instance", may: "read" } as const;

const ORDERS = ordersOf(
  ...(["id", "state", "duration", "start_date", "end_date", "map_index", "try_number", "logical_date"] as const),
  ...(["run_after", "data_interval_start", "data_interval_end", "rendered_map_index", "operator"] as const),
  ...(["urgency"] as const),
);

const STATES: readonly NonNullable<TaskState>[] = [
  "removed",
  "scheduled",
  "queued",
  "running",
  "success",
  "restarting",
  "failed",
  "up_for_retry",
  "up_for_reschedule",
  "upstream_failed",
  "skipped",
  "deferred",
  "awaiting_input",
];

interface TaskPath {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
  readonly map_index?: string;
}

export interface InstanceDeps extends ApiDeps {
  readonly rendered: RenderedValues;
}

export function taskInstanceRoutes(api: ApiDeps): readonly Route[] {
  const deps: InstanceDeps = { ...api, rendered: new RenderedValues(api) };
  return [list(deps), batch(deps), mapped(deps), ...looks(deps)];
}

function list(deps: InstanceDeps): Route {
  return route({
    method: "GET",
    path: INSTANCES,
    operationId: "get_task_instances",
    access,
    schemas: async () => (await import("../schemas/task-instances.ts")).list,
    handle: async ({ params: path, query, dags: scope }) => {
      const params = path as Omit<TaskPath, "task_id">;
      if (params.dag_run_id !== ANY && params.dag_id !== ANY) await knownRun(deps, params);
      else await requireDag(deps, params.dag_id);
      const filter = given<TaskInstanceListFilter>({
        ...filtersOf(query),
        dagIds: named(params.dag_id),
        runIds: named(params.dag_run_id),
        dagId: matchOf(query, "dag_id"),
        runId: matchOf(query, "run_id"),
        taskIds: query.task_id === undefined ? await tasksIn(deps, params, query.task_group_id) : [query.task_id],
        taskDisplayName: matchOf(query, "task_display_name"),
      });
      return listed(deps, { filter, query, scope });
    },
  });
}

/** The tasks of a group as the version of the run, or the newest one, has it. @throws ApiError `group_needs_dag` */
async function tasksIn(
  deps: ApiDeps,
  params: Omit<TaskPath, "task_id">,
  groupId: string | undefined,
): Promise<readonly string[] | undefined> {
  if (groupId === undefined) return undefined;
  if (params.dag_id === ANY) throw new ApiError("group_needs_dag");
  const [dag] = await deps.store.listDags({ dagIds: [params.dag_id], includeInactive: true });
  const version = params.dag_run_id === ANY ? (dag?.version ?? 1) : (await knownRun(deps, params)).dagVersion;
  const graph = await deps.graphs.of(params.dag_id, version);
  return tasksOfGroup(graph.spec, groupId).map(({ taskId }) => taskId);
}

function batch(deps: InstanceDeps): Route {
  return route({
    method: "POST",
    path: `${INSTANCES}/list`,
    operationId: "get_task_instances_batch",
    access,
    schemas: async () => (await import("../schemas/task-instances.ts")).batch,
    handle: async ({ body, dags: scope }) => {
      const filter = given<TaskInstanceListFilter>({
        ...dateFilters(body),
        dagIds: some(body.dag_ids),
        runIds: some(body.dag_run_ids),
        taskIds: some(body.task_ids),
        states: statesOf(body.state?.map((state) => state ?? "none")),
        pools: some(body.pool),
        queues: some(body.queue),
        executors: some(body.executor),
      });
      return listed(deps, { filter, query: bodyPage(body), scope });
    },
  });
}

function mapped(deps: InstanceDeps): Route {
  return route({
    method: "GET",
    path: `${ONE}/listMapped`,
    operationId: "get_mapped_task_instances",
    access,
    schemas: async () => (await import("../schemas/task-instances.ts")).mapped,
    handle: async ({ params: path, query, dags: scope }) => {
      const params = path as TaskPath;
      const run = await knownRun(deps, params);
      const { dag_id: dagId, dag_run_id: runId, task_id: taskId } = params;
      const of = { dagIds: [dagId], runIds: [runId], taskIds: [taskId], isMapped: true } as const;
      const filter = given<TaskInstanceListFilter>({ ...filtersOf(query), ...of });
      const answer = await listed(deps, { filter, query, scope });
      if (answer.task_instances.length === 0) {
        const graph = await deps.graphs.of(dagId, run.dagVersion);
        const task = graph.tasks[graph.indexOf.get(taskId) ?? -1];
        if (task?.mapping === undefined || task.mapping === null)
          throw new ApiError("task_instance_not_found", [dagId, runId, taskId]);
      }
      return answer;
    },
  });
}

/** What all lists of task instances can be asked for. */
function filtersOf(query: {
  readonly [name: string]: unknown;
  readonly state?: readonly string[] | undefined;
  readonly pool?: readonly string[] | undefined;
  readonly queue?: readonly string[] | undefined;
  readonly executor?: readonly string[] | undefined;
  readonly operator?: readonly string[] | undefined;
  readonly version_number?: readonly number[] | undefined;
  readonly try_number?: readonly number[] | undefined;
  readonly map_index?: readonly number[] | undefined;
}) {
  return {
    ...dateFilters(query),
    updatedAt: rangeOf(query, "updated_at"),
    states: statesOf(query.state),
    pools: some(query.pool),
    pool: matchOf(query, "pool_name"),
    queues: some(query.queue),
    queue: matchOf(query, "queue_name"),
    executors: some(query.executor),
    operators: some(query.operator),
    operator: matchOf(query, "operator_name"),
    dagVersions: some(query.version_number),
    tryNumbers: some(query.try_number),
    mapIndexes: some(query.map_index),
    renderedMapIndex: matchOf(query, "rendered_map_index"),
  };
}

const NO_STATE = ["none", "null", "no_status"];

/** @throws ApiError `invalid_choice` */
function statesOf(words: readonly string[] | undefined): readonly TaskState[] | undefined {
  const named =
    chosen(
      "state",
      words?.filter((word) => !NO_STATE.includes(word)),
      STATES,
    ) ?? [];
  const isNone = words?.some((word) => NO_STATE.includes(word)) === true;
  return some([...named, ...(isNone ? [null] : [])]);
}

interface Wanted {
  readonly filter: TaskInstanceListFilter;
  readonly query: PageQuery;
  readonly scope: Call["dags"];
}

async function listed(deps: InstanceDeps, { filter, query, scope }: Wanted) {
  const found = await deps.store.listTaskInstancesPage({ filter, page: pageRequest(query, ORDERS), scope });
  return {
    task_instances: await bodiesOf(deps, found.rows),
    ...presentPlaces(found, query),
  };
}

export async function bodiesOf(deps: InstanceDeps, rows: readonly ListedInstance[]) {
  const all = await Promise.all(
    rows.map(async ({ run: { runKey, dagId, dagVersion }, instance }) => {
      const version = await deps.graphs.version(dagId, dagVersion);
      const task = version.graph.tasks[version.graph.indexOf.get(instance.taskId) ?? -1]?.spec;
      return { runKey, instance, task, version };
    }),
  );
  const rendered = await deps.rendered.of(all);
  return rows.flatMap((row, at) => {
    const version = all[at]?.version;
    return version === undefined ? [] : [presentTaskInstance(row, version, rendered[at])];
  });
}

function looks(deps: InstanceDeps): readonly Route[] {
  return (
    [
      [ONE, "", ""],
      [`${ONE}/{map_index}`, "mapped_", ""],
    ] as const
  ).flatMap(([path, prefix]) => [
    route({
      method: "GET",
      path,
      operationId: `get_${prefix}task_instance`,
      schemas: async () => (await import("../schemas/task-instances.ts")).one,
      access,
      handle: async (call) => (await bodiesOf(deps, [await knownInstance(deps, call as Asked)]))[0],
    }),

    route({
      method: "GET",
      path: `${path}/tries`,
      operationId: `get_${prefix}task_instance_tries`,
      access,
      schemas: async () => (await import("../schemas/task-instances.ts")).tries,
      handle: async (call) => {
        const tries = await attemptsOf(deps, call);
        return { task_instances: tries, total_entries: tries.length };
      },
    }),

    route({
      method: "GET",
      path: `${path}/tries/{task_try_number}`,
      operationId: `get_${prefix}task_instance_try_details`,
      access,
      schemas: async () => (await import("../schemas/task-instances.ts")).oneTry,
      handle: async (call) => {
        const asked = call as unknown as Asked;
        const { dag_id, dag_run_id, task_id, task_try_number: number = "" } = asked.params;
        const found = (await attemptsOf(deps, asked)).find((attempt) => String(attempt.try_number) === number);
        if (found === undefined) {
          throw new ApiError("attempt_not_found", [dag_id, dag_run_id, task_id, number, String(mapIndexOf(asked))]);
        }
        return found;
      },
    }),
  ]);
}

export interface Asked {
  readonly params: TaskPath & { readonly task_try_number?: string };
  readonly query: { readonly map_index?: number | undefined };
  readonly dags: Call["dags"];
}

function mapIndexOf({ params, query }: Pick<Asked, "params" | "query">): number {
  return params.map_index === undefined ? (query.map_index ?? -1) : Number(params.map_index);
}

/** @throws ApiError `task_instance_not_found`, `instance_is_mapped`, `mapped_instance_not_found` */
export async function knownInstance(deps: ApiDeps, asked: Asked): Promise<ListedInstance> {
  const { dag_id: dagId, dag_run_id: runId, task_id: taskId } = asked.params;
  const mapIndex =
    asked.params.map_index === undefined && typeof asked.query.map_index !== "number" ? -1 : mapIndexOf(asked);
  const filter = { dagIds: [dagId], runIds: [runId], taskIds: [taskId] };
  const page = { order: [], limit: 1 } as const;
  const one = Number.isInteger(mapIndex) ? { ...filter, mapIndexes: [mapIndex] } : { ...filter, mapIndexes: [] };
  const { rows } = await deps.store.listTaskInstancesPage({ filter: one, page, scope: asked.dags });
  if (rows[0] !== undefined) return rows[0];
  if (mapIndex !== -1 || asked.params.map_index !== undefined) {
    throw new ApiError("mapped_instance_not_found", [dagId, runId, taskId, asked.params.map_index ?? String(mapIndex)]);
  }
  const any = await deps.store.listTaskInstancesPage({ filter, page, scope: asked.dags });
  throw new ApiError(any.rows.length > 0 ? "instance_is_mapped" : "task_instance_not_found", [dagId, runId, taskId]);
}

async function attemptsOf(deps: ApiDeps, asked: Asked) {
  const listed = await knownInstance(deps, asked);
  return presentTries(deps, listed, await allAttempts(deps, listed));
}

export async function presentTries(deps: ApiDeps, { run }: ListedInstance, attempts: readonly TaskInstance[]) {
  const version = await deps.graphs.version(run.dagId, run.dagVersion);
  return attempts.map((instance) => presentAttempt({ run, instance }, version));
}

/** The earlier ones and the last one, if there was any. */
export async function allAttempts(
  { store }: ApiDeps,
  { run, instance }: ListedInstance,
): Promise<readonly TaskInstance[]> {
  const earlier = await store.listAttempts(run.runKey, instance.taskId, instance.mapIndex);
  return [...earlier, ...(instance.tryNumber > 0 ? [instance] : [])];
}
