/** A store as it is after years: runs of all sizes with what hangs on them, versions that nobody needs, many acts. */
import { type DagSpec, type Micros, newTaskInstance, RETURN_VALUE, type TaskInstance } from "@momiji/core";
import type { Store } from "@momiji/store";

const MINUTE_MICROS = 60_000_000;
const BEGIN: Micros = 1_500_000_000_000_000;

/** How many task instances the runs of a DAG have, and what share of all instances is theirs. */
const SHAPES: readonly { readonly tasks: number; readonly share: number }[] = [
  { tasks: 10, share: 0.5 },
  { tasks: 200, share: 0.25 },
  { tasks: 5_000, share: 0.25 },
];
const DAGS_OF_SHAPE = 10;
const ROWS_OF_COMMIT = 5_000;

export interface HistorySize {
  readonly instances: number;
  /** Versions that no run has, and entries of the event log. */
  readonly versions: number;
  readonly events: number;
}

/** Everything lies before `END`. */
export const END: Micros = BEGIN + 10_000_000 * MINUTE_MICROS;

export async function fillBigHistory(store: Store, { instances, versions, events }: HistorySize): Promise<void> {
  const owner = "history";
  for (const [at, { tasks }] of SHAPES.entries())
    for (let index = 0; index < DAGS_OF_SHAPE; index++)
      for (let version = 0; version <= versions / (SHAPES.length * DAGS_OF_SHAPE); version++)
        await publish(store, `shape_${at}_${index}`, { tasks, version });
  const { fence } = await store.claimDags({ owner, leaseSeconds: null, takeover: true });
  let minute = 0;
  for (const [at, { tasks, share }] of SHAPES.entries()) {
    const runsOfCommit = Math.max(1, Math.floor(ROWS_OF_COMMIT / tasks));
    for (let made = 0; made < instances * share; made += runsOfCommit * tasks) {
      const dagId = `shape_${at}_${(made / (runsOfCommit * tasks)) % DAGS_OF_SHAPE}`;
      await makeRuns(store, { dagId, tasks, fence, owner }, { from: minute, count: runsOfCommit });
      minute += runsOfCommit;
    }
  }
  for (let made = 0; made < events; made += 1_000) {
    const entries = Array.from({ length: 1_000 }, () => ({
      event: "trigger_dag_run",
      owner: "rin",
      dagId: "shape_0_0",
    }));
    await store.logEvents(entries, BEGIN + made);
  }
  await store.releaseClaims(owner);
}

async function publish(store: Store, dagId: string, { tasks, version }: { tasks: number; version: number }) {
  const spec: DagSpec = {
    version: 1,
    dagId,
    description: `version ${version}`,
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    source: { file: `${dagId}.ts` },
    tasks: [{ taskId: "task", operator: "empty", lane: "empty", upstream: [] }],
    tags: [`${tasks}`],
  };
  const bundle = { hash: `${dagId}-${version}`, path: `/bundles/${dagId}-${version}` };
  await store.publishFile({ file: `${dagId}.ts`, bundle, dags: [spec], errors: [] }, BEGIN + version);
}

interface Of {
  readonly dagId: string;
  readonly tasks: number;
  readonly owner: string;
  readonly fence: number;
}

async function makeRuns(
  store: Store,
  { dagId, tasks, owner, fence }: Of,
  { from, count }: { from: number; count: number },
) {
  const [dag] = await store.listDags({ dagIds: [dagId] });
  const newRuns = Array.from({ length: count }, (_, index) => {
    const logicalDate = BEGIN + (from + index) * MINUTE_MICROS;
    const dates = { logicalDate, dataIntervalStart: null, dataIntervalEnd: null, runAfter: logicalDate };
    const birth = { dagId, runId: `r${from + index}`, runType: "manual", triggeredBy: "rest_api" } as const;
    return { ...birth, conf: {}, dagVersion: dag?.version ?? 1, note: null, ...dates };
  });
  const created = await store.createRuns(newRuns, BEGIN);
  const insert = Array.from({ length: tasks }, (_, index) => finished(`task_${index}`, 2));
  await store.commit({
    owner,
    fence,
    now: BEGIN,
    runs: created.flatMap((answer) => {
      if (!answer.created) return [];
      const { run } = answer;
      const ended = { ...run, state: "success" as const, startDate: run.runAfter, endDate: run.runAfter };
      const xcoms = insert.map(({ taskId }) => ({
        taskId,
        mapIndex: -1,
        xcoms: [{ key: RETURN_VALUE, value: `/data/${taskId}/part-0001.parquet` }],
      }));
      const history = insert.slice(0, tasks / 10).map(({ taskId }) => finished(taskId, 1));
      return [{ runKey: run.runKey, expectRevision: run.revision, run: ended, insert, xcoms, history }];
    }),
  });
}

function finished(taskId: string, tryNumber: number): TaskInstance {
  const dates = { scheduledAt: BEGIN, queuedAt: BEGIN, startDate: BEGIN, endDate: BEGIN, firstStartDate: BEGIN };
  const attemptId = `01890b1e-7c33-7e0a-9d6a-${String(tryNumber).padStart(4, "0")}7f2f1a2b`;
  return {
    ...newTaskInstance(taskId, 1),
    ...dates,
    state: "success",
    tryNumber,
    attemptId,
    worker: "history",
    outcome: { kind: "success" },
  };
}
