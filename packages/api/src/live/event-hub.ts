/**
 * The newest changes of the store in the order of their commits, for streams that go on from any of them. It listens only
 * while somebody watches, and a minute longer: a snapshot and the stream after it then miss nothing between them.
 */
import type { Clock, Micros } from "@momiji/core";
import type { Store, StoreNotice } from "@momiji/store";
import type { LiveEvent } from "./live-event.ts";
import { NoticeReader } from "./notice-reader.ts";

/** Events that a stream may be behind; one that is further behind begins anew. */
const MOST_KEPT = 20_000;

/** How long after the last one who asked it goes on listening. */
const LINGER_MICROS: Micros = 60_000_000;

/** So many are told at once, always. */
const FEW_WATCHERS = 50;

/** For each who watches, if they are more: five hundred are told every 75 ms at the most. */
const SPACING_MICROS: Micros = 150;
const MOST_SPACING_MICROS: Micros = 100_000;

export interface HubDeps {
  readonly store: Store;
  readonly clock: Clock;
  onError(error: unknown): void;
}

/** Where a stream stands: the number of the next event. */
export interface Cursor {
  readonly epoch: string;
  readonly at: number;
}

export class EventHub {
  readonly #deps: HubDeps;
  readonly #reader: NoticeReader;
  readonly #watchers = new Set<() => void>();
  #events: LiveEvent[] = [];
  /** Number of the first event that is kept. */
  #first = 0;
  #epoch = "";
  #epochs = 0;
  #lastAsked: Micros = 0;
  #toldAt: Micros = 0;
  #isTelling = false;
  #unsubscribe: (() => void) | null = null;
  /** Notices are taken one after another, since some need a look into the store. */
  #reading: Promise<void> = Promise.resolve();

  constructor(deps: HubDeps) {
    this.#deps = deps;
    this.#reader = new NoticeReader(deps.store);
  }

  /** Where the stream is now. Take it before you read: what is committed from then on comes after it. */
  position(): Cursor {
    this.#listen();
    return { epoch: this.#epoch, at: this.#first + this.#events.length };
  }

  /** The events from a place on, at most so many. `gone`: it is of an earlier time, or too long ago. */
  after({ epoch, at }: Cursor, most: number): readonly LiveEvent[] | "gone" {
    if (epoch !== this.#epoch || at < this.#first || at > this.#first + this.#events.length) return "gone";
    return this.#events.slice(at - this.#first, at - this.#first + most);
  }

  /** Calls back whenever there is more. Returns how to end that. */
  watch(listener: () => void): () => void {
    this.#listen();
    this.#watchers.add(listener);
    return () => {
      this.#lastAsked = this.#deps.clock.now();
      this.#watchers.delete(listener);
    };
  }

  /** Resolves when all notices so far are taken. */
  settled(): Promise<void> {
    return this.#reading;
  }

  #listen(): void {
    const now = this.#deps.clock.now();
    this.#lastAsked = now;
    if (this.#unsubscribe !== null) return;
    this.#epoch = `${now.toString(36)}.${this.#epochs++}`;
    [this.#events, this.#first] = [[], 0];
    this.#unsubscribe = this.#deps.store.subscribe((notice) => this.#take(notice));
  }

  #take(notice: StoreNotice): void {
    if (this.#watchers.size === 0 && this.#deps.clock.now() - this.#lastAsked > LINGER_MICROS) {
      this.#unsubscribe?.();
      this.#unsubscribe = null;
      this.#epoch = "";
      return;
    }
    this.#reading = this.#reading
      .then(async () => this.#append(await this.#reader.eventsOf(notice)))
      .catch((error: unknown) => this.#deps.onError(error));
  }

  #append(events: readonly LiveEvent[]): void {
    if (events.length === 0) return;
    for (const event of events) this.#events.push(event);
    const beyond = this.#events.length - MOST_KEPT;
    if (beyond > MOST_KEPT / 2) {
      this.#events = this.#events.slice(beyond);
      this.#first += beyond;
    }
    this.#tell();
  }

  /** At once; where many watch and there is more and more, what comes within some milliseconds together: each is a write to each. */
  #tell(): void {
    if (this.#isTelling) return;
    const { clock } = this.#deps;
    const { size } = this.#watchers;
    const spaced = this.#toldAt + Math.min(size * SPACING_MICROS, MOST_SPACING_MICROS);
    if (size <= FEW_WATCHERS || clock.now() >= spaced) return this.#tellNow();
    this.#isTelling = true;
    clock.setTimer(spaced, () => {
      this.#isTelling = false;
      this.#tellNow();
    });
  }

  #tellNow(): void {
    this.#toldAt = this.#deps.clock.now();
    for (const listener of this.#watchers) listener();
  }
}

export function cursorText({ epoch, at }: Cursor): string {
  return `${epoch}-${at}`;
}

/** Null: no server has ever said that. */
export function readCursor(text: string): Cursor | null {
  const found = /^([0-9a-z.]{1,40})-(\d{1,15})$/.exec(text);
  return found === null ? null : { epoch: found[1] as string, at: Number(found[2]) };
}
