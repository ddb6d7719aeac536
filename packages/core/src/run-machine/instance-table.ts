/**
 * The task instances of a run by slot: a small integer for each, found from a key or an attempt id without searching.
 *
 * The first instance of a task has the task's own index as its slot; further ones, of mapped tasks, come behind.
 */
import type { DagGraph } from "../dag-graph.ts";
import type { TaskInstance } from "../dag-run.ts";
import type { InstanceKey } from "../run-view.ts";
import { isFinished, isHeldByWorker, isSchedulable } from "../task-state.ts";

/** Instances of a task that has expanded. */
interface Expansion {
  /** Slots by map index. */
  readonly slots: Map<number, number>;
  /** Slots of those that may begin. */
  readonly waiting: Set<number>;
  unfinished: number;
}

export class InstanceTable {
  readonly #graph: DagGraph;
  readonly #instances: TaskInstance[];
  /** Of slots beyond the tasks: the task. */
  readonly #taskBeyond: number[] = [];
  #expanded: Map<number, Expansion> | undefined;
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
    for (const [task, instance] of further) this.append(task, instance);
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
    return this.slotAt(task, mapIndex);
  }

  slotAt(task: number, mapIndex: number): number | undefined {
    const expansion = this.#expanded?.get(task);
    if (expansion !== undefined) return expansion.slots.get(mapIndex);
    return this.at(task).mapIndex === mapIndex ? task : undefined;
  }

  slotOfAttempt(attemptId: string): number | undefined {
    return this.#held.get(attemptId);
  }

  /** Slots of all instances of a task. */
  slotsOf(task: number): Iterable<number> {
    return this.#expanded?.get(task)?.slots.values() ?? [task];
  }

  /** Slots of those instances of a task that may begin. */
  waitingOf(task: number): Iterable<number> {
    const expansion = this.#expanded?.get(task);
    if (expansion !== undefined) return expansion.waiting;
    return isSchedulable(this.at(task).state) ? [task] : [];
  }

  /** All instances of a task have ended. */
  isOver(task: number): boolean {
    const expansion = this.#expanded?.get(task);
    return expansion === undefined ? isFinished(this.at(task).state) : expansion.unfinished === 0;
  }

  /** Whether an expanded task has instances that may begin, and not as many as this. Costs only what is too many. */
  isUnlike(task: number, length: number): boolean {
    const expansion = this.#expanded?.get(task);
    if (expansion === undefined || expansion.waiting.size === 0) return false;
    const { size } = expansion.slots;
    if (size < length) return true;
    for (let mapIndex = length; mapIndex < size; mapIndex++) {
      const slot = expansion.slots.get(mapIndex);
      if (slot !== undefined && this.at(slot).state !== "removed") return true;
    }
    return false;
  }

  /** Puts the new value of an instance in its place. */
  replace(slot: number, instance: TaskInstance): void {
    const before = this.at(slot);
    this.#instances[slot] = instance;
    if (before.attemptId !== null && isHeldByWorker(before.state)) this.#held.delete(before.attemptId);
    this.#hold(slot, instance);
    const expansion = this.#expanded?.get(this.taskOf(slot));
    if (expansion === undefined) return;
    if (!isFinished(before.state)) expansion.unfinished--;
    this.#enter(expansion, slot);
  }

  /** The instances that a mapped task expands into, instead of the one it had; gives their slots. */
  expand(task: number, [first, ...others]: readonly TaskInstance[]): number[] {
    this.#place(task, task, first as TaskInstance);
    return [task, ...others.map((instance) => this.append(task, instance))];
  }

  /** One more instance of a task that has expanded; gives its slot. */
  append(task: number, instance: TaskInstance): number {
    const slot = this.#instances.length;
    this.#taskBeyond.push(task);
    this.#place(slot, task, instance);
    return slot;
  }

  #place(slot: number, task: number, instance: TaskInstance): void {
    this.#instances[slot] = instance;
    this.#hold(slot, instance);
    if (instance.mapIndex < 0) return;
    const expansion = this.#expandedOf(task);
    expansion.slots.set(instance.mapIndex, slot);
    this.#enter(expansion, slot);
  }

  #enter(expansion: Expansion, slot: number): void {
    const { state } = this.at(slot);
    if (!isFinished(state)) expansion.unfinished++;
    if (isSchedulable(state)) expansion.waiting.add(slot);
    else expansion.waiting.delete(slot);
  }

  #hold(slot: number, { attemptId, state }: TaskInstance): void {
    if (attemptId !== null && isHeldByWorker(state)) this.#held.set(attemptId, slot);
  }

  #expandedOf(task: number): Expansion {
    let expansion = this.#expanded?.get(task);
    if (expansion === undefined) {
      expansion = { slots: new Map(), waiting: new Set(), unfinished: 0 };
      (this.#expanded ??= new Map()).set(task, expansion);
    }
    return expansion;
  }
}
