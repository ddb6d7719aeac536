/**
 * The loop: it sleeps until something arrives or falls due, decides in memory, commits the decisions in one
 * transaction, and only then acts on them. One turn at a time; whatever arrives during a turn belongs to the next.
 */
import type { AttemptEvent, Micros } from "@momiji/core";
import { type CommitBatch, type CommitResult, FenceLost } from "@momiji/store";
import { type Dispatched, Dispatcher } from "./dispatcher.ts";
import { Inputs } from "./inputs.ts";
import { Roster } from "./roster.ts";
import type { SchedulerOptions } from "./scheduler-options.ts";
import { letGo, takeOver, type Unwanted } from "./take-over.ts";
import { Timeline } from "./timeline.ts";
import { NOTHING_FRESH, Turn } from "./turn.ts";

/** How long the loop waits before it tries again what the store refused (a full disk, say). */
const RETRY_MICROS = 1_000_000;

/**
 * How long a turn that gives nobody anything to do may stay open: the attempt that somebody waits for often ends a
 * moment later, and then both are one transaction instead of two before it.
 */
const OPEN_MICROS = 3_000;

/** Entries of the inbox that one turn takes. */
const INBOX_BATCH = 500;

export class SchedulerLoop {
  readonly #options: SchedulerOptions;
  readonly #inputs: Inputs;
  readonly #timeline: Timeline;
  readonly #roster: Roster;
  readonly #dispatcher: Dispatcher;
  #fresh = NOTHING_FRESH;
  /** Events that a turn takes in for themselves, see `Fresh`. */
  readonly #apart: (readonly AttemptEvent[])[] = [];
  /** A turn that was decided and waits for company before it is committed, see `OPEN_MICROS`. */
  #open: Turn | null = null;
  #turning: Promise<void> | null = null;
  #wanted = false;
  #stopped = false;
  /** How often everything was loaded. */
  #takeUps = 0;
  #unsubscribe: () => void = () => undefined;

  constructor(options: SchedulerOptions) {
    this.#options = options;
    const wake = (): void => this.#wake();
    this.#inputs = new Inputs(options.clock, wake);
    this.#timeline = new Timeline(options.clock, wake);
    this.#roster = new Roster(options);
    this.#dispatcher = new Dispatcher(options, this.#roster.versions);
  }

  /** Takes up what the store holds and goes on from there. Resolves when the first turn is committed. */
  async start(): Promise<void> {
    // A turn like any other: what arrives or falls due while it is under way waits for the next.
    const first = Promise.resolve().then(() => this.#begin());
    const done = (): void => void (this.#turning = null);
    this.#turning = first.then(done, done);
    await this.#turning;
    await first;
    this.#wake();
    await this.settled();
  }

  async #begin(): Promise<void> {
    this.#unsubscribe = this.#options.store.subscribe((notice) => {
      if (notice.kind !== "runs" || notice.by !== this.#options.owner) this.#inputs.addNotice(notice);
    });
    await this.#dispatcher.start((events) => this.#inputs.addEvents(events));
    await this.#takeUp();
  }

  /** Resolves when nothing is left to do at this instant. */
  async settled(): Promise<void> {
    while (this.#turning !== null || (this.#open !== null && !this.#stopped)) {
      this.#closeOpen();
      await this.#turning;
    }
  }

  /** Nothing new is given to executors; what is out goes on, and its ends are committed. */
  drain(): void {
    this.#roster.slots.close();
  }

  /** Attempts that are out are left to the executors' own `stop`. */
  async stop(): Promise<void> {
    this.#closeOpen();
    await this.#turning;
    this.#stopped = true;
    this.#unsubscribe();
    this.#timeline.stop();
    await this.settled();
    await this.#options.store.releaseClaims(this.#options.owner);
  }

  /** Deliver events from outside the executors (a server that takes them for remote workers). */
  deliver(events: readonly AttemptEvent[]): void {
    this.#inputs.addEvents(events);
  }

  #closeOpen(): void {
    if (this.#open === null) return;
    this.#open.hurry();
    this.#wake();
  }

  #wake(): void {
    this.#wanted = true;
    if (this.#turning !== null || this.#stopped) return;
    this.#turning = this.#turns().finally(() => {
      this.#turning = null;
      if (this.#wanted && !this.#stopped) this.#wake();
    });
  }

  async #turns(): Promise<void> {
    while (this.#wanted && !this.#stopped) {
      this.#wanted = false;
      // Let everything that is readable now arrive first: it becomes one transaction.
      await new Promise((resolve) => setImmediate(resolve));
      await this.#turn();
    }
  }

  async #turn(): Promise<void> {
    const now = this.#options.clock.now();
    const arrived = this.#inputs.take();
    const turn = this.#open ?? new Turn(this.#roster, this.#options, now);
    this.#open = null;
    turn.goOn(now);
    try {
      if (arrived.pools) await this.#roster.loadPools();
      if (arrived.dags.size > 0) await this.#refreshDags(turn, [...arrived.dags]);
      if (arrived.runs.size > 0) turn.tookUp(await this.#roster.takeUpRuns([...arrived.runs]));
      if (arrived.assets.size > 0) turn.refreshed(await this.#roster.refreshAssets([...arrived.assets]));
      if (arrived.backfills.size > 0) turn.refreshed(await this.#roster.refreshBackfills([...arrived.backfills]));
      if (arrived.runKeys.size > 0)
        turn.tookOver(
          await takeOver({ roster: this.#roster, store: this.#options.store }, turn.untouched(arrived.runKeys)),
        );
      turn.refreshed(this.#fresh.entries);
      // Others may have changed one since the last turn loaded it: then another has just taken its place.
      turn.tookUp(this.#fresh.runs.filter((active) => this.#roster.isCurrent(active)));
      for (const event of this.#fresh.events) turn.applyEvent(event);
      this.#fresh = NOTHING_FRESH;
      this.#applyOneApart(turn);
      for (const event of arrived.events) turn.applyEvent(event);
      if (arrived.inbox) await this.#readInbox(turn);
      const due = this.#timeline.takeDue(now);
      await this.#roster.alarms.lookUp(due, (runKey) => this.#roster.run(runKey) !== undefined);
      turn.fallDue(due);
      await this.#finish(turn);
    } catch (error) {
      if (this.#stopped) return;
      // What is in memory may be ahead of the store now: the store is right.
      if (error instanceof FenceLost)
        this.#options.log.warn("another scheduler has taken over; loading everything anew");
      else this.#options.log.error("a turn of the scheduler failed; loading everything anew", error);
      await this.#loadAnew();
    }
  }

  /** With nothing of the next one in the same commit. */
  #applyOneApart(turn: Turn): void {
    const events = this.#apart.shift();
    if (events === undefined) return;
    turn.hurry();
    for (const event of events) turn.applyEvent(event);
  }

  async #refreshDags(turn: Turn, dagIds: readonly string[]): Promise<void> {
    const { entries, deleted } = await this.#roster.refreshDags(dagIds);
    turn.refreshed(entries);
    if (deleted.length > 0) turn.tookOver(letGo(this.#roster, deleted));
  }

  /** As often as it takes: a store that refuses this as well (a full disk, a lock) must not end the scheduler. */
  async #loadAnew(): Promise<void> {
    for (;;) {
      await this.#pause(RETRY_MICROS);
      if (this.#stopped) return;
      try {
        return await this.#takeUp();
      } catch (error) {
        this.#options.log.error("what the store holds could not be loaded; trying again in 1 s", error);
      }
    }
  }

  #pause(micros: Micros): Promise<void> {
    return new Promise((resolve) => this.#options.clock.setTimer(this.#options.clock.now() + micros, resolve));
  }

  /** Decides, commits, and acts. */
  async #finish(turn: Turn): Promise<void> {
    const dispatched = turn.decide();
    for (const [key, at] of turn.wakeAt) this.#timeline.set(key, at);
    if (dispatched.length === 0 && turn.mayWait(OPEN_MICROS)) {
      this.#open = turn;
      this.#inputs.wakeBy(turn.openedAt + OPEN_MICROS);
      return;
    }
    const batch = turn.toBatch();
    this.#fresh = batch === null ? NOTHING_FRESH : await turn.committed(await this.#commit(batch));
    const { runs, entries, events, apart } = this.#fresh;
    if (this.#fresh.inbox) this.#inputs.addNotice({ kind: "inbox" });
    this.#apart.push(...apart);
    this.#wanted ||= runs.length + entries.length + events.length + this.#apart.length > 0;
    await this.#act(turn, dispatched);
  }

  /** Tries until the store takes it: what was decided in memory must not be lost, and nothing may follow it before. */
  async #commit(batch: CommitBatch): Promise<CommitResult> {
    for (;;) {
      try {
        return await this.#options.store.commit(batch);
      } catch (error) {
        if (error instanceof FenceLost || this.#stopped) throw error;
        this.#options.log.error("the store refused a commit; trying again in 1 s, nothing is lost meanwhile", error);
        await this.#pause(RETRY_MICROS);
      }
    }
  }

  async #act(turn: Turn, dispatched: readonly Dispatched[]): Promise<void> {
    this.#dispatcher.acknowledge(turn.acknowledged);
    for (const runKey of turn.changedRuns) this.#dispatcher.forget(runKey);
    this.#dispatcher.cancel(turn.cancelled);
    const wanted = dispatched.filter(({ active }) => this.#roster.isCurrent(active));
    this.#inputs.ordered(wanted.flatMap(({ instance }) => instance.attemptId ?? []));
    await this.#dispatcher.submit(wanted);
    await this.#actOnCallbacks(turn);
    for (const run of turn.endedRuns) {
      this.#dispatcher.forget(run.runKey);
      this.#options.onRunEnded?.(run, "itself");
    }
    for (const run of turn.markedRuns) this.#options.onRunEnded?.(run, "a person");
  }

  /** As many entries as one transaction should hold; if there may be more, the next turn takes them. */
  async #readInbox(turn: Turn): Promise<void> {
    const entries = await this.#options.store.readInbox(INBOX_BATCH);
    turn.applyInbox(entries);
    if (entries.length === INBOX_BATCH) this.#inputs.addNotice({ kind: "inbox" });
  }

  async #actOnCallbacks(turn: Turn): Promise<void> {
    const { alarms } = this.#roster;
    const toRecover = alarms.takeToRecover();
    if (toRecover.length > 0)
      void this.#insist("callbacks", () =>
        this.#dispatcher.recoverCallbacks(toRecover.filter(({ deliveryId }) => alarms.callbacks.isOut(deliveryId))),
      );
    if (turn.toDeliver.length === 0) return;
    for (const gone of await this.#dispatcher.submitCallbacks(turn.toDeliver)) alarms.callbacks.drop(gone);
  }

  async #recover(out: readonly Dispatched[]): Promise<void> {
    this.#takeUps++;
    await this.#insist("attempts", async () => {
      const left = out.filter(({ instance }) => this.#roster.runOfAttempt(instance.attemptId ?? "") !== undefined);
      await this.#dispatcher.recover(left);
      this.#dispatcher.cancel(this.#unwanted(left));
    });
  }

  /** As often as it takes, until everything is loaded once more: what nobody asks for would be out for ever. */
  async #insist(what: string, recover: () => Promise<void>): Promise<void> {
    for (const takeUp = this.#takeUps; takeUp === this.#takeUps && !this.#stopped;) {
      try {
        return await recover();
      } catch (error) {
        this.#options.log.error(`${what} could not be recovered; trying again in 1 s`, error);
        await this.#pause(RETRY_MICROS);
      }
    }
  }

  /** Attempts that are to end so that the next can begin, and those that nobody wants any more since they were recovered. */
  #unwanted(out: readonly Dispatched[]): Unwanted[] {
    return out.flatMap(({ instance: { attemptId } }) => {
      const isUnwanted = attemptId !== null && this.#dispatcher.holds(attemptId) && !this.#roster.wants(attemptId);
      return isUnwanted ? [{ attemptId, reason: "cleared or marked" }] : [];
    });
  }

  async #takeUp(): Promise<void> {
    // What was read of the inbox and not committed is there still.
    this.#inputs.addNotice({ kind: "inbox" });
    const taken = await this.#roster.takeUpEverything();
    // What is left of old attempts may take its grace to end; nothing else waits for that.
    void this.#recover(taken.out);
    const turn = new Turn(this.#roster, this.#options, this.#options.clock.now());
    turn.refreshed(taken.entries);
    turn.tookUp(taken.runs);
    await this.#finish(turn);
  }
}
