/** What has arrived since the last turn of the loop: events of attempts and notices of the store. */
import type { AttemptEvent, Clock, Micros } from "@momiji/core";
import type { StoreNotice } from "@momiji/store";

/**
 * How long a bare `started` may wait for company: its end often follows at once, and then both are one transaction
 * instead of two. People see "running" this much later at the most.
 */
const STARTED_MAY_WAIT_MICROS = 20_000;

/**
 * As long as executors hold this many orders that nobody has begun, workers have enough to do, and ends of attempts may
 * wait a moment for others to share their transaction.
 */
const ENOUGH_ORDERS = 8;
const ENDS_MAY_WAIT_MICROS = 10_000;

export interface Arrived {
  readonly events: readonly AttemptEvent[];
  /** DAGs that changed; empty: none. */
  readonly dags: ReadonlySet<string>;
  /** DAGs with runs that the loop has not made itself. */
  readonly runs: ReadonlySet<string>;
  /** DAGs whose queues of assets changed. */
  readonly assets: ReadonlySet<string>;
  /** Runs that others made, changed or deleted. */
  readonly runKeys: ReadonlySet<number>;
  /** DAGs whose backfills were paused, let go or cancelled. */
  readonly backfills: ReadonlySet<string>;
  readonly pools: boolean;
  readonly inbox: boolean;
}

interface Arrival {
  readonly event: AttemptEvent;
  /** By this process's clock; the event's own is the worker's. */
  readonly at: Micros;
}

export class Inputs {
  readonly #clock: Clock;
  readonly #wake: () => void;
  #arrivals: Arrival[] = [];
  #dags = new Set<string>();
  #runs = new Set<string>();
  #assets = new Set<string>();
  #runKeys = new Set<number>();
  #backfills = new Set<string>();
  #pools = false;
  #inbox = false;
  #timer: { readonly at: Micros; cancel(): void } | null = null;
  /** Orders that executors hold and nobody has begun. */
  readonly #unbegun = new Set<string>();

  constructor(clock: Clock, wake: () => void) {
    this.#clock = clock;
    this.#wake = wake;
  }

  addEvents(events: readonly AttemptEvent[]): void {
    const now = this.#clock.now();
    let wait = STARTED_MAY_WAIT_MICROS;
    for (const event of events) {
      this.#arrivals.push({ event, at: now });
      this.#unbegun.delete(event.attemptId);
      if (event.type !== "started") wait = ENDS_MAY_WAIT_MICROS;
    }
    if (wait === ENDS_MAY_WAIT_MICROS && this.#unbegun.size < ENOUGH_ORDERS) this.#wake();
    else this.wakeBy(now + wait);
  }

  /** Orders were given to executors. */
  ordered(attemptIds: Iterable<string>): void {
    for (const attemptId of attemptIds) this.#unbegun.add(attemptId);
  }

  addNotice(notice: StoreNotice): void {
    switch (notice.kind) {
      case "dags":
        for (const dagId of notice.dagIds) this.#dags.add(dagId);
        break;
      case "runs":
        if (notice.runKeys === undefined) for (const dagId of notice.dagIds) this.#runs.add(dagId);
        for (const runKey of notice.runKeys ?? []) this.#runKeys.add(runKey);
        break;
      case "backfills":
        for (const dagId of notice.dagIds) this.#backfills.add(dagId);
        break;
      case "assets":
        for (const dagId of notice.dagIds) this.#assets.add(dagId);
        break;
      case "pools":
        this.#pools = true;
        break;
      case "inbox":
        this.#inbox = true;
        break;
      case "import-errors":
      case "access":
        return;
    }
    this.#wake();
  }

  take(): Arrived {
    this.#timer?.cancel();
    this.#timer = null;
    const arrived = {
      events: this.#ripeEvents(),
      dags: this.#dags,
      runs: this.#runs,
      assets: this.#assets,
      runKeys: this.#runKeys,
      backfills: this.#backfills,
      pools: this.#pools,
      inbox: this.#inbox,
    };
    this.#dags = new Set();
    this.#runs = new Set();
    this.#assets = new Set();
    this.#runKeys = new Set();
    this.#backfills = new Set();
    this.#pools = false;
    this.#inbox = false;
    return arrived;
  }

  /** All but fresh starts that nothing has followed yet: they wait for company, see above. */
  #ripeEvents(): readonly AttemptEvent[] {
    const fresh = this.#clock.now() - STARTED_MAY_WAIT_MICROS;
    const followed = new Set<string>();
    for (const { event } of this.#arrivals) if (event.type !== "started") followed.add(event.attemptId);
    const ripe: AttemptEvent[] = [];
    const held: Arrival[] = [];
    for (const arrival of this.#arrivals) {
      const { event, at } = arrival;
      if (event.type === "started" && at > fresh && !followed.has(event.attemptId)) held.push(arrival);
      else ripe.push(event);
    }
    this.#arrivals = held;
    if (held[0] !== undefined) this.wakeBy(held[0].at + STARTED_MAY_WAIT_MICROS);
    return ripe;
  }

  /** The loop is woken at this instant at the latest. */
  wakeBy(at: Micros): void {
    if (this.#timer !== null && this.#timer.at <= at) return;
    this.#timer?.cancel();
    this.#timer = { at, cancel: this.#clock.setTimer(at, this.#wake) };
  }
}
