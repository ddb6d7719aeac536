/** For the matrix: an installation with a DAG that a guest may see and one that they may not, and something of everything. */
import { type DagSpec, newTaskInstance } from "@momiji/core";
import { allDags } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { allRoutes } from "../routes.ts";
import type { Method, Route } from "../route.ts";
import { generateKey, KeyRing } from "../settings/key-ring.ts";
import { type Caller, callerOf, LOCAL, NOW, type Tested, testServer } from "./signed-in.testing.ts";

export const OWN = "own_dag";
/** What must never stand in an answer to who may not see it. */
export const HIDDEN = "hidden_dag";

/** Ids of things that belong to one DAG, but stand in paths without it. */
interface Ids {
  readonly asset_id: number;
  readonly backfill_id: number;
  readonly event_log_id: number;
  readonly import_error_id: number;
}

export interface Installation extends Tested {
  readonly routes: readonly Route[];
  readonly admin: Caller["call"];
  readonly ids: { readonly [dagId: string]: Ids };
  /** What the store holds of the DAG, to see whether anything has touched it. */
  stateOf(dagId: string): Promise<unknown>;
}

export async function installation(more: Partial<ApiOptions> = {}): Promise<Installation> {
  const at = await testServer(more);
  const admin = callerOf(at.server, { authorization: `Bearer ${LOCAL}` });
  const ids: { [dagId: string]: Ids } = {};
  for (const dagId of [OWN, HIDDEN]) await publish(at, dagId);
  for (const dagId of [OWN, HIDDEN]) ids[dagId] = await fill(at, admin, dagId);
  await admin("POST", "/api/v2/variables", { key: "v", value: "1" });
  await admin("POST", "/api/v2/connections", { connection_id: "c", conn_type: "http" });
  const stateOf = async (dagId: string) => {
    const runs = await at.store.listRuns({ dagId, limit: 100 });
    const loaded = await at.store.loadRuns(runs.map(({ runKey }) => runKey));
    const xcoms = await Promise.all(runs.map(({ runKey }) => at.store.listXComNames(runKey)));
    const backfills = (await at.store.listBackfills({ scope: allDags })).filter((backfill) => backfill.dagId === dagId);
    const dags = await at.store.listDags({ dagIds: [dagId], includeInactive: true });
    return { dags, loaded, xcoms, backfills, grants: await at.store.listDagGrants(dagId) };
  };
  return { ...at, admin, ids, stateOf, routes: routesOf(at) };
}

/** All that a server has, without one. */
function routesOf({ store }: Tested): readonly Route[] {
  return allRoutes({
    store,
    clock: { now: () => NOW, setTimer: () => () => undefined },
    token: "",
    version: "1",
    keys: new KeyRing([generateKey()]),
    saveKey: () => undefined,
    executors: new Map(),
    catchupLimit: 0,
    reserialize: async () => undefined,
    removeDag: async () => undefined,
    onError: () => undefined,
  });
}

function specOf(dagId: string): DagSpec {
  const asset = {
    kind: "asset",
    name: dagId === OWN ? "a1" : "a2",
    uri: dagId === OWN ? "s3://a1" : "s3://a2",
  } as const;
  return {
    version: 1,
    dagId,
    schedule: { kind: "cron-interval", cron: "0 0 * * *", timezone: "UTC" },
    timezone: "UTC",
    startDate: "2026-03-01T00:00:00Z",
    catchup: false,
    templateStyle: "json",
    isPausedUponCreation: false,
    source: { file: `${dagId}.ts` },
    tags: [`tag of ${dagId}`],
    assets: [asset],
    tasks: [{ taskId: "t", operator: "function", lane: "function", upstream: [], outlets: [asset] }],
    groups: [],
  };
}

async function publish({ store }: Tested, dagId: string): Promise<void> {
  const bundle = { hash: dagId, path: "/bundle" };
  const errors = [{ message: `something of ${dagId} is wrong` }];
  await store.publishFile({ file: `${dagId}.ts`, bundle, dags: [specOf(dagId)], errors }, NOW);
}

/** A run that has ended with an XCom and an event, a backfill, and what the log says of them. */
async function fill({ store }: Tested, admin: Caller["call"], dagId: string): Promise<Ids> {
  await admin("POST", `/api/v2/dags/${dagId}/dagRuns`, { dag_run_id: "r1", logical_date: null });
  const found = await store.findRun(dagId, "r1");
  if (found === null) throw new Error("the run was expected to be there");
  const { fence } = await store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  const instance = {
    ...newTaskInstance("t", 0),
    state: "success",
    tryNumber: 1,
    startDate: NOW,
    endDate: NOW,
  } as const;
  const run = { ...found.run, state: "success", startDate: NOW, endDate: NOW } as const;
  const xcoms = [{ taskId: "t", mapIndex: -1, xcoms: [{ key: "return_value", value: `value of ${dagId}` }] }];
  const { runKey } = run;
  await store.commit({
    owner: "o",
    fence,
    now: NOW,
    runs: [{ runKey, expectRevision: 0, run, insert: [instance], xcoms }],
  });
  const [asset] = await store.listAssets({ dagIds: [dagId] });
  await admin("POST", "/api/v2/assets/events", { asset_id: asset?.id });
  const dates = { from_date: "2026-03-02T00:00:00Z", to_date: "2026-03-03T00:00:00Z" };
  const { body } = await admin("POST", "/api/v2/backfills", { dag_id: dagId, ...dates, dag_run_conf: {} });
  const { entries } = await store.listEventLogs({ dagId });
  const errors = await store.listImportErrors();
  return {
    asset_id: asset?.id ?? 0,
    backfill_id: body.id as number,
    event_log_id: entries[0]?.id ?? 0,
    import_error_id: errors.find(({ file }) => file === `${dagId}.ts`)?.id ?? 0,
  };
}

const TEXTS: { readonly [name: string]: string } = {
  dag_run_id: "r1",
  task_id: "t",
  group_id: "g",
  map_index: "-1",
  try_number: "1",
  task_try_number: "1",
  version_number: "1",
  xcom_key: "return_value",
  asset_alias_id: "1",
  variable_key: "v",
  connection_id: "c",
  pool_name: "default_pool",
};

/** The path of a route with everything filled in as it is for a DAG; `asked`: what stands for the DAG itself. */
export function urlOf({ path }: Route, ids: Ids, asked: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_braces, name: string) => {
    if (name === "dag_id") return asked;
    const known = (ids as unknown as { readonly [name: string]: number | string | undefined })[name];
    return String(known ?? TEXTS[name] ?? "x");
  });
}

/** Bodies that name a DAG in every way that there is; what does not belong into a body makes it refused, which is as good. */
export function bodiesOf(method: Method, dagId: string, asked: string): (object | undefined)[] {
  if (method === "GET" || method === "DELETE") return [undefined];
  const run = { dag_id: dagId, dag_run_id: "r1" };
  const dates = { from_date: "2026-03-05T00:00:00Z", to_date: "2026-03-06T00:00:00Z" };
  const act = (action: string, entity: object) => ({ actions: [{ action, entities: [entity] }] });
  return [
    {},
    { is_paused: true },
    { dag_id: dagId, ...dates, dag_run_conf: {} },
    { dag_ids: [dagId], dag_id: dagId },
    { dag_runs: [run], dry_run: false, only_failed: false },
    { dry_run: false, dag_run_id: "r1", task_ids: ["t"], only_failed: false, reset_dag_runs: true },
    { new_state: "failed", include_downstream: true },
    { state: "failed", note: `for ${asked}` },
    { key: "k", value: "v", ...run },
    act("delete", { ...run, task_id: "t" }),
    act("update", { ...run, task_id: "t", new_state: "failed", state: "failed" }),
    act("update", { dag_id: dagId, is_paused: true }),
  ];
}
