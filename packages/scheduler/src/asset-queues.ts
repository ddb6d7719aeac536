/** The queues of assets of the DAGs in memory: loaded when the store tells of a change, emptied by the run they ask for. */
import { conditionOf, NOTHING_QUEUED, planAssetRun, type PlannedRun } from "@momiji/core";
import type { Store } from "@momiji/store";
import type { DagEntry } from "./dag-entry.ts";

/** Reads the queues of those DAGs that wait for assets. */
export async function loadAssetQueues(store: Store, entries: readonly DagEntry[]): Promise<void> {
  const waiting = entries.filter(({ record }) => conditionOf(record.spec.schedule) !== null);
  if (waiting.length === 0) return;
  const queues = await store.loadAssetQueues(waiting.map(({ dagId }) => dagId));
  for (const entry of waiting) entry.assetQueue = queues.get(entry.dagId) ?? NOTHING_QUEUED;
}

/**
 * The run that the DAG's assets ask for, if it may have one more besides `planned` others. Its events are taken up by the
 * commit that creates it; whatever comes meanwhile stays in the store's queue, and is told of again.
 */
export function takeAssetRun(entry: DagEntry, planned: number, letters: () => string): PlannedRun | null {
  if (entry.assetQueue.queued.length === 0) return null;
  const { current, timetable, isOff, runs } = entry;
  const view = {
    spec: current.spec,
    dagVersion: current.version,
    timetable,
    isOff,
    unfinishedRuns: runs.size + planned,
  };
  const run = planAssetRun(view, entry.assetQueue, letters);
  if (run !== null) entry.assetQueue = NOTHING_QUEUED;
  return run;
}
