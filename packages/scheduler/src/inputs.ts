/** What has arrived since the last turn of the loop: events of attempts and notices of the store. */
import type { AttemptEvent, Clock } from "@momiji/core";
import type { StoreNotice } from "@momiji/store";

/**
 * How long a bare `started` may wait for company: its end often follows at once, and then both are one transaction
 * instead of two. People see "running" this much later at the most.
 */
const STARTED_MAY_WAIT_MICROS = 20_000;

export interface Arrived {
  readonly events: readonly AttemptEvent[];
  /** DAGs that changed; empty: none. */
  readonly dags: ReadonlySet<string>;
  /** DAGs with runs that the loop has not made itself. */
  readonly runs: ReadonlySet<string>;
  readonly pools: boolean;
  readonly inbox: boolean;
}

export class Inputs {
  readonly #clock: Clock;
  readonly #wake: () => void;
  #events: AttemptEvent[] = [];
  #dags = new Set<string>();
  #runs = new Set<string>();
  #pools = false;
  #inbox = false;
  #cancelTimer: (() => void) | null = null;

  constructor(clock: Clock, wake: () => void) {
    this.#clock = clock;
    this.#wake = wake;
  }

  addEvents(events: readonly AttemptEvent[]): void {
    let urgent = false;
    for (const event of events) {
      this.#events.push(event);
      if (event.type !== "started") urgent = true;
    }
    if (urgent) this.#wake();
    else this.#cancelTimer ??= this.#clock.setTimer(this.#clock.now() + STARTED_MAY_WAIT_MICROS, this.#wake);
  }

  addNotice(notice: StoreNotice): void {
    switch (notice.kind) {
      case "dags":
        for (const dagId of notice.dagIds) this.#dags.add(dagId);
        break;
      case "runs":
        for (const dagId of notice.dagIds) this.#runs.add(dagId);
        break;
      case "pools":
        this.#pools = true;
        break;
      case "inbox":
        this.#inbox = true;
        break;
    }
    this.#wake();
  }

  take(): Arrived {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    const arrived = { events: this.#events, dags: this.#dags, runs: this.#runs, pools: this.#pools, inbox: this.#inbox };
    this.#events = [];
    this.#dags = new Set();
    this.#runs = new Set();
    this.#pools = false;
    this.#inbox = false;
    return arrived;
  }
}
