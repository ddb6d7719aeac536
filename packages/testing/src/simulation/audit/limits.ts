/** Pools and limits: no commit may bring more to life than there is room for. */
import { maxActiveRuns, createTimetable, type Occupant, parseInstant } from "@momiji/core";
import type { PoolRecord } from "@momiji/store";
import type { Shadow, ShadowRun } from "./shadow.ts";

/** How much of something is taken, and how much there is. */
interface Use {
  readonly name: string;
  readonly taken: number;
  readonly limit: number;
}

export class LimitAudit {
  readonly #pools: ReadonlyMap<string, PoolRecord>;
  /** How many runs of each backfill may run at once. */
  readonly backfills = new Map<number, number>();
  /** What was taken before, by name: an act of a person may exceed a limit, a commit must not add to that. */
  #before = new Map<string, number>();

  constructor(pools: readonly PoolRecord[]) {
    this.#pools = new Map(pools.map((pool) => [pool.name, pool]));
  }

  /** What is exceeded by the last commit, in words. */
  violations(shadow: Shadow): string[] {
    const before = this.#before;
    const uses = this.#settled(shadow);
    const exceeded = uses.filter(({ name, taken, limit }) => taken > Math.max(limit, before.get(name) ?? 0));
    return exceeded.map(({ name, taken, limit }) => `${name}: ${taken} of ${limit} are taken`);
  }

  /** Takes what stands there as given. */
  settle(shadow: Shadow): void {
    this.#settled(shadow);
  }

  #settled(shadow: Shadow): Use[] {
    const occupants = [...shadow.occupants()];
    const uses = [...this.#ofPools(occupants), ...ofTasks(occupants), ...this.#ofRuns(shadow)];
    this.#before = new Map(uses.map(({ name, taken }) => [name, taken]));
    return uses;
  }

  /** Runs of backfills have a limit of their own. */
  *#ofRuns({ active }: Shadow): Iterable<Use> {
    const running = [...active.values()].filter(({ run }) => run.state === "running");
    for (const [line, own] of Map.groupBy(running, ({ run }) => run.backfill?.id ?? run.dagId)) {
      const limit = typeof line === "number" ? (this.backfills.get(line) ?? 0) : limitOfRuns(own[0] as ShadowRun);
      yield { name: `active runs of ${line}`, taken: own.length, limit };
    }
  }

  *#ofPools(occupants: readonly Occupant[]): Iterable<Use> {
    for (const [name, holders] of Map.groupBy(occupants, ({ pool }) => pool)) {
      const pool = this.#pools.get(name);
      if (pool === undefined) continue;
      const counted = holders.filter(({ deferred }) => !deferred || pool.includeDeferred);
      const taken = counted.reduce((sum, { poolSlots }) => sum + poolSlots, 0);
      yield { name: `slots of pool ${name}`, taken, limit: pool.slots };
    }
  }
}

function* ofTasks(all: readonly Occupant[]): Iterable<Use> {
  const occupants = all.filter(({ deferred }) => !deferred);
  const by = function* (what: string, keyOf: (one: Occupant) => string, limitOf: (one: Occupant) => number | null) {
    for (const [key, own] of Map.groupBy(occupants, keyOf)) {
      const limit = limitOf(own[0] as Occupant);
      if (limit !== null) yield { name: `${what} ${key}`, taken: own.length, limit };
    }
  };
  yield* by(
    "active tasks of run",
    ({ runKey }) => `${runKey}`,
    ({ maxActiveTasks }) => maxActiveTasks,
  );
  yield* by(
    "active instances of task",
    ({ dagId, taskId }) => `${dagId}.${taskId}`,
    ({ maxActiveTisPerDag }) => maxActiveTisPerDag,
  );
  yield* by(
    "active instances in its run of task",
    ({ runKey, taskId }) => `${runKey}.${taskId}`,
    ({ maxActiveTisPerDagrun }) => maxActiveTisPerDagrun,
  );
}

function limitOfRuns({ graph: { spec } }: ShadowRun): number {
  const startDate = spec.startDate === undefined ? null : parseInstant(spec.startDate);
  return maxActiveRuns(spec, createTimetable(spec.schedule, { startDate }));
}
