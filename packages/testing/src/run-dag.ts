/**
 * Runs a DAG in memory on a virtual clock: the real scheduler and the real store (in memory), with task functions called
 * in this process. Waiting costs nothing: the clock jumps to the next thing that is due.
 */
import {
  type DagSpec,
  instanceName,
  type Json,
  type Micros,
  planTriggeredRun,
  createTimetable,
  RETURN_VALUE,
  type RunState,
  type TaskInstance,
  type TaskState,
} from "@momiji/core";
import { InlineExecutor } from "@momiji/executors";
import { SchedulerLoop } from "@momiji/scheduler";
import type { Dag } from "@momiji/sdk";
import { openSqliteStore, type Store } from "@momiji/store";
import { checkPlan, readAt } from "./check-plan.ts";
import { type CalledBack, createHandlers, type TaskPlan } from "./task-handlers.ts";
import { VirtualClock } from "./virtual-clock.ts";

export interface RunDagOptions extends TaskPlan {
  /** When the run is triggered, ISO 8601 with an offset; also its logical date. */
  readonly at: string;
  /** Conf of the run, over the defaults of its params. */
  readonly params?: { readonly [name: string]: Json };
}

export interface RunDagResult {
  readonly state: RunState;
  /** Why the run ended as it did, if there is more to say. */
  readonly reason: string | null;
  /** By task id; instances of mapped tasks as `load[0]`, `load[1]`, ... */
  readonly tasks: { readonly [taskId: string]: TaskResult | undefined };
  /** The callbacks that were called, in order. Functions ran; notifiers did not. */
  readonly callbacks: readonly CalledBack[];
  /** How long the run took on the virtual clock, in seconds. */
  readonly seconds: number;
}

export interface TaskResult {
  readonly state: TaskState;
  readonly tryNumber: number;
  /** What the task returned; undefined: nothing. */
  readonly value: Json | undefined;
  /** Why it failed or was skipped. */
  readonly message: string | null;
}

/** @throws Error if the plan names a task that is not there, or if the run can go no further and has not ended, with the states of its tasks. */
export async function runDag(dag: Dag, options: RunDagOptions): Promise<RunDagResult> {
  const clock = new VirtualClock(readAt(options.at));
  const spec: DagSpec = { ...dag.toSpec({ file: "memory" }), schedule: { kind: "none" } };
  checkPlan(spec, options);
  const store = await openSqliteStore({ path: ":memory:", synchronous: "normal" });
  const work = createHandlers(dag, spec, { store, clock, plan: options });
  const { promise: ended, resolve } = Promise.withResolvers<number>();
  const loop = new SchedulerLoop({
    store,
    clock,
    executors: [new InlineExecutor({ clock, handlers: work.handlers, callbacks: work.callbacks })],
    owner: "test",
    takeover: true,
    catchupLimit: 0,
    maxLostAttempts: 0,
    newAttemptId: sequentialIds(),
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (message, error) => work.failed(error ?? new Error(message)),
    },
    onRunEnded: ({ runKey }) => resolve(runKey),
  });
  await store.publishFile(
    { file: "memory", bundle: { hash: "memory", path: "memory" }, dags: [spec], errors: [] },
    clock.now(),
  );
  await store.setPaused(spec.dagId, false, clock.now());
  await loop.start();
  try {
    await trigger(store, { spec, now: clock.now(), conf: options.params ?? {} });
    const runKey = await driven({ loop, clock, work, ended });
    while (work.running() > 0) await work.progress();
    return { ...(await resultOf(store, runKey)), callbacks: work.called };
  } finally {
    await loop.stop();
    await store.close();
  }
}

async function trigger(
  store: Store,
  { spec, now, conf }: { spec: DagSpec; now: Micros; conf: { readonly [name: string]: Json } },
): Promise<void> {
  const timetable = createTimetable(spec.schedule, { startDate: null });
  const plan = planTriggeredRun(
    { spec, dagVersion: 1, timetable, runType: "manual", triggeredBy: "test" },
    { conf },
    now,
  );
  if (!plan.ok) throw new Error(plan.message);
  await store.createRuns([plan.run], now);
}

interface Driven {
  readonly loop: SchedulerLoop;
  readonly clock: VirtualClock;
  readonly work: ReturnType<typeof createHandlers>;
  readonly ended: Promise<number>;
}

const NOT_YET = Symbol("not yet");

/** Lets everything happen that can happen at this instant, then moves the clock, until the run has ended. */
async function driven({ loop, clock, work, ended }: Driven): Promise<number> {
  for (;;) {
    await loop.settled();
    const runKey = await Promise.race([ended, Promise.resolve(NOT_YET)]);
    if (typeof runKey === "number") return runKey;
    if (work.running() > 0) {
      await work.progress();
      continue;
    }
    const next = clock.nextTimer();
    if (next === null) throw new Error("the run can go no further: nothing runs, and nothing is due");
    clock.moveTo(next);
  }
}

async function resultOf(store: Store, runKey: number): Promise<Omit<RunDagResult, "callbacks">> {
  const [found] = await store.loadRuns([runKey]);
  if (found === undefined) throw new Error("the run is not in the store");
  const { run, instances } = found;
  const values = await store.getXComs(
    instances.map(({ taskId, mapIndex }) => ({ runKey, taskId, mapIndex, key: RETURN_VALUE })),
  );
  const tasks = Object.fromEntries(
    instances.map((instance, index) => [instanceName(instance), taskResult(instance, values[index])]),
  );
  return { state: run.state, reason: run.reason, tasks, seconds: ((run.endDate ?? 0) - (run.startDate ?? 0)) / 1e6 };
}

function taskResult({ state, tryNumber, outcome }: TaskInstance, value: Json | undefined): TaskResult {
  return {
    state,
    tryNumber,
    value,
    message: outcome !== null && "message" in outcome ? (outcome.message ?? null) : null,
  };
}

/** Ids in the form of UUIDv7 that are the same in every run of a test. */
function sequentialIds(): () => string {
  let count = 0;
  return () => `00000000-0000-7000-8000-${(count++).toString(16).padStart(12, "0")}`;
}
