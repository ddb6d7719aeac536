/** Why a task instance or a DAG does not run now: brings together what the store holds and lets `core` explain it. */
import {
  type AdmissionLimits,
  type Candidate,
  candidateOf,
  type Clock,
  type DagGraph,
  type DagRun,
  explainChecks,
  explainDag,
  explainRun,
  type InstanceKey,
  isFinished,
  isRunFinished,
  type Occupant,
  type PassedCheck,
  type Reason,
  type RunView,
  type TimetableRun,
} from "@momiji/core";
import type { ActiveInstance, DagRecord, DagScope, LoadedRun, Store } from "@momiji/store";
import { ApiError } from "../errors.ts";
import { knownDag } from "../trigger.ts";
import { assetReasonsOf } from "./asset-reasons.ts";
import { GraphCache } from "./graph-cache.ts";
import { handMarks } from "./hand-marks.ts";
import { dagNotes, runNotes } from "./notes.ts";
import { returnedLengths } from "./returned-lengths.ts";
import { ownRuns, timetableOf, turnsOf } from "./run-turns.ts";

export interface ExplainDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** How many attempts each executor takes at once, the default one also under `default`. */
  readonly executors: ReadonlyMap<string, number>;
  /** More runs than this are not caught up on without a person's word. */
  readonly catchupLimit: number;
  /** Absent: a server asks. False: none runs, so that whatever lease there is is a dead one's. */
  readonly isServed?: boolean;
}

/** A task instance of a run. */
interface InstanceName extends InstanceKey {
  readonly dagId: string;
  readonly runId: string;
}

export interface TaskExplanation {
  readonly instance: InstanceKey & { readonly state: string | null };
  /** What keeps it from running, outermost first; empty: it is about to be queued. */
  readonly reasons: readonly Reason[];
  /** What was looked at beside and does not keep it; empty of one that does not wait. */
  readonly passed: readonly PassedCheck[];
  /** What keeps nothing from running, but may matter. */
  readonly notes: readonly Reason[];
}

export interface DagWhy {
  readonly dag: DagRecord;
  readonly reasons: readonly Reason[];
  readonly notes: readonly Reason[];
  readonly next: TimetableRun | null;
}

export interface RunWhy {
  readonly run: DagRun;
  readonly reasons: readonly Reason[];
  readonly notes: readonly Reason[];
}

export class Explainer {
  readonly #deps: ExplainDeps;
  readonly #graphs: GraphCache;

  constructor(deps: ExplainDeps) {
    this.#deps = deps;
    this.#graphs = new GraphCache(deps.store);
  }

  /**
   * @param visible the DAGs that whoever asks may read: of others that are in its way nothing is named
   * @throws ApiError `dag_not_found`, `run_not_found`, `task_not_found`
   */
  async task({ dagId, runId, ...key }: InstanceName, visible: DagScope): Promise<TaskExplanation> {
    const { store, clock } = this.#deps;
    const loaded = await store.findRun(dagId, runId);
    if (loaded === null) throw new ApiError("run_not_found", [dagId, runId]);
    const graph = await this.#graphs.of(dagId, loaded.run.dagVersion);
    if (graph === null || !isKnown(graph, loaded, key)) throw new ApiError("task_not_found", [key.taskId, dagId]);
    const dag = await oneDag(store, dagId);
    const view = await this.#view(graph, loaded);
    const found = loaded.instances.find(({ taskId, mapIndex }) => taskId === key.taskId && mapIndex === key.mapIndex);
    const context = {
      now: clock.now(),
      ...(await this.#switches(dag)),
      ...(await this.#admission(view, visible)),
      ...(loaded.run.state === "queued" ? { turns: await turnsOf(store, dag, loaded.run) } : {}),
      ...(found !== undefined && isFinished(found.state) ? { marks: await handMarks(store, dagId) } : {}),
    };
    return {
      instance: { ...key, state: found?.state ?? null },
      ...explainChecks(view, key, context),
      notes: await runNotes(this.#deps, dag, loaded.run.runKey),
    };
  }

  /** @throws ApiError `dag_not_found`, `run_not_found` */
  async run(dagId: string, runId: string): Promise<RunWhy> {
    const { store, clock } = this.#deps;
    const dag = await oneDag(store, dagId);
    const loaded = await store.findRun(dagId, runId);
    if (loaded === null) throw new ApiError("run_not_found", [dagId, runId]);
    const { run } = loaded;
    const graph = await this.#graphs.of(dagId, run.dagVersion);
    if (graph === null) throw new ApiError("run_not_found", [dagId, runId]);
    const context = {
      now: clock.now(),
      ...(await this.#switches(dag)),
      ...(run.state === "queued" ? { turns: await turnsOf(store, dag, run) } : {}),
      ...(isRunFinished(run.state) ? { marks: await handMarks(store, dagId) } : {}),
    };
    const reasons = explainRun(await this.#view(graph, loaded), context);
    return { run, reasons, notes: await runNotes(this.#deps, dag, run.runKey) };
  }

  /** @throws ApiError `dag_not_found` */
  async dag(dagId: string): Promise<DagWhy> {
    const { store, clock, catchupLimit } = this.#deps;
    const dag = await oneDag(store, dagId);
    const runs = await ownRuns(store, dagId);
    const { spec, version, lastInterval, catchupConfirmedAt } = dag;
    const timetable = timetableOf(dag);
    const assetReasons = await assetReasonsOf(store, dag);
    const view = {
      spec,
      dagVersion: version,
      timetable,
      lastInterval,
      catchupConfirmedAt,
      catchupLimit,
      runs,
      ...(assetReasons === undefined ? {} : { assetReasons }),
    };
    const { reasons, next } = explainDag({ ...view, ...(await this.#switches(dag)) }, clock.now());
    return { dag, reasons, notes: await dagNotes(this.#deps, dag, runs), next };
  }

  async #switches(dag: DagRecord) {
    const { store, isServed = true } = this.#deps;
    const hasScheduler = isServed && (await store.hasScheduler(dag.dagId));
    return { isPaused: dag.isPaused, pausedReason: dag.pausedReason, isGone: !dag.isActive, hasScheduler };
  }

  async #view(graph: DagGraph, loaded: LoadedRun): Promise<RunView> {
    const { store } = this.#deps;
    const previous = graph.dependsOnPast ? await store.findPreviousRun(loaded.run, graph.spec.catchup) : null;
    return { graph, ...loaded, previous, returned: await returnedLengths(store, graph, loaded) };
  }

  /** Who asks for slots and who holds them, in all runs. */
  async #admission({ run }: RunView, visible: DagScope) {
    const { store, executors } = this.#deps;
    const occupants: Occupant[] = [];
    const otherCandidates: Candidate[] = [];
    const runIds = new Map<number, string>();
    for (const active of await store.listActiveInstances()) {
      const isScheduled = active.state === "scheduled";
      if (isScheduled && (active.isOff || active.runKey === run.runKey)) continue;
      const candidate = await this.#candidate(active);
      if (candidate === null) continue;
      runIds.set(active.runKey, active.runId);
      if (isScheduled) otherCandidates.push(candidate);
      else occupants.push({ ...candidate, deferred: active.state === "deferred" });
    }
    const pools = new Map((await store.listPools()).map((pool) => [pool.name, pool]));
    const limits: AdmissionLimits = { pools, executors };
    const dagIds = new Set([...occupants, ...otherCandidates].map(({ dagId }) => dagId));
    const hiddenDags = dagIds.difference(await store.dagsInScope([...dagIds], visible));
    return { limits, occupants, otherCandidates, runIds, hiddenDags };
  }

  async #candidate(active: ActiveInstance): Promise<Candidate | null> {
    const graph = await this.#graphs.of(active.dagId, active.dagVersion);
    return graph === null || !graph.indexOf.has(active.taskId) ? null : candidateOf(graph, active, active);
  }
}

async function oneDag(store: Store, dagId: string): Promise<DagRecord> {
  const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
  return dag ?? knownDag(store, dagId);
}

function isKnown(graph: DagGraph, { instances }: LoadedRun, { taskId }: InstanceKey): boolean {
  return graph.indexOf.has(taskId) || instances.some((instance) => instance.taskId === taskId);
}
