/**
 * Runs a DAG (or one task of it) once in this process, without a server: a store in memory, real workers. What happens
 * leaves no trace but the logs that are printed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { triggerRun } from "@momiji/api";
import {
  type DagRun,
  type DagSpec,
  instanceName,
  type Json,
  type LogRecord,
  type Micros,
  type TaskInstance,
} from "@momiji/core";
import { newAttemptId, SchedulerLoop } from "@momiji/scheduler";
import { openSqliteStore, type Store } from "@momiji/store";
import type { Executor } from "@momiji/executors";
import { fileLogs, followLog, logPath, readLog } from "@momiji/worker";
import type { FoundDag } from "../commands/dags/find-dag.ts";
import type { Config } from "../config/options.ts";
import type { CommandContext } from "../context.ts";
import { homeAt } from "../home.ts";
import { type Interruptible, interruptible } from "./interruptible.ts";
import { createLocalExecutor } from "./local-executor.ts";
import { onlyInstance } from "./only-instance.ts";
import { specOfTask } from "./spec-of-task.ts";
import { printCallbacks } from "./print-callbacks.ts";
import { createServerLog, type ServerLog } from "./server-log.ts";
import { openTaskSettings } from "./stored-settings.ts";
import { tellRetries } from "./tell-retries.ts";

const CLEAN_UP_SECONDS = 300;
/** The exit code of shells for what was ended by Ctrl-C. */
export const INTERRUPTED = 130;

export interface OnceOptions {
  readonly logicalDate: Micros | null;
  readonly conf: { readonly [name: string]: Json };
  /** Only this task, whatever its upstreams; a mapped one with the tasks that return what it is mapped over. */
  readonly taskId?: string;
  /** Of that task only this instance: the others are skipped. */
  readonly mapIndex?: number;
}

export interface OnceResult {
  /** As it stood when a person stopped it, if one did. */
  readonly run: DagRun;
  readonly isInterrupted: boolean;
  readonly instances: readonly TaskInstance[];
}

export async function runOnce(context: CommandContext, dag: FoundDag, options: OnceOptions): Promise<OnceResult> {
  const { config } = await context.config(new Map([["logging.level", "error"]]));
  const folder = mkdtempSync(join(tmpdir(), "momiji-"));
  const home = homeAt(folder);
  const store = await openSqliteStore({ path: ":memory:", synchronous: "normal" });
  const log = createServerLog(config);
  const stored = await openTaskSettings(context, config);
  // Nobody comes after this worker who could remove what is left of its jobs.
  const logs = fileLogs(home.logs);
  const parts = { config, home, store, settings: stored.settings, logs, log, cleanUpSeconds: CLEAN_UP_SECONDS };
  const executor = interruptible(createLocalExecutor(parts).executor);
  const { taskId, mapIndex } = options;
  const chosen =
    taskId === undefined || mapIndex === undefined ? executor : onlyInstance(executor, { taskId, mapIndex });
  const { loop, ended } = loopOver(store, { clock: context.clock, config, executor: chosen, log });
  const interruption = onInterrupt(context, executor);
  try {
    const spec = specFor(dag.spec, taskId);
    await publish(store, { dag, spec }, context.clock.now());
    await loop.start();
    const runId = await trigger({ store, clock: context.clock }, spec.dagId, options);
    const stopLogs = printLogs(context, { folder: home.logs, spec, runId });
    const stopTelling = tellRetries(context, { store, dagId: spec.dagId, runId });
    const finished = await Promise.race([ended, interruption.over]);
    // What the scheduler makes of the last outcomes is in its next turn.
    if (finished === undefined) await loop.settled();
    await stopTelling();
    await stopLogs();
    await printCallbacks(context, { store, folder: home.logs });
    const found = await store.findRun(spec.dagId, runId);
    if (found === null) throw new Error(`the run ${runId} of ${spec.dagId} is gone`);
    const { instances } = found;
    const run = finished ?? found.run;
    for (const instance of instances) await printMappedLog(context, home.logs, { run, instance });
    return { run, instances, isInterrupted: finished === undefined };
  } finally {
    interruption.forget();
    await executor.stop(0);
    await loop.stop();
    await store.close();
    await stored.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface LoopParts {
  readonly clock: CommandContext["clock"];
  readonly config: Config;
  readonly executor: Executor;
  readonly log: ServerLog;
}

function loopOver(store: Store, { clock, config, executor, log }: LoopParts) {
  const { promise: ended, resolve } = Promise.withResolvers<DagRun>();
  const loop = new SchedulerLoop({
    store,
    clock,
    executors: [executor],
    owner: `once-${process.pid}`,
    takeover: true,
    catchupLimit: 0,
    maxLostAttempts: 0,
    maxMapLength: config.core.maxMapLength,
    newAttemptId,
    log,
    onRunEnded: resolve,
  });
  return { loop, ended };
}

/** The first Ctrl-C ends what runs, and waits for it; the second one does not wait. */
function onInterrupt(
  { warn }: CommandContext,
  executor: Interruptible,
): { readonly over: Promise<undefined>; forget(): void } {
  const { promise: over, resolve } = Promise.withResolvers<undefined>();
  let wasAsked = false;
  const hear = (): void => {
    if (wasAsked) process.exit(INTERRUPTED);
    wasAsked = true;
    warn("Cancelling what runs (Ctrl-C once more leaves it as it is: jobs outside go on then)\n");
    void executor.interrupt("interrupted by Ctrl-C").then(() => resolve(undefined));
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, hear);
  return { over, forget: () => signals.forEach((signal) => process.off(signal, hear)) };
}

async function publish(store: Store, { dag, spec }: { dag: FoundDag; spec: DagSpec }, now: Micros): Promise<void> {
  await store.publishFile({ file: dag.spec.source.file, bundle: dag.bundle, dags: [spec], errors: [] }, now);
  await store.setPaused(spec.dagId, false, now);
}

async function trigger(
  deps: Parameters<typeof triggerRun>[0],
  dagId: string,
  { conf, logicalDate }: OnceOptions,
): Promise<string> {
  const request = { conf, ...(logicalDate === null ? {} : { logicalDate }) };
  const answer = await triggerRun(deps, { dagId, request }, { runType: "manual", triggeredBy: "test", owner: "test" });
  return (answer.created ? answer.run : answer.existing).runId;
}

/** Without its schedule, so that only the run asked for exists. */
function specFor(spec: DagSpec, taskId: string | undefined): DagSpec {
  const manual = { ...spec, schedule: { kind: "none" } as const };
  return taskId === undefined ? manual : specOfTask(manual, taskId);
}

/** What the attempts of a mapped instance said: how many there are is known at the end only. */
async function printMappedLog(
  context: CommandContext,
  folder: string,
  { run, instance }: { run: DagRun; instance: TaskInstance },
): Promise<void> {
  const { taskId, mapIndex } = instance;
  if (mapIndex < 0) return;
  for (let tryNumber = 1; tryNumber <= instance.tryNumber; tryNumber++) {
    const path = logPath(folder, { dagId: run.dagId, runId: run.runId, taskId, mapIndex, tryNumber });
    for await (const batch of readLog(path))
      context.print(batch.map((line) => logLine(instanceName(instance), line)).join(""));
  }
}

function logLine(name: string, { message, level }: LogRecord): string {
  return `[${name}] ${level === "error" ? "ERROR " : ""}${message}\n`;
}

/** Prints what the first attempts say, as they say it. The result stops it once everything that was written is printed. */
function printLogs(
  context: CommandContext,
  { folder, spec, runId }: { folder: string; spec: DagSpec; runId: string },
): () => Promise<void> {
  const stop = new AbortController();
  const following = spec.tasks.flatMap((task) =>
    Array.from({ length: (task.retry?.retries ?? 0) + 1 }, async (_, index) => {
      const path = logPath(folder, {
        dagId: spec.dagId,
        runId,
        taskId: task.taskId,
        mapIndex: -1,
        tryNumber: index + 1,
      });
      for await (const batch of followLog(path, { signal: stop.signal })) {
        context.print(batch.map((line) => logLine(task.taskId, line)).join(""));
      }
    }),
  );
  return async () => {
    stop.abort();
    await Promise.all(following);
  };
}
