/** A real server over a store in memory, on a port of its own, and what happens on it. */
import { createApiServer, generateKey, KeyRing, type ApiOptions } from "@momiji/api";
import { type DagSpec, newTaskInstance, type TaskState } from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";
import { onTestFinished } from "vitest";
import { type ClientOptions, createClient, type MomijiClient } from "./create-client.ts";
import { withToken } from "./sign-in.ts";

const TOKEN = "a-token-of-a-test";

export interface Served {
  readonly store: Store;
  readonly url: string;
  readonly client: MomijiClient;
  /** A client with other options. */
  with(options: Partial<ClientOptions>): MomijiClient;
  /** Ends every connection, as a network does that goes away. */
  cut(): void;
  /** Stops the server and starts another on the same store and port. */
  restart(): Promise<void>;
}

const clock = {
  now: () => Date.now() * 1000,
  setTimer: (at: number, callback: () => void) => {
    const timer = setTimeout(callback, Math.max(0, at / 1000 - Date.now()));
    return () => clearTimeout(timer);
  },
};

export async function serve(dagIds: readonly string[], more: Partial<ApiOptions> = {}): Promise<Served> {
  const store = await openSqliteStore({ path: ":memory:" });
  for (const dagId of dagIds) {
    const bundle = { hash: `hash of ${dagId}`, path: "/b" };
    await store.publishFile({ file: `${dagId}.ts`, bundle, dags: [dagOf(dagId)], errors: [] }, clock.now());
  }
  const start = () =>
    createApiServer({
      store,
      clock,
      token: TOKEN,
      version: "9.9.9",
      keys: new KeyRing([generateKey()]),
      saveKey: () => undefined,
      executors: new Map([["default", 4]]),
      catchupLimit: 1000,
      reserialize: () => Promise.resolve(),
      removeDag: () => Promise.resolve(),
      onError: () => undefined,
      ...more,
    });
  let server = start();
  const address = await server.listen({ port: 0, host: "127.0.0.1" });
  const url = address + (more.access?.place.basePath ?? "/");
  onTestFinished(async () => {
    await server.close();
    await store.close();
  });
  const made = (options: Partial<ClientOptions>) =>
    createClient({ baseUrl: url, signIn: withToken(TOKEN), ...options });
  const restart = async (): Promise<void> => {
    await server.close();
    server = start();
    await server.listen({ port: Number(new URL(address).port), host: "127.0.0.1" });
  };
  return { store, url, client: made({}), with: made, cut: () => server.server.closeAllConnections(), restart };
}

function dagOf(dagId: string): DagSpec {
  return {
    version: 1,
    dagId,
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    source: { file: `${dagId}.ts` },
    tasks: [{ taskId: "load", operator: "empty", lane: "empty", upstream: [] }],
  };
}

/** A run of a DAG, running, with its one task. */
export async function runOf({ store }: Pick<Served, "store">, dagId: string, runId: string): Promise<number> {
  const planned = {
    dagId,
    runId,
    runType: "manual",
    triggeredBy: "rest_api",
    logicalDate: null,
    dataIntervalStart: null,
    dataIntervalEnd: null,
    runAfter: clock.now(),
    conf: {},
    dagVersion: 1,
    note: null,
  } as const;
  const [made] = await store.createRuns([planned], clock.now());
  if (made?.created !== true) throw new Error(`${dagId} has a run ${runId} already`);
  await become({ store }, made.run.runKey, { run: "running", task: "running" });
  return made.run.runKey;
}

export async function become(
  { store }: Pick<Served, "store">,
  runKey: number,
  states: { readonly run: "running" | "success" | "failed"; readonly task: TaskState },
): Promise<void> {
  const [found] = await store.loadRuns([runKey]);
  if (found === undefined) throw new Error("the run is gone");
  const now = clock.now();
  const endDate = states.run === "running" ? null : now;
  const run = { ...found.run, state: states.run, startDate: found.run.startDate ?? now, endDate };
  const instance = { ...newTaskInstance("load", 0), state: states.task, tryNumber: 1 };
  const changes =
    found.instances.length === 0 ? { insert: [instance], update: [] } : { insert: [], update: [instance] };
  const runs = [{ runKey, expectRevision: found.run.revision, changes: { run, ...changes } }];
  await store.act({ now, runs, events: [] });
}
