/** Runs: how they are born and how they are found. */
import type { DagRun, Micros, PreviousSuccess, RunState, TaskInstance, TaskState, PlannedRun } from "@momiji/core";
import type { Query } from "../dialect.ts";
import { StoreError } from "../errors.ts";
import { listRunsQuery } from "../queries/run-queries.ts";
import { bornRun, runBirthValues, runFromRow, runStateValues, type RunRow } from "../rows/run-row.ts";
import { taskInstanceFromRow, type TaskInstanceRow } from "../rows/task-instance-row.ts";
import type { CreatedRun, LoadedRun, RunFilter } from "../store.ts";
import { consumeEvents } from "./asset-events.ts";
import type { Connection } from "./connection.ts";
import { DAG, INSTANCE, RUN } from "./statements.ts";

/** Creates runs within the caller's transaction. */
export function insertRuns(db: Connection, runs: readonly PlannedRun[], now: Micros): CreatedRun[] {
  return runs.map((run) => insertRun(db, run, now));
}

function insertRun(db: Connection, newRun: PlannedRun, now: Micros): CreatedRun {
  if (db.get(DAG.hasVersion, newRun.dagId, newRun.dagVersion) === undefined) {
    throw new StoreError(
      "store_refused",
      `run ${newRun.runId}: there is no version ${newRun.dagVersion} of DAG ${newRun.dagId}`,
    );
  }
  const run = bornRun(newRun, 0, now);
  const runKey = db.insert(RUN.insert, ...runBirthValues(run), ...runStateValues(run));
  if (runKey === null) return findConflict(db, newRun);
  const { dagId, assetEventsThrough: through } = newRun;
  if (through !== undefined) consumeEvents(db, { runKey, dagId, through });
  return { created: true, run: { ...run, runKey } };
}

function findConflict(db: Connection, run: PlannedRun): CreatedRun {
  const sameId = db.get<RunRow>(RUN.selectByRunId, run.dagId, run.runId);
  if (sameId !== undefined) return { created: false, conflict: "run_id", existing: runFromRow(sameId) };
  const sameDate = db.get<RunRow>(RUN.selectByLogicalDate, run.dagId, run.logicalDate);
  if (sameDate !== undefined) return { created: false, conflict: "logical_date", existing: runFromRow(sameDate) };
  throw new StoreError("store_refused", `run ${run.runId} of DAG ${run.dagId} was neither created nor found`);
}

export function listRuns(db: Connection, filter: RunFilter): DagRun[] {
  const { dagId, runId, limit, ...more } = filter;
  // One run by its name is asked for with every request about it: there is nothing to order.
  if (dagId !== undefined && runId !== undefined && limit === 1 && Object.keys(more).length === 0) {
    const row = db.get<RunRow>(RUN.selectByRunId, dagId, runId);
    return row === undefined ? [] : [runFromRow(row)];
  }
  const { text, values }: Query = listRunsQuery(filter);
  return db.all<RunRow>(text, ...values).map(runFromRow);
}

export function findRun(db: Connection, dagId: string, runId: string): LoadedRun | null {
  return db.read(() => withInstances(db, db.all<RunRow>(RUN.selectByRunId, dagId, runId))[0] ?? null);
}

export function loadActiveRuns(db: Connection, dagIds: readonly string[]): LoadedRun[] {
  return db.read(() => withInstances(db, db.all<RunRow>(RUN.selectActive, JSON.stringify(dagIds))));
}

export function loadRuns(db: Connection, runKeys: readonly number[]): LoadedRun[] {
  return db.read(() => withInstances(db, db.all<RunRow>(RUN.selectByKeys, JSON.stringify(runKeys))));
}

export function findPreviousRun(db: Connection, run: DagRun, scheduledOnly: boolean): LoadedRun | null {
  const text = scheduledOnly ? RUN.selectPreviousScheduled : RUN.selectPrevious;
  return db.read(() => withInstances(db, db.all<RunRow>(text, run.dagId, run.logicalDate))[0] ?? null);
}

export function findPreviousSuccess(db: Connection, run: DagRun): PreviousSuccess | null {
  const row = db.get<RunRow>(RUN.selectPreviousSuccess, run.dagId, run.logicalDate);
  if (row === undefined) return null;
  return {
    dataIntervalStart: row.data_interval_start,
    dataIntervalEnd: row.data_interval_end,
    startDate: row.start_date,
    endDate: row.end_date,
  };
}

export function findTaskStates(
  db: Connection,
  { dagId, logicalDate }: { dagId: string; logicalDate: Micros },
  taskIds: readonly string[],
): { run: RunState; tasks: { [taskId: string]: TaskState[] } } | null {
  return db.read(() => {
    const run = db.get<RunRow>(RUN.selectByLogicalDate, dagId, logicalDate);
    if (run === undefined) return null;
    const states = (taskId: string): TaskState[] =>
      db.all<{ state: TaskState }>(INSTANCE.selectStates, run.run_key, taskId).map((row) => row.state);
    return { run: run.state, tasks: Object.fromEntries(taskIds.map((taskId) => [taskId, states(taskId)])) };
  });
}

export function listAttempts(
  db: Connection,
  { runKey, taskId, mapIndex }: { runKey: number; taskId: string; mapIndex: number },
): TaskInstance[] {
  return db.all<TaskInstanceRow>(INSTANCE.selectHistory, runKey, taskId, mapIndex).map(taskInstanceFromRow);
}

/** Adds the task instances to runs with one query for all of them. */
function withInstances(db: Connection, rows: readonly RunRow[]): LoadedRun[] {
  const loaded = new Map(rows.map((row) => [row.run_key, { run: runFromRow(row), instances: [] as TaskInstance[] }]));
  const keys = JSON.stringify([...loaded.keys()]);
  for (const row of db.all<TaskInstanceRow>(INSTANCE.selectByRunKeys, keys)) {
    loaded.get(row.run_key)?.instances.push(taskInstanceFromRow(row));
  }
  return [...loaded.values()];
}
