/** Marking task instances and groups, and notes on them; each with a dry run that lists who would change. */
import { tasksOfGroup } from "@momiji/core";
import { audit } from "../access/audit.ts";
import type { ActDeps } from "../act-on-runs.ts";
import { ApiError } from "../errors.ts";
import { extraOf, knownTask, patchTasks } from "../patch-tasks.ts";
import { expectationOf } from "../preview/expectation.ts";
import { type Call, route, type Route } from "../route.ts";
import { selectRuns } from "../run-selection.ts";

interface RunPath {
  readonly dag_id: string;
  readonly dag_run_id: string;
}

type TaskPath = RunPath & { readonly task_id: string; readonly map_index?: string | number };
type GroupPath = RunPath & { readonly group_id: string };

interface Masked {
  readonly update_mask?: readonly string[] | undefined;
}

type OneOfTask = Masked & { readonly map_index?: number | undefined };

const RUN = "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}";

const access = { dag: "task_instance", may: "edit" } as const;
const TASK = `${RUN}/taskInstances/{task_id}` as const;
const GROUP = `${RUN}/taskGroupInstances/{group_id}` as const;
const PATHS = [
  [TASK, "", "patchTask"],
  [`${TASK}/{map_index}`, "_by_map_index", "patchMapped"],
] as const;

export function markRoutes(deps: ActDeps): readonly Route[] {
  const method = "PATCH";
  return [
    ...PATHS.flatMap(([path, suffix, schemas]) => [
      route({
        method,
        path,
        operationId: `patch_task_instance${suffix}`,
        access,
        schemas: async () => (await import("../schemas/acts.ts"))[schemas],
        handle: (call) => patchTask(deps, call, false),
      }),
      route({
        method,
        path: `${path}/dry_run`,
        operationId: `patch_task_instance_dry_run${suffix}`,
        schemas: async () => (await import("../schemas/acts.ts"))[schemas],
        access,
        handle: (call) => patchTask(deps, call, true),
      }),
    ]),
    route({
      method,
      path: GROUP,
      operationId: "patch_task_group_instances",
      schemas: async () => (await import("../schemas/acts.ts")).patchGroup,
      access,
      handle: (call) => patchGroup(deps, call, false),
    }),
    route({
      method,
      path: `${GROUP}/dry_run`,
      operationId: "patch_task_group_instances_dry_run",
      schemas: async () => (await import("../schemas/acts.ts")).patchGroup,
      access,
      handle: (call) => patchGroup(deps, call, true),
    }),
    // Beside Airflow's paths: its bulk change marks one after another, so that what one sets going changes what the next may do.
    route({
      method,
      path: "/api/momiji/v1/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances",
      operationId: "mark_task_instances",
      schemas: async () => (await import("../schemas/acts.ts")).patchTasks,
      access,
      handle: (call) => patchSome(deps, call),
    }),
  ];
}

async function patchTask(deps: ActDeps, request: Call<TaskPath, OneOfTask>, isDryRun: boolean) {
  const { readTaskPatch } = await import("../act-bodies.ts");
  const { query } = request;
  const body = readTaskPatch(request.body, query.update_mask);
  const { dag_id: dagId, dag_run_id: runId, task_id: taskId, map_index: index = query.map_index } = request.params;
  const selector = index === undefined ? { taskId } : { taskId, mapIndex: Number(index) };
  await knownTask(deps, { dagId, runId }, selector);
  const event = { ...audit("patch_task_instance", request, extraOf(body)), dagId, runId, taskId };
  const mapped = selector.mapIndex === undefined ? event : { ...event, mapIndex: selector.mapIndex };
  const expecting = { ...deps, ...expectationOf(request.headers) };
  return patchTasks(expecting, { dagId, runId, tasks: [selector], body, event: mapped, isDryRun });
}

async function patchSome(deps: ActDeps, request: Call<RunPath>) {
  const { readTasksPatch } = await import("../act-bodies.ts");
  const { tasks, body } = readTasksPatch(request.body);
  const { dag_id: dagId, dag_run_id: runId } = request.params;
  const extra = { ...extraOf(body), task_ids: tasks.map(({ taskId }) => taskId) };
  const event = { ...audit("mark_task_instances", request, extra), dagId, runId };
  const expecting = { ...deps, ...expectationOf(request.headers) };
  return patchTasks(expecting, { dagId, runId, tasks, body, event, isDryRun: false });
}

async function patchGroup(deps: ActDeps, request: Call<GroupPath, Masked>, isDryRun: boolean) {
  const { readTaskPatch } = await import("../act-bodies.ts");
  const body = readTaskPatch(request.body, request.query.update_mask);
  const { dag_id: dagId, dag_run_id: runId, group_id: groupId } = request.params;
  const [run] = await selectRuns(deps.store, { dagId, runId });
  const graph = await deps.graphs.of(dagId, run?.run.dagVersion as number);
  const tasks = tasksOfGroup(graph.spec, groupId);
  if (tasks.length === 0) throw new ApiError("group_not_found", [groupId, dagId]);
  const extra = { ...extraOf(body), group_id: groupId };
  const event = { ...audit("patch_task_group_instances", request, extra), dagId, runId };
  const expecting = { ...deps, ...expectationOf(request.headers) };
  return patchTasks(expecting, { dagId, runId, tasks, body, event, isDryRun });
}
