/** What the tasks of a batch of orders take from others: fetched together, each value once. */
import {
  type DagRun,
  elementsOf,
  type GraphTask,
  type Json,
  type MappedPart,
  mappingSources,
  partAt,
  type Returned,
  RETURN_VALUE,
  type TaskInstance,
} from "@momiji/core";
import type { Store, XComKey, XComsOfTask } from "@momiji/store";
import type { VersionedDag } from "./versioned-dag.ts";

/** A task instance that takes values. */
interface Taker {
  readonly dag: VersionedDag;
  readonly run: DagRun;
  readonly instance: TaskInstance;
}

/** Which return values a task takes from another: that of one instance, or the list of all. */
type Wanted = { readonly one: XComKey } | { readonly all: XComsOfTask };

const NONE = {};

export class TaskValues {
  readonly #one = new Map<string, Json | undefined>();
  readonly #all = new Map<string, Json[]>();
  readonly #elements = new Map<string, readonly Json[]>();

  static async fetch(store: Store, orders: readonly Taker[]): Promise<TaskValues> {
    const values = new TaskValues();
    const ones = new Map<string, XComKey>();
    const alls = new Map<string, XComsOfTask>();
    for (const order of orders) {
      for (const wanted of wantedBy(order)) {
        if ("one" in wanted) ones.set(keyOf(wanted), wanted.one);
        else alls.set(keyOf(wanted), wanted.all);
      }
    }
    if (ones.size > 0) {
      const found = await store.getXComs([...ones.values()]);
      [...ones.keys()].forEach((key, index) => values.#one.set(key, found[index]));
    }
    if (alls.size > 0) {
      const found = await store.listXComs([...alls.values()]);
      [...alls.keys()].forEach((key, index) => values.#all.set(key, found[index] ?? []));
    }
    return values;
  }

  /** By name of the input; a task that returned nothing is left out. */
  inputsOf(order: Taker): { readonly [name: string]: Json } {
    const task = taskOf(order);
    if (task?.spec.inputs === undefined) return NONE;
    const inputs: { [name: string]: Json } = {};
    for (const [name, taskId] of Object.entries(task.spec.inputs)) {
      const value = this.#valueOf(wantedFrom(order, taskId));
      if (value !== undefined) inputs[name] = value;
    }
    return inputs;
  }

  /** Undefined: the task takes nothing of a mapping; null: it should, but the mapping holds nothing for this map index. */
  partOf(order: Taker): MappedPart | null | undefined {
    const task = taskOf(order);
    if (task === undefined || task.mapping === null || !takesPart(task)) return undefined;
    const owner = task.mappedGroup ?? task.taskId;
    return partAt(owner, task.mapping, { index: order.instance.mapIndex, returned: this.#returnedFor(order) });
  }

  #returnedFor(order: Taker): Returned {
    return {
      lengthOf: (taskId) => this.#elementsFor(order, taskId)?.length,
      elementOf: (taskId, index) => this.#elementsFor(order, taskId)?.[index] as Json,
    };
  }

  #elementsFor(order: Taker, taskId: string): readonly Json[] | undefined {
    const wanted = wantedFrom(order, taskId);
    if ("all" in wanted) return this.#all.get(keyOf(wanted));
    const key = keyOf(wanted);
    const known = this.#elements.get(key);
    if (known !== undefined) return known;
    const value = this.#one.get(key);
    if (value === undefined) return undefined;
    const elements = elementsOf(value);
    this.#elements.set(key, elements);
    return elements;
  }

  #valueOf(wanted: Wanted): Json | undefined {
    return "one" in wanted ? this.#one.get(keyOf(wanted)) : this.#all.get(keyOf(wanted));
  }
}

function taskOf({ dag, instance }: Taker): GraphTask | undefined {
  return dag.graph.tasks[dag.graph.indexOf.get(instance.taskId) ?? -1];
}

function takesPart({ spec }: GraphTask): boolean {
  return spec.mapping !== undefined || spec.groupInputs !== undefined;
}

function wantedBy(order: Taker): readonly Wanted[] {
  const task = taskOf(order);
  if (task === undefined) return [];
  // As most tasks of most DAGs.
  if (task.spec.inputs === undefined && task.mapping === null) return [];
  const sources = task.mapping !== null && takesPart(task) ? mappingSources(task.mapping) : [];
  return [...Object.values(task.spec.inputs ?? {}), ...sources].map((taskId) => wantedFrom(order, taskId));
}

/** Of a mapped task all instances, except within one mapped group: there the one of the same map index. */
function wantedFrom({ dag, run: { runKey }, instance }: Taker, taskId: string): Wanted {
  const { graph } = dag;
  const source = graph.tasks[graph.indexOf.get(taskId) ?? -1];
  if (source === undefined || source.mapping === null)
    return { one: { runKey, taskId, mapIndex: -1, key: RETURN_VALUE } };
  const own = graph.tasks[graph.indexOf.get(instance.taskId) ?? -1];
  const isSameGroup = source.mappedGroup !== null && source.mappedGroup === own?.mappedGroup;
  if (isSameGroup) return { one: { runKey, taskId, mapIndex: instance.mapIndex, key: RETURN_VALUE } };
  return { all: { runKey, taskId, key: RETURN_VALUE } };
}

function keyOf(wanted: Wanted): string {
  if ("all" in wanted) return `${wanted.all.runKey} ${wanted.all.taskId}`;
  return `${wanted.one.runKey} ${wanted.one.taskId}[${wanted.one.mapIndex}]`;
}
