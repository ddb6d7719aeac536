/**
 * Which scheduled task instances may be queued now: the oracle. Pure and plain; the scheduler uses the incremental form
 * (`admission-queue.ts`), which is tested against this, and `explain` asks this one.
 *
 * Whoever cannot run is passed over, so that runnable work never waits behind work that cannot run.
 */
import type { DagGraph, GraphTask } from "./dag-graph.ts";
import type { DagRun } from "./dag-run.ts";
import type { Micros } from "./instant.ts";
import { priorityWeights } from "./priority-weights.ts";
import { type InstanceKey, instanceName } from "./run-view.ts";

/** Airflow's `[core] max_active_tasks_per_dag`: task instances of one run that are queued or running together. */
export const DEFAULT_MAX_ACTIVE_TASKS = 16;

/** The pool of a task that names none. */
export const DEFAULT_POOL = "default_pool";

/** The executor of a task that names none; the engine composes its own under this name. */
export const DEFAULT_EXECUTOR = "default";

/** A task instance that asks for, or holds, slots. */
export interface Candidate {
  /** One text for each task instance of the whole engine. */
  readonly key: string;
  readonly runKey: number;
  readonly dagId: string;
  readonly taskId: string;
  readonly mapIndex: number;
  /** Effective weight; higher goes first. */
  readonly priority: number;
  /** Logical date of the run, its `runAfter` if it has none: earlier goes first. */
  readonly date: Micros;
  readonly pool: string;
  readonly poolSlots: number;
  readonly executor: string;
  /** Limit of its run. */
  readonly maxActiveTasks: number;
  /** Limits of its task, in all runs and in its run; null: none. */
  readonly maxActiveTisPerDag: number | null;
  readonly maxActiveTisPerDagrun: number | null;
}

/** One that has been admitted. While `deferred` it counts only in pools that include deferred ones. */
export interface Occupant extends Candidate {
  readonly deferred: boolean;
}

export interface PoolLimit {
  readonly slots: number;
  readonly includeDeferred: boolean;
}

/** How many slots a pool has; Airflow's -1 is no limit. */
export function capacityOf({ slots }: PoolLimit): number {
  return slots < 0 ? Number.POSITIVE_INFINITY : slots;
}

export interface AdmissionLimits {
  readonly pools: ReadonlyMap<string, PoolLimit>;
  /** How many attempts each executor takes at once. */
  readonly executors: ReadonlyMap<string, number>;
}

export type LimitKind =
  | "pool"
  | "max_active_tasks"
  | "max_active_tis_per_dag"
  | "max_active_tis_per_dagrun"
  | "executor";

/** What has no room for a candidate. `limit` null: there is no such pool or executor. */
export interface Block {
  readonly kind: LimitKind;
  /** Name of the pool, run, task or executor. */
  readonly name: string;
  readonly limit: number | null;
  readonly used: number;
  /** How much the candidate asks for. */
  readonly asks: number;
}

export interface Admission {
  readonly admitted: readonly Candidate[];
  readonly blocked: readonly { readonly key: string; readonly by: Block }[];
}

/** The candidate that a scheduled instance of a run is. */
export function candidateOf(graph: DagGraph, run: DagRun, { taskId, mapIndex }: InstanceKey): Candidate {
  const index = graph.indexOf.get(taskId) as number;
  const { spec } = graph.tasks[index] as GraphTask;
  return {
    key: `${run.runKey} ${instanceName({ taskId, mapIndex })}`,
    runKey: run.runKey,
    dagId: run.dagId,
    taskId,
    mapIndex,
    priority: priorityWeights(graph)[index] as number,
    date: run.logicalDate ?? run.runAfter,
    pool: spec.pool ?? DEFAULT_POOL,
    poolSlots: spec.poolSlots ?? 1,
    executor: spec.executor ?? DEFAULT_EXECUTOR,
    maxActiveTasks: graph.spec.maxActiveTasks ?? DEFAULT_MAX_ACTIVE_TASKS,
    maxActiveTisPerDag: spec.maxActiveTisPerDag ?? null,
    maxActiveTisPerDagrun: spec.maxActiveTisPerDagrun ?? null,
  };
}

/** Who goes first: by falling priority, then date, then map index; ties by run and task, so that the order is total. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    b.priority - a.priority ||
    a.date - b.date ||
    a.mapIndex - b.mapIndex ||
    a.runKey - b.runKey ||
    (a.taskId < b.taskId ? -1 : a.taskId > b.taskId ? 1 : 0)
  );
}

/** Admits in order whatever finds room in its pool, its run, its task's limits and its executor. */
export function admit(
  candidates: readonly Candidate[],
  limits: AdmissionLimits,
  occupants: readonly Occupant[],
): Admission {
  const inside: Occupant[] = [...occupants];
  const admitted: Candidate[] = [];
  const blocked: { key: string; by: Block }[] = [];
  for (const candidate of candidates.toSorted(compareCandidates)) {
    const by = firstBlock(candidate, limits, inside);
    if (by !== null) {
      blocked.push({ key: candidate.key, by });
      continue;
    }
    admitted.push(candidate);
    inside.push({ ...candidate, deferred: false });
  }
  return { admitted, blocked };
}

function firstBlock(candidate: Candidate, limits: AdmissionLimits, inside: readonly Occupant[]): Block | null {
  return (
    claimsOf(candidate, limits, inside).find(({ limit, used, asks }) => limit === null || used + asks > limit) ?? null
  );
}

/** What a candidate claims of each resource, in the order in which Airflow checks them. */
function claimsOf(candidate: Candidate, limits: AdmissionLimits, inside: readonly Occupant[]): readonly Block[] {
  const { runKey, dagId, taskId, executor, maxActiveTisPerDag, maxActiveTisPerDagrun } = candidate;
  const active = inside.filter(({ deferred }) => !deferred);
  const inRun = active.filter((other) => other.runKey === runKey);
  const count = (limit: number, used: readonly Occupant[]) => ({ limit, used: used.length, asks: 1 });
  return [
    poolClaim(candidate, limits, inside),
    { kind: "max_active_tasks", name: dagId, ...count(candidate.maxActiveTasks, inRun) },
    ...(maxActiveTisPerDag === null
      ? []
      : [
          {
            kind: "max_active_tis_per_dag" as const,
            name: taskId,
            ...count(
              maxActiveTisPerDag,
              active.filter((other) => other.dagId === dagId && other.taskId === taskId),
            ),
          },
        ]),
    ...(maxActiveTisPerDagrun === null
      ? []
      : [
          {
            kind: "max_active_tis_per_dagrun" as const,
            name: taskId,
            ...count(
              maxActiveTisPerDagrun,
              inRun.filter((other) => other.taskId === taskId),
            ),
          },
        ]),
    {
      kind: "executor",
      name: executor,
      limit: limits.executors.get(executor) ?? null,
      used: active.filter((other) => other.executor === executor).length,
      asks: 1,
    },
  ];
}

function poolClaim({ pool, poolSlots }: Candidate, { pools }: AdmissionLimits, inside: readonly Occupant[]): Block {
  const limit = pools.get(pool);
  const holders = inside.filter((other) => other.pool === pool && (!other.deferred || limit?.includeDeferred));
  const used = holders.reduce((sum, holder) => sum + holder.poolSlots, 0);
  return { kind: "pool", name: pool, limit: limit === undefined ? null : capacityOf(limit), used, asks: poolSlots };
}
