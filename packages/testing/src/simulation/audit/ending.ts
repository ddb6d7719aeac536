/** When nothing is left to do: every run has ended, or `explain` says what it waits for, and nothing else is missing. */
import {
  buildGraph,
  type Candidate,
  candidateOf,
  type DagGraph,
  decide,
  DEFAULT_EXECUTOR,
  explain,
  instanceName,
  isFinished,
  isHeldByWorker,
  type Micros,
  type PoolLimit,
  type RunChanges,
  type RunView,
} from "@momiji/core";
import type { LoadedRun, Store } from "@momiji/store";
import { assetViolations } from "./assets.ts";
import { backfillViolations, type Promised } from "./backfilled.ts";
import { answerViolations } from "./answers.ts";
import { callbackViolations } from "./callbacks.ts";
import { deadlineViolations } from "./deadlines.ts";
import { turnViolations } from "./turns.ts";
import { type AttemptAudit, attemptViolations, standingOf } from "./attempts.ts";

export interface EndingAuditOptions extends AttemptAudit {
  readonly now: Micros;
  readonly parallelism: number;
  readonly promised: Promised;
  /** Callbacks that were asked for. */
  readonly asked: readonly string[];
}

/** What is wrong with the whole store once everything has come to rest, in words. */
export async function endingViolations(options: EndingAuditOptions): Promise<string[]> {
  const { store } = options;
  const runs = await store.loadRuns((await store.listRuns({ limit: 1_000_000 })).map(({ runKey }) => runKey));
  const graphs = await graphsOf(store, runs);
  const problems = (await store.check()).map(({ what }) => `store: ${what}`);
  const waiting = await new Waiting(options, graphs).violations(runs.filter(({ run }) => isActive(run.state)));
  const standing = await standingOf(store, runs);
  return [
    ...problems,
    ...waiting,
    ...(await turnViolations(
      store,
      runs.map(({ run }) => run).filter(({ state }) => isActive(state)),
      options.now,
    )),
    ...(await callbackViolations(store, options.ledger, options.asked)),
    ...(await answerViolations(store, options.ledger, runs)),
    ...(await backfillViolations(store, options.promised, (dagId) => options.ledger.hasDeleted(dagId))),
    ...(await attemptViolations(options, runs, standing)),
    ...(await deadlineViolations({
      ...options,
      runs,
      specOf: ({ dagId, dagVersion }) => graphs.get(`${dagId} ${dagVersion}`)?.spec,
    })),
    ...(await assetViolations({ ...options, runs, standing: (attemptId) => standing.get(attemptId)?.instance })),
  ];
}

type Graphs = ReadonlyMap<string, DagGraph>;

async function graphsOf(store: Store, runs: readonly LoadedRun[]): Promise<Graphs> {
  const graphs = new Map<string, DagGraph>();
  for (const { run } of runs) {
    const key = `${run.dagId} ${run.dagVersion}`;
    const version = graphs.has(key) ? null : await store.loadVersion(run.dagId, run.dagVersion);
    if (version !== null) graphs.set(key, buildGraph(version.spec));
  }
  return graphs;
}

function isActive(state: LoadedRun["run"]["state"]): boolean {
  return state === "queued" || state === "running";
}

class Waiting {
  readonly #options: EndingAuditOptions;
  readonly #graphs: Graphs;

  constructor(options: EndingAuditOptions, graphs: Graphs) {
    this.#options = options;
    this.#graphs = graphs;
  }

  async violations(runs: readonly LoadedRun[]): Promise<string[]> {
    const views: RunView[] = [];
    for (const loaded of runs) views.push(await this.#viewOf(loaded));
    const candidates = views.flatMap(candidatesOf);
    const pools = await this.#options.store.listPools();
    const limits = {
      pools: new Map<string, PoolLimit>(pools.map((pool) => [pool.name, pool])),
      executors: new Map([[DEFAULT_EXECUTOR, this.#options.parallelism]]),
    };
    return views.flatMap((view) => this.#ofRun(view, { candidates, limits }));
  }

  /** It is as its decisions leave it, and each of its task instances waits for something that can be told. */
  #ofRun(view: RunView, { candidates, limits }: Pick<Outside, "candidates" | "limits">): string[] {
    const { now } = this.#options;
    const left = decide(view, now);
    if (isChange(left)) return [`run ${view.run.runId} is not settled: ${JSON.stringify(left)}`];
    return view.instances.flatMap((instance) => {
      const name = `${view.run.dagId} ${view.run.runId} ${instanceName(instance)}`;
      if (isFinished(instance.state)) return [];
      if (isHeldByWorker(instance.state)) return [`${name} is ${instance.state} for ever`];
      const { key } = candidateOf(view.graph, view.run, instance);
      const otherCandidates = candidates.filter((candidate) => candidate.key !== key);
      const reasons = explain(view, instance, { now, isPaused: false, limits, occupants: [], otherCandidates });
      return reasons.length > 0 ? [] : [`${name} is ${instance.state}, may run, and does not`];
    });
  }

  async #viewOf({ run, instances }: LoadedRun): Promise<RunView> {
    const { store } = this.#options;
    const graph = this.#graphs.get(`${run.dagId} ${run.dagVersion}`) as DagGraph;
    const [dag] = await store.listDags({ dagIds: [run.dagId], includeInactive: true });
    const previous = graph.dependsOnPast ? await store.findPreviousRun(run, dag?.spec.catchup ?? false) : null;
    const sources = graph.tasks.filter(({ mappers }) => mappers.length > 0).map(({ taskId }) => taskId);
    return { graph, run, instances, previous, returned: await store.returnedLengths(run.runKey, sources) };
  }
}

interface Outside {
  readonly candidates: readonly Candidate[];
  readonly limits: Parameters<typeof explain>[2]["limits"];
}

function candidatesOf({ graph, run, instances }: RunView): Candidate[] {
  return instances.filter(({ state }) => state === "scheduled").map((instance) => candidateOf(graph, run, instance));
}

function isChange({ run, insert, update, remove }: RunChanges): boolean {
  return run !== undefined || insert.length + update.length + remove.length > 0;
}
