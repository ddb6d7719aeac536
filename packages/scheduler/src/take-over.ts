/**
 * Takes over what others have done to runs: acts of people, which are in the store before the scheduler hears of them.
 * What it holds in memory of such a run is thrown away; the store is right.
 */
import {
  type DagRun,
  isFinished,
  isHeldByWorker,
  isRunFinished,
  type TaskInstance,
  type TaskState,
} from "@momiji/core";
import type { LoadedRun, Store } from "@momiji/store";
import type { ActiveRun, DagEntry } from "./dag-entry.ts";
import type { Roster } from "./roster.ts";

/** An attempt that nobody wants any more. */
export interface Unwanted {
  readonly attemptId: string;
  readonly reason: string;
}

export interface TakenOver {
  /** Runs that were loaded, and those that look back at one of them. */
  readonly runs: readonly ActiveRun[];
  readonly entries: readonly DagEntry[];
  /** Runs that were in memory and ended by somebody's word. */
  readonly ended: readonly DagRun[];
  readonly unwanted: readonly Unwanted[];
  /** Runs of which nothing that was kept in memory holds any more. */
  readonly changed: readonly number[];
}

export interface TakeOverDeps {
  readonly roster: Roster;
  readonly store: Store;
}

/** @param stale runs whose commit was refused: what stands in memory of them is ahead of the store */
export async function takeOver(
  { roster, store }: TakeOverDeps,
  runKeys: readonly number[],
  stale: readonly ActiveRun[] = [],
): Promise<TakenOver> {
  const loaded = new Map((await store.loadRuns(runKeys)).map((each) => [each.run.runKey, each]));
  const inMemory = new Map(stale.map((active) => [active.runKey, active]));
  const unchanged = new Set<number>();
  for (const runKey of runKeys) {
    const active = roster.run(runKey);
    const isKnown = active !== undefined && loaded.get(runKey)?.run.revision === active.revision;
    if (isKnown && !inMemory.has(runKey)) unchanged.add(runKey);
    else if (active !== undefined) inMemory.set(runKey, active);
  }
  for (const runKey of unchanged) loaded.delete(runKey);
  for (const active of inMemory.values()) roster.drop(active);
  for (const { runKey, dag } of stale)
    if (dag.spec.deadlines !== undefined && endOf(loaded.get(runKey)).length > 0)
      await roster.alarms.takeBackDeadlines(runKey);
  const fresh = await roster.takeUp([...loaded.values()].filter(({ run }) => !isRunFinished(run.state)));
  const changed = runKeys.filter((runKey) => !unchanged.has(runKey));
  // Of a run that was deleted after its end nothing is left that would tell its DAG.
  const gone = new Set(changed.filter((runKey) => !loaded.has(runKey)));
  const entries = entriesOf(roster, loaded.values(), inMemory.values());
  if (gone.size > 0) for (const entry of roster.lookingBackAt(gone)) entries.add(entry);
  const around = await roster.relink(entries, new Set(changed));
  const runs = [...fresh, ...around];
  return {
    runs,
    entries: [...new Set([...[...inMemory.values()].map(({ entry }) => entry), ...runs.map(({ entry }) => entry)])],
    ended: [...inMemory.keys()].flatMap((runKey) => endOf(loaded.get(runKey))),
    unwanted: [...inMemory.values()].flatMap((active) => unwantedOf(active, loaded.get(active.runKey))),
    changed,
  };
}

/** Lets go of DAGs that were deleted: what is out of their runs is not wanted any more. */
export function letGo(roster: Roster, deleted: readonly DagEntry[]): TakenOver {
  const runs = deleted.flatMap((entry) => [...entry.runs.values()]);
  for (const active of runs) roster.drop(active);
  for (const entry of deleted) {
    // A turn that was left open may hold it still: nothing new starts.
    entry.refresh({ ...entry.record, isActive: false }, entry.current);
    roster.forget(entry);
  }
  return {
    runs: [],
    entries: [],
    ended: [],
    unwanted: runs.flatMap((active) => unwantedOf(active, undefined)),
    changed: runs.map(({ runKey }) => runKey),
  };
}

function entriesOf(roster: Roster, loaded: Iterable<LoadedRun>, inMemory: Iterable<ActiveRun>): Set<DagEntry> {
  const entries = new Set([...inMemory].map(({ entry }) => entry));
  for (const { run } of loaded) {
    const entry = roster.entry(run.dagId);
    if (entry !== undefined) entries.add(entry);
  }
  return entries;
}

function endOf(each: LoadedRun | undefined): DagRun[] {
  return each !== undefined && isRunFinished(each.run.state) ? [each.run] : [];
}

/** Attempts that are out and no longer wanted, and those that are to end so that the next can begin. */
function unwantedOf({ machine }: ActiveRun, now: LoadedRun | undefined): Unwanted[] {
  const wanted = new Set(
    now?.instances
      .filter(({ state }) => isHeldByWorker(state) && state !== "restarting")
      .map(({ attemptId }) => attemptId),
  );
  const after = new Map(now?.instances.map((instance) => [keyOf(instance), instance.state]));
  return machine.instances.flatMap((instance) => {
    const { attemptId, state } = instance;
    if (attemptId === null || !isHeldByWorker(state) || wanted.has(attemptId)) return [];
    return [{ attemptId, reason: reasonOf(now, after.get(keyOf(instance)) ?? null) }];
  });
}

/** For the attempt's log: what has become of its task instance meanwhile. */
function reasonOf(now: LoadedRun | undefined, state: TaskState | null): string {
  if (now === undefined) return "the run was deleted";
  return now.run.reason ?? (state !== null && isFinished(state) ? `marked ${state}` : "cleared");
}

function keyOf({ taskId, mapIndex }: TaskInstance): string {
  return `${mapIndex} ${taskId}`;
}
