/** What has changed since the changes were last taken. */
import type { DagRun, TaskInstance } from "../dag-run.ts";
import type { Micros } from "../instant.ts";
import type { InstanceKey, RunChanges } from "../run-view.ts";
import type { InstanceTable } from "./instance-table.ts";

export class PendingChanges {
  readonly #table: InstanceTable;
  #changed = new Set<number>();
  #inserted = new Set<number>();
  #scheduled = new Set<number>();
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
    const at = (slot: number) => this.#table.at(slot);
    const changes: RunChanges = {
      ...(this.#run !== undefined && { run: this.#run }),
      insert: Array.from(this.#inserted, at),
      update: [
        ...Array.from(this.#changed)
          .filter((slot) => !this.#inserted.has(slot))
          .map(at),
        ...this.#unknown,
      ],
      remove: this.#remove,
      history: this.#history,
      newlyScheduled: Array.from(this.#scheduled, at).filter(({ state }) => state === "scheduled"),
      cancel: this.#cancel,
      ended: this.#ended,
      wakeAt,
    };
    this.#reset();
    return changes;
  }

  #reset(): void {
    this.#changed = new Set();
    this.#inserted = new Set();
    this.#scheduled = new Set();
    this.#unknown = [];
    this.#remove = [];
    this.#history = [];
    this.#cancel = [];
    this.#run = undefined;
    this.#ended = false;
  }
}
