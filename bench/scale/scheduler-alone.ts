/** The scheduler and its store without anything that runs tasks: what an event costs there, and nowhere else. */
import { type Clock, DAG_SPEC_VERSION, type DagSpec, type TaskSpec, type PlannedRun } from "@momiji/core";
import { newAttemptId, SchedulerLoop } from "@momiji/scheduler";
import { openSqliteStore, type Store } from "@momiji/store";
import { HandExecutor } from "./hand-executor.ts";

const clock: Clock = {
  now: () => Math.round((performance.timeOrigin + performance.now()) * 1000),
  setTimer(at, callback) {
    const timer = setTimeout(callback, Math.max(0, (at - clock.now()) / 1000));
    return () => clearTimeout(timer);
  },
};

/** So few orders that are out that the loop never lets an event wait for others. */
const CAPACITY = 8;

const RUNS_AT_ONCE = 500;

/** `tasks`: the names of the upstream tasks of each. No limit of the DAG stands in the way of its tasks. */
export function specOf(dagId: string, tasks: ReadonlyMap<string, readonly string[]>): DagSpec {
  return {
    version: DAG_SPEC_VERSION,
    dagId,
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: false,
    templateStyle: "json",
    source: { file: `${dagId}.ts` },
    isPausedUponCreation: false,
    maxActiveRuns: 1_000_000,
    maxActiveTasks: 1_000_000,
    tasks: [...tasks].map(([taskId, upstream]): TaskSpec => ({
      taskId,
      operator: "function",
      lane: "function",
      upstream,
    })),
  };
}

export class SchedulerAlone {
  readonly executor = new HandExecutor(CAPACITY, () => clock.now());
  readonly #store: Store;
  readonly #loop: SchedulerLoop;
  #runs = 0;

  private constructor(store: Store) {
    this.#store = store;
    const complain = (message: string, error?: unknown): void => console.error(message, error ?? "");
    this.#loop = new SchedulerLoop({
      store,
      clock,
      executors: [this.executor],
      owner: "bench",
      takeover: true,
      catchupLimit: 1000,
      maxLostAttempts: 5,
      newAttemptId,
      log: { info: complain, warn: complain, error: complain },
    });
  }

  /** `path`: where the store lies, which does not wait for the disk: that is not what is measured. */
  static async start(path: string, specs: readonly DagSpec[]): Promise<SchedulerAlone> {
    const store = await openSqliteStore({ path, synchronous: "normal" });
    const alone = new SchedulerAlone(store);
    for (const spec of specs) {
      const bundle = { hash: "0", path: spec.source.file };
      await store.publishFile({ file: spec.source.file, bundle, dags: [spec], errors: [] }, clock.now());
    }
    await alone.#loop.start();
    return alone;
  }

  /** Triggers so many runs; resolves when they have begun. */
  async trigger(dagId: string, count: number): Promise<void> {
    for (let made = 0; made < count; made += RUNS_AT_ONCE) {
      const runs = Array.from({ length: Math.min(RUNS_AT_ONCE, count - made) }, () => this.#newRun(dagId));
      await this.#store.createRuns(runs, clock.now());
      await this.settled();
    }
  }

  /** Milliseconds from the end of one attempt until it is committed and what it has made room for is ordered. */
  async endOne(): Promise<number> {
    const start = performance.now();
    await this.executor.endOne();
    const millis = performance.now() - start;
    await this.settled();
    return millis;
  }

  async settled(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    await this.#loop.settled();
  }

  async stop(): Promise<void> {
    await this.#loop.stop();
    await this.#store.close();
  }

  #newRun(dagId: string): PlannedRun {
    const now = clock.now();
    return {
      dagId,
      runId: `manual__${++this.#runs}`,
      runType: "manual",
      triggeredBy: "rest_api",
      logicalDate: now + this.#runs,
      dataIntervalStart: now,
      dataIntervalEnd: now,
      runAfter: now,
      conf: {},
      dagVersion: 1,
      note: null,
    };
  }
}
