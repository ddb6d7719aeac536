/** Acts from outside: all of an act or nothing, each run conditional on its revision. */
import { type DagRun, isRunFinished, type Micros } from "@momiji/core";
import type { ActBatch, ActResult, RunAct, TaskNote } from "../act-store.ts";
import { ACT_QUERIES as ACT } from "../queries/act-queries.ts";
import { runStateValues } from "../rows/run-row.ts";
import { changeBackfill, completeBackfillIfDone } from "./backfills.ts";
import { writeRunData } from "./commit.ts";
import type { Connection } from "./connection.ts";
import { instanceCountsOf } from "./instance-counts.ts";
import { confirmCatchup, setPaused } from "./dags.ts";
import { insertEvents } from "./event-log.ts";

/** What an act has touched, for a notice. */
export interface Touched {
  readonly dagIds: Set<string>;
  readonly runKeys: Set<number>;
}

/** @param runs those that were made */
export function touched(runs: readonly DagRun[] = []): Touched {
  return { dagIds: new Set(runs.map(({ dagId }) => dagId)), runKeys: new Set(runs.map(({ runKey }) => runKey)) };
}

/** Thrown inside the transaction to take everything back. */
class Stale extends Error {
  readonly runKeys: readonly number[];

  constructor(runKeys: readonly number[]) {
    super("runs have changed meanwhile");
    this.runKeys = runKeys;
  }
}

export function act(db: Connection, batch: ActBatch, touched: Touched): ActResult {
  try {
    db.write(() => {
      applyRunActs(db, batch.runs ?? [], { now: batch.now, touched });
      deleteRuns(db, batch, touched);
      for (const note of batch.taskNotes ?? []) writeNote(db, note);
      for (const { dagId, isPaused, confirmsCatchup } of batch.dags ?? []) {
        if (isPaused !== undefined) setPaused(db, dagId, { paused: isPaused, now: batch.now });
        if (confirmsCatchup === true) confirmCatchup(db, dagId, batch.now);
      }
      for (const change of batch.backfills ?? []) {
        const dagId = changeBackfill(db, change, batch.now);
        if (dagId !== undefined) touched.dagIds.add(dagId);
      }
      insertEvents(db, batch.events, batch.now);
    });
    return { applied: true };
  } catch (error) {
    if (error instanceof Stale) return { applied: false, stale: error.runKeys };
    throw error;
  }
}

/** Within the caller's transaction. */
export function applyRunActs(
  db: Connection,
  acts: readonly RunAct[],
  { now, touched }: { readonly now: Micros; readonly touched: Touched },
): void {
  const stale = acts.filter((each) => !applyRunAct(db, each)).map(({ runKey }) => runKey);
  if (stale.length > 0) throw new Stale(stale);
  for (const { runKey, changes } of acts) {
    const found = db.get<{ dag_id: string; backfill_id: number | null }>(ACT.selectDagOfRun, runKey);
    if (found === undefined) continue;
    touched.dagIds.add(found.dag_id);
    touched.runKeys.add(runKey);
    const hasEnded = changes.run !== undefined && isRunFinished(changes.run.state);
    if (hasEnded && found.backfill_id !== null) completeBackfillIfDone(db, found.backfill_id, now);
  }
}

/** The runs that were not as expected, if the work failed for that; anything else is thrown on. */
export function staleRuns(error: unknown): readonly number[] {
  if (error instanceof Stale) return error.runKeys;
  throw error;
}

function applyRunAct(db: Connection, { runKey, expectRevision, changes }: RunAct): boolean {
  const changed =
    changes.run === undefined
      ? db.run(ACT.touchRun, runKey, expectRevision)
      : db.run(ACT.updateRun, ...runStateValues(changes.run), runKey, expectRevision);
  if (changed !== 1) return false;
  const { insert, update, remove = [] } = changes;
  writeRunData(db, { runKey, expectRevision, insert, update, remove });
  return true;
}

function deleteRuns(db: Connection, { deleteRuns: wanted = [], now }: ActBatch, touched: Touched): void {
  const stale: number[] = [];
  for (const { runKey, expectRevision } of wanted) {
    const row = db.get<{ dag_id: string; backfill_id: number | null }>(ACT.deleteRun, runKey, expectRevision);
    if (row === undefined) {
      stale.push(runKey);
      continue;
    }
    instanceCountsOf(db).forget(runKey);
    touched.dagIds.add(row.dag_id);
    touched.runKeys.add(runKey);
    if (row.backfill_id !== null) completeBackfillIfDone(db, row.backfill_id, now);
  }
  if (stale.length > 0) throw new Stale(stale);
}

function writeNote(db: Connection, { runKey, taskId, mapIndex, note }: TaskNote): void {
  if (note === null) db.run(ACT.deleteNote, runKey, taskId, mapIndex);
  else db.run(ACT.upsertNote, runKey, taskId, mapIndex, note);
}

export function listTaskNotes(db: Connection, runKey: number): TaskNote[] {
  const rows = db.all<{ task_id: string; map_index: number; note: string }>(ACT.selectNotes, runKey);
  return rows.map((row) => ({ runKey, taskId: row.task_id, mapIndex: row.map_index, note: row.note }));
}
