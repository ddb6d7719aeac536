/** A server over a store in memory, for tests of routes: what is asked is asked over HTTP, as the command line of this machine. */
import {
  type DagRun,
  type DagSpec,
  type Json,
  type Micros,
  newTaskInstance,
  parseInstant,
  type TaskInstance,
} from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import type { ApiOptions } from "./api-options.ts";
import { createApiServer } from "./server.ts";
import { generateKey, KeyRing } from "./settings/key-ring.ts";

export const NOW = parseInstant("2026-03-10T12:00:00Z");
const TOKEN = "a-token-of-a-test";

export interface Answered {
  readonly status: number;
  // A test looks into answers of any shape.
  readonly body: { readonly [name: string]: Json };
  readonly headers: { readonly [name: string]: unknown };
  readonly text: string;
}

interface Headers {
  readonly [name: string]: string;
}

interface Sent {
  readonly method: Method;
  readonly url: string;
  readonly payload?: object | undefined;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface TestServer {
  readonly store: Store;
  readonly server: FastifyInstance;
  /** The present; tests may move it. */
  readonly clock: { at: number };
  call(method: Method, url: string, payload?: object): Promise<Answered>;
  /** The same with more headers. */
  callWith(headers: Headers, method: Method, url: string): Promise<Answered>;
  close(): Promise<void>;
}

export async function openTestServer(specs: readonly DagSpec[], more: Partial<ApiOptions> = {}): Promise<TestServer> {
  const store = await openSqliteStore({ path: ":memory:" });
  for (const spec of specs) {
    const bundle = { hash: `hash of ${spec.dagId}`, path: "/b" };
    await store.publishFile({ file: spec.source.file, bundle, dags: [spec], errors: [] }, NOW);
  }
  const clock = { at: NOW };
  const server = createApiServer({
    store,
    clock: { now: () => clock.at, setTimer: () => () => undefined },
    token: TOKEN,
    version: "9.9.9",
    keys: new KeyRing([generateKey()]),
    saveKey: () => undefined,
    executors: new Map([["default", 4]]),
    catchupLimit: 1000,
    reserialize: () => Promise.resolve(),
    removeDag: () => Promise.resolve(),
    onError: (error) => {
      throw error;
    },
    ...more,
  });
  const send = async (headers: Headers, { method, url, payload }: Sent): Promise<Answered> => {
    const answer = await server.inject({
      method,
      url,
      headers: { authorization: `Bearer ${TOKEN}`, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = String(answer.headers["content-type"]).startsWith("application/json");
    const body = isJson ? (JSON.parse(answer.payload) as Answered["body"]) : {};
    return { status: answer.statusCode, body, headers: answer.headers, text: answer.payload };
  };
  const close = async (): Promise<void> => {
    await server.close();
    await store.close();
  };
  return {
    store,
    server,
    clock,
    call: (method, url, payload) => send({}, { method, url, payload }),
    callWith: (headers, method, url) => send(headers, { method, url }),
    close,
  };
}

/** A DAG of tasks in a row. */
export function chainOf(dagId: string, taskIds: readonly string[], more: Partial<DagSpec> = {}): DagSpec {
  return {
    version: 1,
    dagId,
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    source: { file: `${dagId}.ts` },
    tasks: taskIds.map((taskId, at) => ({
      taskId,
      operator: "empty",
      lane: "empty",
      upstream: at === 0 ? [] : [taskIds[at - 1] as string],
    })),
    ...more,
  };
}

interface TestRun {
  readonly runId: string;
  readonly state: DagRun["state"];
  readonly instances: readonly Partial<TaskInstance>[];
  /** Absent: now. */
  readonly runAfter?: Micros;
}

/** A run that has ended, or goes on, with task instances in these states. */
export async function runOf(
  { store }: Pick<TestServer, "store">,
  dagId: string,
  { runId, state, instances, runAfter = NOW }: TestRun,
): Promise<DagRun> {
  const planned = {
    dagId,
    runId,
    runType: "manual",
    triggeredBy: "rest_api",
    logicalDate: null,
    dataIntervalStart: null,
    dataIntervalEnd: null,
    runAfter,
    conf: {},
    dagVersion: 1,
    note: null,
  } as const;
  const [answer] = await store.createRuns([planned], NOW);
  if (answer?.created !== true) throw new Error(`${dagId} has a run ${runId} already`);
  const ended = state === "success" || state === "failed" ? NOW + 2_000_000 : null;
  const run: DagRun = { ...answer.run, state, startDate: NOW + 1_000_000, endDate: ended };
  const insert = instances.map((each) => ({ ...newTaskInstance(each.taskId as string, 0), ...each }));
  const changes = { run, insert, update: [] };
  await store.act({ now: NOW, runs: [{ runKey: run.runKey, expectRevision: run.revision, changes }], events: [] });
  return { ...run, revision: run.revision + 1 };
}
