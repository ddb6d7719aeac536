/**
 * `commit`, the hot path: one transaction with one sync for a batch of decisions. Single prepared statements in a loop
 * were measured against one statement over a JSON array: half the time for each row.
 */
import { isRunFinished, whyPauseFailing } from "@momiji/core";
import { FenceLost, type CommitBatch, type CommitResult, type RunCommit } from "../store.ts";
import { runStateValues } from "../rows/run-row.ts";
import { taskInstanceValues } from "../rows/task-instance-row.ts";
import { StoreError } from "../errors.ts";
import { type QueuedDags, writeTaskEvents } from "./asset-events.ts";
import { completeBackfillIfDone } from "./backfills.ts";
import { insertCallbacks, updateCallbacks } from "./callbacks.ts";
import type { Connection } from "./connection.ts";
import { pauseFor } from "./dags.ts";
import { writeDeadlines } from "./deadlines.ts";
import { instanceCountsOf } from "./instance-counts.ts";
import { orderBoundsOf } from "./order-bounds.ts";
import { isOvertaken, writeAnswer, writeQuestions } from "./inputs.ts";
import { writeRendered } from "./rendered.ts";
import { insertRuns, listRuns } from "./runs.ts";
import { COMMIT, DAG } from "./statements.ts";

/** Thrown inside the transaction: what rests on stale runs must not be written either. */
class RestsOnStale extends Error {
  readonly runKeys: readonly number[];

  constructor(runKeys: readonly number[]) {
    super("runs have changed meanwhile");
    this.runKeys = runKeys;
  }
}

/** Thrown inside the transaction: a rule of the store speaks against a row of this run. */
class Refused extends Error {
  readonly runKey: number;

  constructor(runKey: number, { cause, message }: StoreError) {
    super(cause instanceof Error ? cause.message : message);
    this.runKey = runKey;
  }
}

/** Adds the DAGs whose queues of assets changed to `queued`. @throws FenceLost with nothing written. */
export function commit(db: Connection, batch: CommitBatch, queued: QueuedDags): CommitResult {
  const known = new Set<number>();
  const refused: { runKey: number; message: string }[] = [];
  for (;;) {
    try {
      return { ...db.write(() => written(db, batch, { queued, known })), refused };
    } catch (error) {
      // Only known once all were tried, and too seldom to look at each of them before.
      if (error instanceof Refused) refused.push({ runKey: error.runKey, message: error.message });
      else if (!(error instanceof RestsOnStale)) throw error;
      for (const runKey of error instanceof Refused ? [error.runKey] : error.runKeys) known.add(runKey);
      for (const { runKey, restsOnOthers } of batch.runs) if (restsOnOthers === true) known.add(runKey);
    }
  }
}

/** `known`: runs that are known to be stale. */
function written(
  db: Connection,
  batch: CommitBatch,
  { queued, known }: { readonly queued: QueuedDags; readonly known: ReadonlySet<number> },
): Omit<CommitResult, "refused"> {
  requireLease(db, batch);
  const stale: number[] = [];
  for (const change of batch.runs) {
    if (known.has(change.runKey) || isOvertaken(db, change) || !advanceRun(db, batch, change)) {
      stale.push(change.runKey);
      continue;
    }
    try {
      writeRun(db, batch, { change, queued });
    } catch (error) {
      throw error instanceof StoreError && error.code === "store_refused" ? new Refused(change.runKey, error) : error;
    }
  }
  if (known.size === 0 && stale.length > 0 && batch.runs.some((change) => isResting(change, stale)))
    throw new RestsOnStale(stale);
  writeAlarms(db, batch);
  writeSchedules(db, batch);
  const paused = pauseFailing(db, batch);
  const created = insertRuns(db, batch.newRuns ?? [], batch.now);
  if (batch.drained !== undefined && batch.drained.length > 0 && stale.length === 0) {
    db.run(COMMIT.deleteInbox, JSON.stringify(batch.drained));
  }
  return { stale, created, paused };
}

function writeRun(
  db: Connection,
  { now }: CommitBatch,
  { change, queued }: { readonly change: RunCommit; readonly queued: QueuedDags },
): void {
  writeRunData(db, change);
  const { runKey, run, assetEvents: told } = change;
  if (told !== undefined) writeTaskEvents(db, { runKey, told, now }, queued);
  if (run?.backfill !== undefined && isRunFinished(run.state)) completeBackfillIfDone(db, run.backfill.id, now);
}

function isResting({ restsOnOthers, runKey }: RunCommit, stale: readonly number[]): boolean {
  return restsOnOthers === true && !stale.includes(runKey);
}

/** Batches that touch no DAG (they only drain the inbox) are fenced too. */
function requireLease(db: Connection, { owner, fence }: CommitBatch): void {
  if (db.get(COMMIT.selectLease, fence, owner) === undefined) {
    throw new FenceLost(`scheduler ${owner} no longer holds fence ${fence}: another one took over, or it was released`);
  }
}

/** Raises the run's revision if it is the expected one and its DAG is the batch's; false: stale. */
function advanceRun(db: Connection, batch: CommitBatch, change: RunCommit): boolean {
  const { run, runKey, expectRevision } = change;
  const values = run === undefined ? [] : runStateValues(run);
  values.push(runKey, expectRevision, batch.fence);
  const isWritten = (text: string): boolean => db.run(text, ...values) === 1;
  if (run === undefined ? isWritten(COMMIT.touchRun) : isWritten(COMMIT.updateRun)) return true;
  if (run !== undefined && isWritten(COMMIT.updateRunAndVersion)) return true;
  const found = db.get<{ dag_id: string; fence: number | null }>(COMMIT.selectFenceOfRun, runKey);
  if (found !== undefined) requireFence(db, batch, { dagId: found.dag_id, fence: found.fence });
  return false;
}

function requireFence(db: Connection, batch: CommitBatch, dag: { dagId: string; fence: number | null }): void {
  if (dag.fence === batch.fence) return;
  const owner = db.get<{ owner: string }>(COMMIT.selectOwner, dag.fence)?.owner;
  const holder = owner === undefined ? "is not claimed by anybody" : `is claimed by scheduler ${owner}`;
  throw new FenceLost(`DAG ${dag.dagId} ${holder}, not by ${batch.owner} with fence ${batch.fence}`);
}

/** Within the caller's transaction, once the run is known to be as expected. */
export function writeRunData(db: Connection, change: RunCommit): void {
  const { runKey } = change;
  if (change.insert !== undefined || change.remove !== undefined) instanceCountsOf(db).forget(runKey);
  orderBoundsOf(db).forget(runKey);
  for (const { taskId, mapIndex } of change.remove ?? []) db.run(COMMIT.deleteInstance, runKey, taskId, mapIndex);
  for (const instance of change.insert ?? []) db.run(COMMIT.insertInstance, ...taskInstanceValues(runKey, instance));
  for (const instance of change.update ?? []) {
    if (db.run(COMMIT.updateInstance, ...taskInstanceValues(runKey, instance)) === 1) continue;
    throw new StoreError(
      "store_refused",
      `run ${runKey} has no task instance ${instance.taskId}[${instance.mapIndex}]`,
    );
  }
  for (const instance of change.history ?? []) db.run(COMMIT.insertHistory, ...taskInstanceValues(runKey, instance));
  for (const { taskId, mapIndex } of change.clearXcoms ?? []) db.run(COMMIT.deleteXComs, runKey, taskId, mapIndex);
  for (const { taskId, mapIndex, xcoms } of change.xcoms ?? []) {
    for (const { key, value } of xcoms) {
      db.run(COMMIT.upsertXCom, runKey, taskId, mapIndex, key, JSON.stringify(value));
    }
  }
  if (change.rendered !== undefined) writeRendered(db, runKey, change.rendered);
  writeRunAlarms(db, change);
}

function writeRunAlarms(db: Connection, { runKey, questions, answers, callbacks, deadlines }: RunCommit): void {
  if (questions !== undefined) writeQuestions(db, runKey, questions);
  for (const taken of answers ?? []) writeAnswer(db, runKey, taken);
  if (callbacks !== undefined) insertCallbacks(db, callbacks);
  if (deadlines !== undefined) writeDeadlines(db, deadlines);
}

function writeAlarms(db: Connection, { callbackUpdates, missed }: CommitBatch): void {
  if (callbackUpdates !== undefined) updateCallbacks(db, callbackUpdates);
  for (const { deadline, callbacks } of missed ?? []) {
    writeDeadlines(db, [deadline]);
    insertCallbacks(db, callbacks);
  }
}

/** DAGs that only get new runs are fenced here as well. */
function writeSchedules(db: Connection, batch: CommitBatch): void {
  const schedules = batch.schedules ?? [];
  for (const dagId of new Set([...schedules, ...(batch.newRuns ?? [])].map((item) => item.dagId))) {
    const fence = db.get<{ fence: number | null }>(COMMIT.selectFenceOfDag, dagId)?.fence ?? null;
    requireFence(db, batch, { dagId, fence });
  }
  for (const { dagId, lastInterval, heldReason } of schedules) {
    if (lastInterval !== undefined) db.run(DAG.setLastInterval, lastInterval.start, lastInterval.end, dagId);
    if (heldReason !== undefined) db.run(DAG.setHeldReason, heldReason, dagId);
  }
}

/** In the transaction of the failure: a process that dies between the two would leave a DAG that goes on failing. */
function pauseFailing(db: Connection, { failing = [], now }: CommitBatch): CommitResult["paused"] {
  return failing.flatMap(({ dagId, limit }) => {
    const reason = whyPauseFailing(limit, listRuns(db, { dagId, states: ["success", "failed"], limit }));
    return reason !== null && pauseFor(db, dagId, { reason, now }) ? [{ dagId, reason }] : [];
  });
}
