/** Who waits for slots and who holds them: the admission queue, kept in step with the runs. */
import {
  AdmissionQueue,
  candidateOf,
  DEFAULT_EXECUTOR,
  instanceName,
  occupiesSlot,
  type RunChanges,
  type TaskInstance,
} from "@momiji/core";
import type { Executor } from "@momiji/executors";
import type { PoolRecord } from "@momiji/store";
import type { ActiveRun } from "./dag-entry.ts";

export interface Granted {
  readonly active: ActiveRun;
  readonly instance: TaskInstance;
  readonly priority: number;
}

interface Waiting {
  readonly active: ActiveRun;
  readonly instance: TaskInstance;
}

export class Slots {
  readonly #queue: AdmissionQueue;
  #pools = new Set<string>();
  /** Scheduled instances that stand in the queue, by the queue's key. */
  readonly #waiting = new Map<string, Waiting>();
  #isClosed = false;

  /** Tasks that name no executor go to the first. */
  constructor(executors: readonly Executor[]) {
    const capacities = new Map(executors.map(({ name, capacity }) => [name, capacity]));
    this.#queue = new AdmissionQueue({
      pools: new Map(),
      executors: capacities.set(DEFAULT_EXECUTOR, executors[0]?.capacity ?? 0),
    });
  }

  setPools(pools: readonly PoolRecord[]): void {
    const names = new Set(pools.map(({ name }) => name));
    for (const gone of this.#pools) if (!names.has(gone)) this.#queue.setPool(gone, null);
    for (const pool of pools) this.#queue.setPool(pool.name, pool);
    this.#pools = names;
  }

  /** A run that was loaded: what is out holds its slots, what is scheduled waits. */
  takeUp(active: ActiveRun): void {
    for (const instance of active.machine.instances) {
      if (instance.state === "scheduled") this.#wait(active, instance);
      else if (occupiesSlot(instance.state) || instance.state === "deferred") {
        const { graph, run } = active.machine;
        this.#queue.restore({ ...candidateOf(graph, run, instance), deferred: instance.state === "deferred" });
      }
    }
  }

  /** What a decision has changed in a run. */
  update(active: ActiveRun, { newlyScheduled, insert, update }: RunChanges): void {
    for (const instance of update) this.#follow(active, instance);
    for (const instance of insert) if (instance.state !== null) this.#follow(active, instance);
    for (const instance of newlyScheduled) this.#wait(active, instance);
  }

  /** A DAG was switched off or on: of one that is off, nothing new starts. */
  hold(active: ActiveRun): void {
    for (const instance of active.machine.instances) {
      if (instance.state !== "scheduled") continue;
      if (active.entry.isOff) this.#leave(keyOf(active, instance));
      else this.#wait(active, instance);
    }
  }

  forgetRun(active: ActiveRun): void {
    for (const instance of active.machine.instances) this.#leave(keyOf(active, instance));
  }

  /** From now on nobody gets slots: the process is about to end. */
  close(): void {
    this.#isClosed = true;
  }

  /** Gives slots to whoever can have them, the best first. */
  grant(): Granted[] {
    if (this.#isClosed) return [];
    return this.#queue.admit().map(({ key, priority }) => {
      const { active, instance } = this.#waiting.get(key) as Waiting;
      this.#waiting.delete(key);
      return { active, instance, priority };
    });
  }

  #follow(active: ActiveRun, instance: TaskInstance): void {
    const { state } = instance;
    // It was let in just now.
    if (state === "queued") return;
    // `#wait` follows, which forgets what it held before, as one that waited or was lost.
    if (state === "scheduled" && !active.entry.isOff) return;
    const key = keyOf(active, instance);
    if (state === "scheduled") {
      if (!this.#waiting.has(key)) this.#queue.remove(key);
    } else if (state === "deferred") this.#queue.setDeferred(key, true);
    else if (occupiesSlot(state)) this.#queue.setDeferred(key, false);
    else this.#leave(key);
  }

  #wait(active: ActiveRun, instance: TaskInstance): void {
    if (active.entry.isOff) return;
    const candidate = candidateOf(active.machine.graph, active.machine.run, instance);
    if (this.#waiting.has(candidate.key)) return;
    this.#waiting.set(candidate.key, { active, instance });
    this.#queue.add(candidate);
  }

  #leave(key: string): void {
    this.#waiting.delete(key);
    this.#queue.remove(key);
  }
}

function keyOf(active: ActiveRun, instance: TaskInstance): string {
  return `${active.runKey} ${instanceName(instance)}`;
}
