/**
 * The task instances of a run by slot: a small integer for each, found from a key or an attempt id without searching.
 *
 * The first instance of a task has the task's own index as its slot; further ones, of mapped tasks, come behind.
 */
import type { DagGraph } from "../dag-graph.ts";
import type { TaskInstance } from "../dag-run.ts";
import type { InstanceKey } from "../run-view.ts";
import { isHeldByWorker } from "../task-state.ts";

export class InstanceTable {
  readonly #graph: DagGraph;
  readonly #instances: TaskInstance[];
  /** Of slots beyond the tasks: the task. */
  readonly #taskBeyond: number[] = [];
  /** Of tasks whose instances have map indexes: slots by map index. */
  readonly #expanded = new Map<number, Map<number, number>>();
  readonly #held = new Map<string, number>();

  /** @param instances at least one of each task of the graph, and none of other tasks */
  constructor(graph: DagGraph, instances: readonly TaskInstance[]) {
    this.#graph = graph;
    const first = new Map<number, TaskInstance>();
    const further: [number, TaskInstance][] = [];
    for (const instance of instances) {
      const task = graph.indexOf.get(instance.taskId) as number;
      if (first.has(task)) further.push([task, instance]);
      else first.set(task, instance);
    }
    this.#instances = graph.tasks.map(({ index }) => first.get(index) as TaskInstance);
    this.#instances.forEach((instance, slot) => this.#place(slot, slot, instance));
    for (const [task, instance] of further) this.#append(task, instance);
  }

  /** All instances. Not to be changed by the reader. */
  get all(): readonly TaskInstance[] {
    return this.#instances;
  }

  at(slot: number): TaskInstance {
    return this.#instances[slot] as TaskInstance;
  }

  taskOf(slot: number): number {
    const tasks = this.#graph.tasks.length;
    return slot < tasks ? slot : (this.#taskBeyond[slot - tasks] as number);
  }

  slotOf({ taskId, mapIndex }: InstanceKey): number | undefined {
    const task = this.#graph.indexOf.get(taskId);
    if (task === undefined) return undefined;
    const slots = this.#expanded.get(task);
    if (slots !== undefined) return slots.get(mapIndex);
    return this.at(task).mapIndex === mapIndex ? task : undefined;
  }

  slotOfAttempt(attemptId: string): number | undefined {
    return this.#held.get(attemptId);
  }

  /** Slots of all instances of a task. */
  slotsOf(task: number): Iterable<number> {
    return this.#expanded.get(task)?.values() ?? [task];
  }

  /** Puts the new value of an instance in its place. */
  replace(slot: number, instance: TaskInstance): void {
    const before = this.at(slot);
    this.#instances[slot] = instance;
    if (before.attemptId !== null && isHeldByWorker(before.state)) this.#held.delete(before.attemptId);
    this.#hold(slot, instance);
  }

  /** The instances that a mapped task expands into, instead of the one it had; gives their slots. */
  expand(task: number, [first, ...others]: readonly TaskInstance[]): number[] {
    this.#place(task, task, first as TaskInstance);
    return [task, ...others.map((instance) => this.#append(task, instance))];
  }

  #append(task: number, instance: TaskInstance): number {
    const slot = this.#instances.length;
    this.#taskBeyond.push(task);
    this.#place(slot, task, instance);
    return slot;
  }

  #place(slot: number, task: number, instance: TaskInstance): void {
    this.#instances[slot] = instance;
    if (instance.mapIndex >= 0) this.#expandedOf(task).set(instance.mapIndex, slot);
    this.#hold(slot, instance);
  }

  #hold(slot: number, { attemptId, state }: TaskInstance): void {
    if (attemptId !== null && isHeldByWorker(state)) this.#held.set(attemptId, slot);
  }

  #expandedOf(task: number): Map<number, number> {
    let slots = this.#expanded.get(task);
    if (slots === undefined) this.#expanded.set(task, (slots = new Map()));
    return slots;
  }
}
