/** Clearing: task instances of some runs, or a whole run. A dry run, which is the default, lists what would run again. */
import { type Act, clearNewTasks, clearRun, type Micros, type NewestVersion } from "@momiji/core";
import type { EventLogEntry } from "@momiji/store";
import type { ClearBody, RunClearBody } from "../act-bodies.ts";
import { type ActDeps, actOnRuns, type RunAct } from "../act-on-runs.ts";
import { ApiError } from "../errors.ts";
import { presentActs } from "../present-acts.ts";
import { presentRun } from "../present.ts";
import { type RunSelection, selectRuns } from "../run-selection.ts";
import { knownDag } from "../trigger.ts";
import { route, type Route } from "../route.ts";

export function clearRoutes(deps: ActDeps): readonly Route[] {
  return [
    route({
      method: "POST",
      path: "/api/v2/dags/{dag_id}/clearTaskInstances",
      operationId: "post_clear_task_instances",
      access: { dag: "task_instance", may: "edit" },
      handle: async (asked) => {
        const { readClear } = await import("../act-bodies.ts");
        const body = readClear(asked.body);
        const event = { event: "post_clear_task_instances", owner: asked.principal.name, dagId: asked.params.dag_id };
        return presentActs(await clearInstances(deps, body, event), body.dryRun);
      },
    }),

    route({
      method: "POST",
      path: "/api/v2/dags/{dag_id}/dagRuns/{dag_run_id}/clear",
      operationId: "clear_dag_run",
      access: { dag: "run", may: "edit" },
      handle: async (asked) => {
        const { readRunClear } = await import("../act-bodies.ts");
        const { dag_id: dagId, dag_run_id: runId } = asked.params;
        const body = readRunClear(asked.body);
        const event = { event: "clear_dag_run", owner: asked.principal.name, dagId, runId };
        return clearWholeRun(deps, body, event);
      },
    }),
  ];
}

async function clearInstances(deps: ActDeps, body: ClearBody, event: EventLogEntry): Promise<readonly RunAct[]> {
  const dag = await knownDag(deps.store, event.dagId as string);
  const newest = body.onNewest ? { version: dag.version, graph: deps.graphs.current(dag) } : null;
  const { dryRun, from, to, past, future, runId, preventRunningTask, note, ...asked } = body;
  const selection: RunSelection = {
    dagId: dag.dagId,
    past,
    future,
    ...(runId === undefined ? {} : { runId }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const extra = {
    ...extraOf(body),
    ...(body.tasks === undefined ? {} : { task_ids: body.tasks.map(({ taskId }) => taskId) }),
  };
  return actOnRuns(
    deps,
    {
      load: () => selectRuns(deps.store, selection),
      decide: (view) => {
        const act = clearRun(view, { ...asked, newest }, deps.clock.now());
        if (preventRunningTask) refuseRunning(act);
        return act;
      },
      besides: (acts) => ({
        events: [{ ...event, ...(runId === undefined ? {} : { runId }), extra }],
        ...(note === undefined ? {} : { taskNotes: notesOn(acts, note) }),
      }),
    },
    dryRun,
  );
}

async function clearWholeRun(deps: ActDeps, body: RunClearBody, event: EventLogEntry) {
  const { dagId, runId } = event as { dagId: string; runId: string };
  const dag = await knownDag(deps.store, dagId);
  const newest = body.onNewest ? { version: dag.version, graph: deps.graphs.current(dag) } : null;
  const decide = (view: RunAct["view"]) => decideWholeRun(view, { body, newest, now: deps.clock.now() });
  const request = {
    load: () => selectRuns(deps.store, { dagId, runId }),
    decide,
    besides: () => ({ events: [{ ...event, extra: extraOf(body) }] }),
  };
  const acts = await actOnRuns(deps, request, body.dryRun);
  if (!body.dryRun)
    return presentRun((await selectRuns(deps.store, { dagId, runId }))[0]?.run ?? (acts[0] as RunAct).view.run);
  const { task_instances: present, total_entries: count } = presentActs(acts, true);
  const added = acts.flatMap(({ act }) => ("added" in act ? (act.added as readonly string[]) : []));
  return {
    task_instances: [...present, ...added.map((id) => newTask(id, dagId, runId))],
    total_entries: count + added.length,
  };
}

function decideWholeRun(
  view: RunAct["view"],
  { body, newest, now }: { body: RunClearBody; newest: NewestVersion | null; now: Micros },
): Act {
  const whole = {
    upstream: false,
    downstream: false,
    onlyFailed: body.onlyFailed,
    onlyRunning: false,
    resetDagRuns: true,
  };
  const act =
    body.onlyNew && newest !== null ? clearNewTasks(view, newest, now) : clearRun(view, { ...whole, newest }, now);
  if (body.note === undefined) return act;
  const run = { ...(act.changes.run ?? view.run), note: body.note };
  return { ...act, changes: { ...act.changes, run } };
}

/** A task that the run does not have yet. */
function newTask(taskId: string, dagId: string, runId: string) {
  return { task_id: taskId, dag_id: dagId, dag_run_id: runId, map_index: -1, state: null };
}

function refuseRunning({ affected }: Act): void {
  const running = affected.filter(({ state }) => state === "running");
  if (running.length > 0) throw new ApiError("task_is_running", [running.map(({ taskId }) => taskId).join(", ")]);
}

function notesOn(acts: readonly RunAct[], note: string) {
  return acts.flatMap(({ view, act }) =>
    act.affected.map(({ taskId, mapIndex }) => ({ runKey: view.run.runKey, taskId, mapIndex, note })),
  );
}

/** What was asked for, for the log: the switches that were on. */
function extraOf(body: object): { readonly [name: string]: boolean | string } {
  const given = Object.entries(body).filter(([, value]) => value === true || typeof value === "string");
  return Object.fromEntries(given);
}
