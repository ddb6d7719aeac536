/** Marks of task instances, and notes on them. */
import { markInstances, type TaskSelector } from "@momiji/core";
import type { EventLogEntry, TaskNote } from "@momiji/store";
import type { TaskPatchBody } from "./act-bodies.ts";
import { type ActDeps, actOnRuns, type RunAct } from "./act-on-runs.ts";
import { ApiError } from "./errors.ts";
import { presentActs, presentPage } from "./present-acts.ts";
import { listedInstance, presentTaskInstance } from "./present.ts";
import { selectRuns } from "./run-selection.ts";
import { knownDag } from "./trigger.ts";

export interface TaskPatch {
  readonly dagId: string;
  readonly runId: string;
  readonly tasks: readonly TaskSelector[];
  readonly body: TaskPatchBody;
  readonly event: EventLogEntry;
  readonly isDryRun: boolean;
}

/** @throws ApiError `already_in_state`, and those of `selectRuns` */
export async function patchTasks(deps: ActDeps, wanted: TaskPatch) {
  if (wanted.body.state === undefined) return noteOnly(deps, wanted);
  return presentPage(await presentActs(deps, await markTasks(deps, wanted), wanted.isDryRun));
}

/** @throws ApiError `already_in_state`, and those of `selectRuns` */
export async function markTasks(deps: ActDeps, wanted: TaskPatch): Promise<readonly RunAct[]> {
  const { dagId, runId, tasks, body, event, isDryRun } = wanted;
  await knownDag(deps.store, dagId);
  const { state, note, upstream, downstream, past, future } = body;
  if (state === undefined) return [];
  return actOnRuns(
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
}

/** As Airflow: marking what is in that state already is a conflict. */
function refuseUnchanged(acts: readonly RunAct[], { tasks, body }: TaskPatch): void {
  if (acts.some(({ act }) => act.affected.length > 0)) return;
  throw new ApiError("already_in_state", [tasks.map(({ taskId }) => taskId).join(", "), body.state ?? ""]);
}

async function noteOnly(deps: ActDeps, { dagId, runId, tasks, body, event, isDryRun }: TaskPatch) {
  const [found] = await selectRuns(deps.store, { dagId, runId });
  if (found === undefined) throw new ApiError("run_not_found", [dagId, runId]);
  const meant = found.instances.filter((instance) => isMeant(tasks, instance));
  const { note } = body;
  if (!isDryRun && note !== undefined) {
    const { runKey } = found.run;
    const taskNotes = meant.map(({ taskId, mapIndex }) => ({ runKey, taskId, mapIndex, note }));
    await deps.store.act({ now: deps.clock.now(), taskNotes, events: [event] });
  }
  const version = await deps.graphs.version(dagId, found.run.dagVersion);
  const presented = meant.map((instance) =>
    presentTaskInstance(listedInstance(found.run, instance, note ?? null), version),
  );
  return presentPage({ task_instances: presented, total_entries: presented.length });
}

/** Notes go on the instances that were named, not on their relatives. */
function notesOf(
  acts: readonly RunAct[],
  { runId, tasks }: Pick<TaskPatch, "dagId" | "runId" | "tasks">,
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
export async function knownTask(
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

/** What was asked for, for the log. */
export function extraOf(body: TaskPatchBody): { readonly [name: string]: boolean | string } {
  const given = Object.entries(body).filter(([, value]) => value === true || typeof value === "string");
  return Object.fromEntries(given);
}
