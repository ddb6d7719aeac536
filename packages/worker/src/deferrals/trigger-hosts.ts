/**
 * The processes of triggers: one, and another when that one has loaded as many bundles as it may. A trigger whose process
 * dies is started again in a new one; one that dies with it again and again fails.
 */
import { type Clock, type Micros, SECOND, type TriggerSpec } from "@momiji/core";
import type { Attempt } from "../attempt.ts";
import { failed } from "../outcomes.ts";
import type { ProcessRecord } from "../processes/process-record.ts";
import type { Fired } from "./fired.ts";
import { TriggerHost, type TriggerHostOptions, type Waiting } from "./trigger-host.ts";

export interface TriggerHostsOptions extends Omit<TriggerHostOptions, "onExit" | "onIdle"> {
  readonly clock: Clock;
  readonly bundlesPerHost: number;
  readonly record: ProcessRecord;
  readonly warn: (message: string) => void;
}

const MOST_DEATHS = 5;
/** Before a process that died is followed by another: one that dies at once must not keep the machine busy. */
const PAUSE = SECOND;
/** A process without triggers waits so long for the next. */
const IDLE = 60 * SECOND;

export class TriggerHosts {
  readonly #options: TriggerHostsOptions;
  readonly #hosts = new Set<TriggerHost>();
  readonly #hostOf = new Map<Waiting, TriggerHost>();
  /** How to take back the looks at hosts that were idle, and at triggers that lost theirs. */
  readonly #cancelLook = new Map<TriggerHost, () => void>();
  #isStopped = false;

  constructor(options: TriggerHostsOptions) {
    this.#options = options;
  }

  /** Gives how to end the waiting. */
  start(attempt: Attempt, trigger: TriggerSpec, fired: (answer: Fired) => void): () => void {
    let isOver = false;
    const waiting: Waiting = {
      attempt,
      trigger,
      deaths: 0,
      fired: (answer) => {
        this.#hostOf.delete(waiting);
        if (!isOver) fired(answer);
        isOver = true;
      },
    };
    this.#place(waiting);
    return () => {
      isOver = true;
      waiting.deaths = Number.POSITIVE_INFINITY;
      this.#hostOf.get(waiting)?.stop(waiting);
      this.#hostOf.delete(waiting);
    };
  }

  stop(): void {
    this.#isStopped = true;
    for (const cancel of this.#cancelLook.values()) cancel();
    for (const host of this.#hosts) host.retire();
  }

  /** One look at a time for a host: the later one counts. */
  #lookLater(host: TriggerHost, { after, look }: { after: Micros; look: () => void }): void {
    const { clock } = this.#options;
    this.#cancelLook.get(host)?.();
    const cancel = clock.setTimer(clock.now() + after, () => {
      this.#cancelLook.delete(host);
      look();
    });
    this.#cancelLook.set(host, cancel);
  }

  #place(waiting: Waiting): void {
    const { hash } = waiting.attempt.order.bundle;
    const { bundlesPerHost } = this.#options;
    const host =
      [...this.#hosts].find(({ bundles }) => bundles.has(hash)) ??
      [...this.#hosts].find(({ bundles }) => bundles.size < bundlesPerHost) ??
      this.#fork();
    this.#hostOf.set(waiting, host);
    host.start(waiting);
  }

  #fork(): TriggerHost {
    const { record } = this.#options;
    const host = new TriggerHost({
      ...this.#options,
      onExit: (gone, left) => {
        record.remove(`triggers-${gone.pid}`);
        this.#exited(gone, left);
      },
      onIdle: (idle) => {
        const look = (): void => {
          if (idle.isIdle && this.#hosts.delete(idle)) idle.retire();
        };
        this.#lookLater(idle, { after: IDLE, look });
      },
    });
    if (host.pid !== undefined) record.add(`triggers-${host.pid}`, host.pid);
    this.#hosts.add(host);
    return host;
  }

  #exited(host: TriggerHost, left: readonly Waiting[]): void {
    const { warn } = this.#options;
    this.#hosts.delete(host);
    if (this.#isStopped || left.length === 0) return;
    warn(`a process of triggers ended with ${left.length} that wait; they are started again`);
    const look = (): void => {
      for (const waiting of left) this.#startAgain(waiting);
    };
    this.#lookLater(host, { after: PAUSE, look });
  }

  #startAgain(waiting: Waiting): void {
    // Nobody waits for it any more.
    if (waiting.deaths === Number.POSITIVE_INFINITY) return;
    if (++waiting.deaths < MOST_DEATHS) return this.#place(waiting);
    const message = `the process of trigger ${waiting.trigger.name} ended ${MOST_DEATHS} times while it waited`;
    waiting.fired({ outcome: failed("trigger_died", message) });
  }
}
