/** What the loop holds in memory: its DAGs, their unfinished runs, which attempt belongs where, and who waits for a slot. */
import { type DagRun, isHeldByWorker, type PreviousRun, RunMachine } from "@momiji/core";
import type { DagRecord, LoadedRun } from "@momiji/store";
import { Alarms } from "./alarms/alarms.ts";
import { loadAssetQueues } from "./asset-queues.ts";
import { Backfiller } from "./backfiller.ts";
import { type ActiveRun, DagEntry } from "./dag-entry.ts";
import type { SchedulerOptions } from "./scheduler-options.ts";
import { outAttempts, type OutAttempt } from "./out-attempts.ts";
import { Slots } from "./slots.ts";
import { VersionCache, type VersionedDag } from "./versioned-dag.ts";

export class Roster {
  readonly #options: SchedulerOptions;
  readonly versions: VersionCache;
  readonly alarms: Alarms;
  readonly #entries = new Map<string, DagEntry>();
  readonly #runs = new Map<number, ActiveRun>();
  readonly #attempts = new Map<string, ActiveRun>();
  slots: Slots;
  readonly backfiller: Backfiller;
  /** The number under which this scheduler may write. */
  fence = 0;

  constructor(options: SchedulerOptions) {
    this.#options = options;
    const { store, clock, variable } = options;
    this.versions = new VersionCache(store);
    this.alarms = new Alarms({
      store,
      versions: this.versions,
      now: () => clock.now(),
      variable: async (key) => variable?.(key),
    });
    this.slots = new Slots(options.executors);
    this.backfiller = new Backfiller(options.store);
  }

  /** Claims every DAG there is for the taking and loads it with its unfinished runs. What was in memory is forgotten. */
  async takeUpEverything(): Promise<{ entries: DagEntry[]; runs: ActiveRun[]; out: OutAttempt[] }> {
    this.#entries.clear();
    this.#runs.clear();
    this.#attempts.clear();
    this.backfiller.forgetAll();
    this.alarms.clear();
    this.slots = new Slots(this.#options.executors);
    await this.loadPools();
    const entries = await this.#claim(this.#options.takeover);
    const runs = await this.takeUpRuns(entries.map(({ dagId }) => dagId));
    return { entries, runs, out: outAttempts(runs) };
  }

  /** Reads these DAGs again; new ones are claimed first. `deleted`: those that are gone with all that was recorded of them. */
  async refreshDags(dagIds: readonly string[]): Promise<{ entries: DagEntry[]; deleted: DagEntry[] }> {
    const added = dagIds.some((dagId) => !this.#entries.has(dagId)) ? await this.#claim(false) : [];
    const known = dagIds.filter((dagId) => this.#entries.has(dagId) && !added.some((entry) => entry.dagId === dagId));
    const records =
      known.length === 0 ? [] : await this.#options.store.listDags({ dagIds: known, includeInactive: true });
    const refreshed = records.map((record) => {
      const entry = this.#entries.get(record.dagId) as DagEntry;
      entry.refresh(record, this.versions.current(record));
      this.versions.prune(record.dagId, entry.versionsInUse());
      for (const active of entry.runs.values()) this.slots.hold(active);
      return entry;
    });
    await loadAssetQueues(this.#options.store, refreshed);
    const found = new Set(refreshed.map(({ dagId }) => dagId));
    const deleted = known.filter((dagId) => !found.has(dagId)).map((dagId) => this.#entries.get(dagId) as DagEntry);
    return { entries: [...added, ...refreshed], deleted };
  }

  /** Backfills of these DAGs were paused, let go or cancelled. */
  async refreshBackfills(dagIds: readonly string[]): Promise<DagEntry[]> {
    await this.backfiller.refresh(dagIds);
    return dagIds.flatMap((dagId) => this.#entries.get(dagId) ?? []);
  }

  /** Reads what these DAGs have of the assets that they wait for. */
  async refreshAssets(dagIds: readonly string[]): Promise<DagEntry[]> {
    const entries = dagIds.flatMap((dagId) => this.#entries.get(dagId) ?? []);
    await loadAssetQueues(this.#options.store, entries);
    return entries;
  }

  /** Loads the unfinished runs of these DAGs that are not in memory yet. */
  async takeUpRuns(dagIds: readonly string[]): Promise<ActiveRun[]> {
    const owned = dagIds.filter((dagId) => this.#entries.has(dagId));
    if (owned.length === 0) return [];
    const loaded = await this.#options.store.loadActiveRuns(owned);
    return this.takeUp(loaded.filter(({ run }) => !this.#runs.has(run.runKey)));
  }

  /** Unfinished runs as they were just loaded; those of DAGs that this scheduler does not own are left out. */
  async takeUp(loaded: readonly LoadedRun[]): Promise<ActiveRun[]> {
    const added: ActiveRun[] = [];
    // In the order of their dates, so that a run finds the one before it in memory.
    for (const each of loaded.filter(({ run }) => this.#entries.has(run.dagId)).sort(byDate))
      added.push(await this.#add(each));
    return added;
  }

  /** Runs that look back at one of these, or might from now on, look again. Gives those that saw something new. */
  async relink(entries: Iterable<DagEntry>, changed: ReadonlySet<number>): Promise<ActiveRun[]> {
    const relinked: ActiveRun[] = [];
    for (const entry of entries) {
      for (const active of looksBackAt(entry, changed)) {
        const previous = await this.#previousOf(active.dag, active.machine.run);
        entry.lookBack(active, previous?.run.runKey ?? null);
        active.machine.previousReplaced(previous);
        relinked.push(active);
      }
    }
    return relinked;
  }

  /** Runs that this scheduler's own commit has created, and those that look back at one of them from now on. */
  async takeUpNew(runs: readonly DagRun[]): Promise<ActiveRun[]> {
    const added: ActiveRun[] = [];
    for (const run of runs) if (!this.#runs.has(run.runKey)) added.push(await this.#add({ run, instances: [] }));
    const entries = new Set(added.map(({ entry }) => entry));
    return [...added, ...(await this.relink(entries, new Set(added.map(({ runKey }) => runKey))))];
  }

  /** DAGs with a run that looks back at one of these. */
  lookingBackAt(runKeys: ReadonlySet<number>): DagEntry[] {
    const looksBack = ({ previousKey }: ActiveRun): boolean => previousKey !== null && runKeys.has(previousKey);
    return [...this.#entries.values()].filter(({ lookingBack }) => [...lookingBack].some(looksBack));
  }

  async loadPools(): Promise<void> {
    this.slots.setPools(await this.#options.store.listPools());
  }

  runOfAttempt(attemptId: string): ActiveRun | undefined {
    return this.#attempts.get(attemptId);
  }

  /** The attempt belongs to an instance that waits for its end, not only to begin anew. */
  wants(attemptId: string): boolean {
    const instance = this.#attempts.get(attemptId)?.machine.instanceOfAttempt(attemptId);
    return instance !== undefined && isHeldByWorker(instance.state) && instance.state !== "restarting";
  }

  attemptIsOut(attemptId: string, active: ActiveRun): void {
    this.#attempts.set(attemptId, active);
  }

  attemptIsOver(attemptId: string): void {
    this.#attempts.delete(attemptId);
  }

  /** Whether news of some attempt may come. */
  get hasAttemptsOut(): boolean {
    return this.#attempts.size > 0;
  }

  /** False once the run was dropped, because it ended or the store holds another truth. */
  isCurrent(active: ActiveRun): boolean {
    return this.#runs.get(active.runKey) === active;
  }

  run(runKey: number): ActiveRun | undefined {
    return this.#runs.get(runKey);
  }

  entry(dagId: string): DagEntry | undefined {
    return this.#entries.get(dagId);
  }

  /** A DAG that was deleted; its runs are dropped by whoever cancels what is out of them. */
  forget(entry: DagEntry): void {
    this.#entries.delete(entry.dagId);
  }

  drop(active: ActiveRun): void {
    this.#runs.delete(active.runKey);
    active.entry.leave(active);
    this.backfiller.leave(active);
    this.slots.forgetRun(active);
    for (const { attemptId } of active.machine.instances) if (attemptId !== null) this.#attempts.delete(attemptId);
  }

  async #claim(takeover: boolean): Promise<DagEntry[]> {
    const { store, owner } = this.#options;
    const claim = await store.claimDags({ owner, leaseSeconds: null, takeover });
    this.fence = claim.fence;
    const fresh = claim.dagIds.filter((dagId) => !this.#entries.has(dagId));
    if (fresh.length === 0) return [];
    await this.alarms.load(fresh);
    const records = await store.listDags({ dagIds: fresh, includeInactive: true });
    const entries = records.map((record) => this.#enter(record));
    await loadAssetQueues(store, entries);
    return entries;
  }

  #enter(record: DagRecord): DagEntry {
    const entry = new DagEntry(record, this.versions.current(record));
    this.#entries.set(record.dagId, entry);
    return entry;
  }

  async #add({ run, instances }: LoadedRun): Promise<ActiveRun> {
    const entry = this.#entries.get(run.dagId) as DagEntry;
    const dag = await this.versions.load(run.dagId, run.dagVersion);
    const previous = dag.graph.dependsOnPast ? await this.#previousOf(dag, run) : null;
    const sources = instances.length === 0 ? [] : dag.mapSources;
    const returned = sources.length === 0 ? new Map() : await this.#options.store.returnedLengths(run.runKey, sources);
    const machine = new RunMachine(
      { graph: dag.graph, run, instances, previous, returned },
      { lostAttemptLimit: this.#options.maxLostAttempts },
    );
    const active: ActiveRun = {
      runKey: run.runKey,
      entry,
      dag,
      machine,
      revision: run.revision,
      previousKey: previous?.run.runKey ?? null,
    };
    await this.alarms.deadlines.takeUp(run, dag);
    this.#runs.set(run.runKey, active);
    entry.enter(active);
    await this.backfiller.enter(active);
    for (const instance of instances) if (instance.attemptId !== null) this.#attempts.set(instance.attemptId, active);
    this.slots.takeUp(active);
    return active;
  }

  /** What is in memory is newer than the store: the turn that has just ended is in neither order of the two. */
  async #previousOf({ spec }: VersionedDag, run: DagRun): Promise<PreviousRun | null> {
    const found = await this.#options.store.findPreviousRun(run, spec.catchup);
    const inMemory = found === null ? undefined : this.#runs.get(found.run.runKey);
    if (found === null || inMemory === undefined) return found;
    const { graph, run: previous, instances } = inMemory.machine;
    // Instances of tasks that its version does not have stand in the store only.
    const gone = found.instances.filter(({ taskId }) => !graph.indexOf.has(taskId));
    return { run: previous, instances: [...instances, ...gone] };
  }
}

/**
 * Runs of a DAG whose run before was changed, has gone, or is one of those that came. Each goes by its own version: the
 * newest may look back where they do not, and the other way round.
 */
function looksBackAt({ runs, lookingBack }: DagEntry, changed: ReadonlySet<number>): ActiveRun[] {
  if (lookingBack.size === 0) return [];
  const inOrder = [...runs.values()].sort(
    (a, b) => dateOf(a.machine.run) - dateOf(b.machine.run) || a.runKey - b.runKey,
  );
  return inOrder.filter(
    (active, at) =>
      lookingBack.has(active) &&
      !changed.has(active.runKey) &&
      (changed.has(active.previousKey ?? Number.NaN) || changed.has(inOrder[at - 1]?.runKey ?? Number.NaN)),
  );
}

function dateOf({ logicalDate, runAfter }: DagRun): number {
  return logicalDate ?? runAfter;
}

function byDate(a: LoadedRun, b: LoadedRun): number {
  return dateOf(a.run) - dateOf(b.run) || a.run.runKey - b.run.runKey;
}
