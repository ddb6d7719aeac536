/** Marking task instances and groups, and notes on them; each with a dry run that lists who would change. */
import { markInstances, type TaskSelector, tasksOfGroup } from "@momiji/core";
import type { EventLogEntry, TaskNote } from "@momiji/store";
import type { TaskPatchBody } from "../act-bodies.ts";
import { type ActDeps, actOnRuns, type RunAct } from "../act-on-runs.ts";
import { ApiError } from "../errors.ts";
import { presentActs } from "../present-acts.ts";
import { presentTaskInstance } from "../present.ts";
import { type Call, route, type Route } from "../route.ts";
import { selectRuns } from "../run-selection.ts";
import { knownDag } from "../trigger.ts";

interface RunPath {
  readonly dag_id: string;
  readonly dag_run_id: string;
}

type TaskPath = RunPath & { readonly task_id: string; readonly map_index?: string };
type GroupPath = RunPath & { readonly group_id: string };

const RUN = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}";

const access = { dag: "task_instance", may: "edit" } as const;
const TASK = `${RUN}/taskInstances/{task_id}` as const;
const GROUP = `${RUN}/taskGroupInstances/{group_id}` as const;
const PATHS = [
  [TASK, "patch_task_instance", ""],
  [`${TASK}/{map_index}`, "patch_task_instance", "_by_map_index"],
] as const;

export function markRoutes(deps: ActDeps): readonly Route[] {
  const method = "PATCH";
  return [
    ...PATHS.flatMap(([path, name, suffix]) => [
      route({ method, path, operationId: `${name}${suffix}`, access, handle: (call) => patchTask(deps, call, false) }),
      route({
        method,
        path: `${path}/dry_run`,
        operationId: `${name}_dry_run${suffix}`,
        access,
        handle: (call) => patchTask(deps, call, true),
      }),
    ]),
    route({
      method,
      path: GROUP,
      operationId: "patch_task_group_instances",
      access,
      handle: (call) => patchGroup(deps, call, false),
    }),
    route({
      method,
      path: `${GROUP}/dry_run`,
      operationId: "patch_task_group_instances_dry_run",
      access,
      handle: (call) => patchGroup(deps, call, true),
    }),
  ];
}

async function patchTask(deps: ActDeps, request: Call<TaskPath>, isDryRun: boolean) {
  const { readTaskPatch } = await import("../act-bodies.ts");
  const body = readTaskPatch(request.body);
  const { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: index } = request.params;
  const selector = index === undefined ? { taskId } : { taskId, mapIndex: Number(index) };
  await knownTask(deps, { dagId, runId }, selector);
  const event = {
    event: "patch_task_instance",
    owner: request.principal.name,
    dagId,
    runId,
    taskId,
    extra: extraOf(body),
  };
  const mapped = selector.mapIndex === undefined ? event : { ...event, mapIndex: selector.mapIndex };
  return patch(deps, { dagId, runId, tasks: [selector], body, event: mapped, isDryRun });
}

async function patchGroup(deps: ActDeps, request: Call<GroupPath>, isDryRun: boolean) {
  const { readTaskPatch } = await import("../act-bodies.ts");
  const body = readTaskPatch(request.body);
  const { dag_id: dagId, dag_run_id: runId, group_id: groupId } = request.params;
  const [run] = await selectRuns(deps.store, { dagId, runId });
  const graph = await deps.graphs.of(dagId, run?.run.dagVersion as number);
  const tasks = tasksOfGroup(graph.spec, groupId);
  if (tasks.length === 0) throw new ApiError("group_not_found", [groupId, dagId]);
  const extra = { ...extraOf(body), group_id: groupId };
  const event = { event: "patch_task_group_instances", owner: request.principal.name, dagId, runId, extra };
  return patch(deps, { dagId, runId, tasks, body, event, isDryRun });
}

interface Patch {
  readonly dagId: string;
  readonly runId: string;
  readonly tasks: readonly TaskSelector[];
  readonly body: TaskPatchBody;
  readonly event: EventLogEntry;
  readonly isDryRun: boolean;
}

async function patch(deps: ActDeps, wanted: Patch) {
  const { dagId, runId, tasks, body, event, isDryRun } = wanted;
  await knownDag(deps.store, dagId);
  const { state, note, upstream, downstream, past, future } = body;
  if (state === undefined) return noteOnly(deps, wanted);
  const acts = await actOnRuns(
    deps,
    {
      load: () => selectRuns(deps.store, { dagId, runId, past, future }),
      decide: (view) => markInstances(view, { tasks, upstream, downstream, state }, deps.clock.now()),
      besides: (all) => {
        refuseUnchanged(all, wanted);
        return {
          events: [event],
          ...(note === undefined ? {} : { taskNotes: notesOf(all, { dagId, runId, tasks }, note) }),
        };
      },
    },
    isDryRun,
  );
  return presentActs(acts, isDryRun);
}

/** As Airflow: marking what is in that state already is a conflict. */
function refuseUnchanged(acts: readonly RunAct[], { tasks, body }: Patch): void {
  if (acts.some(({ act }) => act.affected.length > 0)) return;
  throw new ApiError("already_in_state", [tasks.map(({ taskId }) => taskId).join(", "), body.state ?? ""]);
}

async function noteOnly(deps: ActDeps, { dagId, runId, tasks, body, event, isDryRun }: Patch) {
  const [found] = await selectRuns(deps.store, { dagId, runId });
  if (found === undefined) throw new ApiError("run_not_found", [dagId, runId]);
  const meant = found.instances.filter((instance) => isMeant(tasks, instance));
  const { note } = body;
  if (!isDryRun && note !== undefined) {
    const { runKey } = found.run;
    const taskNotes = meant.map(({ taskId, mapIndex }) => ({ runKey, taskId, mapIndex, note }));
    await deps.store.act({ now: deps.clock.now(), taskNotes, events: [event] });
  }
  const graph = await deps.graphs.of(dagId, found.run.dagVersion);
  const presented = meant.map((instance) => ({
    ...presentTaskInstance(found.run, instance, graph.tasks[graph.indexOf.get(instance.taskId) ?? -1]?.spec),
    ...(note === undefined ? {} : { note }),
  }));
  return { task_instances: presented, total_entries: presented.length };
}

/** Notes go on the instances that were named, not on their relatives. */
function notesOf(
  acts: readonly RunAct[],
  { runId, tasks }: Pick<Patch, "dagId" | "runId" | "tasks">,
  note: string | null,
): TaskNote[] {
  const own = acts.filter(({ view }) => view.run.runId === runId);
  return own.flatMap(({ view, act }) =>
    [...view.instances, ...act.changes.insert]
      .filter((instance) => isMeant(tasks, instance))
      .map(({ taskId, mapIndex }) => ({ runKey: view.run.runKey, taskId, mapIndex, note })),
  );
}

function isMeant(tasks: readonly TaskSelector[], instance: { taskId: string; mapIndex: number }): boolean {
  return tasks.some(
    ({ taskId, mapIndex }) => taskId === instance.taskId && (mapIndex === undefined || mapIndex === instance.mapIndex),
  );
}

/** @throws ApiError `run_not_found`, `task_instance_not_found` */
async function knownTask(
  { store, graphs }: ActDeps,
  { dagId, runId }: { dagId: string; runId: string },
  selector: TaskSelector,
): Promise<void> {
  const [found] = await selectRuns(store, { dagId, runId });
  const graph = await graphs.of(dagId, found?.run.dagVersion as number);
  const isThere = found?.instances.some((instance) => isMeant([selector], instance)) === true;
  // A run that has not begun has no task instances yet; they come into being when they are marked.
  const willBe = found?.run.state === "queued" && graph.indexOf.has(selector.taskId);
  if (!isThere && !willBe) throw new ApiError("task_instance_not_found", [dagId, runId, selector.taskId]);
}

function extraOf(body: TaskPatchBody): { readonly [name: string]: boolean | string } {
  const given = Object.entries(body).filter(([, value]) => value === true || typeof value === "string");
  return Object.fromEntries(given);
}
