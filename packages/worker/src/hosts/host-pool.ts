/**
 * Processes of code that waits: one, and another when that one has loaded as many bundles as it may. Code whose process dies
 * begins again in a new one. When a process dies again with what was in it before, that is spread over two, so that in the end
 * what is to blame is alone; only if that dies alone again and again is it given up.
 */
import { type Clock, type Micros, SECOND } from "@momiji/core";
import type { ProcessRecord } from "../processes/process-record.ts";
import { HostProcess, type HostProcessOptions } from "./host-process.ts";
import type { HostedCode } from "./hosted-code.ts";

export interface HostPoolOptions<Work, Result> extends Omit<HostProcessOptions<Work, Result>, "onExit" | "onIdle"> {
  /** What runs there, for people: `triggers`. */
  readonly what: string;
  readonly clock: Clock;
  readonly bundlesPerHost: number;
  readonly record: Pick<ProcessRecord, "add" | "remove">;
  readonly warn: (message: string) => void;
}

const MOST_DEATHS = 5;
/** Before a process that died is followed by another: one that dies at once must not keep the machine busy. */
const PAUSE = SECOND;
/** After so long a life its death has nothing to do with those before. */
const CALM = 600 * SECOND;
/** A process with nothing to do waits so long for the next. */
const IDLE = 60 * SECOND;

export interface Started {
  /** Its signal is aborted; what it comes to is heard all the same. */
  abort(): void;
  /** Its signal is aborted, and nothing is heard of it from then on. */
  stop(): void;
}

/** Where one piece of code is. */
interface Place<Work, Result> {
  readonly code: HostedCode<Work, Result>;
  /** Null: nowhere, since its process died, or nobody waits for it any more. */
  host: HostProcess<Work, Result> | null;
  isOver: boolean;
  /** How often its process died with it, and how often with it alone. */
  deaths: number;
  deathsAlone: number;
}

export class HostPool<Work, Result> {
  readonly #options: HostPoolOptions<Work, Result>;
  readonly #hosts = new Set<HostProcess<Work, Result>>();
  readonly #places = new Map<HostedCode<Work, Result>, Place<Work, Result>>();
  /** How to take back the looks at processes that were idle, and at code that lost its. */
  readonly #cancelLook = new Map<HostProcess<Work, Result>, () => void>();
  #isStopped = false;

  constructor(options: HostPoolOptions<Work, Result>) {
    this.#options = options;
  }

  start(code: HostedCode<Work, Result>): Started {
    const place: Place<Work, Result> = { code, host: null, isOver: false, deaths: 0, deathsAlone: 0 };
    const told: HostedCode<Work, Result> = {
      id: code.id,
      of: code.of,
      bundle: code.bundle,
      work: () => code.work(),
      ...(code.lines === undefined ? {} : { lines: (lines) => code.lines?.(lines) }),
      ...(code.said === undefined ? {} : { said: (level, message) => code.said?.(level, message) }),
      died: (message) => this.#over(place, told) && code.died(message),
      done: (result) => this.#over(place, told) && code.done(result),
    };
    this.#places.set(told, place);
    this.#place(told, place);
    return {
      abort: () => place.host?.abort(told),
      stop: () => {
        const { host } = place;
        if (this.#over(place, told)) host?.stop(told);
      },
    };
  }

  stop(): void {
    this.#isStopped = true;
    for (const cancel of this.#cancelLook.values()) cancel();
    for (const host of this.#hosts) host.retire();
  }

  /** True the first time. */
  #over(place: Place<Work, Result>, told: HostedCode<Work, Result>): boolean {
    if (place.isOver) return false;
    place.isOver = true;
    place.host = null;
    this.#places.delete(told);
    return true;
  }

  /** One look at a time for a process: the later one counts. */
  #lookLater(host: HostProcess<Work, Result>, { after, look }: { after: Micros; look: () => void }): void {
    const { clock } = this.#options;
    this.#cancelLook.get(host)?.();
    const cancel = clock.setTimer(clock.now() + after, () => {
      this.#cancelLook.delete(host);
      look();
    });
    this.#cancelLook.set(host, cancel);
  }

  #place(told: HostedCode<Work, Result>, place: Place<Work, Result>, wanted?: HostProcess<Work, Result>): void {
    const { bundlesPerHost } = this.#options;
    const hash = told.bundle?.hash ?? null;
    const hosts = [...this.#hosts];
    const host =
      wanted ??
      hosts.find(({ bundles }) => hash === null || bundles.has(hash)) ??
      hosts.find(({ bundles }) => bundles.size < bundlesPerHost) ??
      this.#fork();
    place.host = host;
    host.start(told);
  }

  #fork(): HostProcess<Work, Result> {
    const { record, what } = this.#options;
    const host = new HostProcess<Work, Result>({
      ...this.#options,
      onExit: (gone, left) => {
        record.remove(`${what}-${gone.pid}`);
        this.#exited(gone, left);
      },
      onIdle: (idle) => {
        const look = (): void => {
          if (idle.isIdle && this.#hosts.delete(idle)) idle.retire();
        };
        this.#lookLater(idle, { after: IDLE, look });
      },
    });
    if (host.pid !== undefined) record.add(`${what}-${host.pid}`, host.pid);
    this.#hosts.add(host);
    return host;
  }

  #exited(host: HostProcess<Work, Result>, left: readonly HostedCode<Work, Result>[]): void {
    const { warn, what, clock } = this.#options;
    this.#hosts.delete(host);
    if (this.#isStopped || left.length === 0) return;
    warn(`a process of ${what} ended with ${left.length} that wait; they are started again`);
    const wasCalm = clock.now() - host.bornAt > CALM;
    for (const told of left) this.#noteDeath(told, { wasCalm, isAlone: left.length === 1 });
    this.#lookLater(host, { after: PAUSE, look: () => this.#startAgain(left) });
  }

  #noteDeath(told: HostedCode<Work, Result>, { wasCalm, isAlone }: { wasCalm: boolean; isAlone: boolean }): void {
    const place = this.#places.get(told);
    if (place === undefined) return;
    place.host = null;
    place.deaths = wasCalm ? 1 : place.deaths + 1;
    place.deathsAlone = isAlone ? (wasCalm ? 1 : place.deathsAlone + 1) : 0;
  }

  #startAgain(left: readonly HostedCode<Work, Result>[]): void {
    const waiting: { readonly told: HostedCode<Work, Result>; readonly place: Place<Work, Result> }[] = [];
    for (const told of left) {
      const place = this.#places.get(told);
      if (place === undefined) continue;
      if (place.deathsAlone < MOST_DEATHS) waiting.push({ told, place });
      else told.died(`its process ended ${MOST_DEATHS} times while nothing else was in it`);
    }
    // What may be to blame keeps away from what runs elsewhere.
    const isAgain = waiting.some(({ place }) => place.deaths > 1);
    const half = isAgain ? Math.ceil(waiting.length / 2) : waiting.length;
    for (const group of [waiting.slice(0, half), waiting.slice(half)]) {
      const host = isAgain && group.length > 0 ? this.#fork() : undefined;
      for (const { told, place } of group) this.#place(told, place, host);
    }
  }
}
