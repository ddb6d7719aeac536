/** What DAGs are made of: their tasks, versions and sources, and what is wrong with their files. */
import type { ImportErrorListFilter, VersionListFilter } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { inOrder, ordersOf, pageRequest } from "../paging.ts";
import { BUNDLE_NAME, displayNameOf, presentImportError, presentVersion } from "../present.ts";
import { presentTask } from "../present-task.ts";
import { given, matchOf, named } from "../read-filters.ts";
import { answer, route, type Route } from "../route.ts";
import { knownDag } from "./dags.ts";
import { formatOf } from "./installation.ts";
import { requireDag } from "./runs.ts";

export function dagFileRoutes(deps: ApiDeps): readonly Route[] {
  return [...tasks(deps), ...versions(deps), source(deps), ...importErrors(deps)];
}

type Presented = ReturnType<typeof presentTask>;

const TASK_ORDERS = {
  task_id: (task: Presented) => task.task_id,
  task_display_name: (task: Presented) => task.task_display_name,
  owner: (task: Presented) => task.owner,
  start_date: (task: Presented) => task.start_date ?? "",
  end_date: (task: Presented) => task.end_date ?? "",
  trigger_rule: (task: Presented) => task.trigger_rule,
  queue: (task: Presented) => task.queue,
  pool: (task: Presented) => task.pool,
  pool_slots: (task: Presented) => task.pool_slots,
  retries: (task: Presented) => task.retries,
  priority_weight: (task: Presented) => task.priority_weight,
  operator_name: (task: Presented) => task.operator_name,
  is_mapped: (task: Presented) => Number(task.is_mapped),
};

function tasks(deps: ApiDeps): readonly Route[] {
  const graphOf = async (dagId: string) => deps.graphs.current(await knownDag(deps, dagId));
  return [
    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/tasks",
      operationId: "get_tasks",
      access: { dag: "task", may: "read" },
      schemas: async () => (await import("../schemas/dags.ts")).tasks,
      handle: async ({ params, query }) => {
        const graph = await graphOf(params.dag_id);
        const presented = graph.tasks.map((task) => presentTask(graph, task));
        return { tasks: inOrder(presented, [query.order_by], TASK_ORDERS), total_entries: presented.length };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/tasks/{task_id}",
      operationId: "get_task",
      schemas: async () => (await import("../schemas/dags.ts")).task,
      access: { dag: "task", may: "read" },
      handle: async ({ params }) => {
        const graph = await graphOf(params.dag_id);
        const task = graph.tasks[graph.indexOf.get(params.task_id) ?? -1];
        if (task === undefined) throw new ApiError("task_of_dag_not_found", [params.task_id]);
        return presentTask(graph, task);
      },
    }),
  ];
}

const VERSION_ORDERS = {
  id: "id",
  version_number: "version_number",
  bundle_version: "bundle_version",
  // There is one bundle of DAG files.
  bundle_name: "id",
} as const;

function versions(deps: ApiDeps): readonly Route[] {
  const { store } = deps;
  return [
    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/dagVersions",
      operationId: "get_dag_versions",
      access: { dag: "version", may: "read" },
      schemas: async () => (await import("../schemas/dags.ts")).versions,
      handle: async ({ params, query, dags: scope }) => {
        await requireDag(deps, params.dag_id);
        if (isOther(query.bundle_name)) return { dag_versions: [], total_entries: 0 };
        const filter = given<VersionListFilter>({
          dagId: named(params.dag_id)?.[0],
          version: query.version_number,
          bundleVersion: query.bundle_version,
        });
        const found = await store.listVersionsPage({ filter, page: pageRequest(query, VERSION_ORDERS), scope });
        return { dag_versions: found.rows.map(presentVersion), total_entries: found.total };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/dags/{dag_id}/dagVersions/{version_number}",
      operationId: "get_dag_version",
      access: { dag: "version", may: "read" },
      schemas: async () => (await import("../schemas/dags.ts")).oneVersion,
      handle: async ({ params: { dag_id: dagId, version_number: version }, dags: scope }) => {
        const page = { order: [], limit: 1 };
        const [row] = (await store.listVersionsPage({ filter: { dagId, version }, page, scope })).rows;
        if (row === undefined) throw new ApiError("version_not_found", [dagId, String(version)]);
        return presentVersion(row);
      },
    }),
  ];
}

function isOther(bundleName: string | undefined): boolean {
  return bundleName !== undefined && bundleName !== BUNDLE_NAME;
}

function source(deps: ApiDeps): Route {
  return route({
    method: "GET",
    path: "/api/v2/dagSources/{dag_id}",
    operationId: "get_dag_source",
    access: { dag: "code", may: "read" },
    schemas: async () => (await import("../schemas/dags.ts")).source,
    handle: async ({ params: { dag_id: dagId }, query: { version_number: wanted }, headers }) => {
      const format = formatOf(headers["accept"]);
      const missing = new ApiError("source_not_found", [dagId, String(wanted ?? "None")]);
      const [dag] = await deps.store.listDags({ dagIds: [dagId], includeInactive: true });
      if (dag === undefined) throw missing;
      const version = wanted ?? dag.version;
      const loaded = await deps.store.loadVersion(dagId, version);
      if (loaded === null) throw missing;
      const content = await deps.readSource?.({ bundlePath: loaded.bundle.path, file: loaded.spec.source.file });
      if (content == null) throw missing;
      if (format === "text") return answer(200, content, { "content-type": "text/plain; charset=utf-8" });
      const name = displayNameOf(await deps.graphs.version(dagId, version));
      return { content, dag_id: dagId, version_number: version, dag_display_name: name };
    },
  });
}

const ERROR_ORDERS = {
  ...ordersOf("id", "timestamp", "filename", "stacktrace"),
  import_error_id: "id",
  bundle_name: "id",
} as const;

function importErrors({ store }: ApiDeps): readonly Route[] {
  const access = { thing: "import_errors", may: "read" } as const;
  return [
    route({
      method: "GET",
      path: "/api/v2/importErrors",
      operationId: "get_import_errors",
      access,
      schemas: async () => (await import("../schemas/dags.ts")).importErrors,
      handle: async ({ query, dags: scope }) => {
        if (isOther(query.bundle_name)) return { import_errors: [], total_entries: 0 };
        const filter = given<ImportErrorListFilter>({
          files: query.filename === undefined ? undefined : [query.filename],
          file: matchOf(query, "filename"),
        });
        const found = await store.listImportErrorsPage({ filter, page: pageRequest(query, ERROR_ORDERS), scope });
        return { import_errors: found.rows.map(presentImportError), total_entries: found.total };
      },
    }),

    route({
      method: "GET",
      path: "/api/v2/importErrors/{import_error_id}",
      operationId: "get_import_error",
      access,
      schemas: async () => (await import("../schemas/dags.ts")).oneImportError,
      handle: async ({ params: { import_error_id: id }, dags: scope }) => {
        const request = { filter: { ids: [id] }, page: { order: [], limit: 1 }, scope };
        const [error] = (await store.listImportErrorsPage(request)).rows;
        if (error === undefined) throw new ApiError("import_error_not_found", [String(id)]);
        return presentImportError(error);
      },
    }),
  ];
}
