/** The log of one attempt for people who read it: by line numbers, from its end, filtered, searched. Beside Airflow's API. */
import { Readable } from "node:stream";
import { isFinished, type LogRecord } from "@momiji/core";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import type { LogName, LogReader } from "../log-reader.ts";
import { answer, route, type Route, streamed } from "../route.ts";
import { LogIndexes } from "../views/log-index.ts";
import { lastLines, lastOf, type LineFilter, linesFrom, presentLine, searchLines } from "../views/log-lines.ts";

const LOG =
  "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/attempts/{try_number}/log";

const access = { dag: "log", may: "read" } as const;

interface Path {
  readonly dag_id: string;
  readonly dag_run_id: string;
  readonly task_id: string;
  readonly map_index: number;
  readonly try_number: number;
}

export function logViewRoutes(deps: ApiDeps): readonly Route[] {
  const logs = deps.logs ?? NOTHING;
  const indexes = new LogIndexes(logs);
  return [
    linesRoute(deps, logs),
    route({
      method: "GET",
      path: `${LOG}/raw`,
      operationId: "get_log_text",
      access,
      schemas: async () => (await import("../schemas/log-views.ts")).raw,
      handle: async ({ params }) => {
        const { name } = await attemptOf(deps, params);
        const text = Readable.from(texts(linesFrom(logs, name, { from: 1, limit: Infinity, filter: {} })));
        return streamed(text, "text/plain; charset=utf-8");
      },
    }),
    route({
      method: "GET",
      path: `${LOG}/index`,
      operationId: "get_log_index",
      access,
      schemas: async () => (await import("../schemas/log-views.ts")).index,
      handle: async ({ params }) => {
        const { name, isOver } = await attemptOf(deps, params);
        return { ...(await indexes.of(name, isOver)), complete: isOver };
      },
    }),
    route({
      method: "GET",
      path: `${LOG}/search`,
      operationId: "search_log",
      access,
      schemas: async () => (await import("../schemas/log-views.ts")).search,
      handle: async ({ params, query: { q: text, from, ...chosen } }) => {
        const { name } = await attemptOf(deps, params);
        const filter = filterOf(chosen);
        const isAll = text === "" && Object.keys(filter).length === 0;
        return isAll ? { hits: [], total: 0 } : searchLines(logs, name, { text, from, filter });
      },
    }),
  ];
}

function linesRoute(deps: ApiDeps, logs: LogReader): Route {
  return route({
    method: "GET",
    path: LOG,
    operationId: "get_log_lines",
    access,
    schemas: async () => (await import("../schemas/log-views.ts")).page,
    handle: async ({ params, query }) => {
      const { name, isOver } = await attemptOf(deps, params);
      const filter = filterOf(query);
      const count = await lastOf(logs, name);
      const headers = { "x-log-complete": String(isOver), "x-log-lines": String(count) };
      if (query.before !== undefined || query.tail !== undefined) {
        const before = query.before ?? count + 1;
        const last = await lastLines(logs, name, { before, count: query.tail ?? query.limit, filter });
        return answer(200, ndjson(last), { ...headers, "content-type": "application/x-ndjson" });
      }
      const batches = linesFrom(logs, name, { from: query.from, limit: query.limit, filter });
      return streamed(Readable.from(jsons(batches)), "application/x-ndjson", headers);
    },
  });
}

function filterOf({ level, src }: Chosen): LineFilter {
  return { ...(level === undefined ? {} : { levels: level }), ...(src === undefined ? {} : { sources: src }) };
}

interface Chosen {
  readonly level?: readonly string[] | undefined;
  readonly src?: readonly string[] | undefined;
}

const NOTHING: LogReader = {
  async *read() {
    // Nobody keeps logs here.
  },
};

/** @throws ApiError `log_not_found` */
async function attemptOf({ store }: ApiDeps, path: Path): Promise<{ name: LogName; isOver: boolean }> {
  const { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: mapIndex, try_number: tryNumber } = path;
  const found = await store.findRun(dagId, runId);
  const instance = found?.instances.find((each) => each.taskId === taskId && each.mapIndex === mapIndex);
  if (instance === undefined || tryNumber > instance.tryNumber) throw new ApiError("log_not_found");
  const isOver = tryNumber < instance.tryNumber || isFinished(instance.state);
  return { name: { dagId, runId, taskId, mapIndex, tryNumber }, isOver };
}

function ndjson(records: readonly LogRecord[]): string {
  return records.map((record) => `${JSON.stringify(presentLine(record))}\n`).join("");
}

async function* jsons(batches: AsyncIterable<readonly LogRecord[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield ndjson(batch);
}

async function* texts(batches: AsyncIterable<readonly LogRecord[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map(({ message }) => `${message}\n`).join("");
}
