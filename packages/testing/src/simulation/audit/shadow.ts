/** What the store must hold, by the commits that it took: kept beside it, so that each commit can be judged by itself. */
import {
  type AttemptOrder,
  buildGraph,
  candidateOf,
  type DagGraph,
  type DagRun,
  type DagSpec,
  instanceName,
  isHeldByWorker,
  type Occupant,
  occupiesSlot,
  type TaskInstance,
} from "@momiji/core";
import type { CommitBatch, CommitResult, RunAct, RunCommit } from "@momiji/store";

export interface ShadowRun {
  run: DagRun;
  /** Of the version that the run has now. */
  graph: DagGraph;
  readonly instances: Map<string, TaskInstance>;
  /** How often each task instance was cleared or marked. */
  readonly lives: Map<string, number>;
}

/** One row that was written. */
interface Row {
  readonly before: TaskInstance | null;
  readonly after: TaskInstance;
}

/** One row that a commit has written. */
export interface Written extends Row {
  readonly run: ShadowRun;
  readonly commit: RunCommit;
}

export class Shadow {
  readonly #graphs = new Map<string, DagGraph>();
  readonly #lifeOf = new Map<string, number>();
  readonly runs = new Map<number, ShadowRun>();
  /** Those that have not ended. */
  readonly active = new Map<number, ShadowRun>();

  /** A version of a DAG was published. */
  published(version: number, spec: DagSpec): void {
    this.#graphs.set(`${spec.dagId} ${version}`, buildGraph(spec));
  }

  created(run: DagRun): void {
    const shadow = { run, graph: this.#graphOf(run), instances: new Map(), lives: new Map() };
    this.runs.set(run.runKey, shadow);
    this.active.set(run.runKey, shadow);
  }

  /** Gives what was written, row by row. */
  apply(batch: CommitBatch, { stale, created }: CommitResult): Written[] {
    const written: Written[] = [];
    for (const commit of batch.runs) {
      const run = this.runs.get(commit.runKey);
      if (stale.includes(commit.runKey)) continue;
      if (run === undefined) throw new Error(`commit to run ${commit.runKey}, which was never created`);
      if (commit.run !== undefined) this.#moved(run, commit.run);
      for (const key of commit.remove ?? []) run.instances.delete(instanceName(key));
      for (const { before, after } of this.#write(run, [...(commit.insert ?? []), ...(commit.update ?? [])]))
        written.push({ run, before, after, commit });
    }
    for (const answer of created) if (answer.created) this.created(answer.run);
    return written;
  }

  /** What a person has changed in a run: a new life begins for each task instance. */
  act(runKey: number, { run: moved, insert, update }: RunAct["changes"]): Row[] {
    const run = this.runs.get(runKey);
    if (run === undefined) throw new Error(`act on run ${runKey}, which was never created`);
    if (moved !== undefined) this.#moved(run, moved);
    const rows = this.#write(run, [...insert, ...update]);
    for (const { after } of rows) {
      const name = instanceName(after);
      run.lives.set(name, (run.lives.get(name) ?? 0) + 1);
    }
    return rows;
  }

  /** A run that had been there has become one of a backfill. */
  adopted(run: DagRun): void {
    const shadow = this.runs.get(run.runKey);
    if (shadow !== undefined) this.#moved(shadow, run);
  }

  delete(runKey: number): void {
    this.runs.delete(runKey);
    this.active.delete(runKey);
  }

  lifeOf(attemptId: string): number {
    return this.#lifeOf.get(attemptId) ?? 0;
  }

  #write(run: ShadowRun, rows: readonly TaskInstance[]): Row[] {
    return rows.map((after) => {
      const name = instanceName(after);
      const before = run.instances.get(name) ?? null;
      run.instances.set(name, after);
      if (after.attemptId !== null && after.attemptId !== before?.attemptId)
        this.#lifeOf.set(after.attemptId, run.lives.get(name) ?? 0);
      return { before, after };
    });
  }

  #graphOf({ dagId, dagVersion, runId }: DagRun): DagGraph {
    const graph = this.#graphs.get(`${dagId} ${dagVersion}`);
    if (graph === undefined) throw new Error(`run ${runId} of a version that was never published`);
    return graph;
  }

  #moved(shadow: ShadowRun, run: DagRun): void {
    if (run.dagVersion !== shadow.run.dagVersion) shadow.graph = this.#graphOf(run);
    shadow.run = run;
    if (run.state === "success" || run.state === "failed") this.active.delete(run.runKey);
    else this.active.set(run.runKey, shadow);
  }

  /** The attempt is the current one of its task instance, which waits for its end. */
  isOut({ attemptId, run: { runKey }, task: { taskId }, mapIndex }: AttemptOrder): boolean {
    const instance = this.runs.get(runKey)?.instances.get(instanceName({ taskId, mapIndex }));
    return instance?.attemptId === attemptId && isHeldByWorker(instance.state) && instance.state !== "restarting";
  }

  /** Who holds slots now, in all runs. */
  *occupants(): Iterable<Occupant> {
    for (const { run, graph, instances } of this.active.values()) {
      for (const instance of instances.values()) {
        const deferred = instance.state === "deferred";
        if (deferred || occupiesSlot(instance.state)) yield { ...candidateOf(graph, run, instance), deferred };
      }
    }
  }
}
