/** One run along its time: every attempt, what is usual, and which chain of tasks made it as long as it was. */
import type { DagGraph, DagRun, GraphTask, Micros, TaskInstance, TaskState } from "@momiji/core";
import type { InstanceMark, LoadedRun } from "@momiji/store";
import { presentInstant } from "../present.ts";

/** Number, state, and moments in milliseconds after the origin: scheduled, queued, started, ended; null: not (yet). */
export type GanttTry = readonly [number, TaskState, number | null, number | null, number | null, number | null];

export interface GanttInput {
  readonly loaded: LoadedRun;
  readonly graph: DagGraph;
  /** Earlier attempts, the oldest first. */
  readonly earlier: (instance: TaskInstance) => readonly TaskInstance[];
  /** Runs that ended well, to compare with. */
  readonly usual: readonly { readonly run: DagRun; readonly instances: readonly InstanceMark[] }[];
}

export function presentGantt({ loaded: { run, instances }, graph, earlier, usual }: GanttInput) {
  const origin = run.startDate ?? run.queuedAt;
  const rows = instances.map((instance) => ({
    id: instance.taskId,
    m: instance.mapIndex,
    state: instance.state,
    tries: [...earlier(instance), ...(instance.tryNumber > 0 || instance.scheduledAt !== null ? [instance] : [])].map(
      (each) => tryOf(each, origin),
    ),
  }));
  return {
    origin: presentInstant(origin),
    end: presentInstant(run.endDate),
    rows,
    median: mediansOf(usual),
    critical: criticalPath(graph, instances),
  };
}

function tryOf(
  { tryNumber, state, scheduledAt, queuedAt, startDate, endDate }: TaskInstance,
  origin: Micros,
): GanttTry {
  const after = (at: Micros | null): number | null => (at === null ? null : Math.round((at - origin) / 1000));
  return [tryNumber, state, after(scheduledAt), after(queuedAt), after(startDate), after(endDate)];
}

/** Of each task the usual start after the run's start, and the usual duration, in milliseconds. */
function mediansOf(runs: GanttInput["usual"]): { readonly [taskId: string]: readonly [number, number] } {
  const starts = new Map<string, number[]>();
  const durations = new Map<string, number[]>();
  for (const { run, instances } of runs) {
    const origin = run.startDate ?? run.queuedAt;
    for (const { taskId, startDate, endDate } of instances) {
      if (startDate === null || endDate === null) continue;
      add(starts, taskId, (startDate - origin) / 1000);
      add(durations, taskId, (endDate - startDate) / 1000);
    }
  }
  const entries = [...starts].map(([id, all]) => [id, [medianOf(all), medianOf(durations.get(id) ?? [])]] as const);
  return Object.fromEntries(entries);
}

function add(to: Map<string, number[]>, key: string, value: number): void {
  const all = to.get(key);
  if (all === undefined) to.set(key, [value]);
  else all.push(value);
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const value = sorted[middle] ?? 0;
  return Math.round(sorted.length % 2 === 1 ? value : (value + (sorted[middle - 1] ?? value)) / 2);
}

/** From what ended last back to whatever it waited for longest, the first task first. */
function criticalPath(graph: DagGraph, instances: readonly TaskInstance[]): readonly string[] {
  const ends = new Map<string, Micros>();
  for (const { taskId, startDate, endDate } of instances)
    if (startDate !== null && endDate !== null) ends.set(taskId, Math.max(endDate, ends.get(taskId) ?? 0));
  const latest = (ids: readonly string[]): string | undefined =>
    ids.reduce<string | undefined>((best, id) => {
      const end = ends.get(id);
      return end !== undefined && (best === undefined || end > (ends.get(best) as number)) ? id : best;
    }, undefined);
  const path: string[] = [];
  for (let id = latest([...ends.keys()]); id !== undefined;) {
    path.unshift(id);
    const task: GraphTask | undefined = graph.tasks[graph.indexOf.get(id) ?? -1];
    id = latest((task?.upstream ?? []).map((index) => (graph.tasks[index] as GraphTask).taskId));
  }
  return path;
}
