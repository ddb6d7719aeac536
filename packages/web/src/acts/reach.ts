/** How far an act reaches, and which calls show and do it: pure, without the server. */
import type { ActTarget, MarkedState, RunName, TaskName } from "./open-act.ts";

export interface Reach {
  readonly downstream: boolean;
  readonly upstream: boolean;
  readonly past: boolean;
  readonly future: boolean;
  /** `new`: of whole runs only, the tasks that the newest version has beside theirs. */
  readonly which: "failed" | "all" | "new";
  readonly onLatest: boolean;
}

export type ReachAct = { readonly kind: "clear" } | { readonly kind: "mark"; readonly state: MarkedState };

/** A target whose group has become its tasks. */
export type Chosen = Exclude<ActTarget, { readonly of: "group" }>;

/** What stays as it is, though it is in reach. */
export interface Left {
  readonly items: readonly { readonly dag_run_id: string; readonly task_id: string; readonly map_index: number }[];
  /** All that are under way. */
  readonly running: boolean;
}

export const NOTHING_LEFT: Left = { items: [], running: false };

/** One call of the server's: all that an act does in one run. */
export interface Call {
  readonly verb: "clearTasks" | "clearRun" | "markRun" | "markTask" | "markTasks";
  readonly path: {
    readonly dag_id: string;
    readonly dag_run_id?: string;
    readonly task_id?: string;
    readonly map_index?: number;
  };
  readonly body: { readonly [name: string]: unknown };
  /** As `dag_run_id` may stand in the body. */
  readonly run: RunName;
}

/** A run: what failed of it. A task: itself and what comes after. Several, or a group: those. */
export function usualReach(act: ReachAct, target: ActTarget, onlyFailed?: boolean): Reach {
  const isOneTask = target.of === "tasks" && target.tasks.length === 1;
  const isOfRuns = target.of === "runs";
  return {
    downstream: act.kind === "clear" && isOneTask,
    upstream: false,
    past: false,
    future: false,
    which: act.kind === "clear" && (onlyFailed ?? isOfRuns) ? "failed" : "all",
    onLatest: false,
  };
}

interface Wanted {
  readonly act: ReachAct;
  readonly reach: Reach;
  readonly note: string;
  readonly left: Left;
}

/** One call for each run that is named. */
export function callsOf(target: Chosen, wanted: Wanted): readonly Call[] {
  if (target.of === "runs") return target.runs.map((run) => callOnRun(run, wanted));
  const byRun = Map.groupBy(target.tasks, ({ dagId, runId }) => `${dagId}\n${runId}`);
  return [...byRun.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [callOnTasks([first, ...rest], wanted)],
  );
}

function noted(note: string): { readonly note?: string } {
  return note === "" ? {} : { note };
}

function callOnRun(run: RunName, { act, reach, note, left }: Wanted): Call {
  const path = { dag_id: run.dagId, dag_run_id: run.runId };
  if (act.kind === "mark") return { verb: "markRun", path, run, body: { state: act.state, ...noted(note) } };
  const latest = reach.onLatest ? { run_on_latest_version: true } : {};
  const apart = leftOf({ ...left, items: left.items.filter(({ dag_run_id: id }) => id === run.runId) });
  const onlyFailed = { only_failed: reach.which === "failed" };
  if (reach.which === "new" || Object.keys(apart).length === 0) {
    const body = { ...onlyFailed, only_new: reach.which === "new", ...latest, ...noted(note) };
    return { verb: "clearRun", path, run, body };
  }
  const body = { dag_run_id: run.runId, ...onlyFailed, ...apart, ...latest, ...noted(note) };
  return { verb: "clearTasks", path: { dag_id: run.dagId }, run, body };
}

function leftOf({ items, running }: Left): { readonly exclude?: Left["items"]; readonly exclude_running?: true } {
  return { ...(items.length === 0 ? {} : { exclude: items }), ...(running ? { exclude_running: true } : {}) };
}

function callOnTasks(tasks: readonly [TaskName, ...TaskName[]], { act, reach, note, left }: Wanted): Call {
  const { dagId, runId } = tasks[0];
  const run = { dagId, runId };
  const around = {
    include_downstream: reach.downstream,
    include_upstream: reach.upstream,
    include_past: reach.past,
    include_future: reach.future,
  };
  const ids = tasks.map(({ taskId, mapIndex = -1 }) => (mapIndex < 0 ? taskId : [taskId, mapIndex]));
  if (act.kind === "clear") {
    const body = {
      dag_run_id: runId,
      task_ids: ids,
      only_failed: reach.which === "failed",
      ...around,
      ...(reach.onLatest ? { run_on_latest_version: true } : {}),
      ...leftOf(left),
      ...noted(note),
    };
    return { verb: "clearTasks", path: { dag_id: dagId }, run, body };
  }
  const body = { new_state: act.state, ...around, ...noted(note) };
  const path = { dag_id: dagId, dag_run_id: runId };
  if (tasks.length > 1) return { verb: "markTasks", path, run, body: { ...body, task_ids: ids } };
  const { taskId, mapIndex = -1 } = tasks[0];
  const own = { ...path, task_id: taskId, ...(mapIndex < 0 ? {} : { map_index: mapIndex }) };
  return { verb: "markTask", path: own, run, body };
}
