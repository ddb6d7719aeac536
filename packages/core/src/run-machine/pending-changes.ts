/** What has changed since the changes were last taken. */
import type { DagRun, TaskInstance } from "../dag-run.ts";
import type { Micros } from "../instant.ts";
import type { InstanceKey, RunChanges } from "../run-view.ts";
import type { InstanceTable } from "./instance-table.ts";

const NONE: readonly never[] = [];

export class PendingChanges {
  readonly #table: InstanceTable;
  readonly #changed = new Set<number>();
  readonly #inserted = new Set<number>();
  readonly #scheduled = new Set<number>();
  #unknown: TaskInstance[] = [];
  #remove: InstanceKey[] = [];
  #history: TaskInstance[] = [];
  #cancel: string[] = [];
  #run: DagRun | undefined;
  #ended = false;

  constructor(table: InstanceTable) {
    this.#table = table;
  }

  changed(slot: number): void {
    this.#changed.add(slot);
  }

  inserted(slot: number): void {
    this.#inserted.add(slot);
  }

  scheduled(slot: number): void {
    this.#scheduled.add(slot);
  }

  /** An instance of a task that the graph does not have. */
  unknownRemoved(instance: TaskInstance): void {
    this.#unknown.push(instance);
  }

  /** The instance in this slot gives way to others. */
  replaced(slot: number): void {
    if (!this.#inserted.has(slot)) this.#remove.push(this.#table.at(slot));
  }

  superseded(attempt: TaskInstance): void {
    this.#history.push(attempt);
  }

  letGo(attemptId: string): void {
    this.#cancel.push(attemptId);
  }

  runChanged(run: DagRun, ended: boolean): void {
    this.#run = run;
    this.#ended ||= ended;
  }

  /** Everything since the last time; from here it starts anew. */
  take(wakeAt: Micros | null): RunChanges {
    const taken = {
      insert: this.#takeInserted(),
      update: this.#takeUpdated(),
      remove: orNone(this.#remove),
      history: orNone(this.#history),
      newlyScheduled: this.#takeScheduled(),
      cancel: orNone(this.#cancel),
      ended: this.#ended,
      wakeAt,
    };
    const changes: RunChanges = this.#run === undefined ? taken : { run: this.#run, ...taken };
    this.#reset();
    return changes;
  }

  #takeInserted(): readonly TaskInstance[] {
    if (this.#inserted.size === 0) return NONE;
    const taken: TaskInstance[] = [];
    for (const slot of this.#inserted) {
      taken.push(this.#table.at(slot));
      this.#changed.delete(slot);
    }
    return taken;
  }

  /** After those that were inserted. */
  #takeUpdated(): readonly TaskInstance[] {
    if (this.#changed.size + this.#unknown.length === 0) return NONE;
    const taken: TaskInstance[] = [];
    for (const slot of this.#changed) taken.push(this.#table.at(slot));
    taken.push(...this.#unknown);
    return taken;
  }

  #takeScheduled(): readonly TaskInstance[] {
    if (this.#scheduled.size === 0) return NONE;
    const taken: TaskInstance[] = [];
    for (const slot of this.#scheduled) {
      const instance = this.#table.at(slot);
      if (instance.state === "scheduled") taken.push(instance);
    }
    return taken;
  }

  /** What was handed out is made anew; what stayed empty, as most of it does in most turns, stays. */
  #reset(): void {
    if (this.#changed.size > 0) this.#changed.clear();
    if (this.#inserted.size > 0) this.#inserted.clear();
    if (this.#scheduled.size > 0) this.#scheduled.clear();
    if (this.#unknown.length > 0) this.#unknown = [];
    if (this.#remove.length > 0) this.#remove = [];
    if (this.#history.length > 0) this.#history = [];
    if (this.#cancel.length > 0) this.#cancel = [];
    this.#run = undefined;
    this.#ended = false;
  }
}

/** What is empty stays here to be filled, so it is not handed out. */
function orNone<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list;
}
