/** Why an attempt has failed: its words, the lines of its log around the error, what has changed since it last went well. */
import {
  type DagGraph,
  type DagRun,
  type GraphTask,
  type Json,
  type LogRecord,
  reachable,
  type TaskInstance,
  type TaskSpec,
} from "@momiji/core";
import { presentInstant } from "../present.ts";
import { adviceOf } from "./failure-advice.ts";
import { causesOf, type FailureCause } from "./failure-causes.ts";
import { headlineOf } from "./failure-headline.ts";
import { codeOfFailure, exitCodeOf, failurePrint, titleOfFailure } from "./failure-words.ts";
import { presentLine } from "./log-lines.ts";
import { outsideFailure } from "./outside-failure.ts";
import { framesOf } from "./stack-frames.ts";

export interface FailureInput {
  readonly run: DagRun;
  readonly graph: DagGraph;
  readonly attempt: TaskInstance;
  /** Of the run, as they are now. */
  readonly instances: readonly TaskInstance[];
  /** The lines around the last error, or the last lines. */
  readonly excerpt: readonly LogRecord[];
  /** Lines of the whole log. */
  readonly lines: number;
  /** The newest run before in which the task went well, with the graph of its version; null: there is none. */
  readonly lastSuccess: { readonly run: DagRun; readonly graph: DagGraph; readonly worker: string | null } | null;
  /** The same task failed in other runs of the DAG. */
  readonly others: readonly TaskInstance[];
  /** Tries of the same instance before it. */
  readonly earlier: readonly TaskInstance[];
  /** DAGs that wait for what it, or one that waits for it, was to make. */
  readonly blockedDags: readonly string[];
}

export function presentFailure(input: FailureInput) {
  const { run, graph, attempt, instances, excerpt, lastSuccess, others, earlier } = input;
  const { outcome } = attempt;
  const failure = outcome?.kind === "failed" && attempt.state !== "upstream_failed" ? outcome : null;
  const exitCode = exitCodeOf(attempt);
  const print = failurePrint(run.dagId, attempt);
  const task = taskOf(graph, attempt.taskId);
  const causes = attempt.state === "upstream_failed" ? causesOf(graph, instances, attempt.taskId) : [];
  const code = codeOfFailure(attempt);
  const detail = failure?.detail ?? null;
  const changed = lastSuccess === null ? [] : changesSince(lastSuccess, { run, task, worker: attempt.worker });
  return {
    code,
    title: attempt.state === "upstream_failed" ? titleOfCauses(causes) : titleOfFailure(attempt),
    params: exitCode === null ? {} : { exitCode },
    errorName: failure?.errorClass ?? failure?.errorName ?? null,
    detail,
    /** The line that most likely says why. */
    headline: headlineOf(excerpt, code),
    excerpt: { from: excerpt[0]?.seq ?? null, lines: excerpt.map(presentLine), total: input.lines },
    frames: detail === null ? [] : framesOf(detail),
    external: outsideFailure(attempt),
    isJob: task?.lane === "job",
    causes,
    lastSuccess:
      lastSuccess === null
        ? null
        : {
            runId: lastSuccess.run.runId,
            version: lastSuccess.run.dagVersion,
            end: presentInstant(lastSuccess.run.endDate),
          },
    changed,
    unchanged: lastSuccess === null ? [] : unchangedSince(changed, task),
    sameErrorRuns: others.filter((each) => failurePrint(run.dagId, each) === print).length,
    sameErrorTries: earlier.filter((each) => failurePrint(run.dagId, each) === print).map(({ tryNumber }) => tryNumber),
    fingerprint: print,
    blocks: { tasks: blockedTasks(graph, attempt.taskId), dags: input.blockedDags },
    advice: adviceOf({ code, operator: task?.operator ?? null, isJob: task?.lane === "job", detail }),
  };
}

function titleOfCauses([first, ...more]: readonly FailureCause[]): string {
  if (first === undefined) return "What it waits for did not go well.";
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  return `${first.taskId} failed: ${first.title}${others}`;
}

function taskOf(graph: DagGraph, taskId: string): TaskSpec | undefined {
  return graph.tasks[graph.indexOf.get(taskId) ?? -1]?.spec;
}

export interface Change {
  readonly what: "code" | "task" | "image" | "params" | "conf" | "worker";
  readonly from: Json;
  readonly to: Json;
}

/** `task`: names of its settings that are others. `conf`: names of values that are; not the values, which may be secrets. */
function changesSince(
  good: NonNullable<FailureInput["lastSuccess"]>,
  now: { readonly run: DagRun; readonly task: TaskSpec | undefined; readonly worker: string | null },
): readonly Change[] {
  const before = taskOf(good.graph, now.task?.taskId ?? "");
  const [imageBefore, imageNow] = [before?.params?.image ?? null, now.task?.params?.image ?? null];
  const conf = namesThatDiffer(good.run.conf, now.run.conf);
  const settings = before === undefined || now.task === undefined ? [] : namesThatDiffer(before, now.task);
  const params = namesThatDiffer(before?.params ?? {}, now.task?.params ?? {});
  const plain = settings.filter((name) => name !== "params");
  return [
    ...(good.run.dagVersion === now.run.dagVersion
      ? []
      : [{ what: "code" as const, from: good.run.dagVersion, to: now.run.dagVersion }]),
    ...(plain.length === 0 ? [] : [{ what: "task" as const, from: null, to: plain }]),
    ...(imageBefore === imageNow ? [] : [{ what: "image" as const, from: imageBefore, to: imageNow }]),
    ...(params.length === 0 ? [] : [{ what: "params" as const, from: null, to: params }]),
    ...(conf.length === 0 ? [] : [{ what: "conf" as const, from: null, to: conf }]),
    ...(good.worker === now.worker || now.worker === null
      ? []
      : [{ what: "worker" as const, from: good.worker, to: now.worker }]),
  ];
}

/** What people ask for first, if it is the same. */
function unchangedSince(changed: readonly Change[], task: TaskSpec | undefined): readonly Change["what"][] {
  const asked = ["code", ...(task?.params?.image === undefined ? [] : ["image" as const]), "params", "conf"] as const;
  return asked.filter((what) => changed.every((change) => change.what !== what));
}

function namesThatDiffer(left: object, right: object): readonly string[] {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  const of = (from: object, name: string): string => JSON.stringify((from as { [name: string]: Json })[name] ?? null);
  return [...names].filter((name) => of(left, name) !== of(right, name)).toSorted();
}

/** Everything further down that waits for it. */
export function blockedTasks(graph: DagGraph, taskId: string): readonly string[] {
  const index = graph.indexOf.get(taskId);
  if (index === undefined) return [];
  const below = reachable([index], (at) => (graph.tasks[at] as GraphTask).downstream);
  return [...below].map((at) => (graph.tasks[at] as GraphTask).taskId);
}
