/** The line that a queued run stands in: the runs that share its limit, as the scheduler counts them. */
import {
  createTimetable,
  type DagRun,
  MAX_BACKFILL_DATES,
  maxActiveRuns,
  parseInstant,
  type RunTurns,
} from "@momiji/core";
import { type DagRecord, onlyDag, type Store } from "@momiji/store";

/** No line is longer than this by itself. */
const LINE_LIMIT = MAX_BACKFILL_DATES;

export async function turnsOf(store: Store, dag: DagRecord, run: DagRun): Promise<RunTurns> {
  const states = ["queued", "running"] as const;
  const id = run.backfill?.id;
  if (id === undefined) return { limit: runLimitOf(dag), runs: await ownRuns(store, dag.dagId) };
  const [backfill] = await store.listBackfills({ scope: onlyDag(dag.dagId), ids: [id] });
  const runs = await store.listRuns({ dagId: dag.dagId, backfillId: id, states, limit: LINE_LIMIT });
  // A backfill that is gone with its rows holds nothing any more.
  if (backfill === undefined) return { limit: Number.POSITIVE_INFINITY, runs };
  return { limit: backfill.maxActiveRuns, runs, backfill };
}

/** Unfinished runs of the DAG without those of backfills, which have limits of their own. */
export async function ownRuns(store: Store, dagId: string): Promise<DagRun[]> {
  const runs = await store.listRuns({ dagId, states: ["queued", "running"], limit: LINE_LIMIT });
  return runs.filter(({ backfill }) => backfill === undefined);
}

export function timetableOf({ spec }: DagRecord) {
  return createTimetable(spec.schedule, {
    startDate: spec.startDate === undefined ? null : parseInstant(spec.startDate),
  });
}

function runLimitOf(dag: DagRecord): number {
  return maxActiveRuns(dag.spec, timetableOf(dag));
}
