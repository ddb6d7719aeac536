/**
 * Runs watchers of assets in processes of their own, one for each bundle. A process that ends is begun anew after a while
 * that grows, and each of its watchers goes on where what it saw was last kept.
 */
import {
  assetId,
  type Clock,
  type Json,
  MILLISECOND,
  type TaskQuestion,
  type WantedWatcher,
  type WatcherHost,
  type WatcherListener,
} from "@momiji/core";
import { WatcherProcess } from "./watcher-process.ts";
import type { Seen } from "./watcher-protocol.ts";

export interface WatcherHostOptions {
  readonly clock: Clock;
  /** The environment of the processes. */
  readonly childEnv: { readonly [name: string]: string | undefined };
  readonly listener: WatcherListener;
  /** Answers questions for variables and connections. */
  readonly ask: (question: TaskQuestion) => Promise<Json | undefined>;
  readonly log: (level: string, message: string) => void;
  /** The pause after a first failure, default 1 s; it doubles with each. */
  readonly pauseMillis?: number;
  /** Default 5 minutes. */
  readonly longestPauseMillis?: number;
  /** Heap of a process; default 256. */
  readonly memoryMiB?: number;
  /** Largest news of a watcher; default 1 MiB. */
  readonly maxExtraBytes?: number;
}

/** One watcher with one bundle. Another bundle is another life, begun when this one is over. */
interface Life {
  readonly id: number;
  readonly key: string;
  wanted: WantedWatcher;
  process: WatcherProcess | null;
  /** Told to stop. */
  isEnding: boolean;
  /** What it saw and is being kept. */
  keeping: Promise<void>;
}

interface Home {
  process: WatcherProcess;
  /** Ends in a row. */
  ends: number;
}

const STOP_GRACE_MILLIS = 5_000;

export function createWatcherHost(options: WatcherHostOptions): WatcherHost {
  return new Host(options);
}

class Host implements WatcherHost {
  readonly #options: Required<WatcherHostOptions>;
  #wanted = new Map<string, WantedWatcher>();
  /** By key: the life that runs, or comes to its end. */
  readonly #lives = new Map<string, Life>();
  readonly #byId = new Map<number, Life>();
  /** By hash of the bundle. */
  readonly #homes = new Map<string, Home>();
  /** The cursor that was kept last, by key. */
  readonly #cursors = new Map<string, Json>();
  #lastId = 0;
  #isStopped = false;

  constructor(options: WatcherHostOptions) {
    this.#options = {
      pauseMillis: 1_000,
      longestPauseMillis: 300_000,
      memoryMiB: 256,
      maxExtraBytes: 1 << 20,
      ...options,
    };
  }

  set(wanted: readonly WantedWatcher[]): void {
    this.#wanted = new Map(wanted.map((each) => [keyOf(each), each]));
    for (const life of this.#lives.values()) if (!this.#isStillWanted(life)) this.#end(life);
    for (const [key, each] of this.#wanted) if (!this.#lives.has(key)) this.#begin(key, each);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wanted = new Map();
    for (const { process } of this.#homes.values()) process.kill();
    await Promise.all([...this.#lives.values()].map(({ keeping }) => keeping));
  }

  #isStillWanted({ key, wanted }: Life): boolean {
    const now = this.#wanted.get(key);
    return now !== undefined && now.bundle.hash === wanted.bundle.hash && now.dagId === wanted.dagId;
  }

  #begin(key: string, wanted: WantedWatcher): void {
    if (this.#isStopped) return;
    const cursor = this.#cursors.get(key) ?? wanted.cursor;
    const home = this.#homeOf(wanted);
    const id = ++this.#lastId;
    const life: Life = {
      id,
      key,
      wanted: { ...wanted, cursor },
      process: home.process,
      isEnding: false,
      keeping: Promise.resolve(),
    };
    this.#lives.set(key, life);
    this.#byId.set(id, life);
    home.process.watch(id, life.wanted, this.#options.clock.now());
  }

  /** It gets a moment to come to rest; what it saw before counts. */
  #end(life: Life): void {
    if (life.isEnding) return;
    life.isEnding = true;
    if (life.process === null) return this.#over(life);
    life.process.stop(life.id);
    const { clock } = this.#options;
    clock.setTimer(clock.now() + STOP_GRACE_MILLIS * MILLISECOND, () => this.#over(life));
  }

  /** The life is over: what is wanted in its place begins once all that it saw is kept. */
  #over(life: Life): void {
    if (!this.#byId.delete(life.id)) return;
    void life.keeping.then(() => {
      this.#lives.delete(life.key);
      const next = this.#wanted.get(life.key);
      if (next !== undefined) this.#begin(life.key, next);
      this.#leave(life.wanted.bundle.hash);
    });
  }

  /** A process whose watchers are all gone ends. */
  #leave(hash: string): void {
    const home = this.#homes.get(hash);
    if (home === undefined || [...this.#lives.values()].some(({ wanted }) => wanted.bundle.hash === hash)) return;
    this.#homes.delete(hash);
    home.process.kill();
  }

  #homeOf({ bundle }: WantedWatcher): Home {
    const known = this.#homes.get(bundle.hash);
    if (known !== undefined) return known;
    const home: Home = { process: this.#fork(bundle.hash), ends: 0 };
    this.#homes.set(bundle.hash, home);
    return home;
  }

  #fork(hash: string): WatcherProcess {
    const { childEnv, ask, log, listener, memoryMiB, ...settings } = this.#options;
    const { pauseMillis, longestPauseMillis, maxExtraBytes } = settings;
    const forked: WatcherProcess = new WatcherProcess({
      env: childEnv,
      settings: { pauseMillis, longestPauseMillis, maxExtraBytes },
      memoryMiB,
      ask,
      seen: (id, seen) => this.#seen(id, seen),
      failed: (id, message) => {
        const life = this.#byId.get(id);
        if (life !== undefined) listener.failed(life.wanted, message);
      },
      stopped: (id) => {
        const life = this.#byId.get(id);
        if (life !== undefined) this.#over(life);
      },
      said: (id, level, message) => log(level, `${this.#nameOf(id)}: ${message}`),
      ended: (why) => this.#processEnded(hash, forked, why),
    });
    return forked;
  }

  #nameOf(id: number | null): string {
    const wanted = id === null ? undefined : this.#byId.get(id)?.wanted;
    return wanted === undefined ? "a watcher" : `watcher ${wanted.name} of asset ${wanted.asset.name}`;
  }

  async #seen(id: number, seen: Seen): Promise<void> {
    const life = this.#byId.get(id);
    if (life === undefined) return;
    const { asset, name } = life.wanted;
    const kept = this.#options.listener.seen({ asset, name, ...seen }).then(() => {
      if (seen.cursor !== undefined) this.#cursors.set(life.key, seen.cursor);
      const home = this.#homes.get(life.wanted.bundle.hash);
      if (home !== undefined) home.ends = 0;
    });
    life.keeping = kept.catch(() => undefined);
    await kept;
  }

  #processEnded(hash: string, ended: WatcherProcess, why: string): void {
    const home = this.#homes.get(hash);
    const lost = [...this.#byId.values()].filter(({ process }) => process === ended);
    for (const life of lost) {
      if (this.#isStopped) continue;
      if (life.isEnding) this.#over(life);
      else this.#options.listener.failed(life.wanted, why);
    }
    if (home?.process !== ended || this.#isStopped) return;
    const { clock, pauseMillis, longestPauseMillis } = this.#options;
    const pause = Math.min(pauseMillis * 2 ** Math.min(home.ends++, 30), longestPauseMillis);
    clock.setTimer(clock.now() + pause * MILLISECOND, () => this.#revive(hash, home));
  }

  /** With all its watchers, each where it stood. */
  #revive(hash: string, home: Home): void {
    if (this.#isStopped || this.#homes.get(hash) !== home) return;
    const lives = [...this.#byId.values()].filter(({ wanted }) => wanted.bundle.hash === hash);
    if (lives.length === 0) return this.#leave(hash);
    home.process = this.#fork(hash);
    for (const life of lives) {
      this.#byId.delete(life.id);
      void life.keeping.then(() => this.#goOn(life, home));
    }
  }

  #goOn(life: Life, home: Home): void {
    if (this.#lives.get(life.key) !== life || this.#isStopped) return;
    const cursor = this.#cursors.get(life.key) ?? life.wanted.cursor;
    const again: Life = {
      ...life,
      isEnding: false,
      id: ++this.#lastId,
      process: home.process,
      wanted: { ...life.wanted, cursor },
    };
    this.#lives.set(again.key, again);
    this.#byId.set(again.id, again);
    home.process.watch(again.id, again.wanted, this.#options.clock.now());
    if (!this.#isStillWanted(again)) this.#end(again);
  }
}

function keyOf({ asset, name }: WantedWatcher): string {
  return `${assetId(asset)}\n${name}`;
}
