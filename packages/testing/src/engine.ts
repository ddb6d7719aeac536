/** A whole engine on a virtual clock: the real scheduler and the real store in memory, with an executor that calls handlers. */
import {
  type AttemptOrder,
  type DagRun,
  type DagSpec,
  instanceName,
  type Micros,
  parseInstant,
  type TaskInstance,
} from "@momiji/core";
import { inlineDefault, InlineExecutor, type InlineHandler } from "@momiji/executors";
import { SchedulerLoop } from "@momiji/scheduler";
import { openSqliteStore, type Store } from "@momiji/store";
import { VirtualClock } from "./virtual-clock.ts";

export interface EngineOptions {
  /** ISO 8601 with an offset. */
  readonly now: string;
  readonly specs: readonly DagSpec[];
  /** By task id; a task without a handler succeeds. */
  readonly handlers?: ReadonlyMap<string, InlineHandler>;
  /** What callbacks come to; default: each succeeds. */
  readonly callbacks?: InlineHandler;
  /** Variables, for deadlines. */
  readonly variables?: ReadonlyMap<string, string>;
  readonly catchupLimit?: number;
  readonly maxLostAttempts?: number;
  readonly capacity?: number;
  /** Go on with this store, as after a restart. */
  readonly store?: Store;
}

export class Engine {
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly #loop: SchedulerLoop;
  /** What was ordered, in order. */
  readonly orders: AttemptOrder[] = [];
  /** Callbacks that were delivered, in order. */
  readonly called: AttemptOrder[] = [];
  readonly ended: DagRun[] = [];
  readonly logged: string[] = [];

  private constructor(options: EngineOptions, store: Store) {
    this.store = store;
    this.clock = new VirtualClock(parseInstant(options.now));
    const note = (message: string, error?: unknown): void =>
      void this.logged.push(error instanceof Error ? `${message}: ${error.message}` : message);
    this.#loop = new SchedulerLoop({
      store,
      clock: this.clock,
      executors: [this.#executor(options)],
      owner: "engine",
      takeover: true,
      catchupLimit: options.catchupLimit ?? 1000,
      maxLostAttempts: options.maxLostAttempts ?? 5,
      newAttemptId: countingIds(),
      newRunLetters: countingLetters(),
      log: { info: note, warn: note, error: note },
      variable: async (key) => options.variables?.get(key),
      onRunEnded: (run) => this.ended.push(run),
    });
  }

  /** Publishes the DAGs, switched on unless they say otherwise, and starts. */
  static async start(options: EngineOptions): Promise<Engine> {
    const store =
      options.store ?? (await openSqliteStore({ path: ":memory:", synchronous: "normal", pausedAtCreation: false }));
    const engine = new Engine(options, store);
    await engine.publish(options.specs);
    await engine.#loop.start();
    await engine.settled();
    return engine;
  }

  async publish(specs: readonly DagSpec[]): Promise<void> {
    for (const spec of specs) {
      const bundle = { hash: "0", path: spec.source.file };
      await this.store.publishFile({ file: spec.source.file, bundle, dags: [spec], errors: [] }, this.clock.now());
    }
  }

  /** Until nothing more happens at this instant. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      await new Promise((resolve) => setImmediate(resolve));
      const before = this.orders.length + this.ended.length;
      await this.#loop.settled();
      quiet = before === this.orders.length + this.ended.length ? quiet + 1 : 0;
    }
  }

  /** Moves the clock on, stopping at everything that falls due. */
  async advanceTo(instant: string): Promise<void> {
    const end = parseInstant(instant);
    for (let next = this.clock.nextTimer(); next !== null && next <= end; next = this.clock.nextTimer()) {
      this.clock.moveTo(next);
      await this.settled();
    }
    this.clock.moveTo(end);
    await this.settled();
  }

  async runs(dagId: string): Promise<DagRun[]> {
    return (await this.store.listRuns({ dagId, limit: 10_000 })).toReversed();
  }

  async instances(run: DagRun): Promise<{ readonly [taskId: string]: TaskInstance | undefined }> {
    const [loaded] = await this.store.loadRuns([run.runKey]);
    return Object.fromEntries((loaded?.instances ?? []).map((instance) => [instanceName(instance), instance]));
  }

  /** Ends as a killed process does: nothing is told to the store. The store stays open for the next engine. */
  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  #executor({ handlers = new Map(), capacity, callbacks = { outcome: { kind: "success" } } }: EngineOptions) {
    const watched = new Map<string, InlineHandler>();
    const watch = (taskId: string): InlineHandler => {
      return (order, signal) => {
        this.orders.push(order);
        const handler = handlers.get(taskId) ?? inlineDefault(order.task, this.clock.now());
        return typeof handler === "function" ? handler(order, signal) : handler;
      };
    };
    // Every task is watched, also those of DAGs that are published later.
    const byAnyName = {
      get: (taskId: string) => watched.get(taskId) ?? watched.set(taskId, watch(taskId)).get(taskId),
    };
    return new InlineExecutor({
      clock: this.clock,
      handlers: byAnyName as ReadonlyMap<string, InlineHandler>,
      callbacks: (order, signal) => {
        this.called.push(order);
        return typeof callbacks === "function" ? callbacks(order, signal) : callbacks;
      },
      ...(capacity === undefined ? {} : { capacity }),
    });
  }
}

/** `aaaaaaaa`, `aaaaaaab`, ... */
function countingLetters(): () => string {
  let count = 0;
  return () =>
    (count++)
      .toString(26)
      .padStart(8, "0")
      .replace(/[0-9a-p]/g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
}

function countingIds(): (now: Micros) => string {
  let count = 0;
  return (now) =>
    `${Math.floor(now / 1000)
      .toString(16)
      .padStart(12, "0")
      .replace(/^(.{8})/, "$1-")}-7000-8000-${(count++).toString(16).padStart(12, "0")}`;
}
