/** What acts with reach would do, with a tag for their `If-Match`. Beside Airflow's API. */
import { tasksOfGroup, type TaskSelector } from "@momiji/core";
import type { ActDeps } from "../act-on-runs.ts";
import { patchRun } from "../change-runs.ts";
import { clearInstances, clearWholeRuns } from "../clear-runs.ts";
import { ApiError } from "../errors.ts";
import { knownTask, markTasks } from "../patch-tasks.ts";
import { previewOf } from "../preview/act-preview.ts";
import { backfillPreview, deletePreview, unpausePreview } from "../preview/dag-preview.ts";
import { type Call, route, type Route } from "../route.ts";
import { selectRuns } from "../run-selection.ts";
import { knownDag } from "../trigger.ts";

interface Path {
  readonly dag_id?: string | undefined;
  readonly dag_run_id?: string | undefined;
  readonly task_id?: string | undefined;
  readonly map_index?: number | undefined;
  readonly group_id?: string | undefined;
}

interface Asked {
  readonly path: Path;
  readonly body: object;
  readonly call: Pick<Call, "requireDag">;
}

/** Runs that the usual duration is taken from. */
const USUAL_RUNS = 20;

export function previewRoutes(deps: ActDeps): readonly Route[] {
  const actions = {
    clear: (asked: Asked) => clearPreview(deps, asked),
    mark: (asked: Asked) => markPreview(deps, asked),
    delete: (asked: Asked) => dagDeletion(deps, asked),
    unpause: (asked: Asked) => switchOn(deps, asked),
    backfill: (asked: Asked) => backfill(deps, asked),
  };
  return [
    route({
      method: "POST",
      path: "/api/momiji/v1/preview",
      operationId: "preview_action",
      access: { dag: "dag", may: "edit" },
      schemas: async () => (await import("../schemas/preview.ts")).preview,
      handle: (call) => actions[call.body.action]({ path: call.body.path, body: call.body.body, call }),
    }),
  ];
}

/** @throws ApiError `invalid` */
function named(path: Path, name: "dag_id" | "dag_run_id"): string {
  const value = path[name];
  if (value === undefined) throw new ApiError("invalid", ["Field required"], ["body", "path", name]);
  return value;
}

async function clearPreview(deps: ActDeps, { path, body, call }: Asked) {
  const { readClear, readRunClear } = await import("../act-bodies.ts");
  const dagId = named(path, "dag_id");
  const runId = path.dag_run_id;
  await call.requireDag(dagId, runId === undefined ? "task_instance" : "run", "edit");
  if (runId === undefined) {
    const acts = await clearInstances(deps, readClear({ ...body, dry_run: true }), { event: "", owner: "", dagId });
    return previewOf(acts);
  }
  const how = { body: readRunClear({ ...body, dry_run: true }), event: { event: "", owner: "" } };
  return previewOf(await clearWholeRuns(deps, [{ dagId, runId }], how));
}

async function markPreview(deps: ActDeps, { path, body, call }: Asked) {
  const { readRunPatch, readTaskPatch } = await import("../act-bodies.ts");
  const dagId = named(path, "dag_id");
  const runId = named(path, "dag_run_id");
  const isOfRun = path.task_id === undefined && path.group_id === undefined;
  await call.requireDag(dagId, isOfRun ? "run" : "task_instance", "edit");
  const event = { event: "", owner: "", dagId, runId };
  if (isOfRun) return previewOf(await patchRun(deps, { body: readRunPatch(body), id: { dagId, runId }, event }, true));
  const tasks = await tasksOf(deps, { dagId, runId }, path);
  return previewOf(await markTasks(deps, { dagId, runId, tasks, body: readTaskPatch(body), event, isDryRun: true }));
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

async function dagDeletion(deps: ActDeps, { path, call }: Asked) {
  const dagId = named(path, "dag_id");
  await call.requireDag(dagId, "dag", "delete");
  return deletePreview(deps.store, (await knownDag(deps.store, dagId)).dagId);
}

async function switchOn({ store, clock }: ActDeps, { path, call }: Asked) {
  const dagId = named(path, "dag_id");
  await call.requireDag(dagId, "dag", "edit");
  const durations = (await store.listRunTimes(dagId, USUAL_RUNS)).toSorted((a, b) => a - b);
  const usualMicros = durations[Math.floor(durations.length / 2)] ?? null;
  return unpausePreview(await knownDag(store, dagId), { now: clock.now(), usualMicros });
}

async function backfill(deps: ActDeps, { body, call }: Asked) {
  const { readBackfill } = await import("../act-bodies.ts");
  const wanted = readBackfill(body);
  await call.requireDag(wanted.dagId, "run", "create");
  return backfillPreview(deps, wanted);
}
