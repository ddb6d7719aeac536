/** What acts with reach would do, with a tag for their `If-Match`. Beside Airflow's API. */
import { tasksOfGroup, type TaskSelector } from "@momiji/core";
import type { ActDeps, RunAct } from "../act-on-runs.ts";
import { patchRun } from "../change-runs.ts";
import { clearInstances, clearWholeRuns } from "../clear-runs.ts";
import { ApiError } from "../errors.ts";
import { knownTask, markTasks } from "../patch-tasks.ts";
import { previewOf } from "../preview/act-preview.ts";
import {
  backfillPreview,
  deletePreview,
  pausePreview,
  runDeletionPreview,
  unpausePreview,
} from "../preview/dag-preview.ts";
import { type PoolChange, poolPreview } from "../preview/pool-preview.ts";
import { paged, type Tagged } from "../preview/preview-page.ts";
import { reachOf, usualMicros } from "../preview/reach.ts";
import { triggerPreview } from "../preview/trigger-preview.ts";
import { type Call, route, type Route } from "../route.ts";
import { selectRuns } from "../run-selection.ts";
import { knownDag } from "../trigger.ts";
import { refusedDags, switchedDags } from "./dag-patches.ts";

interface Path {
  readonly dag_id?: string | undefined;
  readonly dag_run_id?: string | undefined;
  readonly task_id?: string | undefined;
  readonly map_index?: number | undefined;
  readonly group_id?: string | undefined;
  readonly pool_name?: string | undefined;
}

interface Asked {
  readonly path: Path;
  readonly query: object;
  readonly body: object;
  readonly call: Pick<Call, "requireDag" | "mayDag" | "may" | "principal" | "scope">;
}

export function previewRoutes(deps: ActDeps): readonly Route[] {
  const actions = {
    clear: (asked: Asked) => clearPreview(deps, asked),
    mark: (asked: Asked) => markPreview(deps, asked),
    delete: (asked: Asked) => deletion(deps, asked),
    unpause: (asked: Asked) => switchOn(deps, asked),
    pause: (asked: Asked) => switchMany(deps, asked),
    backfill: (asked: Asked) => backfill(deps, asked),
    trigger: (asked: Asked) => trigger(deps, asked),
    pool: (asked: Asked) => pool(deps, asked),
  } satisfies { readonly [action: string]: (asked: Asked) => Promise<Tagged> };
  return [
    route({
      method: "POST",
      path: "/api/momiji/v1/preview",
      operationId: "preview_action",
      // Whoever may act on one thing alone may ask what that does: each action asks for its own right.
      access: "signed_in",
      schemas: async () => (await import("../schemas/preview.ts")).preview,
      handle: async (call) => {
        const { action, path, query, body, ...page } = call.body;
        return paged(await actions[action]({ path, query, body, call }), page);
      },
    }),
  ];
}

/** @throws ApiError `invalid` */
function named(path: Path, name: "dag_id" | "dag_run_id" | "pool_name"): string {
  const value = path[name];
  if (value === undefined) throw new ApiError("invalid", ["Field required"], ["body", "path", name]);
  return value;
}

async function clearPreview(deps: ActDeps, { path, body, call }: Asked) {
  const { readClear, readRunClear } = await import("../act-bodies.ts");
  const dagId = named(path, "dag_id");
  const runId = path.dag_run_id;
  // Whoever may look at a run may know what an act would do to it; to do it takes more.
  await call.requireDag(dagId, runId === undefined ? "task_instance" : "run", "read");
  if (runId === undefined) {
    const acts = await clearInstances(deps, readClear({ ...body, dry_run: true }), { event: "", owner: "", dagId });
    return withReach(deps, acts, call);
  }
  const how = { body: readRunClear({ ...body, dry_run: true }), event: { event: "", owner: "" } };
  return withReach(deps, await clearWholeRuns(deps, [{ dagId, runId }], how), call);
}

async function markPreview(deps: ActDeps, { path, body, call }: Asked) {
  const { readRunPatch, readTaskPatch, readTasksPatch } = await import("../act-bodies.ts");
  const dagId = named(path, "dag_id");
  const runId = named(path, "dag_run_id");
  const isOfSome = "task_ids" in body;
  const isOfRun = path.task_id === undefined && path.group_id === undefined && !isOfSome;
  await call.requireDag(dagId, isOfRun ? "run" : "task_instance", "read");
  const event = { event: "", owner: "", dagId, runId };
  if (isOfRun) {
    const acts = await patchRun(deps, { body: readRunPatch(body), id: { dagId, runId }, event }, true);
    return withReach(deps, acts, call);
  }
  const meant = isOfSome
    ? readTasksPatch(body)
    : { tasks: await tasksOf(deps, { dagId, runId }, path), body: readTaskPatch(body) };
  const patch = { dagId, runId, ...meant, event, isDryRun: true };
  return withReach(deps, await markTasks(deps, patch), call);
}

async function tasksOf(
  deps: ActDeps,
  { dagId, runId }: { dagId: string; runId: string },
  { task_id: taskId, map_index: mapIndex, group_id: groupId }: Path,
): Promise<readonly TaskSelector[]> {
  if (taskId !== undefined) {
    const selector = mapIndex === undefined ? { taskId } : { taskId, mapIndex };
    await knownTask(deps, { dagId, runId }, selector);
    return [selector];
  }
  const [found] = await selectRuns(deps.store, { dagId, runId });
  if (found === undefined) throw new ApiError("run_not_found", [dagId, runId]);
  const tasks = tasksOfGroup((await deps.graphs.of(dagId, found.run.dagVersion)).spec, groupId ?? "");
  if (tasks.length === 0) throw new ApiError("group_not_found", [groupId ?? "", dagId]);
  return tasks;
}

/** What runs again, with what hangs on it beyond its run. */
async function withReach({ store }: ActDeps, acts: readonly RunAct[], call: Asked["call"]) {
  const preview = previewOf(acts);
  const again = preview.items.filter(({ effect }) => effect === "will_run" || effect === "will_wait");
  const byRun = Map.groupBy(again, ({ key }) => `${key.dag_id}\n${key.dag_run_id}`);
  const running = acts.flatMap(({ view: { run, graph } }) => {
    const items = byRun.get(`${run.dagId}\n${run.runId}`) ?? [];
    if (items.length === 0) return [];
    return [{ dagId: run.dagId, graph, taskIds: new Set(items.map(({ key }) => key.task_id)) }];
  });
  return { ...preview, ...(await reachOf(store, running, { call })) };
}

async function deletion({ store }: ActDeps, { path, call }: Asked) {
  if (path.pool_name !== undefined) return poolChange(store, path, { call, change: null });
  const dagId = named(path, "dag_id");
  if (path.dag_run_id !== undefined) {
    await call.requireDag(dagId, "run", "delete");
    return runDeletionPreview(store, { dagId, runId: path.dag_run_id });
  }
  await call.requireDag(dagId, "dag", "delete");
  return deletePreview(store, (await knownDag(store, dagId)).dagId);
}

async function switchOn({ store, clock }: ActDeps, { path, call }: Asked) {
  const dagId = named(path, "dag_id");
  await call.requireDag(dagId, "dag", "edit");
  return unpausePreview(await knownDag(store, dagId), {
    now: clock.now(),
    usualMicros: await usualMicros(store, dagId),
  });
}

async function switchMany({ store, clock }: ActDeps, { query, body, call }: Asked) {
  const [{ switched }, { parse }] = await Promise.all([import("../schemas/preview.ts"), import("../bodies.ts")]);
  const wanted = { query: parse(switched.query, query), body: parse(switched.body, body) };
  const { query: filter, body: change } = wanted;
  const meant = { query: filter, dagIds: change.dag_ids };
  const { rows } = await switchedDags({ store, clock }, meant, call);
  // Not part of what is agreed to: nothing is done to them.
  const refused = await refusedDags({ store, clock }, meant, { call, switched: rows });
  return { ...pausePreview(rows, change.is_paused, clock.now()), refused };
}

async function trigger(deps: ActDeps, { path, body, call }: Asked) {
  const { readTrigger } = await import("../bodies.ts");
  const dagId = named(path, "dag_id");
  await call.requireDag(dagId, "run", "create");
  const request = readTrigger(body, { mustSayDate: call.principal.how !== "local" });
  const preview = await triggerPreview(deps, dagId, request);
  const graph = await deps.graphs.of(dagId, preview.run.version);
  const taskIds = new Set(preview.items.map(({ key }) => key.task_id));
  return { ...preview, ...(await reachOf(deps.store, [{ dagId, graph, taskIds }], { call })) };
}

async function pool({ store }: ActDeps, { path, body, call }: Asked) {
  const { readPoolPatch } = await import("../settings/settings-bodies.ts");
  return poolChange(store, path, { call, change: readPoolPatch(body) });
}

/** @throws ApiError `forbidden` */
function poolChange(
  store: ActDeps["store"],
  path: Path,
  { call, change }: { readonly call: Asked["call"]; readonly change: PoolChange | null },
) {
  if (!call.may("pools", change === null ? "delete" : "edit")) throw new ApiError("forbidden");
  return poolPreview(store, { name: named(path, "pool_name"), change }, call);
}

async function backfill(deps: ActDeps, { body, call }: Asked) {
  const { readBackfill } = await import("../act-bodies.ts");
  const wanted = readBackfill(body);
  await call.requireDag(wanted.dagId, "run", "create");
  return backfillPreview(deps, wanted);
}
