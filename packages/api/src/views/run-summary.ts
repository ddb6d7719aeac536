/** A run in short: how many tasks are in which state, what caused its failure, what it waits for, what hangs on it. */
import { type DagGraph, instanceName, isFinished, type Micros, runEndData, type TaskInstance } from "@momiji/core";
import type { LoadedRun } from "@momiji/store";
import { presentInstant } from "../present.ts";
import { causesOf } from "./failure-causes.ts";
import { codeOfFailure, exitCodeOf, failurePrint, titleOfFailure } from "./failure-words.ts";

export interface SummaryInput {
  readonly loaded: LoadedRun;
  readonly graph: DagGraph;
  readonly usualMicros: Micros | null;
  /** DAGs that get nothing because of what failed. */
  readonly blockedDags: readonly string[];
  /** By instance: the line of its log that most likely says why it failed. */
  readonly headlines: ReadonlyMap<string, string | null>;
}

/** Of each list. */
const MOST = 200;

export function presentRunSummary({ loaded, graph, usualMicros, blockedDags, headlines }: SummaryInput) {
  const { run, instances } = loaded;
  const failed = instances.filter(({ state }) => state === "failed");
  const blockedBy = blockedByCause(graph, instances);
  const waiting = instances.filter(({ state }) => !isFinished(state) && state !== null && state !== "scheduled");
  const states = Map.groupBy(instances, ({ state }) => state ?? "none");
  return {
    dagId: run.dagId,
    runId: run.runId,
    state: run.state,
    reason: run.reason,
    runEnd: runEndData(run),
    version: run.dagVersion,
    start: presentInstant(run.startDate),
    end: presentInstant(run.endDate),
    durationMs: run.startDate === null || run.endDate === null ? null : millis(run.endDate - run.startDate),
    usualMs: usualMicros === null ? null : millis(usualMicros),
    states: Object.fromEntries([...states].map(([state, of]) => [state, of.length])),
    total: instances.length,
    failures: failed.slice(0, MOST).map((instance) => ({
      ...keyOf(instance),
      tryNumber: instance.tryNumber,
      code: codeOfFailure(instance),
      exitCode: exitCodeOf(instance),
      title: titleOfFailure(instance),
      headline: headlines.get(instanceName(instance)) ?? null,
      fingerprint: failurePrint(run.dagId, instance),
      end: presentInstant(instance.endDate),
      blocks: blockedBy.get(instanceName(instance)) ?? [],
    })),
    waitsFor: waiting.slice(0, MOST).map((instance) => ({
      ...keyOf(instance),
      state: instance.state,
      since: presentInstant(instance.startDate ?? instance.queuedAt),
    })),
    blockedDags,
    truncated: failed.length > MOST || waiting.length > MOST,
  };
}

function keyOf({ taskId, mapIndex }: TaskInstance) {
  return { taskId, mapIndex };
}

/** By what failed, the tasks that failed with it without having run. */
function blockedByCause(graph: DagGraph, instances: readonly TaskInstance[]): ReadonlyMap<string, readonly string[]> {
  const blocked = new Map<string, string[]>();
  const taskIds = new Set(instances.filter(({ state }) => state === "upstream_failed").map(({ taskId }) => taskId));
  for (const taskId of [...taskIds].slice(0, MOST))
    for (const cause of causesOf(graph, instances, taskId)) {
      const name = instanceName(cause);
      blocked.set(name, [...(blocked.get(name) ?? []), taskId]);
    }
  return blocked;
}

function millis(span: number): number {
  return Math.round(span / 1000);
}
