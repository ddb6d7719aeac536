/** What the benchmarks of the interface look at: many DAGs, wide grids, and a log of a million lines. */
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DagRun, type DagSpec, type Micros, newTaskInstance, type TaskInstance } from "@momiji/core";
import type { Store } from "@momiji/store";
import { logPath } from "@momiji/worker";
import { dagIdOf, fillManyDags } from "../api/many-dags.ts";

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
  /** The newest run; of `talks` its tasks run too. */
  readonly newest: "ended" | "runs" | "talks";
}

export const WIDE: Wide = { dagId: "wide", tasks: 1_000, runs: 100, versions: 12, newest: "runs" };
export const NARROW: Wide = { dagId: "narrow", tasks: 100, runs: 25, versions: 1, newest: "ended" };
/** As large as most grids are, and never at rest. */
export const RESTLESS: Wide = { dagId: "restless", tasks: 100, runs: 25, versions: 1, newest: "runs" };
/** Has a log of a million lines. */
export const TALKER: Wide = { dagId: "talker", tasks: 1, runs: 1, versions: 1, newest: "ended" };
/** Has a log that grows. */
export const CHATTERER: Wide = { dagId: "chatterer", tasks: 1, runs: 1, versions: 1, newest: "talks" };
export const LOG_LINES = 1_000_000;

/** Few DAGs of many runs: a run each quarter of an hour. */
export const BUSY = { dags: 50, runs: 100, begin: BEGIN - 2_000 * HOUR, every: HOUR / 4 } as const;

export const taskIdOf = (index: number): string => `task_${String(index).padStart(4, "0")}`;
export const runIdOf = (index: number): string => `run_${String(index).padStart(3, "0")}`;

/** @returns keys of the newest runs of those DAGs whose runs go on */
export async function fill(store: Store, logs: string): Promise<ReadonlyMap<string, number>> {
  await fillManyDags(store, OTHERS);
  await fillBusy(store);
  await fillRecent(store);
  const newest = new Map<string, number>();
  for (const wide of [NARROW, TALKER, CHATTERER, RESTLESS, WIDE])
    newest.set(wide.dagId, (await fillWide(store, wide)).runKey);
  writeLog(logs);
  return newest;
}

/** Layers of 25 tasks, of which each has two upstream tasks in the layer before. */
function specOf({ dagId, tasks }: Pick<Wide, "dagId" | "tasks">, version: number): DagSpec {
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
  for (let version = 1; version <= versions; version++) await publish(store, specOf(wide, version), version);
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
    const state = isLast && wide.newest !== "ended" ? "running" : index % 10 === 3 ? "failed" : "success";
    const over = state === "running" ? {} : { endDate: run.runAfter + HOUR / 2 };
    const changed: DagRun = { ...run, state, startDate: run.runAfter, ...over };
    const insert = instancesOf(wide, changed);
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

function instancesOf({ tasks, newest }: Wide, run: DagRun): TaskInstance[] {
  const isRunning = run.state === "running" && newest === "talks";
  return Array.from({ length: tasks }, (_, index) => {
    const startDate = run.runAfter + index * 1_000_000;
    const isFailed = run.state === "failed" && index % 97 === 5;
    const over = { endDate: startDate + 30_000_000, outcome: { kind: "success" as const } };
    return {
      ...newTaskInstance(taskIdOf(index), 1),
      state: isRunning ? "running" : isFailed ? "failed" : "success",
      tryNumber: index % 50 === 7 ? 2 : 1,
      attemptId: "01890b1e-7c33-7e0a-9d6a-8d7f2f1a2b3c",
      scheduledAt: run.runAfter,
      queuedAt: run.runAfter,
      startDate,
      worker: "local@bench",
      ...(isRunning ? {} : over),
    };
  });
}

function publish(store: Store, spec: DagSpec, version: number): Promise<unknown> {
  const bundle = { hash: `${spec.dagId}-${version}`, path: `/bundles/${spec.dagId}-${version}` };
  return store.publishFile({ file: spec.source.file, bundle, dags: [spec], errors: [] }, BEGIN);
}

/** What a timeline draws. */
async function fillBusy(store: Store): Promise<void> {
  const dagIds = Array.from({ length: BUSY.dags }, (_, at) => `yard_${String(at).padStart(2, "0")}`);
  for (const dagId of dagIds) await publish(store, specOf({ dagId, tasks: 1 }, 1), 1);
  await fillRuns(store, dagIds, BUSY);
}

/** As many as a list of DAGs draws of each: of those that stand at the top of the list. */
async function fillRecent(store: Store): Promise<void> {
  const dagIds = Array.from({ length: 5_000 }, (_, at) => at)
    .filter((at) => [0, 1, 10, 11].includes(at % 50))
    .map(dagIdOf);
  await fillRuns(store, dagIds, { runs: 14, begin: BEGIN, every: 24 * HOUR });
}

interface Runs {
  readonly runs: number;
  readonly begin: Micros;
  readonly every: Micros;
}

/** Without task instances. */
async function fillRuns(store: Store, dagIds: readonly string[], { runs: count, begin, every }: Runs): Promise<void> {
  const { fence } = await store.claimDags({ owner, leaseSeconds: null, takeover: true });
  for (let index = 0; index < count; index++) {
    const at = begin + index * every;
    const dates = { logicalDate: at, dataIntervalStart: at, dataIntervalEnd: at, runAfter: at, conf: {} };
    const birth = { runId: runIdOf(index), runType: "scheduled", triggeredBy: "timetable" } as const;
    const wanted = dagIds.map((dagId) => ({ ...birth, ...dates, dagId, dagVersion: 1, note: null }));
    const made = (await store.createRuns(wanted, at)).flatMap((answer) => (answer.created ? [answer.run] : []));
    const runs = made.map((run, dag) => {
      const state = (dag + index) % 9 === 3 ? ("failed" as const) : ("success" as const);
      const startDate = at + dag * 5_000_000;
      return {
        runKey: run.runKey,
        expectRevision: 0,
        run: { ...run, state, startDate, endDate: startDate + every / 3 },
      };
    });
    await store.commit({ owner, fence, now: at, runs });
  }
  await store.releaseClaims(owner);
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
  const file = openLog(folder, TALKER);
  for (let from = 1; from <= LOG_LINES; from += 10_000) writeSync(file, logText(from, 10_000));
  closeSync(file);
}

/** @returns a file to write to: of the first task of the first run */
export function openLog(folder: string, { dagId }: Wide): number {
  const path = logPath(folder, { dagId, runId: runIdOf(0), taskId: taskIdOf(0), mapIndex: -1, tryNumber: 1 });
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, "w");
}

/** So many lines from a number on. */
export function logText(from: number, count: number): string {
  let text = "";
  for (let seq = from; seq < from + count; seq++) {
    const message = seq === LOG_LINES - 1_000 ? "the needle in the haystack" : (KINDS[seq % KINDS.length]?.(seq) ?? "");
    text += `{"seq":${seq},"at":${BEGIN + seq * 10},"level":"info","source":"stdout","message":${JSON.stringify(message)}}\n`;
  }
  return text;
}

export const logsOf = (folder: string): string => join(folder, "logs");
