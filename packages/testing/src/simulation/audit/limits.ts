/** Pools and limits: no commit may bring more to life than there is room for. */
import { maxActiveRuns, createTimetable, type Occupant, parseInstant } from "@momiji/core";
import type { PoolRecord } from "@momiji/store";
import type { Shadow } from "./shadow.ts";

export class LimitAudit {
  readonly #pools: ReadonlyMap<string, PoolRecord>;

  constructor(pools: readonly PoolRecord[]) {
    this.#pools = new Map(pools.map((pool) => [pool.name, pool]));
  }

  /** What is exceeded now, in words. */
  violations(shadow: Shadow): string[] {
    const occupants = [...shadow.occupants()];
    return [...this.#pool(occupants), ...tasks(occupants), ...runs(shadow)];
  }

  *#pool(occupants: readonly Occupant[]): Iterable<string> {
    for (const [name, holders] of Map.groupBy(occupants, ({ pool }) => pool)) {
      const pool = this.#pools.get(name);
      if (pool === undefined) continue;
      const counted = holders.filter(({ deferred }) => !deferred || pool.includeDeferred);
      const used = counted.reduce((sum, { poolSlots }) => sum + poolSlots, 0);
      if (used > pool.slots) yield `pool ${name} has ${pool.slots} slots, ${used} are taken`;
    }
  }
}

function* tasks(all: readonly Occupant[]): Iterable<string> {
  const occupants = all.filter(({ deferred }) => !deferred);
  for (const [runKey, own] of Map.groupBy(occupants, ({ runKey }) => runKey)) {
    const limit = own[0]?.maxActiveTasks ?? Infinity;
    if (own.length > limit) yield `run ${runKey} has ${own.length} active tasks, its limit is ${limit}`;
  }
  for (const [task, own] of Map.groupBy(occupants, ({ dagId, taskId }) => `${dagId}.${taskId}`)) {
    const limit = own[0]?.maxActiveTisPerDag ?? Infinity;
    if (own.length > limit) yield `task ${task} is active ${own.length} times, its limit is ${limit}`;
  }
  for (const [task, own] of Map.groupBy(occupants, ({ runKey, taskId }) => `${runKey}.${taskId}`)) {
    const limit = own[0]?.maxActiveTisPerDagrun ?? Infinity;
    if (own.length > limit) yield `task ${task} is active ${own.length} times in its run, its limit is ${limit}`;
  }
}

function* runs({ active }: Shadow): Iterable<string> {
  const running = [...active.values()].filter(({ run }) => run.state === "running");
  for (const [dagId, own] of Map.groupBy(running, ({ run }) => run.dagId)) {
    const spec = own[0]?.graph.spec;
    if (spec === undefined) continue;
    const startDate = spec.startDate === undefined ? null : parseInstant(spec.startDate);
    const limit = maxActiveRuns(spec, createTimetable(spec.schedule, { startDate }));
    if (own.length > limit) yield `DAG ${dagId} has ${own.length} active runs, its limit is ${limit}`;
  }
}
