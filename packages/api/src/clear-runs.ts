/** Clearing: task instances of some runs, or whole runs. */
import {
  type Act,
  clearNewTasks,
  clearRun,
  type DagRun,
  type Micros,
  type NewestVersion,
  type TaskInstance,
  type TaskState,
} from "@momiji/core";
import type { DagRecord, EventLogEntry } from "@momiji/store";
import type { ClearBody, RunClearBody } from "./act-bodies.ts";
import { type ActDeps, actOnRuns, type RunAct } from "./act-on-runs.ts";
import type { RunName } from "./change-runs.ts";
import { ApiError } from "./errors.ts";
import { type RunSelection, selectRuns } from "./run-selection.ts";
import { knownDag } from "./trigger.ts";

/** @throws ApiError `clear_dag_not_found`, `clear_run_not_found`, `task_is_running` */
export async function clearInstances(deps: ActDeps, body: ClearBody, event: EventLogEntry): Promise<readonly RunAct[]> {
  const dag = await dagToClear(deps, event.dagId as string);
  const newest = body.onNewest ? { version: dag.version, graph: await deps.graphs.current(dag) } : null;
  const { dryRun, from, to, past, future, runId, preventRunningTask, note, exclude, excludeRunning, ...asked } = body;
  const left = new Set(exclude.map((each) => leftKey(each.dag_run_id, each.task_id, each.map_index)));
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
  if (runId !== undefined && (await deps.store.listRuns({ dagId: dag.dagId, runId, limit: 1 })).length === 0)
    throw new ApiError("clear_run_not_found", [runId, dag.dagId]);
  return actOnRuns(
    deps,
    {
      load: () => selectRuns(deps.store, selection),
      decide: (view) => {
        const isLeft = ({ taskId, mapIndex, state }: TaskInstance) =>
          left.has(leftKey(view.run.runId, taskId, mapIndex)) || (excludeRunning && UNDER_WAY.has(state));
        const act = clearRun(view, { ...asked, newest, isLeft }, deps.clock.now());
        if (preventRunningTask) refuseRunning(act);
        return act;
      },
      besides: (acts) => ({
        events: [{ ...event, ...(runId === undefined ? {} : { runId }), extra: { ...extra, ...event.extra } }],
        ...(note === undefined ? {} : { taskNotes: notesOn(acts, note) }),
      }),
    },
    dryRun,
  );
}

/** It works, or waits for somebody outside: clearing would end that. */
const UNDER_WAY: ReadonlySet<TaskState> = new Set(["running", "deferred", "awaiting_input", "restarting"]);

function leftKey(runId: string, taskId: string, mapIndex: number): string {
  return `${runId}\n${taskId}\n${mapIndex}`;
}

/** Clears whole runs, of whichever DAGs, all of them or none. @throws ApiError `run_not_found` */
export async function clearWholeRuns(
  deps: ActDeps,
  runs: readonly RunName[],
  { body, event }: { readonly body: RunClearBody; readonly event: EventLogEntry },
): Promise<readonly RunAct[]> {
  const newest = new Map<string, NewestVersion | null>();
  for (const { dagId } of runs) {
    if (newest.has(dagId)) continue;
    const dag = body.onNewest ? await knownDag(deps.store, dagId) : null;
    newest.set(dagId, dag === null ? null : { version: dag.version, graph: await deps.graphs.current(dag) });
  }
  const now = deps.clock.now();
  const request = {
    load: async () => (await Promise.all(runs.map((run) => selectRuns(deps.store, run)))).flat(),
    decide: (view: RunAct["view"]) => decideWholeRun(view, { body, newest: newest.get(view.run.dagId) ?? null, now }),
    besides: () => ({ events: runs.map((run) => ({ ...event, ...run, extra: { ...extraOf(body), ...event.extra } })) }),
  };
  return actOnRuns(deps, request, body.dryRun);
}

/** The runs as they are now. */
export async function runsAfter({ store }: ActDeps, acts: readonly RunAct[]): Promise<readonly DagRun[]> {
  const loaded = await store.loadRuns(acts.map(({ view }) => view.run.runKey));
  const after = new Map(loaded.map(({ run }) => [run.runKey, run]));
  return acts.map(({ view: { run } }) => after.get(run.runKey) ?? run);
}

async function dagToClear({ store }: ActDeps, dagId: string): Promise<DagRecord> {
  const [dag] = await store.listDags({ dagIds: [dagId] });
  if (dag === undefined) throw new ApiError("clear_dag_not_found", [dagId]);
  return dag;
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
