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
const FAILED_FAST = "failed fast: ";
const AT_ITS_END = "failed at its end: ";
const OTHERS_FAILED = "its last tasks succeeded or were skipped, although others failed: ";
const FOR_EVER = `${DEADLOCK}: nothing is left that could run, these wait for ever: `;

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
    if (culprits.length > 0) return { state: "failed", reason: `${FAILED_FAST}${names(graph, culprits)}` };
  }
  const failedLeaves = failed.filter((instance) => leaves.has(instance.taskId));
  if (failedLeaves.length > 0) return { state: "failed", reason: `${AT_ITS_END}${names(graph, failedLeaves)}` };
  if (failed.length === 0) return { state: "success", reason: null };
  return {
    state: "success",
    reason: `${OTHERS_FAILED}${names(graph, failed)}`,
  };
}

/** Why a run ended, in Airflow's words. */
export function endCauseOf({ state, reason }: Pick<DagRun, "state" | "reason">): string {
  if (state === "success") return "success";
  if (reason?.startsWith(TIMED_OUT) === true) return "timed_out";
  return reason?.startsWith(DEADLOCK) === true ? "all_tasks_deadlocked" : "task_failure";
}

/** Why a run ended, for programs that say it in other words. */
export type RunEndData = {
  readonly code: "failed_fast" | "failed_at_end" | "others_failed" | "deadlock" | "timed_out" | "marked" | "cancelled";
  /** Of task instances, the first few. */
  readonly names: readonly string[];
  /** Not named. */
  readonly more: number;
  /** Its timeout in seconds, or the id of its backfill; null: neither. */
  readonly number: number | null;
};

const NAMING = [
  ["failed_fast", FAILED_FAST],
  ["failed_at_end", AT_ITS_END],
  ["others_failed", OTHERS_FAILED],
  ["deadlock", FOR_EVER],
] as const;

/** Read back from the words of this file, of marks and of cancelled backfills; null: it has none, or unknown ones. */
export function runEndData({ reason }: Pick<DagRun, "reason">): RunEndData | null {
  if (reason === null) return null;
  for (const [code, words] of NAMING)
    if (reason.startsWith(words)) return { code, ...namesIn(reason.slice(words.length)), number: null };
  const end = { names: [], more: 0 };
  const seconds = new RegExp(`^${TIMED_OUT}: not finished ([\\d.]+) s`).exec(reason)?.[1];
  if (seconds !== undefined) return { code: "timed_out", ...end, number: Number(seconds) };
  const backfill = /^backfill (\d+) was cancelled$/.exec(reason)?.[1];
  if (backfill !== undefined) return { code: "cancelled", ...end, number: Number(backfill) };
  return reason.startsWith("marked ") ? { code: "marked", ...end, number: null } : null;
}

/** As `names` writes them. */
function namesIn(text: string): Pick<RunEndData, "names" | "more"> {
  const [, shown = text, more = "0"] = /^(.*) and (\d+) more$/.exec(text) ?? [];
  return { names: shown.split(", "), more: Number(more) };
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
    reason: `${FOR_EVER}${names(graph, unfinished)}`,
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
