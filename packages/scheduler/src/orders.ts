/** Makes the orders for attempts whose `queued` state is committed: everything a worker needs, in one message. */
import {
  type AssetEvent,
  type AttemptOrder,
  type DagRun,
  paramsOf,
  type PreviousSuccess,
  type RunFacts,
  type TaskInstance,
} from "@momiji/core";
import type { Store } from "@momiji/store";
import { TaskValues } from "./task-values.ts";
import type { VersionedDag } from "./versioned-dag.ts";

/** One attempt to be ordered. */
export interface ToOrder {
  readonly dag: VersionedDag;
  readonly run: DagRun;
  readonly instance: TaskInstance;
  readonly priority: number;
}

/** Facts of runs are the same for all their attempts, and are made once while the run lives. */
export class OrderBook {
  readonly #store: Store;
  readonly #facts = new Map<number, RunFacts>();

  constructor(store: Store) {
    this.#store = store;
  }

  async make(wanted: readonly ToOrder[]): Promise<AttemptOrder[]> {
    const values = await TaskValues.fetch(this.#store, wanted);
    const orders: AttemptOrder[] = [];
    for (const order of wanted) {
      const { dag, run, instance, priority } = order;
      const { attemptId, mapIndex, tryNumber, maxTries, firstStartDate, deferral } = instance;
      const task = dag.tasks.get(instance.taskId);
      if (task === undefined || attemptId === null) continue;
      const facts = this.#facts.get(run.runKey) ?? (await this.#keepFacts(dag, run));
      const { bundle } = dag;
      const inputs = values.inputsOf(order);
      const made = {
        attemptId,
        run: facts,
        task,
        mapIndex,
        tryNumber,
        maxTries,
        bundle,
        inputs,
        firstStartDate,
        priority,
      };
      const mapped = values.partOf(order);
      const job = launchedBefore(instance);
      const isPlain = mapped === undefined && deferral === null && job === undefined;
      orders.push(
        isPlain
          ? made
          : {
              ...made,
              ...(mapped === undefined ? {} : { mapped }),
              ...(deferral === null ? {} : { deferral }),
              ...(job === undefined ? {} : { job }),
            },
      );
    }
    return orders;
  }

  /** The run has ended, or is decided upon elsewhere. */
  forget(runKey: number): void {
    this.#facts.delete(runKey);
  }

  /** Those that are kept while the run lives; of one that has ended made anew. */
  async factsOf(dag: VersionedDag, run: DagRun): Promise<RunFacts> {
    return this.#facts.get(run.runKey) ?? this.#makeFacts(dag, run);
  }

  async #keepFacts(dag: VersionedDag, run: DagRun): Promise<RunFacts> {
    const facts = await this.#makeFacts(dag, run);
    this.#facts.set(run.runKey, facts);
    return facts;
  }

  async #makeFacts(dag: VersionedDag, run: DagRun): Promise<RunFacts> {
    const previousSuccess: PreviousSuccess | null = dag.asksForPreviousSuccess
      ? await this.#store.findPreviousSuccess(run)
      : null;
    return {
      dagId: run.dagId,
      runId: run.runId,
      runKey: run.runKey,
      runType: run.runType,
      logicalDate: run.logicalDate,
      dataIntervalStart: run.dataIntervalStart,
      dataIntervalEnd: run.dataIntervalEnd,
      runAfter: run.runAfter,
      startDate: run.startDate,
      conf: run.conf,
      params: paramsOf(dag.spec, run.conf),
      timezone: dag.spec.timezone,
      templateStyle: dag.spec.templateStyle,
      tags: dag.spec.tags ?? [],
      previousSuccess,
      ...(run.runType === "asset_triggered" ? { triggeringAssetEvents: await this.#eventsOf(run) } : {}),
    };
  }

  async #eventsOf({ runKey }: DagRun): Promise<AssetEvent[]> {
    const events = await this.#store.listEventsOfRun(runKey);
    return events.map(({ id, asset, at, extra, source }) => ({ id, asset, at, extra, source }));
  }
}

/** Another worker than the one that launched it can go on with the job from here. */
function launchedBefore({ job, startDate }: TaskInstance): AttemptOrder["job"] {
  if (job === null || job.handle === null || startDate === null) return undefined;
  return { handle: job.handle, startedAt: startDate };
}
