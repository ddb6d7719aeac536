/** An engine with the HTTP server on its store: acts of people arrive as they do in reality. */
import { createApiServer, generateKey, KeyRing } from "@momiji/api";
import type { DagRun, Json } from "@momiji/core";
import { DagRemover } from "@momiji/scheduler";
import { onTestFinished } from "vitest";
import { Engine, type EngineOptions } from "./engine.ts";

type Body = { readonly [name: string]: Json };

interface Answer {
  readonly status: number;
  /** As JSON gives it. */
  readonly body: { readonly [name: string]: unknown };
}

export interface Acting {
  readonly engine: Engine;
  call(method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE", path: string, body?: Body): Promise<Answer>;
  /** A run by hand, under way as far as it comes by itself. */
  run(dagId: string, runId?: string): Promise<DagRun>;
  find(dagId: string, runId: string): Promise<DagRun>;
  /** State of each task of a run. */
  states(run: DagRun): Promise<{ readonly [taskId: string]: string | null }>;
}

const TOKEN = "token";

export async function startActing(options: EngineOptions): Promise<Acting> {
  const engine = await Engine.start(options);
  const { store, clock } = engine;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const remover = new DagRemover({ store, clock, log, removeLogs: async () => 0 });
  const server = createApiServer({
    store: engine.store,
    clock: engine.clock,
    token: TOKEN,
    version: "0",
    keys: new KeyRing([generateKey()]),
    saveKey: () => undefined,
    executors: new Map(),
    catchupLimit: 1000,
    reserialize: async () => undefined,
    removeDag: (dagId) => remover.remove(dagId),
    onError: (error) => void engine.logged.push(String(error)),
  });
  onTestFinished(() => server.close());
  const call: Acting["call"] = async (method, path, body) => {
    const headers = { authorization: `Bearer ${TOKEN}`, "x-momiji-user": "tester" };
    const url = `/api/v2${path}`;
    const answer = await server.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
    return { status: answer.statusCode, body: answer.body === "" ? {} : answer.json() };
  };
  const find = async (dagId: string, runId: string): Promise<DagRun> => {
    const found = await engine.store.findRun(dagId, runId);
    if (found === null) throw new Error(`no run ${runId}`);
    return found.run;
  };
  return {
    engine,
    call,
    find,
    run: async (dagId, runId = "r1") => {
      const { status, body } = await call("POST", `/dags/${dagId}/dagRuns`, { dag_run_id: runId, logical_date: null });
      if (status !== 200) throw new Error(JSON.stringify(body));
      await engine.settled();
      return find(dagId, runId);
    },
    states: async (run) => {
      const [loaded] = await engine.store.loadRuns([run.runKey]);
      return Object.fromEntries((loaded?.instances ?? []).map(({ taskId, state }) => [taskId, state]));
    },
  };
}
