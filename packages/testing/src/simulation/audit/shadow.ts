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
import type { CommitBatch, CommitResult, RunCommit } from "@momiji/store";

export interface ShadowRun {
  run: DagRun;
  readonly graph: DagGraph;
  readonly instances: Map<string, TaskInstance>;
}

/** One row that a commit has written. */
export interface Written {
  readonly run: ShadowRun;
  readonly before: TaskInstance | null;
  readonly after: TaskInstance;
  readonly commit: RunCommit;
}

export class Shadow {
  readonly #graphs = new Map<string, DagGraph>();
  readonly runs = new Map<number, ShadowRun>();
  /** Those that have not ended. */
  readonly active = new Map<number, ShadowRun>();

  /** A version of a DAG was published. */
  published(version: number, spec: DagSpec): void {
    this.#graphs.set(`${spec.dagId} ${version}`, buildGraph(spec));
  }

  created(run: DagRun): void {
    const graph = this.#graphs.get(`${run.dagId} ${run.dagVersion}`);
    if (graph === undefined) throw new Error(`run ${run.runId} of a version that was never published`);
    const shadow = { run, graph, instances: new Map() };
    this.runs.set(run.runKey, shadow);
    this.active.set(run.runKey, shadow);
  }

  /** Gives what was written, row by row. */
  apply(batch: CommitBatch, { stale, created }: CommitResult): Written[] {
    const written: Written[] = [];
    for (const commit of batch.runs) {
      const run = this.runs.get(commit.runKey);
      if (run === undefined) throw new Error(`commit to run ${commit.runKey}, which was never created`);
      if (stale.includes(commit.runKey)) continue;
      if (commit.run !== undefined) this.#moved(run, commit.run);
      for (const after of [...(commit.insert ?? []), ...(commit.update ?? [])]) {
        const name = instanceName(after);
        written.push({ run, before: run.instances.get(name) ?? null, after, commit });
        run.instances.set(name, after);
      }
    }
    for (const answer of created) if (answer.created) this.created(answer.run);
    return written;
  }

  #moved(shadow: ShadowRun, run: DagRun): void {
    shadow.run = run;
    if (run.state === "success" || run.state === "failed") this.active.delete(run.runKey);
    else this.active.set(run.runKey, shadow);
  }

  /** The attempt is the current one of its task instance, which waits for its end. */
  isOut({ attemptId, run: { runKey }, task: { taskId }, mapIndex }: AttemptOrder): boolean {
    const instance = this.runs.get(runKey)?.instances.get(instanceName({ taskId, mapIndex }));
    return instance?.attemptId === attemptId && isHeldByWorker(instance.state);
  }

  /** Who holds slots now, in all runs. */
  *occupants(): Iterable<Occupant> {
    for (const { run, graph, instances } of this.active.values()) {
      if (run.state !== "running") continue;
      for (const instance of instances.values()) {
        const deferred = instance.state === "deferred";
        if (deferred || occupiesSlot(instance.state)) yield { ...candidateOf(graph, run, instance), deferred };
      }
    }
  }
}
