/**
 * Looks at everything that is followed in one place (tasks of a cluster, jobs of an account): one request for up to a hundred. What
 * has just changed is looked at often, what goes on for hours every few seconds.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { backOffMillis } from "../client/back-off.ts";

/** What ECS and Batch take in one request. */
const BATCH = 100;
const FIRST_MILLIS = 100;
const LONGEST_MILLIS = 5_000;
const GROWTH = 1.25;
/** Those that are due so soon are looked at with those that are due now. */
const TOGETHER_MILLIS = 200;
/** Between two requests: ECS lets 20 a second through, Batch 50. */
const GAP_MILLIS = 100;

/** Who is told. */
export interface Sink<Thing> {
  seen(thing: Thing): void;
  /** Nothing of this id is known, now. */
  missing(): void;
  troubled(error: unknown): void;
}

/** How the place is asked. */
export interface PolledPlace<Thing> {
  /** Those that are known, by id; throws what the SDK throws. */
  readonly ask: (ids: readonly string[]) => Promise<ReadonlyMap<string, Thing>>;
  /** Something is new when it is another one. */
  readonly stateOf: (thing: Thing) => string;
}

interface Watched<Thing> {
  readonly id: string;
  readonly sink: Sink<Thing>;
  readonly longestMillis: number;
  intervalMillis: number;
  /** By `performance.now()`. */
  dueAt: number;
  state: string | null;
}

export class Poller<Thing> {
  readonly #place: PolledPlace<Thing>;
  readonly #watched = new Set<Watched<Thing>>();
  #isRunning = false;
  #wake: () => void = () => undefined;
  #failures = 0;

  constructor(place: PolledPlace<Thing>) {
    this.#place = place;
  }

  /** @returns what ends the watching */
  watch(id: string, sink: Sink<Thing>, longestMillis = LONGEST_MILLIS): () => void {
    const watched: Watched<Thing> = { id, sink, longestMillis, intervalMillis: FIRST_MILLIS, dueAt: 0, state: "" };
    this.#watched.add(watched);
    this.#wake();
    if (!this.#isRunning) void this.#run();
    return () => {
      this.#watched.delete(watched);
      if (this.#watched.size === 0) this.#wake();
    };
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#watched.size > 0) {
      const due = this.#due();
      if (due.length > 0) await this.#look(due);
      await this.#pause();
    }
    this.#isRunning = false;
  }

  #due(): readonly Watched<Thing>[] {
    const until = performance.now() + TOGETHER_MILLIS;
    const due = [...this.#watched].filter(({ dueAt }) => dueAt <= until);
    return due.toSorted((one, other) => one.dueAt - other.dueAt).slice(0, BATCH);
  }

  /** Until the next one is due. A pause is also kept after a look, whatever wakes it. */
  async #pause(): Promise<void> {
    await sleep(this.#failures === 0 ? GAP_MILLIS : backOffMillis(this.#failures));
    let next = Number.POSITIVE_INFINITY;
    for (const { dueAt } of this.#watched) next = Math.min(next, dueAt);
    const millis = next - performance.now();
    if (millis <= 0 || this.#watched.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, millis);
    this.#wake = resolve;
    await promise;
    clearTimeout(timer);
  }

  async #look(due: readonly Watched<Thing>[]): Promise<void> {
    const ids = [...new Set(due.map(({ id }) => id))];
    try {
      const found = await this.#place.ask(ids);
      this.#failures = 0;
      for (const watched of due) this.#tell(watched, found.get(watched.id));
    } catch (error) {
      this.#failures += 1;
      for (const watched of due) {
        watched.dueAt = performance.now() + watched.intervalMillis;
        if (this.#watched.has(watched)) watched.sink.troubled(error);
      }
    }
  }

  #tell(watched: Watched<Thing>, thing: Thing | undefined): void {
    const state = thing === undefined ? null : this.#place.stateOf(thing);
    const hasChanged = state !== watched.state;
    watched.state = state;
    watched.intervalMillis = hasChanged
      ? FIRST_MILLIS
      : Math.min(watched.intervalMillis * GROWTH, watched.longestMillis);
    watched.dueAt = performance.now() + watched.intervalMillis;
    if (!this.#watched.has(watched)) return;
    if (thing === undefined) watched.sink.missing();
    else watched.sink.seen(thing);
  }
}
