/**
 * `list-dags`, `list-runs`, `list-task-instances`, `list-orders`: pages as clients ask for them, with 5,000 DAGs and a million task
 * instances, beside the same with ten thousand. Measured from the request to the whole answer, without the network.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApiServer, generateKey, KeyRing } from "@momiji/api";
import { openSqliteStore } from "@momiji/store";
import { undoAtEnd } from "../leave-nothing.ts";
import { percentile } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { dagIdOf, fillManyDags } from "./many-dags.ts";

const LARGE = 1_000_000;
const SMALL = 10_000;
const TIMES = 60;
const TOKEN = "bench";
const MOST_MILLIS = 50;

const RUNS = "/api/v2/dags/~/dagRuns";
const INSTANCES = "/api/v2/dags/~/dagRuns/~/taskInstances";
const ONE_DAG = `/api/v2/dags/${dagIdOf(7)}/dagRuns`;

/** A place as the server writes it. */
const cursor = (...values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify([0, ...values])).toString("base64url");

interface Page {
  readonly what: string;
  /** `share`: where in the list the page lies. */
  path(size: { readonly runs: number }): string;
}

const at = (what: string, path: string): Page => ({ what, path: () => path });

const PAGES: { readonly [name: string]: readonly Page[] } = {
  "list-dags": [
    at("first page", "/api/v2/dags?limit=50"),
    at("last page", "/api/v2/dags?limit=50&offset=4950"),
    at("by two tags", "/api/v2/dags?tags=team_7&tags=odd&tags_match_mode=all"),
    at("by pattern", "/api/v2/dags?dag_id_pattern=dag_49"),
    at("whose last run failed", "/api/v2/dags?dag_run_state=failed"),
    at("by last run", "/api/v2/dags?order_by=-last_run_start_date"),
  ],
  "list-runs": [
    at("newest first", `${RUNS}?order_by=-run_after&limit=50`),
    { what: "deep page", path: ({ runs }) => `${RUNS}?limit=50&offset=${runs * 0.9}` },
    { what: "deep page by place", path: ({ runs }) => `${RUNS}?limit=50&cursor=${cursor(runs * 0.9)}` },
    at("of one DAG", `${ONE_DAG}?order_by=-run_after`),
    at("failed", `${RUNS}?state=failed&order_by=-run_after`),
    at("running", `${RUNS}?state=running`),
    at("by pattern of the DAG", `${RUNS}?dag_id_pattern=dag_499`),
    at("by dates", `${RUNS}?run_after_gte=2026-09-22T00:00:00Z&run_after_lt=2026-09-22T06:00:00Z`),
    at("by an id that none has", `${RUNS}?run_id_pattern=nothing`),
  ],
  "list-task-instances": [
    at("first page", `${INSTANCES}?limit=50`),
    { what: "deep page", path: ({ runs }) => `${INSTANCES}?limit=50&offset=${runs * 9}` },
    {
      what: "deep page by place",
      path: ({ runs }) => `${INSTANCES}?limit=50&cursor=${cursor(runs * 0.9, "task_3", -1)}`,
    },
    at("of one DAG", `/api/v2/dags/${dagIdOf(7)}/dagRuns/~/taskInstances?limit=100`),
    at("failed", `${INSTANCES}?state=failed`),
    at("running", `${INSTANCES}?state=running`),
    at("of one task", `${INSTANCES}?task_id=task_3`),
    at("of a rare pool", `${INSTANCES}?pool=rare`),
    at("of an operator", `${INSTANCES}?operator=bash`),
    at("by pattern of the DAG", `${INSTANCES}?dag_id_pattern=dag_499`),
    at("by dates of the run", `${INSTANCES}?run_after_gte=2026-09-22T00:00:00Z&run_after_lt=2026-09-22T06:00:00Z`),
  ],
  "list-orders": ["-start_date", "end_date", "-duration", "state", "-try_number", "-logical_date", "operator"].map(
    (order) => at(`task instances by ${order}`, `${INSTANCES}?order_by=${order}&limit=50`),
  ),
};

interface Filled {
  ask(path: string): Promise<number>;
  readonly runs: number;
}

/** Filled once for all benchmarks of this process. */
const filled = new Map<number, Promise<Filled>>();

function storeOf(instances: number): Promise<Filled> {
  const known = filled.get(instances) ?? fill(instances);
  filled.set(instances, known);
  return known;
}

async function fill(instances: number): Promise<Filled> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-bench-"));
  undoAtEnd(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "momiji.db");
  const filling = await openSqliteStore({ path, synchronous: "normal" });
  await fillManyDags(filling, instances);
  await filling.close();
  const server = createApiServer({
    store: await openSqliteStore({ path }),
    clock: { now: () => 1_795_000_000_000_000, setTimer: () => () => undefined },
    token: TOKEN,
    version: "bench",
    keys: new KeyRing([generateKey()]),
    saveKey: () => undefined,
    executors: new Map(),
    catchupLimit: 100,
    reserialize: async () => undefined,
    removeDag: async () => undefined,
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  });
  await server.ready();
  return {
    runs: instances / 10,
    ask: async (url) => {
      const start = performance.now();
      const answer = await server.inject({ url, headers: { authorization: `Bearer ${TOKEN}` } });
      const millis = performance.now() - start;
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
      return millis;
    },
  };
}

async function measured(store: Filled, page: Page): Promise<readonly number[]> {
  const path = page.path(store);
  for (let time = 0; time < 5; time++) await store.ask(path);
  const millis: number[] = [];
  for (let time = 0; time < TIMES; time++) millis.push(await store.ask(path));
  return millis;
}

async function run(name: string, report: Report): Promise<void> {
  const small = await storeOf(SMALL);
  const large = await storeOf(LARGE);
  for (const page of PAGES[name] ?? []) {
    const floor = await measured(small, page);
    const values = await measured(large, page);
    const ratio = { of: "ratio", atMost: 3 } as const;
    report({
      name,
      metric: `${page.what}, p50`,
      value: percentile(values, 50),
      unit: "ms",
      floor: percentile(floor, 50),
      target: ratio,
    });
    report({
      name,
      metric: `${page.what}, p99`,
      value: percentile(values, 99),
      unit: "ms",
      target: { of: "value", atMost: MOST_MILLIS },
    });
  }
}

export const lists: readonly Bench[] = Object.keys(PAGES).map((name) => ({
  name,
  group: "api",
  run: (report) => run(name, report),
}));
