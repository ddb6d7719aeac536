/**
 * Which tasks stand in the scope of which setups and teardowns, as far as it is not told by direct edges: Airflow's
 * `get_upstreams_only_setups` and the scope of a teardown.
 */
import { reachable } from "./dag-order.ts";

/** What this asks of a task; numbers are indexes. */
interface ScopedTask {
  readonly index: number;
  readonly isSetup: boolean;
  readonly isTeardown: boolean;
  readonly upstream: readonly number[];
  readonly downstream: readonly number[];
}

/** The maps hold only tasks that have such a relation; most DAGs have none. */
export interface SetupScopes {
  /** By task: setups further up that must succeed before it, direct upstreams left out. Never for teardowns. */
  readonly setupsAround: Relation;
  /** The same by setup: the tasks that it is around. */
  readonly tasksInside: Relation;
  /** By teardown: tasks between its setups and itself that must end before it, direct upstreams left out. */
  readonly tasksBetween: Relation;
  /** The same by task: the teardowns that wait for it. */
  readonly teardownsAfter: Relation;
}

type Relation = ReadonlyMap<number, readonly number[]>;

/**
 * A setup is around a task that it leads to if it has no teardown, or one of its teardowns is further down from the
 * task. Between a teardown and its setups lies what leads from one of them to it.
 */
export function buildSetupScopes(tasks: readonly ScopedTask[]): SetupScopes {
  const tasksInside = new Map<number, readonly number[]>();
  const tasksBetween = new Map<number, readonly number[]>();
  for (const task of tasks) {
    if (task.isSetup) add(tasksInside, task.index, insideOf(task, tasks));
    if (task.isTeardown) add(tasksBetween, task.index, betweenSetupsAnd(task, tasks));
  }
  return { setupsAround: inverse(tasksInside), tasksInside, tasksBetween, teardownsAfter: inverse(tasksBetween) };
}

function insideOf(setup: ScopedTask, tasks: readonly ScopedTask[]): readonly number[] {
  const at = (index: number) => tasks[index] as ScopedTask;
  const teardowns = setup.downstream.filter((index) => at(index).isTeardown);
  const beforeTeardown = reachable(teardowns, (index) => at(index).upstream);
  return [...reachable([setup.index], (index) => at(index).downstream)].filter((index) => {
    if (at(index).isTeardown || at(index).upstream.includes(setup.index)) return false;
    return teardowns.length === 0 || beforeTeardown.has(index);
  });
}

function betweenSetupsAnd(teardown: ScopedTask, tasks: readonly ScopedTask[]): readonly number[] {
  const at = (index: number) => tasks[index] as ScopedTask;
  const setups = teardown.upstream.filter((index) => at(index).isSetup);
  const afterSetups = reachable(setups, (index) => at(index).downstream);
  const before = reachable([teardown.index], (index) => at(index).upstream);
  return [...before].filter((index) => afterSetups.has(index) && !teardown.upstream.includes(index));
}

function inverse(relation: Relation): Relation {
  const inverted = new Map<number, number[]>();
  for (const [from, tos] of relation) {
    for (const to of tos) inverted.set(to, [...(inverted.get(to) ?? []), from]);
  }
  return inverted;
}

function add(relation: Map<number, readonly number[]>, key: number, values: readonly number[]): void {
  if (values.length > 0) relation.set(key, values);
}
