/** When nothing is left to do: every run has ended, or `explain` says what it waits for, and nothing else is missing. */
import {
  buildGraph,
  type Candidate,
  candidateOf,
  type DagGraph,
  type DagRun,
  decide,
  DEFAULT_EXECUTOR,
  endCauseOf,
  explain,
  instanceName,
  isFinished,
  isHeldByWorker,
  type Json,
  type Micros,
  type PoolLimit,
  RETURN_VALUE,
  type RunChanges,
  type RunView,
  type TaskInstance,
} from "@momiji/core";
import type { LoadedRun, Store } from "@momiji/store";
import type { Deed, Ledger } from "../ledger.ts";
import { attemptOfValue } from "../task-behaviour.ts";

export interface EndingAuditOptions {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly now: Micros;
  readonly parallelism: number;
  /** In which life of its task instance an attempt was made. */
  readonly lifeOf: (attemptId: string) => number;
}

/** What is wrong with the whole store once everything has come to rest, in words. */
export async function endingViolations(options: EndingAuditOptions): Promise<string[]> {
  const { store } = options;
  const runs = await store.loadRuns((await store.listRuns({ limit: 1_000_000 })).map(({ runKey }) => runKey));
  const graphs = await graphsOf(store, runs);
  const problems = (await store.check()).map(({ what }) => `store: ${what}`);
  const waiting = await new Waiting(options, graphs).violations(runs.filter(({ run }) => isActive(run.state)));
  return [...problems, ...waiting, ...(await attemptViolations(options, runs))];
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

interface Held {
  readonly instance: TaskInstance;
  readonly run: DagRun;
}

/** Every attempt that ran stands in the store, and every success counts once, with the value that it returned. */
async function attemptViolations(options: EndingAuditOptions, runs: readonly LoadedRun[]): Promise<string[]> {
  const { store, ledger, lifeOf } = options;
  const found: string[] = [];
  const holders = new Map<string, Held & { readonly isCurrent: boolean; readonly runKey: number }>();
  for (const { run, instances } of runs) {
    for (const instance of instances) {
      const past =
        instance.tryNumber > 1 ? await store.listAttempts(run.runKey, instance.taskId, instance.mapIndex) : [];
      for (const each of [...past, instance]) {
        if (each.attemptId !== null)
          holders.set(each.attemptId, { instance: each, isCurrent: each === instance, runKey: run.runKey, run });
      }
    }
  }
  const successes = new Map<string, number>();
  for (const deed of ledger.all) {
    const { attemptId } = deed.order;
    const holder = holders.get(attemptId);
    if (holder === undefined && deed.isPart) continue;
    if (holder === undefined) {
      found.push(`attempt ${attemptId} ran and is nowhere in the store`);
      continue;
    }
    if (deed.isRepeated || deed.succeeded > 1) found.push(`attempt ${attemptId} ran again after its success`);
    found.push(...lostSuccess(deed, holder));
    const name = `${holder.runKey} ${instanceName(holder.instance)} in life ${lifeOf(attemptId)}`;
    const isSuccess = deed.succeeded > 0 && !deed.isUnwanted;
    successes.set(name, (successes.get(name) ?? 0) + (isSuccess ? 1 : 0));
  }
  for (const [name, count] of successes) if (count > 1) found.push(`${name} succeeded ${count} times`);
  return [...found, ...(await valueViolations(options, runs))];
}

function lostSuccess({ order, succeeded, isUnwanted, isOverruled }: Deed, { instance, run }: Held): string[] {
  if (succeeded === 0 || isUnwanted || isOverruled || instance.state === "success") return [];
  // It came after its run's time was up: the scheduler, dead meanwhile, skipped it before it could hear of it.
  if (instance.state === "skipped" && endCauseOf(run) === "timed_out") return [];
  return [`the success of attempt ${order.attemptId} is lost: it stands as ${instance.state}`];
}

/** The value of a success is that of the attempt that succeeded. */
async function valueViolations({ store, ledger }: EndingAuditOptions, runs: readonly LoadedRun[]): Promise<string[]> {
  const isOverruled = (attemptId: string): boolean => ledger.of(attemptId)?.isOverruled ?? true;
  const succeeded = runs.flatMap(({ run, instances }) =>
    instances
      .filter(({ state, attemptId }) => state === "success" && attemptId !== null && !isOverruled(attemptId))
      .map((instance) => ({ runKey: run.runKey, instance })),
  );
  const keys = succeeded.map(({ runKey, instance: { taskId, mapIndex } }) => ({
    runKey,
    taskId,
    mapIndex,
    key: RETURN_VALUE,
  }));
  const values = await store.getXComs(keys);
  return succeeded.flatMap(({ runKey, instance }, index) =>
    isValueOf(instance, values[index])
      ? []
      : [
          `${runKey} ${instanceName(instance)}: its value is ${JSON.stringify(values[index])}, not of ${instance.attemptId}`,
        ],
  );
}

function isValueOf({ attemptId }: TaskInstance, value: Json | undefined): boolean {
  const parts = Array.isArray(value) ? value : [value];
  return parts.every((part) => typeof part === "string" && attemptOfValue(part) === attemptId);
}
