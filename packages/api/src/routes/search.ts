/** Finding things by a part of their names, and an index of all DAGs for a client that searches by itself. */
import type { DagSpec, Micros, TaskSpec } from "@momiji/core";
import type { DagListFilter, RunListFilter } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { presentInstant } from "../present.ts";
import { type Call, route, type Route } from "../route.ts";
import { type DayWords, dayWords } from "../views/day-words.ts";
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
  /** Of a run. */
  readonly runAfter?: string | null;
  readonly href: string;
}

interface Sought {
  /** Every one of them is in the name, as it stands. */
  readonly words: readonly string[];
  readonly days: DayWords;
}

type Asked = Pick<Call, "may" | "scope">;
type Finder = (deps: ApiDeps, call: Asked, sought: Sought) => Promise<readonly Found[]>;

const FINDERS: { readonly [kind: string]: Finder } = {
  dag: async ({ store }, call, { words }) => {
    const scope = call.scope("dag", "read");
    const rowsOf = async (filter: DagListFilter) =>
      (await store.listDagsPage({ filter, page: { order: [], limit: MOST }, scope })).rows;
    const rows = [...(await rowsOf({ dagId: { parts: words } })), ...(await rowsOf({ displayName: { parts: words } }))];
    const found = new Map(rows.map((dag) => [dag.dagId, dag.spec.displayName ?? dag.dagId]));
    return [...found].map(([id, title]) => ({ kind: "dag", id, title, href: `/dags/${encodeURIComponent(id)}` }));
  },
  run: async ({ store }, call, { words, days: { day, others } }) => {
    const page = { order: [{ by: "run_after", descending: true }] as const, limit: MOST };
    const scope = call.scope("run", "read");
    const rowsOf = async (filter: RunListFilter) => (await store.listRunsPage({ filter, page, scope })).rows;
    const ofDay = day === null ? [] : await rowsOf({ dagId: { parts: others }, runAfter: day });
    const rows = [...ofDay, ...(await rowsOf({ runId: { parts: words } }))];
    return [...new Map(rows.map((run) => [run.runKey, run])).values()].map(({ dagId, runId, runAfter }) => ({
      kind: "run",
      id: runId,
      title: `${dagId} ${runId}`,
      dagId,
      runAfter: presentInstant(runAfter),
      href: `/dags/${encodeURIComponent(dagId)}/runs/${encodeURIComponent(runId)}`,
    }));
  },
  asset: async ({ store }, call, { words }) => {
    if (!call.may("assets", "read")) return [];
    return (await store.listAssets())
      .filter(({ name, uri }) => has(name, words) || has(uri, words))
      .map(({ id, name }) => ({ kind: "asset", id: String(id), title: name, href: `/assets/${id}` }));
  },
  pool: async ({ store }, call, { words }) => {
    if (!call.may("pools", "read")) return [];
    const found = (await store.listPools()).filter(({ name }) => has(name, words));
    return found.map(({ name }) => ({
      kind: "pool",
      id: name,
      title: name,
      href: `/pools/${encodeURIComponent(name)}`,
    }));
  },
  variable: async ({ store }, call, { words }) => {
    if (!call.may("variables", "read")) return [];
    return (await store.listVariables())
      .filter(({ key }) => has(key, words))
      .map(({ key }) => filtered("variable", key));
  },
  connection: async ({ store }, call, { words }) => {
    if (!call.may("connections", "read")) return [];
    const found = (await store.listConnections()).filter(({ connectionId }) => has(connectionId, words));
    return found.map(({ connectionId }) => filtered("connection", connectionId));
  },
};

/** What has no page of its own is shown in its list. */
function filtered(kind: string, name: string): Found {
  return { kind, id: name, title: name, href: `/${kind}s?q=${encodeURIComponent(name)}` };
}

function begins(name: string, [word = ""]: readonly string[]): boolean {
  return name.toLowerCase().startsWith(word.toLowerCase());
}

function has(name: string, words: readonly string[]): boolean {
  return words.every((word) => name.toLowerCase().includes(word.toLowerCase()));
}

/** What is sought of a DAG: id, name, tags and owners for clients that search by themselves; and its tasks, of which there are too many. */
function soughtOf({ dagId, displayName = dagId, tags = [], tasks }: DagSpec) {
  const owners = [...new Set(tasks.flatMap(({ owner }) => owner ?? []))];
  return { entry: [dagId, displayName, tags, owners] as const, tasks: tasks.map(namesOf) };
}

function namesOf({ taskId, displayName = taskId }: TaskSpec): readonly [id: string, name: string] {
  return [taskId, displayName];
}

type SoughtOfDags = PerVersion<ReturnType<typeof soughtOf>>;

/** Of all DAGs; those that begin so come first. */
function taskFinder(known: SoughtOfDags): Finder {
  return async ({ store }, call, { words }) => {
    const marks = await store.listDagMarks({ filter: {}, scope: call.scope("task", "read") });
    await known.learn(marks);
    const found = marks.flatMap(({ dagId }) => {
      const tasks = known.of(dagId)?.tasks ?? [];
      return tasks
        .filter(([id, name]) => has(id, words) || has(name, words))
        .map(([id, name]) => ({ dagId, id, name }));
    });
    return found
      .toSorted((a, b) => Number(begins(b.name, words)) - Number(begins(a.name, words)))
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

/** @throws ApiError for a zone that there is not */
function daysOf(words: readonly string[], now: Micros, zone: string): DayWords {
  try {
    return dayWords(words, now, zone);
  } catch (error) {
    if (error instanceof RangeError) throw new ApiError("invalid", [`${zone} is no time zone`], ["query", "zone"]);
    throw error;
  }
}

export function searchRoutes(deps: ApiDeps): readonly Route[] {
  const known: SoughtOfDags = new PerVersion(deps.store, soughtOf);
  const finders: { readonly [kind: string]: Finder } = { ...FINDERS, task: taskFinder(known) };
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/search",
      operationId: "search",
      access: "signed_in",
      schemas: async () => (await import("../schemas/views.ts")).search,
      handle: async (call) => {
        const { q: text, kinds = Object.keys(finders), zone } = call.query;
        const words = text.split(/\s+/).filter((word) => word !== "");
        if (words.length === 0) return { results: [] };
        const sought = { words, days: daysOf(words, deps.clock.now(), zone) };
        const wanted = kinds.flatMap((kind) => (Object.hasOwn(finders, kind) ? [finders[kind] as Finder] : []));
        const found = await Promise.all(wanted.map((finder) => finder(deps, call, sought)));
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
        await known.learn(marks);
        const dags = marks.flatMap(({ dagId }) => {
          const of = known.of(dagId);
          return of === undefined ? [] : [of.entry];
        });
        return keepable(call, { dags });
      },
    }),
  ];
}
