/** Why an attempt has failed: its words, the lines of its log around the error, what has changed since it last went well. */
import { type DagGraph, type DagRun, type GraphTask, type LogRecord, reachable, type TaskInstance } from "@momiji/core";
import type { LoadedRun } from "@momiji/store";
import { presentInstant } from "../present.ts";
import { fingerprint } from "./etag.ts";
import { presentLine } from "./log-lines.ts";

export interface FailureInput {
  readonly run: DagRun;
  readonly graph: DagGraph;
  readonly attempt: TaskInstance;
  /** The lines around the last error, or the last lines. */
  readonly excerpt: readonly LogRecord[];
  /** The newest run before in which the task went well; null: there is none. */
  readonly lastSuccess: DagRun | null;
  /** Other runs of the DAG that failed, the newest first. */
  readonly failed: readonly LoadedRun[];
}

export function presentFailure({ run, graph, attempt, excerpt, lastSuccess, failed }: FailureInput) {
  const { outcome } = attempt;
  const isFailure = outcome?.kind === "failed";
  const title = titleOf(attempt);
  const print = failurePrint(run.dagId, attempt);
  const same = failed.filter(({ instances }) =>
    instances.some((each) => each.taskId === attempt.taskId && failurePrint(run.dagId, each) === print),
  );
  return {
    code: isFailure ? outcome.code : (outcome?.kind ?? attempt.state),
    title,
    params: isFailure && outcome.exitCode !== undefined ? { exitCode: outcome.exitCode } : {},
    detail: isFailure ? (outcome.detail ?? null) : null,
    excerpt: { from: excerpt[0]?.seq ?? null, lines: excerpt.map(presentLine) },
    external: attempt.job === null ? null : { said: attempt.job.said?.message ?? null },
    lastSuccess:
      lastSuccess === null
        ? null
        : { runId: lastSuccess.runId, version: lastSuccess.dagVersion, end: presentInstant(lastSuccess.endDate) },
    changed:
      lastSuccess === null || lastSuccess.dagVersion === run.dagVersion
        ? []
        : [{ what: "code", from: lastSuccess.dagVersion, to: run.dagVersion }],
    sameErrorRuns: same.length,
    fingerprint: print,
    blocks: { tasks: blockedTasks(graph, attempt.taskId) },
  };
}

function titleOf({ outcome, state }: TaskInstance): string {
  if (outcome?.kind === "failed" || outcome?.kind === "lost" || outcome?.kind === "cancelled") return outcome.message;
  return state ?? "";
}

/** The same for failures that differ in ids, sizes and moments alone. */
export function failurePrint(
  dagId: string,
  { taskId, outcome, state }: Pick<TaskInstance, "taskId" | "outcome" | "state">,
): string {
  const words = outcome?.kind === "failed" || outcome?.kind === "lost" ? outcome.message : (state ?? "");
  return fingerprint(`${dagId}\n${taskId}\n${words.replace(/[0-9a-f]{8,}|\d+/gi, "#")}`);
}

/** Everything further down that waits for it. */
function blockedTasks(graph: DagGraph, taskId: string): readonly string[] {
  const index = graph.indexOf.get(taskId);
  if (index === undefined) return [];
  const below = reachable([index], (at) => (graph.tasks[at] as GraphTask).downstream);
  return [...below].map((at) => (graph.tasks[at] as GraphTask).taskId);
}
