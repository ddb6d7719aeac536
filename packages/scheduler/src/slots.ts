/** Who waits for slots and who holds them: the admission queue, kept in step with the runs. */
import {
  AdmissionQueue,
  type Candidate,
  candidateOf,
  DEFAULT_EXECUTOR,
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

/** A scheduled instance that stands in the queue; once it was granted its room, only the candidate is left of it. */
interface Waiting extends Candidate {
  active: ActiveRun | null;
  instance: TaskInstance | null;
}

export class Slots {
  readonly #queue: AdmissionQueue<Waiting>;
  #pools = new Set<string>();
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
      if (active.entry.isOff) this.#queue.remove(active.runKey, instance);
      else this.#wait(active, instance);
    }
  }

  forgetRun({ runKey }: ActiveRun): void {
    this.#queue.forgetRun(runKey);
  }

  /** From now on nobody gets slots: the process is about to end. */
  close(): void {
    this.#isClosed = true;
  }

  /** Gives slots to whoever can have them, the best first. */
  grant(): readonly Granted[] {
    if (this.#isClosed) return [];
    return this.#queue.admit().map((waiting) => {
      const granted = { active: waiting.active, instance: waiting.instance, priority: waiting.priority } as Granted;
      waiting.active = null;
      waiting.instance = null;
      return granted;
    });
  }

  #follow({ runKey, entry }: ActiveRun, instance: TaskInstance): void {
    const { state } = instance;
    // It was let in just now.
    if (state === "queued") return;
    // `#wait` follows, which forgets what it held before, as one that waited or was lost.
    if (state === "scheduled" && !entry.isOff) return;
    if (state === "scheduled") {
      if (!this.#queue.isWaiting(runKey, instance)) this.#queue.remove(runKey, instance);
    } else if (state === "deferred") this.#queue.setDeferred(runKey, instance, true);
    else if (occupiesSlot(state)) this.#queue.setDeferred(runKey, instance, false);
    else this.#queue.remove(runKey, instance);
  }

  #wait(active: ActiveRun, instance: TaskInstance): void {
    const { entry, machine, runKey } = active;
    if (entry.isOff || this.#queue.isWaiting(runKey, instance)) return;
    this.#queue.add(Object.assign(candidateOf(machine.graph, machine.run, instance), { active, instance }));
  }
}
