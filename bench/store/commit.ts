/**
 * What a commit costs beside the bare transaction: `node --conditions=source bench/store/commit.ts [folder]`.
 * The floor is `BEGIN; UPDATE dag_run; UPDATE task_instance; COMMIT` on the same file with the same durability.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { newTaskInstance, type DagSpec, type TaskInstance } from "@momiji/core";
import { openSqliteStore, type Store } from "@momiji/store";

const NOW = 1_790_000_000_000_000;
const RUNS = 500;
const TASKS = 100;

const spec: DagSpec = {
  version: 1,
  dagId: "bench",
  schedule: { kind: "none" },
  timezone: "UTC",
  catchup: false,
  templateStyle: "json",
  tasks: [],
  source: { file: "bench.ts" },
};

const taskIds = Array.from({ length: TASKS }, (_, index) => `task_${index}`);

function instance(taskId: string, state: "running" | "success"): TaskInstance {
  return {
    ...newTaskInstance(taskId, 0),
    state,
    tryNumber: 1,
    attemptId: "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b3c",
    scheduledAt: NOW,
    queuedAt: NOW,
    startDate: NOW,
    endDate: state === "success" ? NOW : null,
    worker: "local@bench",
    outcome: state === "success" ? { kind: "success" } : null,
  };
}

async function fill(store: Store): Promise<{ fence: number; runKeys: number[] }> {
  const bundle = { hash: "b", path: "/b" };
  await store.publishFile({ file: "bench.ts", bundle, dags: [spec], errors: [] }, NOW);
  const { fence } = await store.claimDags({ owner: "bench", leaseSeconds: null, takeover: true });
  const newRuns = Array.from({ length: RUNS }, (_, index) => ({
    dagId: "bench",
    runId: `run_${index}`,
    runType: "manual" as const,
    triggeredBy: "test" as const,
    logicalDate: NOW + index,
    dataIntervalStart: null,
    dataIntervalEnd: null,
    runAfter: NOW + index,
    conf: {},
    dagVersion: 1,
    note: null,
  }));
  const created = await store.createRuns(newRuns, NOW);
  const runs = created.flatMap((answer) => (answer.created ? [answer.run] : []));
  const insert = taskIds.map((taskId) => newTaskInstance(taskId, 0));
  await store.commit({
    owner: "bench",
    fence,
    now: NOW,
    runs: runs.map((run) => ({ runKey: run.runKey, expectRevision: 0, run: { ...run, state: "running" }, insert })),
  });
  return { fence, runKeys: runs.map((run) => run.runKey) };
}

async function measure(name: string, times: number, work: (index: number) => void | Promise<unknown>): Promise<number> {
  const micros: number[] = [];
  for (let index = 0; index < times; index++) {
    const start = performance.now();
    await work(index);
    micros.push((performance.now() - start) * 1_000);
  }
  micros.sort((a, b) => a - b);
  const at = (share: number): string => (micros[Math.floor(times * share)] ?? 0).toFixed(1).padStart(8);
  process.stdout.write(`${name.padEnd(44)} p50 ${at(0.5)}  p90 ${at(0.9)}  p99 ${at(0.99)}  µs\n`);
  return micros[times >> 1] ?? 0;
}

async function benchCommit(path: string, synchronous: "full" | "normal"): Promise<void> {
  const store = await openSqliteStore({ path, synchronous });
  const { fence, runKeys } = await fill(store);
  const revisions = new Map(runKeys.map((key) => [key, 1]));
  const next = (runKey: number): { runKey: number; expectRevision: number } => {
    const expectRevision = revisions.get(runKey) ?? 0;
    revisions.set(runKey, expectRevision + 1);
    return { runKey, expectRevision };
  };
  const batch = (size: number, rows: number, shift: number): Promise<unknown> => {
    const keys = Array.from({ length: size }, (_, at) => runKeys[(shift * size + at) % RUNS] ?? 0);
    const update = (key: number): TaskInstance[] =>
      Array.from({ length: rows }, (_, at) => instance(taskIds[(key + shift + at) % TASKS] ?? "", "success"));
    return store.commit({
      owner: "bench",
      fence,
      now: NOW,
      runs: keys.map((key) => ({ ...next(key), update: update(key) })),
    });
  };
  process.stdout.write(`\nsynchronous = ${synchronous}, ${RUNS} runs x ${TASKS} task instances\n`);
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA synchronous = ${synchronous}`);
  const begin = db.prepare("BEGIN IMMEDIATE");
  const end = db.prepare("COMMIT");
  const run = db.prepare("UPDATE dag_run SET note = ? WHERE run_key = ?");
  const task = db.prepare("UPDATE task_instance SET worker = ? WHERE run_key = ? AND task_id = ? AND map_index = -1");
  const floor = (index: number): void => {
    begin.run();
    // A value that does not change dirties no page, and then nothing is synced.
    run.run(`note ${index}`, runKeys[index % RUNS] ?? 0);
    task.run(`worker ${index}`, runKeys[index % RUNS] ?? 0, taskIds[index % TASKS] ?? "");
    end.run();
  };
  for (let round = 0; round < 3; round++) {
    await measure("floor: begin, 2 updates, commit", 2_000, floor);
    await measure("commit: 1 run, 1 instance", 2_000, (index) => batch(1, 1, index));
    await measure("commit: 1 run, 2 instances", 2_000, (index) => batch(1, 2, index));
  }
  await measure("commit: 10 runs, 1 instance each", 500, (index) => batch(10, 1, index));
  await measure("commit: 100 runs, 1 instance each", 200, (index) => batch(100, 1, index));
  await measure("commit: 5 runs, 100 instances each", 100, (index) => batch(5, 100, index));
  await measure("commit: nothing stale, nothing to do", 500, () =>
    store.commit({ owner: "bench", fence, now: NOW, runs: [] }),
  );
  db.close();
  await store.close();
}

const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), "momiji-bench-"));
await benchCommit(join(folder, "full.db"), "full");
await benchCommit(join(folder, "normal.db"), "normal");
rmSync(folder, { recursive: true });
