/** What the conformance cases are made of: small DAGs, runs and task instances, all in one year. */
import {
  DAY,
  newTaskInstance,
  type DagRun,
  type DagSpec,
  type Micros,
  type TaskInstance,
  type PlannedRun,
} from "@momiji/core";
import type { Claim, CommitBatch, CommitResult, CreatedRun, PublishFile, RunCommit, Store } from "../store.ts";

/** 2026-01-01T00:00:00Z. */
export const NEW_YEAR: Micros = 1_767_225_600_000_000;

/** Opens an empty store for one case and closes it when the case is over. */
export type OpenStore = () => Promise<Store>;

export function spec(dagId: string, more: Partial<DagSpec> = {}): DagSpec {
  return {
    version: 1,
    dagId,
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    tasks: [{ taskId: "extract", operator: "empty", lane: "empty", upstream: [] }],
    source: { file: `${dagId}.ts` },
    ...more,
  };
}

export function file(name: string, dags: readonly DagSpec[], more: Partial<PublishFile> = {}): PublishFile {
  return { file: name, bundle: { hash: `hash of ${name}`, path: `/bundles/${name}.mjs` }, dags, errors: [], ...more };
}

/** Publishes each DAG from a file of its own. */
export async function publish(store: Store, ...dagIds: readonly string[]): Promise<void> {
  for (const dagId of dagIds) await store.publishFile(file(`${dagId}.ts`, [spec(dagId)]), NEW_YEAR);
}

export function newRun(dagId: string, day: number, more: Partial<PlannedRun> = {}): PlannedRun {
  const start = NEW_YEAR + day * DAY;
  return {
    dagId,
    runId: `scheduled__day_${day}`,
    runType: "scheduled",
    triggeredBy: "timetable",
    logicalDate: start,
    dataIntervalStart: start,
    dataIntervalEnd: start + DAY,
    runAfter: start + DAY,
    conf: {},
    dagVersion: 1,
    note: null,
    ...more,
  };
}

export function created(answer: CreatedRun | undefined): DagRun {
  if (!answer?.created) throw new Error("the run was expected to be created");
  return answer.run;
}

export async function createRun(store: Store, run: PlannedRun): Promise<DagRun> {
  return created((await store.createRuns([run], NEW_YEAR))[0]);
}

/** A scheduler that owns all DAGs and commits what it is given. */
export interface Scheduler {
  readonly claim: Claim;
  commit(...runs: readonly RunCommit[]): Promise<CommitResult>;
  commitBatch(batch: Partial<CommitBatch>): Promise<CommitResult>;
}

export async function scheduler(store: Store, owner = "scheduler"): Promise<Scheduler> {
  const claim = await store.claimDags({ owner, leaseSeconds: null, takeover: true });
  const commitBatch = (batch: Partial<CommitBatch>): Promise<CommitResult> =>
    store.commit({ owner, fence: claim.fence, now: NEW_YEAR, runs: [], ...batch });
  return { claim, commitBatch, commit: (...runs) => commitBatch({ runs }) };
}

/** A run of a new DAG that is under way with one task instance, and the scheduler that owns it. */
export async function runningRun(store: Store): Promise<{ run: DagRun; owner: Scheduler }> {
  await publish(store, "etl");
  const owner = await scheduler(store);
  const queued = await createRun(store, newRun("etl", 0));
  const run: DagRun = { ...queued, state: "running", startDate: NEW_YEAR };
  await owner.commit({ runKey: run.runKey, expectRevision: 0, run, insert: [newTaskInstance("extract", 2)] });
  return { run: { ...run, revision: 1 }, owner };
}

/** A task instance with a value in every field. */
export const FULL_INSTANCE: TaskInstance = {
  taskId: "extract",
  mapIndex: -1,
  state: "up_for_retry",
  tryNumber: 2,
  maxTries: 3,
  lostAttempts: 1,
  attemptId: "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b3c",
  scheduledAt: NEW_YEAR + 1,
  queuedAt: NEW_YEAR + 2,
  startDate: NEW_YEAR + 3,
  endDate: NEW_YEAR + 4,
  firstStartDate: NEW_YEAR + 5,
  resumeAt: NEW_YEAR + 6,
  worker: "local@example",
  outcome: { kind: "failed", message: "exit code 1 – 失敗", code: "exit_code", retryable: true, exitCode: 1 },
  renderedMapIndex: "customers.csv",
  deferral: {
    trigger: { name: "jobDone", params: { job: "紅葉", at: NEW_YEAR } },
    resume: "collect",
    state: { job: 7 },
    startedAt: NEW_YEAR + 3,
    since: NEW_YEAR + 7,
    timeoutAt: NEW_YEAR + 8,
    fired: { at: NEW_YEAR + 9, event: [null, "done"] },
  },
  job: { handle: { host: "紅葉", id: "c0ffee" }, said: { at: NEW_YEAR + 10, message: "pulling image" } },
};
