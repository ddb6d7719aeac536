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

/** What of a run a candidate needs. */
export type CandidateRun = Pick<DagRun, "runKey" | "dagId" | "logicalDate" | "runAfter">;

/** The candidate that a scheduled instance of a run is. */
export function candidateOf(graph: DagGraph, run: CandidateRun, { taskId, mapIndex }: InstanceKey): Candidate {
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
  const usage = new Usage(limits);
  for (const occupant of occupants) usage.add(occupant);
  const admitted: Candidate[] = [];
  const blocked: { key: string; by: Block }[] = [];
  for (const candidate of candidates.toSorted(compareCandidates)) {
    const by = usage.claimsOf(candidate).find((claim) => !fits(claim));
    if (by !== undefined) {
      blocked.push({ key: candidate.key, by });
      continue;
    }
    admitted.push(candidate);
    usage.add({ ...candidate, deferred: false });
  }
  return { admitted, blocked };
}

/** The claim finds room. */
export function fits({ limit, used, asks }: Block): boolean {
  return limit !== null && used + asks <= limit;
}

/** One inside takes of what the block is about. */
export function holdsOf(
  occupant: Occupant,
  { kind }: Block,
  { candidate, limits }: { readonly candidate: Candidate; readonly limits: AdmissionLimits },
): boolean {
  const claims = new Map(namesOf(candidate));
  return namesHeldBy(occupant, limits).some(([held, name]) => held === kind && claims.get(kind) === name);
}

/** How much of each pool, run, task and executor is taken. */
export class Usage {
  readonly #limits: AdmissionLimits;
  readonly #used = new Map<string, number>();

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  add(occupant: Occupant): void {
    for (const [kind, name] of namesHeldBy(occupant, this.#limits)) {
      const slots = kind === "pool" ? occupant.poolSlots : 1;
      this.#used.set(`${kind} ${name}`, this.#usedOf(kind, name) + slots);
    }
  }

  /** What a candidate claims of each resource, in the order in which Airflow checks them. */
  claimsOf(candidate: Candidate): readonly Block[] {
    const { dagId, taskId } = candidate;
    const shown = { max_active_tasks: dagId, max_active_tis_per_dag: taskId, max_active_tis_per_dagrun: taskId };
    const limits = this.#limitsOf(candidate);
    return namesOf(candidate)
      .filter(([kind]) => limits[kind] !== undefined)
      .map(([kind, name]) => ({
        kind,
        name: kind === "pool" || kind === "executor" ? name : shown[kind],
        limit: limits[kind] ?? null,
        used: this.#usedOf(kind, name),
        asks: kind === "pool" ? candidate.poolSlots : 1,
      }));
  }

  /** Undefined: the task has no such limit. Null: there is no such pool or executor. */
  #limitsOf(candidate: Candidate): { readonly [kind in LimitKind]: number | null | undefined } {
    const pool = this.#limits.pools.get(candidate.pool);
    return {
      pool: pool === undefined ? null : capacityOf(pool),
      max_active_tasks: candidate.maxActiveTasks,
      max_active_tis_per_dag: candidate.maxActiveTisPerDag ?? undefined,
      max_active_tis_per_dagrun: candidate.maxActiveTisPerDagrun ?? undefined,
      executor: this.#limits.executors.get(candidate.executor) ?? null,
    };
  }

  #usedOf(kind: LimitKind, name: string): number {
    return this.#used.get(`${kind} ${name}`) ?? 0;
  }
}

/** What a candidate takes of, one name for each kind. */
function namesOf({ pool, runKey, dagId, taskId, executor }: Candidate): readonly (readonly [LimitKind, string])[] {
  return [
    ["pool", pool],
    ["max_active_tasks", `${runKey}`],
    ["max_active_tis_per_dag", `${dagId}\n${taskId}`],
    ["max_active_tis_per_dagrun", `${runKey}\n${taskId}`],
    ["executor", executor],
  ];
}

/** A deferred one keeps only the slots of a pool that says so. */
function namesHeldBy(occupant: Occupant, { pools }: AdmissionLimits): readonly (readonly [LimitKind, string])[] {
  if (!occupant.deferred) return namesOf(occupant);
  return pools.get(occupant.pool)?.includeDeferred === true ? [["pool", occupant.pool]] : [];
}
