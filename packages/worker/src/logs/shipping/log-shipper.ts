/**
 * Ships the logs of this machine to a store while they are written. What cannot be shipped now is shipped later, by this worker or by
 * the next: the files here are the spool. Writing costs a task nothing but the note that there is something to ship.
 */
import { type Clock, type Micros, SECOND } from "@momiji/core";
import type { LogStore } from "@momiji/sdk";
import { WakeQueue } from "../../wake-queue.ts";
import { ShippedLog } from "./shipped-log.ts";
import { ShipNotes } from "./ship-note.ts";

export interface LogShipperOptions {
  readonly store: LogStore;
  /** The logs of this machine. */
  readonly folder: string;
  /** Notes of what is not there yet. */
  readonly notesFolder: string;
  readonly clock: Clock;
  /** Told when the store cannot be reached, and when it can again. */
  readonly warn: (message: string) => void;
}

/** A new line is shipped after so long; of a log that is long written to, after up to the longest, in fewer pieces. */
const SOONEST = 2 * SECOND;
const LATEST = 30 * SECOND;
/** Of the time since a log was first shipped, the share that the next piece waits. */
const SHARE = 1 / 20;
const LONGEST_PAUSE = 60 * SECOND;
/** Logs that are shipped at once. */
const AT_ONCE = 8;

interface Entry {
  readonly shipped: ShippedLog;
  readonly since: Micros;
  /** Something was written since the last step began. */
  isDirty: boolean;
  isWaiting: boolean;
  isBusy: boolean;
  failures: number;
}

export class LogShipper {
  readonly #options: LogShipperOptions;
  readonly #notes: ShipNotes;
  readonly #wakes: WakeQueue;
  readonly #entries = new Map<string, Entry>();
  readonly #queue: Entry[] = [];
  readonly #failing = new Set<Entry>();
  #running = 0;
  #isStopping = false;
  #onRest: (() => void) | null = null;

  constructor(options: LogShipperOptions) {
    this.#options = options;
    this.#notes = new ShipNotes(options.notesFolder);
    this.#wakes = new WakeQueue(options.clock);
  }

  /** Goes on with what an earlier worker left. */
  start(): void {
    for (const note of this.#notes.all()) {
      if (this.#entries.has(note.log)) continue;
      const entry = this.#add(new ShippedLog(note, { folder: this.#options.folder, notes: this.#notes }));
      this.#written(entry);
    }
  }

  /** `isNew`: nothing of it is in a file here yet. */
  open(log: string, isNew: boolean): OpenShipment {
    const known = this.#entries.get(log) ?? this.#begin(log, isNew);
    known.shipped.opened();
    return {
      written: () => this.#written(known),
      takingBack: () => known.shipped.takingBack(),
      takenBackAfter: (seq) => known.shipped.takenBackAfter(seq),
      closed: () => {
        known.shipped.closed();
        this.#end(known);
      },
    };
  }

  /** Ships what it can within that time. The rest is left to the next worker. */
  async stop(withinMicros: Micros): Promise<void> {
    const { clock } = this.#options;
    this.#isStopping = true;
    this.#wakes.stop();
    for (const entry of this.#entries.values()) if (entry.isWaiting) this.#due(entry);
    const over = Promise.withResolvers<void>();
    const cancel = clock.setTimer(clock.now() + withinMicros, over.resolve);
    if (this.#running > 0) await Promise.race([new Promise<void>((resolve) => (this.#onRest = resolve)), over.promise]);
    cancel();
    this.#queue.length = 0;
  }

  #begin(log: string, isNew: boolean): Entry {
    const found = this.#notes.find(log);
    const note = found ?? { log, isNew, shift: 0, cut: null };
    if (found === null) this.#notes.write(note);
    return this.#add(new ShippedLog(note, { folder: this.#options.folder, notes: this.#notes }));
  }

  #add(shipped: ShippedLog): Entry {
    const since = this.#options.clock.now();
    const entry: Entry = { shipped, since, isDirty: false, isWaiting: false, isBusy: false, failures: 0 };
    this.#entries.set(shipped.log, entry);
    return entry;
  }

  #written(entry: Entry): void {
    entry.isDirty = true;
    if (!entry.isWaiting && !entry.isBusy) this.#wait(entry);
  }

  /** Its last words are shipped at once, unless the store has just not answered. */
  #end(entry: Entry): void {
    if (entry.isBusy || entry.failures > 0) return;
    entry.isWaiting = true;
    this.#due(entry);
  }

  #wait(entry: Entry): void {
    const now = this.#options.clock.now();
    const pause = Math.min(LATEST, Math.max(SOONEST, Math.round((now - entry.since) * SHARE)));
    this.#waitUntil(entry, now + (entry.failures === 0 ? pause : pauseAfter(entry.failures)));
  }

  #waitUntil(entry: Entry, at: Micros): void {
    entry.isWaiting = true;
    if (this.#isStopping) return;
    this.#wakes.wakeAt(at, () => this.#due(entry));
  }

  #due(entry: Entry): void {
    if (!entry.isWaiting || entry.isBusy) return;
    entry.isWaiting = false;
    entry.isBusy = true;
    this.#queue.push(entry);
    this.#next();
  }

  #next(): void {
    while (this.#running < AT_ONCE) {
      const entry = this.#queue.shift();
      if (entry === undefined) break;
      this.#running++;
      void this.#ship(entry).finally(() => {
        this.#running--;
        this.#next();
      });
    }
    if (this.#running === 0) this.#onRest?.();
  }

  async #ship(entry: Entry): Promise<void> {
    entry.isDirty = false;
    try {
      await entry.shipped.ship(this.#options.store);
      this.#went(entry);
    } catch (error) {
      this.#failed(entry, error);
    }
    entry.isBusy = false;
    if (entry.failures > 0) return this.#wait(entry);
    if (!entry.shipped.isClosed) return entry.isDirty ? this.#wait(entry) : undefined;
    if (entry.isDirty) return this.#end(entry);
    entry.shipped.settle();
    this.#entries.delete(entry.shipped.log);
  }

  #went(entry: Entry): void {
    entry.failures = 0;
    if (this.#failing.delete(entry) && this.#failing.size === 0)
      this.#options.warn(`logs go to ${this.#options.store.name} again`);
  }

  #failed(entry: Entry, error: unknown): void {
    entry.failures++;
    const { store, warn } = this.#options;
    const reason = error instanceof Error ? error.message : String(error);
    if (this.#failing.size === 0)
      warn(`logs cannot be shipped to ${store.name}: ${reason}; they are kept on this machine and shipped later`);
    this.#failing.add(entry);
  }
}

/** What writes a log tells of it. */
export interface OpenShipment {
  written(): void;
  /** Called before and after output is taken back; with null if it was not. */
  takingBack(): void;
  takenBackAfter(seq: number | null): void;
  closed(): void;
}

/** Doubles up to a minute, each time at another moment of its second half. */
function pauseAfter(failures: number): Micros {
  const longest = Math.min(LONGEST_PAUSE, SECOND * 2 ** Math.min(failures - 1, 6));
  return Math.round(longest * (0.5 + Math.random() / 2));
}
