/** What must hold whatever happens, looked at with every commit. */
import { type AttemptOrder, type DagRun, type DagSpec, isFinished } from "@momiji/core";
import type { BackfillRecord, CommitBatch, CommitResult, NewBackfillDate, PoolRecord, RunAct } from "@momiji/store";
import type { Leader } from "../leader.ts";
import type { Ledger } from "../ledger.ts";
import type { Promised } from "./backfilled.ts";
import { unaskedCallbacks } from "./callbacks.ts";
import { handedViolations } from "./handed.ts";
import { LimitAudit } from "./limits.ts";
import { rowViolations } from "./rows.ts";
import { Shadow } from "./shadow.ts";

/** More of them say nothing new. */
const ENOUGH = 20;

export class Audit {
  readonly #ledger: Ledger;
  readonly #limits: LimitAudit;
  readonly #shadow = new Shadow();
  readonly #decidedAgainst = new Set<string>();
  readonly violations: string[] = [];
  readonly #promised = new Map<number, readonly NewBackfillDate[]>();
  readonly #asked = new Map<string, number>();
  commits = 0;
  #leader: Leader = { owner: "nobody", fence: 0 };

  constructor(ledger: Ledger, pools: readonly PoolRecord[]) {
    this.#ledger = ledger;
    this.#limits = new LimitAudit(pools);
  }

  get runs(): number {
    return this.#shadow.runs.size;
  }

  published(version: number, spec: DagSpec): void {
    this.#shadow.published(version, spec);
  }

  created(run: DagRun): void {
    this.#shadow.created(run);
  }

  /** Somebody has changed a run: whatever stood there was not theirs to keep. */
  acted({ runKey, changes }: RunAct): void {
    for (const { before } of this.#shadow.act(runKey, changes)) {
      if (before === null || before.attemptId === null) continue;
      this.#ledger.overruled(before.attemptId);
      if (before.state !== "success") this.#ledger.unwanted(before.attemptId);
    }
    this.#limits.settle(this.#shadow);
  }

  /** A backfill was made: some of its runs are new, others were cleared for it and are its own from now on. */
  backfilled({ id, maxActiveRuns }: BackfillRecord, dates: readonly NewBackfillDate[], runs: readonly DagRun[]): void {
    this.#promised.set(id, dates);
    this.#limits.backfills.set(id, maxActiveRuns);
    for (const { action } of dates) if (action.kind === "reprocess") this.acted(action.act);
    for (const run of runs) {
      if (this.#shadow.runs.has(run.runKey)) this.#shadow.adopted(run);
      else this.#shadow.created(run);
    }
    this.#limits.settle(this.#shadow);
  }

  /** Callbacks that commits have asked for, of runs that are still there. */
  get asked(): readonly string[] {
    return [...this.#asked].flatMap(([id, runKey]) => (this.#shadow.runs.has(runKey) ? [id] : []));
  }

  get promised(): Promised {
    return this.#promised;
  }

  deleted(runKey: number): void {
    const run = this.#shadow.runs.get(runKey)?.run;
    this.#shadow.delete(runKey);
    if (run !== undefined) this.#ledger.forget(run);
    this.#limits.settle(this.#shadow);
  }

  /** In which life of its task instance an attempt was made: each clearing begins another. */
  lifeOf(attemptId: string): number {
    return this.#shadow.lifeOf(attemptId);
  }

  /** The scheduler has decided, and asks the store to hold it: a success that comes from now on may come too late. */
  sent(batch: CommitBatch): void {
    for (const { update = [] } of batch.runs) {
      for (const { attemptId, state, outcome } of update) {
        const isDecided = outcome === null || outcome.kind === "cancelled";
        if (attemptId !== null && isDecided && isFinished(state)) this.#decidedAgainst.add(attemptId);
      }
    }
  }

  /** From now on this scheduler leads. */
  claimed(leader: Leader): void {
    this.#leader = leader;
  }

  get leader(): Leader {
    return this.#leader;
  }

  committed(batch: CommitBatch, result: CommitResult): void {
    this.commits++;
    const { owner, fence } = this.#leader;
    if (batch.owner !== owner || batch.fence !== fence)
      this.found([`scheduler ${batch.owner} wrote with fence ${batch.fence}, though ${owner} leads with ${fence}`]);
    const written = this.#shadow.apply(batch, result);
    for (const { runKey, callbacks = [] } of batch.runs)
      if (!result.stale.includes(runKey)) for (const { id } of callbacks) this.#asked.set(id, runKey);
    for (const row of written) {
      this.found(rowViolations(row, this.#ledger));
      this.found(unaskedCallbacks(row));
    }
    this.found(this.#limits.violations(this.#shadow));
  }

  /** A worker begins an attempt. */
  begun(order: AttemptOrder): void {
    this.#ledger.begun(order);
    const run = this.#shadow.runs.get(order.run.runKey);
    if (run !== undefined) this.found(handedViolations(order, run, this.#ledger));
  }

  /** A worker has come to the end of an attempt with success. */
  succeeded(order: AttemptOrder): void {
    const { attemptId } = order;
    if (this.#decidedAgainst.has(attemptId) || !this.#shadow.isOut(order)) this.#ledger.unwanted(attemptId);
    this.#ledger.succeeded(attemptId);
  }

  found(violations: Iterable<string>): void {
    for (const violation of violations) {
      if (this.violations.length < ENOUGH && !this.violations.includes(violation)) this.violations.push(violation);
    }
  }
}
