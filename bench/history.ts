/** Fills the store of a home with finished runs, as if its DAGs had run for years. No server may run on it meanwhile. */
import { join } from "node:path";
import { newTaskInstance, type TaskInstance, type PlannedRun } from "@momiji/core";
import { type DagRecord, openSqliteStore } from "@momiji/store";

const TASKS_OF_RUN = 10;
const RUNS_OF_COMMIT = 100;
const MINUTE_MICROS = 60_000_000;

/** Long before anything that a benchmark runs. */
const BEGIN_MICROS = 1_500_000_000_000_000;

/** The history is that of the DAGs that the store knows, all of them alike. */
export async function fillHistory(home: string, instances: number): Promise<void> {
  const store = await openSqliteStore({ path: join(home, "momiji.db"), synchronous: "normal" });
  const owner = "history";
  const dags = await store.listDags();
  const { fence } = await store.claimDags({ owner, leaseSeconds: null, takeover: true });
  const insert = Array.from({ length: TASKS_OF_RUN }, (_, index) => finished(`task_${index}`));
  for (let made = 0; made < instances; made += RUNS_OF_COMMIT * TASKS_OF_RUN) {
    const first = made / TASKS_OF_RUN;
    const newRuns = Array.from({ length: RUNS_OF_COMMIT }, (_, index) => oldRun(dags, first + index));
    const created = await store.createRuns(newRuns, BEGIN_MICROS);
    const runs = created.flatMap((answer) => (answer.created ? [answer.run] : []));
    await store.commit({
      owner,
      fence,
      now: BEGIN_MICROS,
      runs: runs.map((run) => {
        const dates = { startDate: run.runAfter, endDate: run.runAfter };
        return {
          runKey: run.runKey,
          expectRevision: run.revision,
          run: { ...run, ...dates, state: "success" },
          insert,
        };
      }),
    });
  }
  await store.releaseClaims(owner);
  await store.close();
}

function oldRun(dags: readonly DagRecord[], index: number): PlannedRun {
  const dag = dags[index % dags.length];
  if (dag === undefined) throw new Error("the store knows no DAG");
  const logicalDate = BEGIN_MICROS + index * MINUTE_MICROS;
  return {
    dagId: dag.dagId,
    runId: `manual__${logicalDate}`,
    runType: "manual",
    triggeredBy: "rest_api",
    logicalDate,
    dataIntervalStart: logicalDate,
    dataIntervalEnd: logicalDate,
    runAfter: logicalDate,
    conf: {},
    dagVersion: dag.version,
    note: null,
  };
}

function finished(taskId: string): TaskInstance {
  const at = BEGIN_MICROS;
  return {
    ...newTaskInstance(taskId, 1),
    state: "success",
    tryNumber: 1,
    attemptId: "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b3c",
    scheduledAt: at,
    queuedAt: at,
    startDate: at,
    endDate: at,
    firstStartDate: at,
    worker: "history",
    outcome: { kind: "success" },
  };
}
