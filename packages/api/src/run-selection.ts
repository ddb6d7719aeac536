/** Which runs of a DAG an act is about: one, one and those before or after it, or those of a range of dates. */
import type { DagRun, Micros } from "@momiji/core";
import type { LoadedRun, Store } from "@momiji/store";
import { ApiError } from "./errors.ts";

export interface RunSelection {
  readonly dagId: string;
  /** Absent: all runs in the range. */
  readonly runId?: string;
  /** Also the runs with earlier, or later, logical dates than that of `runId`. */
  readonly past?: boolean;
  readonly future?: boolean;
  /** Bounds of the logical date, both included; only without `runId`. */
  readonly from?: Micros;
  readonly to?: Micros;
}

/** More runs than this in one act are refused: they would be one transaction. */
const MOST_RUNS = 20_000;

/** @throws ApiError `run_not_found`, `no_logical_date`, `too_many_runs` */
export async function selectRuns(store: Store, selection: RunSelection): Promise<readonly LoadedRun[]> {
  const { dagId, runId, past = false, future = false } = selection;
  if (runId === undefined) return inRange(store, dagId, selection);
  const found = await store.findRun(dagId, runId);
  if (found === null) throw new ApiError("run_not_found", [dagId, runId]);
  if (!past && !future) return [found];
  const { logicalDate } = found.run;
  if (logicalDate === null) throw new ApiError("no_logical_date", [runId]);
  return inRange(store, dagId, { ...(past ? {} : { from: logicalDate }), ...(future ? {} : { to: logicalDate }) });
}

async function inRange(
  store: Store,
  dagId: string,
  { from, to }: { from?: Micros; to?: Micros },
): Promise<LoadedRun[]> {
  const runs = await store.listRuns({
    dagId,
    limit: MOST_RUNS + 1,
    ...(from === undefined ? {} : { logicalFrom: from }),
    ...(to === undefined ? {} : { logicalTo: to }),
  });
  if (runs.length > MOST_RUNS) throw new ApiError("too_many_runs", [String(MOST_RUNS)]);
  const loaded = await store.loadRuns(runs.map(({ runKey }: DagRun) => runKey));
  return loaded.toSorted((a, b) => (a.run.logicalDate ?? a.run.runAfter) - (b.run.logicalDate ?? b.run.runAfter));
}
