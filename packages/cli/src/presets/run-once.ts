/**
 * Runs a DAG (or one task of it) once in this process, without a server: a store in memory, real workers. What happens
 * leaves no trace but the logs that are printed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { triggerRun } from "@momiji/api";
import { type DagRun, type DagSpec, type Json, type Micros, parseInstant, type TaskInstance } from "@momiji/core";
import { newAttemptId, SchedulerLoop } from "@momiji/scheduler";
import { openSqliteStore, type Store } from "@momiji/store";
import { followLog, logPath } from "@momiji/worker";
import type { FoundDag } from "../commands/dags/find-dag.ts";
import type { CommandContext } from "../context.ts";
import { homeAt } from "../home.ts";
import { createLocalExecutor } from "./local-executor.ts";
import { printCallbacks } from "./print-callbacks.ts";
import { createServerLog } from "./server-log.ts";
import { openStoredSettings } from "./stored-settings.ts";

export interface OnceOptions {
  readonly logicalDate: Micros | null;
  readonly conf: { readonly [name: string]: Json };
  /** Only this task, whatever its upstreams. */
  readonly taskId?: string;
}

export interface OnceResult {
  readonly run: DagRun;
  readonly instances: readonly TaskInstance[];
}

export async function runOnce(context: CommandContext, dag: FoundDag, options: OnceOptions): Promise<OnceResult> {
  const { config } = await context.config(new Map([["logging.level", "error"]]));
  const folder = mkdtempSync(join(tmpdir(), "momiji-"));
  const home = homeAt(folder);
  const store = await openSqliteStore({ path: ":memory:", synchronous: "normal" });
  const log = createServerLog(config);
  const stored = await openStoredSettings(context, config);
  const { executor } = createLocalExecutor({ config, home, store, settings: stored.settings, log });
  const { promise: ended, resolve } = Promise.withResolvers<DagRun>();
  const loop = new SchedulerLoop({
    store,
    clock: context.clock,
    executors: [executor],
    owner: `once-${process.pid}`,
    takeover: true,
    catchupLimit: 0,
    maxLostAttempts: 0,
    newAttemptId,
    log,
    onRunEnded: resolve,
  });
  try {
    const spec = specFor(dag.spec, options.taskId);
    await publish(store, { dag, spec }, context.clock.now());
    await loop.start();
    const request = {
      conf: options.conf,
      ...(options.logicalDate === null ? {} : { logicalDate: options.logicalDate }),
    };
    const answer = await triggerRun(
      { store, clock: context.clock },
      { dagId: spec.dagId, request },
      { runType: "manual", triggeredBy: "test" },
    );
    const runId = (answer.created ? answer.run : answer.existing).runId;
    const stopLogs = printLogs(context, { folder: home.logs, spec, runId });
    const run = await ended;
    await stopLogs();
    await printCallbacks(context, { store, folder: home.logs });
    const found = await store.findRun(run.dagId, run.runId);
    return { run, instances: found?.instances ?? [] };
  } finally {
    await executor.stop(0);
    await loop.stop();
    await store.close();
    await stored.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function publish(store: Store, { dag, spec }: { dag: FoundDag; spec: DagSpec }, now: Micros): Promise<void> {
  await store.publishFile({ file: dag.spec.source.file, bundle: dag.bundle, dags: [spec], errors: [] }, now);
  await store.setPaused(spec.dagId, false, now);
}

/** Without its schedule, so that only the run asked for exists; one task alone loses its upstreams. */
function specFor(spec: DagSpec, taskId: string | undefined): DagSpec {
  const manual = { ...spec, schedule: { kind: "none" } as const };
  if (taskId === undefined) return manual;
  const { groups: _groups, ...flat } = manual;
  const tasks = spec.tasks.filter((task) => task.taskId === taskId);
  return { ...flat, tasks: tasks.map((task) => ({ ...task, upstream: [], triggerRule: "all_success" })) };
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
        context.print(
          batch
            .map(({ message, level }) => `[${task.taskId}] ${level === "error" ? "ERROR " : ""}${message}\n`)
            .join(""),
        );
      }
    }),
  );
  return async () => {
    stop.abort();
    await Promise.all(following);
  };
}

/** @throws RangeError if it is no instant. */
export function readLogicalDate(text: string | undefined): Micros | null {
  return text === undefined ? null : parseInstant(text.includes("T") ? text : `${text}T00:00Z`);
}
