/** What must be judged anew: whole tasks, and single instances where nothing has changed for the others. */
import type { DagGraph, GraphTask } from "../dag-graph.ts";
import type { InstanceTable } from "./instance-table.ts";

export class ToJudge {
  readonly #graph: DagGraph;
  readonly #table: InstanceTable;
  #tasks = new Set<number>();
  #slots = new Set<number>();

  constructor(graph: DagGraph, table: InstanceTable) {
    this.#graph = graph;
    this.#table = table;
  }

  get isEmpty(): boolean {
    return this.#tasks.size === 0 && this.#slots.size === 0;
  }

  addTask(task: number): void {
    this.#tasks.add(task);
  }

  addSlot(slot: number): void {
    this.#slots.add(slot);
  }

  /** All that may look at an instance of the task: in a mapped group only those of the same map index. */
  addDependents(task: GraphTask, mapIndex: number): void {
    const { tasksInside, teardownsAfter } = this.#graph.setupScopes;
    for (const index of task.downstream) this.#addDependent(index, task, mapIndex);
    for (const index of tasksInside.get(task.index) ?? []) this.#addDependent(index, task, mapIndex);
    for (const index of teardownsAfter.get(task.index) ?? []) this.#addDependent(index, task, mapIndex);
    for (const index of task.mappers) this.#tasks.add(index);
  }

  /** Takes everything out; slots of tasks that are judged as a whole are left out. */
  take(): { readonly tasks: ReadonlySet<number>; readonly slots: readonly number[] } {
    const tasks = this.#tasks;
    const slots = [...this.#slots].filter((slot) => !tasks.has(this.#table.taskOf(slot)));
    this.#tasks = new Set();
    this.#slots = new Set();
    return { tasks, slots };
  }

  clear(): void {
    this.#tasks.clear();
    this.#slots.clear();
  }

  #addDependent(index: number, { mappedGroup }: GraphTask, mapIndex: number): void {
    const isOwn = mapIndex >= 0 && mappedGroup !== null && this.#graph.tasks[index]?.mappedGroup === mappedGroup;
    const slot = isOwn ? this.#table.slotAt(index, mapIndex) : undefined;
    if (slot === undefined) this.#tasks.add(index);
    else this.#slots.add(slot);
  }
}
