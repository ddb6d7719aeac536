/** A worker for tests: real children, real files, real time; waits for events, never for time to pass. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AttemptEvent, AttemptOrder, Clock, LogRecord, RunFacts, TaskSpec } from "@momiji/core";
import { fileLogs } from "./logs/file-logs.ts";
import { logPath } from "./logs/log-path.ts";
import { readLog } from "./logs/read-log.ts";
import type { FinishedEvent } from "./state/outcome-spool.ts";
import { createWorker, type Worker } from "./worker.ts";
import type { WorkerOptions } from "./worker-options.ts";

/** The machine's time. */
export const realClock: Clock = {
  now: () => Math.round((performance.timeOrigin + performance.now()) * 1000),
  setTimer(at, callback) {
    const timer = setTimeout(callback, Math.max(0, (at - realClock.now()) / 1000));
    return () => clearTimeout(timer);
  },
};

export const RUN: RunFacts = {
  dagId: "dag",
  runId: "manual__2026-01-01T00:00:00+00:00",
  runKey: 1,
  runType: "manual",
  logicalDate: 1_767_225_600_000_000,
  dataIntervalStart: 1_767_139_200_000_000,
  dataIntervalEnd: 1_767_225_600_000_000,
  runAfter: 1_767_225_600_000_000,
  startDate: 1_767_225_600_000_000,
  conf: {},
  params: {},
  timezone: "Asia/Tokyo",
  templateStyle: "json",
  tags: [],
  previousSuccess: null,
};

let made = 0;

/** A new attempt of a task. */
export function orderOf(task: Partial<TaskSpec>, rest: Partial<AttemptOrder> = {}): AttemptOrder {
  const number = ++made;
  return {
    attemptId: `attempt-${process.pid}-${number}`,
    run: RUN,
    task: { taskId: `task_${number}`, operator: "bash", lane: "process", upstream: [], ...task },
    mapIndex: -1,
    tryNumber: 1,
    maxTries: 0,
    bundle: { hash: "none", path: "/none" },
    inputs: {},
    firstStartDate: null,
    priority: 1,
    ...rest,
  };
}

export function bashOrder(
  command: string,
  params: TaskSpec["params"] = {},
  task: Partial<TaskSpec> = {},
): AttemptOrder {
  return orderOf({ params: { command, ...params }, ...task });
}

export interface TestWorker {
  readonly worker: Worker;
  readonly folder: string;
  readonly events: AttemptEvent[];
  readonly warnings: string[];
  /** Runs it and waits for its end. */
  outcomeOf(order: AttemptOrder): Promise<FinishedEvent>;
  /** Resolves at the first event that fits, in the past or the future. */
  until<Event extends AttemptEvent>(fits: (event: AttemptEvent) => event is Event): Promise<Event>;
  finished(attemptId: string): Promise<FinishedEvent>;
  started(attemptId: string): Promise<StartedEvent>;
  logOf(order: AttemptOrder): Promise<LogRecord[]>;
  stop(): Promise<void>;
}

type StartedEvent = Extract<AttemptEvent, { readonly type: "started" }>;

export type TestOptions = Partial<WorkerOptions> & { readonly folder?: string };

/** Its folder is removed by `stop`, unless it was given. */
export async function startWorker({ folder: given, ...options }: TestOptions = {}): Promise<TestWorker> {
  const folder = given ?? mkdtempSync(join(tmpdir(), "momiji-worker-"));
  const events: AttemptEvent[] = [];
  const warnings: string[] = [];
  const listeners = new Set<() => void>();
  const worker = createWorker({
    name: "test",
    stateDir: join(folder, "state"),
    logs: fileLogs(join(folder, "logs")),
    operators: new Map(),
    ask: () => Promise.resolve(undefined),
    clock: realClock,
    childEnv: process.env,
    killGraceMillis: 300,
    warn: (message) => warnings.push(message),
    ...options,
  });
  await worker.start((batch) => {
    events.push(...batch);
    for (const listener of listeners) listener();
  });
  const until = async <Event extends AttemptEvent>(fits: (event: AttemptEvent) => event is Event): Promise<Event> => {
    for (;;) {
      const found = events.find(fits);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
      });
    }
  };
  const finished = (attemptId: string): Promise<FinishedEvent> =>
    until((event): event is FinishedEvent => event.type === "finished" && event.attemptId === attemptId);
  return {
    worker,
    folder,
    events,
    warnings,
    until,
    finished,
    started: (attemptId) =>
      until((event): event is StartedEvent => event.type === "started" && event.attemptId === attemptId),
    outcomeOf: (order) => {
      worker.run(order);
      return finished(order.attemptId);
    },
    logOf: (order) => readWholeLog(join(folder, "logs"), order),
    stop: async () => {
      await worker.stop(0);
      if (given === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function readWholeLog(logs: string, { run, task, mapIndex, tryNumber }: AttemptOrder): Promise<LogRecord[]> {
  const path = logPath(logs, { dagId: run.dagId, runId: run.runId, taskId: task.taskId, mapIndex, tryNumber });
  return (await Array.fromAsync(readLog(path))).flat();
}

/** A bundle that exports one DAG, `dag`, whose tasks are the properties of the object that `tasks` is the source of. */
export function writeBundle(folder: string, tasks: string): { hash: string; path: string } {
  const hash = `bundle${++made}`;
  const path = join(folder, `${hash}.mjs`);
  const text = `
    const tasks = ${tasks};
    export default {
      [Symbol.for("momiji.dag")]: true,
      dagId: "dag",
      toSpec() { throw new Error("not needed"); },
      bodyOf: (id) => tasks[id] && (typeof tasks[id] === "function"
        ? { kind: "function", run: tasks[id] }
        : { kind: "sensor", definition: tasks[id] }),
    };`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
  return { hash, path };
}

/** The messages of one source, or of all but the engine. */
export function messages(records: readonly LogRecord[], source?: string): string[] {
  return records
    .filter((record) => (source === undefined ? record.source !== "momiji" : record.source === source))
    .map((record) => record.message);
}
