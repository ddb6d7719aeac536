/** The deadlines that runs have before them, those of failed runs included. */
import {
  type DagRun,
  deadlineOf,
  type DeadlineRecord,
  type DeadlineSpec,
  isOutdated,
  judgeDeadline,
  type Micros,
} from "@momiji/core";
import type { Store } from "@momiji/store";
import type { VersionCache, VersionedDag } from "../versioned-dag.ts";

export interface DeadlineDeps {
  readonly store: Store;
  readonly versions: VersionCache;
  readonly now: () => Micros;
  /** The value of a variable, for intervals that stand in one. */
  readonly variable: (key: string) => Promise<string | undefined>;
}

interface Known {
  readonly run: DagRun;
  readonly dag: VersionedDag;
}

export class DeadlineDesk {
  readonly #deps: DeadlineDeps;
  readonly #pending = new Map<number, DeadlineRecord[]>();
  /** Found, and not in the store yet. */
  readonly #fresh = new Map<number, DeadlineRecord[]>();
  /** Runs that have ended and are not in memory otherwise. */
  readonly #ended = new Map<number, Known>();

  constructor(deps: DeadlineDeps) {
    this.#deps = deps;
  }

  clear(): void {
    this.#pending.clear();
    this.#fresh.clear();
    this.#ended.clear();
  }

  /** Those of runs that have ended, too. Gives the runs that have some. */
  async load(dagIds: readonly string[]): Promise<number[]> {
    const byRun = Map.groupBy(await this.#deps.store.loadPendingDeadlines(dagIds), ({ runKey }) => runKey);
    for (const [runKey, records] of byRun) if (!this.#pending.has(runKey)) this.#pending.set(runKey, records);
    return [...byRun.keys()];
  }

  /** What was judged of a run is not in the store: reads what is pending of it there. */
  async takeBack(runKey: number): Promise<void> {
    this.#fresh.delete(runKey);
    this.#ended.delete(runKey);
    this.#keep(runKey, await this.#deps.store.loadDeadlines(runKey));
  }

  /** A run comes into memory: finds what the store does not know of it yet. */
  async takeUp(run: DagRun, { spec }: VersionedDag): Promise<void> {
    if (spec.deadlines === undefined) return;
    const known = new Map((await this.#deps.store.loadDeadlines(run.runKey)).map((record) => [record.ordinal, record]));
    const all: DeadlineRecord[] = [];
    const fresh: DeadlineRecord[] = [];
    for (const [ordinal, deadline] of spec.deadlines.entries()) {
      const before = known.get(ordinal);
      const isKnown = before !== undefined && !isOutdated(before, deadline, run);
      const record = isKnown ? before : await this.#find(run, deadline, ordinal);
      if (!isKnown) fresh.push(record);
      all.push(record);
    }
    if (fresh.length > 0) this.#fresh.set(run.runKey, fresh);
    this.#keep(run.runKey, all);
  }

  takeFresh(runKey: number): readonly DeadlineRecord[] {
    const fresh = this.#fresh.get(runKey) ?? [];
    this.#fresh.delete(runKey);
    return fresh;
  }

  /** When the next deadline of a run is due; null: it has none before it. */
  nextOf(runKey: number): Micros | null {
    const dues = (this.#pending.get(runKey) ?? []).flatMap(({ dueAt }) => dueAt ?? []);
    return dues.length === 0 ? null : Math.min(...dues);
  }

  /** For a run that is no longer in memory: reads how it ended. */
  async lookUp(runKey: number): Promise<void> {
    const { store, versions } = this.#deps;
    const [first] = this.#pending.get(runKey) ?? [];
    if (first === undefined) return;
    const [run] = await store.listRuns({ dagId: first.dagId, runId: first.runId, limit: 1 });
    if (run === undefined || run.runKey !== runKey) this.#pending.delete(runKey);
    else this.#ended.set(runKey, { run, dag: await versions.load(run.dagId, run.dagVersion) });
  }

  ended(runKey: number): Known | undefined {
    return this.#ended.get(runKey);
  }

  /** Judges what is pending of a run; gives what has changed. */
  judge(run: DagRun, now: Micros): DeadlineRecord[] {
    const before = this.#pending.get(run.runKey);
    if (before === undefined) return [];
    const after = before.map((record) => judgeDeadline(record, run, now));
    this.#keep(run.runKey, after);
    return after.filter((record, index) => record !== before[index]);
  }

  #keep(runKey: number, records: readonly DeadlineRecord[]): void {
    const pending = records.filter(({ state }) => state === "pending");
    if (pending.length > 0) this.#pending.set(runKey, pending);
    else {
      this.#pending.delete(runKey);
      this.#ended.delete(runKey);
    }
  }

  async #find(run: DagRun, spec: DeadlineSpec, ordinal: number): Promise<DeadlineRecord> {
    const { reference } = spec;
    const runTimes =
      reference.kind === "average-runtime" ? await this.#deps.store.listRunTimes(run.dagId, reference.maxRuns) : [];
    const dueAt = deadlineOf(spec, run, { intervalSeconds: await this.#interval(spec), runTimes });
    const { runKey, dagId, runId, queuedAt } = run;
    const state = dueAt === null ? "none" : "pending";
    const name = spec.name ?? null;
    return { runKey, dagId, runId, ordinal, name, state, dueAt, queuedAt, createdAt: this.#deps.now(), endedAt: null };
  }

  async #interval({ interval }: DeadlineSpec): Promise<number | null> {
    if (typeof interval === "number") return interval;
    const text = await this.#deps.variable(interval.variable);
    const seconds = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
    return Number.isFinite(seconds) ? seconds : null;
  }
}
