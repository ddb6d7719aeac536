/** A store of a large installation: 5,000 DAGs whose runs are over but for a few, one in thirty failed. */
import { type DagRun, type DagSpec, type Micros, newTaskInstance, type TaskInstance } from "@momiji/core";
import type { Store } from "@momiji/store";

const DAGS = 5_000;
const TASKS = 10;
/** Of the first runs. */
export const NOW: Micros = 1_790_000_000_000_000;
const MINUTE = 60_000_000;
const RUNS_OF_COMMIT = 500;
const owner = "bench";

export const dagIdOf = (index: number): string => `team_${index % 50}.dag_${String(index).padStart(4, "0")}`;

function specOf(index: number): DagSpec {
  return {
    version: 1,
    dagId: dagIdOf(index),
    schedule: { kind: "cron-trigger", crons: [`${index % 60} 3 * * *`], timezone: "UTC" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    tags: [`team_${index % 50}`, index % 2 === 0 ? "even" : "odd"],
    source: { file: `dag_${index}.ts` },
    tasks: Array.from({ length: TASKS }, (_, task) => ({
      taskId: `task_${task}`,
      operator: task === 9 ? "bash" : "function",
      lane: task === 9 ? "process" : "function",
      upstream: task === 0 ? [] : [`task_${task - 1}`],
      // One DAG in a thousand asks for a pool of its own.
      ...(index % 1_000 === 7 && task === 3 ? { pool: "rare" } : {}),
    })),
  };
}

export async function fillManyDags(store: Store, instances: number): Promise<void> {
  for (let index = 0; index < DAGS; index++) {
    const spec = specOf(index);
    const bundle = { hash: `h${index}`, path: `/b${index}` };
    await store.publishFile({ file: spec.source.file, bundle, dags: [spec], errors: [] }, NOW);
  }
  const { fence } = await store.claimDags({ owner, leaseSeconds: null, takeover: true });
  const runs = instances / TASKS;
  for (let made = 0; made < runs; made += RUNS_OF_COMMIT) {
    const planned = Array.from({ length: Math.min(RUNS_OF_COMMIT, runs - made) }, (_, at) => plannedRun(made + at));
    const created = (await store.createRuns(planned, NOW)).flatMap((answer) => (answer.created ? [answer.run] : []));
    const commits = created.map((run, at) => {
      const isActive = made + at >= runs - 100;
      return {
        runKey: run.runKey,
        expectRevision: 0,
        run: ended(run, isActive, at),
        insert: instancesOf(run, isActive, at),
      };
    });
    await store.commit({ owner, fence, now: NOW, runs: commits });
  }
  await store.releaseClaims(owner);
}

function plannedRun(index: number) {
  const logicalDate = NOW + Math.floor(index / DAGS) * 1_440 * MINUTE + (index % DAGS) * MINUTE;
  return {
    dagId: dagIdOf(index % DAGS),
    runId: `scheduled__${logicalDate}`,
    runType: "scheduled",
    triggeredBy: "timetable",
    logicalDate,
    dataIntervalStart: logicalDate,
    dataIntervalEnd: logicalDate,
    runAfter: logicalDate,
    conf: {},
    dagVersion: 1,
    note: null,
  } as const;
}

function ended(run: DagRun, isActive: boolean, at: number): DagRun {
  if (isActive) return { ...run, state: "running", startDate: run.runAfter };
  const state = at % 30 === 0 ? "failed" : "success";
  return { ...run, state, startDate: run.runAfter, endDate: run.runAfter + 10 * MINUTE };
}

function instancesOf(run: DagRun, isActive: boolean, at: number): TaskInstance[] {
  return Array.from({ length: TASKS }, (_, task) => {
    const startDate = run.runAfter + task * MINUTE;
    const isFailed = at % 30 === 0 && task === 8;
    const state = isActive && task >= 5 ? (task === 5 ? "running" : null) : isFailed ? "failed" : "success";
    return {
      ...newTaskInstance(`task_${task}`, 1),
      state,
      tryNumber: state === null ? 0 : 1,
      attemptId: "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b3c",
      scheduledAt: startDate,
      queuedAt: startDate,
      startDate: state === null ? null : startDate,
      endDate: state === null || state === "running" ? null : startDate + 30_000_000,
      worker: "local@bench",
      outcome: { kind: "success" },
    };
  });
}
