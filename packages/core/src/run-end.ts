/** How a run ends (`DagRun.update_state` of Airflow), with the reason in words. */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import { instanceName } from "./run-view.ts";
import { isFailure } from "./task-state.ts";

/** More names than this are counted, not listed. */
const NAMES_SHOWN = 5;

const DEADLOCK = "deadlock";
const TIMED_OUT = "timed out";

/** The run with its end. */
export function endRun(run: DagRun, end: Pick<DagRun, "state" | "reason">, now: Micros): DagRun {
  return { ...run, ...end, endDate: now };
}

/**
 * The end of a run all of whose instances have ended: failed if a leaf has failed, else success. A failure that no leaf
 * shows leaves the run successful, and the reason says so.
 */
export function outcomeOfRun(graph: DagGraph, instances: readonly TaskInstance[]): Pick<DagRun, "state" | "reason"> {
  const leaves = new Set(graph.leaves.map((index) => (graph.tasks[index] as GraphTask).taskId));
  const failed = instances.filter((instance) => isFailure(instance.state));
  if (graph.spec.failFast === true) {
    const culprits = failed.filter((instance) => failsRun(graph, instance));
    if (culprits.length > 0) return { state: "failed", reason: `failed fast: ${names(graph, culprits)}` };
  }
  const failedLeaves = failed.filter((instance) => leaves.has(instance.taskId));
  if (failedLeaves.length > 0) return { state: "failed", reason: `failed at its end: ${names(graph, failedLeaves)}` };
  if (failed.length === 0) return { state: "success", reason: null };
  return {
    state: "success",
    reason: `its last tasks succeeded or were skipped, although others failed: ${names(graph, failed)}`,
  };
}

/** Why a run ended, in Airflow's words. */
export function endCauseOf({ state, reason }: Pick<DagRun, "state" | "reason">): string {
  if (state === "success") return "success";
  if (reason?.startsWith(TIMED_OUT) === true) return "timed_out";
  return reason?.startsWith(DEADLOCK) === true ? "all_tasks_deadlocked" : "task_failure";
}

/** Of a fail-fast DAG: everything but teardowns that leave the run alone. */
function failsRun(graph: DagGraph, { taskId, state }: TaskInstance): boolean {
  const task = graph.tasks[graph.indexOf.get(taskId) ?? -1];
  return state === "failed" && (task?.isTeardown !== true || task.spec.onFailureFailDagrun === true);
}

/** The end of a run that can never go on. */
export function deadlockOfRun(graph: DagGraph, unfinished: readonly TaskInstance[]): Pick<DagRun, "state" | "reason"> {
  return {
    state: "failed",
    reason: `${DEADLOCK}: nothing is left that could run, these wait for ever: ${names(graph, unfinished)}`,
  };
}

/** Why a run that took longer than `dagrunTimeoutSeconds` failed. */
export function timeoutReason(graph: DagGraph): string {
  return `${TIMED_OUT}: not finished ${graph.spec.dagrunTimeoutSeconds} s after its start`;
}

/** In the order of the DAG file, whatever order the instances came into being in. */
function names(graph: DagGraph, instances: readonly TaskInstance[]): string {
  const place = ({ taskId }: TaskInstance) => graph.indexOf.get(taskId) ?? -1;
  const shown = instances
    .toSorted((a, b) => place(a) - place(b) || a.mapIndex - b.mapIndex)
    .slice(0, NAMES_SHOWN)
    .map(instanceName)
    .join(", ");
  const more = instances.length - NAMES_SHOWN;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
