/**
 * What reading and starting cost with much history: `node --conditions=source bench/store/history.ts [task instances]`.
 * One DAG in a hundred has active runs; all others are finished, one in fifty failed.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newTaskInstance, type DagRun, type DagSpec, type TaskInstance, type PlannedRun } from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";

const NOW = 1_790_000_000_000_000;
const MINUTE = 60_000_000;
const INSTANCES = Number(process.argv[2] ?? 1_000_000);
const TASKS = 10;
const DAGS = 100;
const RUNS_OF_DAG = Math.ceil(INSTANCES / TASKS / DAGS);
const owner = "bench";

const dagIds = Array.from({ length: DAGS }, (_, index) => `dag_${String(index).padStart(3, "0")}`);

function spec(dagId: string): DagSpec {
  const source = { file: `${dagId}.ts` };
  const schedule = { kind: "none" } as const;
  return { version: 1, dagId, schedule, timezone: "UTC", catchup: false, templateStyle: "json", tasks: [], source };
}

function newRun(dagId: string, index: number): PlannedRun {
  const logicalDate = NOW + index * MINUTE;
  return {
    dagId,
    runId: `scheduled__${logicalDate}`,
    runType: "scheduled",
    triggeredBy: "timetable",
    logicalDate,
    dataIntervalStart: logicalDate,
    dataIntervalEnd: logicalDate + MINUTE,
    runAfter: logicalDate + MINUTE,
    conf: {},
    dagVersion: 1,
    note: null,
  };
}

const done: readonly TaskInstance[] = Array.from({ length: TASKS }, (_, index) => ({
  ...newTaskInstance(`task_${index}`, 1),
  state: "success",
  tryNumber: 1,
  attemptId: "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b3c",
  scheduledAt: NOW,
  queuedAt: NOW,
  startDate: NOW,
  endDate: NOW,
  worker: "local@bench",
  outcome: { kind: "success" },
}));

async function fill(store: Store): Promise<void> {
  for (const dagId of dagIds) {
    const bundle = { hash: "b", path: "/b" };
    await store.publishFile({ file: `${dagId}.ts`, bundle, dags: [spec(dagId)], errors: [] }, NOW);
  }
  const { fence } = await store.claimDags({ owner, leaseSeconds: null, takeover: true });
  for (let index = 0; index < RUNS_OF_DAG; index++) {
    const answers = await store.createRuns(
      dagIds.map((dagId) => newRun(dagId, index)),
      NOW,
    );
    const runs = answers.flatMap((answer) => (answer.created ? [answer.run] : []));
    const end = (run: DagRun, at: number): DagRun => ({
      ...run,
      state: at % 50 === 0 ? "failed" : "success",
      endDate: NOW,
    });
    const isActive = (at: number): boolean => at === 7 && index > RUNS_OF_DAG - 100;
    await store.commit({
      owner,
      fence,
      now: NOW,
      runs: runs.map((run, at) => ({
        runKey: run.runKey,
        expectRevision: 0,
        run: isActive(at) ? { ...run, state: "running" } : end(run, at),
        insert: done,
      })),
    });
  }
}

async function measure(name: string, times: number, work: () => Promise<unknown>): Promise<void> {
  const millis: number[] = [];
  for (let index = 0; index < times; index++) {
    const start = performance.now();
    await work();
    millis.push(performance.now() - start);
  }
  millis.sort((a, b) => a - b);
  const at = (share: number): string => (millis[Math.floor(times * share)] ?? 0).toFixed(3).padStart(9);
  process.stdout.write(`${name.padEnd(48)} p50 ${at(0.5)}  p99 ${at(0.99)}  ms\n`);
}

const folder = mkdtempSync(join(tmpdir(), "momiji-bench-"));
const path = join(folder, "history.db");
const begin = performance.now();
const filling = await openSqliteStore({ path, synchronous: "normal" });
await fill(filling);
await filling.close();
process.stdout.write(
  `${INSTANCES} task instances in ${((performance.now() - begin) / 1_000).toFixed(0)} s, ${(statSync(path).size / 1e6).toFixed(0)} MB` +
    "\n",
);

await measure("open and close", 20, async () => (await openSqliteStore({ path })).close());
await measure("open and close for reading", 20, async () => (await openSqliteStore({ path, readOnly: true })).close());
const store = await openSqliteStore({ path });
await measure("claimDags with takeover", 20, () => store.claimDags({ owner, leaseSeconds: null, takeover: true }));
await measure("loadActiveRuns of all DAGs (99 runs x 10)", 50, () => store.loadActiveRuns(dagIds));
await measure("loadActiveRuns of one idle DAG", 50, () => store.loadActiveRuns(["dag_001"]));
await measure("listRuns, newest 100", 100, () => store.listRuns({}));
await measure("listRuns of a DAG", 100, () => store.listRuns({ dagId: "dag_050" }));
await measure("listRuns running", 100, () => store.listRuns({ states: ["running"] }));
await measure("listRuns queued (none)", 100, () => store.listRuns({ states: ["queued"] }));
await measure("listRuns failed", 100, () => store.listRuns({ states: ["failed"] }));
await measure("listRuns failed of a DAG without failures", 50, () =>
  store.listRuns({ dagId: "dag_001", states: ["failed"] }),
);
await measure("listRuns manual (none: worst case)", 20, () => store.listRuns({ runTypes: ["manual"] }));
await measure("listRuns by run id, without DAG (worst case)", 20, () => store.listRuns({ runId: "none" }));
const middle = (await store.listRuns({ dagId: "dag_050", limit: RUNS_OF_DAG }))[RUNS_OF_DAG >> 1];
if (middle !== undefined) {
  await measure("findRun", 200, () => store.findRun(middle.dagId, middle.runId));
  await measure("findPreviousRun", 200, () => store.findPreviousRun(middle, true));
  await measure("findPreviousSuccess", 200, () => store.findPreviousSuccess({ ...middle, dagId: "dag_051" }));
  await measure("findPreviousSuccess (no success: worst case)", 50, () => store.findPreviousSuccess(middle));
}
await measure("listDags", 50, () => store.listDags());
await measure("check", 1, () => store.check());
await store.close();
rmSync(folder, { recursive: true });
