/** What the benchmarks of the interface look at: many DAGs, wide grids, and a log of a million lines. */
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DagRun, type DagSpec, type Micros, newTaskInstance, type TaskInstance } from "@momiji/core";
import type { Store } from "@momiji/store";
import { logPath } from "@momiji/worker";
import { fillManyDags } from "../api/many-dags.ts";

const BEGIN: Micros = 1_780_000_000_000_000;
const HOUR: Micros = 3_600_000_000;
const LAYER = 25;

/** Task instances of the 5,000 DAGs. */
const OTHERS = 100_000;

export const owner = "bench";

export interface Wide {
  readonly dagId: string;
  readonly tasks: number;
  readonly runs: number;
  readonly versions: number;
}

export const WIDE: Wide = { dagId: "wide", tasks: 1_000, runs: 100, versions: 12 };
export const NARROW: Wide = { dagId: "narrow", tasks: 100, runs: 25, versions: 1 };
export const TALKER: Wide = { dagId: "talker", tasks: 1, runs: 1, versions: 1 };
export const LOG_LINES = 1_000_000;

export const taskIdOf = (index: number): string => `task_${String(index).padStart(4, "0")}`;
export const runIdOf = (index: number): string => `run_${String(index).padStart(3, "0")}`;

/** @returns the newest run of `WIDE`, which goes on */
export async function fill(store: Store, logs: string): Promise<DagRun> {
  await fillManyDags(store, OTHERS);
  await fillWide(store, NARROW);
  await fillWide(store, TALKER);
  writeLog(logs);
  return fillWide(store, WIDE);
}

/** Layers of 25 tasks, of which each has two upstream tasks in the layer before. */
function specOf({ dagId, tasks }: Wide, version: number): DagSpec {
  return {
    version: 1,
    dagId,
    description: `version ${version}`,
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    isPausedUponCreation: false,
    source: { file: `${dagId}.ts` },
    tasks: Array.from({ length: tasks }, (_, index) => ({
      taskId: taskIdOf(index),
      operator: "function",
      lane: "function",
      upstream: upstreamOf(index).map(taskIdOf),
    })),
  };
}

function upstreamOf(index: number): readonly number[] {
  const layer = Math.floor(index / LAYER) * LAYER;
  return layer === 0 ? [] : [0, 7].map((step) => layer - LAYER + ((index + step) % LAYER));
}

async function fillWide(store: Store, wide: Wide): Promise<DagRun> {
  const { dagId, runs, versions } = wide;
  for (let version = 1; version <= versions; version++) {
    const bundle = { hash: `${dagId}-${version}`, path: `/bundles/${dagId}-${version}` };
    await store.publishFile({ file: `${dagId}.ts`, bundle, dags: [specOf(wide, version)], errors: [] }, BEGIN);
  }
  const { fence } = await store.claimDags({ owner, leaseSeconds: null, takeover: true });
  let newest: DagRun | undefined;
  for (let index = 0; index < runs; index++) {
    const isLast = index === runs - 1;
    const at = BEGIN + index * HOUR;
    const dates = { logicalDate: at, dataIntervalStart: at, dataIntervalEnd: at + HOUR, runAfter: at + HOUR };
    const birth = { dagId, runId: runIdOf(index), runType: "scheduled", triggeredBy: "timetable" } as const;
    const dagVersion = 1 + Math.floor((index * versions) / runs);
    const [made] = await store.createRuns([{ ...birth, ...dates, conf: {}, dagVersion, note: null }], at);
    if (made === undefined || !made.created) throw new Error(`${dagId} ${runIdOf(index)} was not created`);
    const { run } = made;
    const state = isLast && dagId === WIDE.dagId ? "running" : index % 10 === 3 ? "failed" : "success";
    const over = state === "running" ? {} : { endDate: run.runAfter + HOUR / 2 };
    const changed: DagRun = { ...run, state, startDate: run.runAfter, ...over };
    const insert = instancesOf(wide, run, state === "failed");
    await store.commit({
      owner,
      fence,
      now: at,
      runs: [{ runKey: run.runKey, expectRevision: 0, run: changed, insert }],
    });
    newest = run;
  }
  await store.releaseClaims(owner);
  if (newest === undefined) throw new Error(`${dagId} has no run`);
  return newest;
}

function instancesOf({ tasks }: Wide, run: DagRun, isFailed: boolean): TaskInstance[] {
  return Array.from({ length: tasks }, (_, index) => ({
    ...newTaskInstance(taskIdOf(index), 1),
    state: isFailed && index % 97 === 5 ? ("failed" as const) : ("success" as const),
    tryNumber: index % 50 === 7 ? 2 : 1,
    attemptId: "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b3c",
    scheduledAt: run.runAfter,
    queuedAt: run.runAfter,
    startDate: run.runAfter + index * 1_000_000,
    endDate: run.runAfter + index * 1_000_000 + 30_000_000,
    worker: "local@bench",
    outcome: { kind: "success" as const },
  }));
}

const KINDS: readonly ((seq: number) => string)[] = [
  (seq) =>
    `\u001B[32mINFO\u001B[0m loaded part ${seq} of the orders of the day into the warehouse, no row was refused this time, 0 duplicates`,
  (seq) =>
    JSON.stringify({
      level: "info",
      msg: "part loaded",
      part: seq,
      rows: 12_345,
      seconds: 1.25,
      table: "orders_2026",
      host: "etl-3",
    }),
  (seq) =>
    `注文データの${seq}番目の部分を読み込みました。拒否された行はありません。重複もありません。次の部分に進みます。残りはまだあります。`,
];

/** About 150 MB as it lies on the disk. */
function writeLog(folder: string): void {
  const path = logPath(folder, {
    dagId: TALKER.dagId,
    runId: runIdOf(0),
    taskId: taskIdOf(0),
    mapIndex: -1,
    tryNumber: 1,
  });
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w");
  for (let seq = 1; seq <= LOG_LINES;) {
    let text = "";
    for (const end = Math.min(LOG_LINES, seq + 9_999); seq <= end; seq++) {
      const message =
        seq === LOG_LINES - 1_000 ? "the needle in the haystack" : (KINDS[seq % KINDS.length]?.(seq) ?? "");
      text += `{"seq":${seq},"at":${BEGIN + seq * 10},"level":"info","source":"stdout","message":${JSON.stringify(message)}}\n`;
    }
    writeSync(file, text);
  }
  closeSync(file);
}

export const logsOf = (folder: string): string => join(folder, "logs");
