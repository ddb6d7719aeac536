/** Finding things by a part of their names, and an index of all DAGs for a client that searches by itself. */
import type { DagSpec, TaskSpec } from "@momiji/core";
import type { ApiDeps } from "../api-deps.ts";
import { type Call, route, type Route } from "../route.ts";
import { keepable } from "../views/etag.ts";
import { PerVersion } from "../views/per-version.ts";

/** Of each kind. */
const MOST = 20;

interface Found {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** Of what belongs to a DAG. */
  readonly dagId?: string;
  readonly href: string;
}

type Asked = Pick<Call, "may" | "scope">;
type Finder = (deps: ApiDeps, call: Asked, text: string) => Promise<readonly Found[]>;

const FINDERS: { readonly [kind: string]: Finder } = {
  dag: async ({ store }, call, text) => {
    const scope = call.scope("dag", "read");
    const byId = { filter: { dagId: { pattern: text } }, page: { order: [], limit: MOST }, scope };
    const byName = { ...byId, filter: { displayName: { pattern: text } } };
    const rows = [...(await store.listDagsPage(byId)).rows, ...(await store.listDagsPage(byName)).rows];
    const found = new Map(rows.map((dag) => [dag.dagId, dag.spec.displayName ?? dag.dagId]));
    return [...found].map(([id, title]) => ({ kind: "dag", id, title, href: `/dags/${encodeURIComponent(id)}` }));
  },
  run: async ({ store }, call, text) => {
    const page = { order: [{ by: "run_after", descending: true }] as const, limit: MOST };
    const { rows } = await store.listRunsPage({
      filter: { runId: { pattern: text } },
      page,
      scope: call.scope("run", "read"),
    });
    return rows.map(({ dagId, runId }) => ({
      kind: "run",
      id: runId,
      title: `${dagId} ${runId}`,
      dagId,
      href: `/dags/${encodeURIComponent(dagId)}/runs/${encodeURIComponent(runId)}`,
    }));
  },
  asset: async ({ store }, call, text) => {
    if (!call.may("assets", "read")) return [];
    return (await store.listAssets())
      .filter(({ name, uri }) => has(name, text) || has(uri, text))
      .map(({ id, name }) => ({ kind: "asset", id: String(id), title: name, href: `/assets/${id}` }));
  },
  pool: async ({ store }, call, text) => {
    if (!call.may("pools", "read")) return [];
    return (await store.listPools()).filter(({ name }) => has(name, text)).map(({ name }) => named("pool", name));
  },
  variable: async ({ store }, call, text) => {
    if (!call.may("variables", "read")) return [];
    return (await store.listVariables()).filter(({ key }) => has(key, text)).map(({ key }) => named("variable", key));
  },
  connection: async ({ store }, call, text) => {
    if (!call.may("connections", "read")) return [];
    const found = (await store.listConnections()).filter(({ connectionId }) => has(connectionId, text));
    return found.map(({ connectionId }) => named("connection", connectionId));
  },
};

function named(kind: string, name: string): Found {
  return { kind, id: name, title: name, href: `/${kind}s/${encodeURIComponent(name)}` };
}

function begins(name: string, text: string): boolean {
  return name.toLowerCase().startsWith(text.toLowerCase());
}

function has(name: string, text: string): boolean {
  return name.toLowerCase().includes(text.toLowerCase());
}

/** What is sought of a DAG: id, name, tags and owners for clients that search by themselves; and its tasks, of which there are too many. */
function soughtOf({ dagId, displayName = dagId, tags = [], tasks }: DagSpec) {
  const owners = [...new Set(tasks.flatMap(({ owner }) => owner ?? []))];
  return { entry: [dagId, displayName, tags, owners] as const, tasks: tasks.map(namesOf) };
}

function namesOf({ taskId, displayName = taskId }: TaskSpec): readonly [id: string, name: string] {
  return [taskId, displayName];
}

type Sought = PerVersion<ReturnType<typeof soughtOf>>;

/** Of all DAGs; those that begin so come first. */
function taskFinder(sought: Sought): Finder {
  return async ({ store }, call, text) => {
    const marks = await store.listDagMarks({ filter: {}, scope: call.scope("task", "read") });
    await sought.learn(marks);
    const found = marks.flatMap(({ dagId }) => {
      const tasks = sought.of(dagId)?.tasks ?? [];
      return tasks.filter(([id, name]) => has(id, text) || has(name, text)).map(([id, name]) => ({ dagId, id, name }));
    });
    return found
      .toSorted((a, b) => Number(begins(b.name, text)) - Number(begins(a.name, text)))
      .slice(0, MOST)
      .map(({ dagId, id, name }) => ({
        kind: "task",
        id,
        title: name,
        dagId,
        href: `/dags/${encodeURIComponent(dagId)}/tasks/${encodeURIComponent(id)}`,
      }));
  };
}

export function searchRoutes(deps: ApiDeps): readonly Route[] {
  const sought: Sought = new PerVersion(deps.store, soughtOf);
  const finders: { readonly [kind: string]: Finder } = { ...FINDERS, task: taskFinder(sought) };
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/search",
      operationId: "search",
      access: "signed_in",
      schemas: async () => (await import("../schemas/views.ts")).search,
      handle: async (call) => {
        const { q: text, kinds = Object.keys(finders) } = call.query;
        // As it stands: the signs that mean something in patterns of lists mean nothing here.
        const plain = text
          .trim()
          .replaceAll(/[%_|~]/g, " ")
          .trim();
        if (plain === "") return { results: [] };
        const wanted = kinds.flatMap((kind) => (Object.hasOwn(finders, kind) ? [finders[kind] as Finder] : []));
        const found = await Promise.all(wanted.map((finder) => finder(deps, call, plain)));
        return { results: found.flatMap((of) => of.slice(0, MOST)) };
      },
    }),
    route({
      method: "GET",
      path: "/api/momiji/v1/search/index",
      operationId: "get_search_index",
      access: { dag: "dag", may: "read" },
      schemas: async () => (await import("../schemas/views.ts")).searchIndex,
      handle: async (call) => {
        const marks = await deps.store.listDagMarks({ filter: {}, scope: call.dags });
        await sought.learn(marks);
        const dags = marks.flatMap(({ dagId }) => {
          const known = sought.of(dagId);
          return known === undefined ? [] : [known.entry];
        });
        return keepable(call, { dags });
      },
    }),
  ];
}
