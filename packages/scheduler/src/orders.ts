/** Makes the orders for attempts whose `queued` state is committed: everything a worker needs, in one message. */
import {
  type AssetEvent,
  type AttemptOrder,
  type DagRun,
  type Json,
  paramsOf,
  type PreviousSuccess,
  RETURN_VALUE,
  type RunFacts,
  type TaskInstance,
} from "@momiji/core";
import type { Store, XComKey } from "@momiji/store";
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
    const keys = wanted.flatMap(({ dag, run, instance }) => inputKeys(dag, run, instance));
    const values = keys.length === 0 ? [] : await this.#store.getXComs(keys);
    let next = 0;
    const orders: AttemptOrder[] = [];
    for (const { dag, run, instance, priority } of wanted) {
      const task = dag.tasks.get(instance.taskId);
      if (task === undefined || instance.attemptId === null) continue;
      const inputs: { [name: string]: Json } = {};
      for (const name of Object.keys(task.inputs ?? {})) {
        const value = values[next++];
        if (value !== undefined) inputs[name] = value;
      }
      orders.push({
        attemptId: instance.attemptId,
        run: await this.#keptFacts(dag, run),
        task,
        mapIndex: instance.mapIndex,
        tryNumber: instance.tryNumber,
        maxTries: instance.maxTries,
        bundle: dag.bundle,
        inputs,
        firstStartDate: instance.firstStartDate,
        priority,
      });
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

  async #keptFacts(dag: VersionedDag, run: DagRun): Promise<RunFacts> {
    const facts = await this.factsOf(dag, run);
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

function inputKeys(dag: VersionedDag, run: DagRun, instance: TaskInstance): XComKey[] {
  const inputs = dag.tasks.get(instance.taskId)?.inputs;
  if (inputs === undefined) return [];
  return Object.values(inputs).map((taskId) => ({ runKey: run.runKey, taskId, mapIndex: -1, key: RETURN_VALUE }));
}
