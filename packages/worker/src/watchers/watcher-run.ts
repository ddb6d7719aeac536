/** One watcher in its process: asked again and again, or listened to; begun anew, where it stood, when it fails. */
import type { Json, WantedWatcher } from "@momiji/core";
import {
  type Dag,
  newsOf,
  type Watcher,
  type WatcherAnswer,
  type WatcherContext,
  type WatcherEvent,
} from "@momiji/sdk";
import type { Seen, WatcherSettings } from "./watcher-protocol.ts";

export interface WatcherRunServices {
  readonly settings: WatcherSettings;
  /** What the context holds besides the watcher's own facts. */
  readonly context: Omit<WatcherContext, "asset" | "cursor" | "signal">;
  load(): Promise<ReadonlyMap<string, Dag>>;
  /** Resolves once it is kept. */
  seen(seen: Seen): Promise<void>;
  failed(message: string): void;
  pause(millis: number, signal: AbortSignal): Promise<void>;
}

export class WatcherRun {
  readonly #wanted: WantedWatcher;
  readonly #services: WatcherRunServices;
  readonly #abort = new AbortController();
  #cursor: Json;
  #failures = 0;

  constructor(wanted: WantedWatcher, services: WatcherRunServices) {
    this.#wanted = wanted;
    this.#services = services;
    this.#cursor = wanted.cursor;
  }

  stop(): void {
    this.#abort.abort(new Error("the watcher is no longer wanted"));
  }

  /** Resolves when it was stopped and has come to rest. Never rejects. */
  async run(): Promise<void> {
    const { settings, failed, pause } = this.#services;
    const { signal } = this.#abort;
    while (!signal.aborted) {
      try {
        await this.#watch(await this.#find());
      } catch (error) {
        if (signal.aborted) return;
        this.#failures++;
        failed(error instanceof Error ? error.message : String(error));
      }
      const factor = 2 ** Math.max(0, Math.min(this.#failures - 1, 30));
      await pause(Math.min(settings.pauseMillis * factor, settings.longestPauseMillis), signal);
    }
  }

  async #find(): Promise<Watcher> {
    const { asset, name, dagId } = this.#wanted;
    const watcher = (await this.#services.load()).get(dagId)?.watcherOf(asset, name);
    if (watcher === undefined)
      throw new Error(`the bundle of DAG ${dagId} holds no watcher ${name} of asset ${asset.name}`);
    return watcher;
  }

  /** Until it is stopped, fails, or a source ends. */
  async #watch({ run, everySeconds }: Watcher): Promise<void> {
    const { signal } = this.#abort;
    if ("poll" in run) {
      while (!signal.aborted) {
        await this.#keep(await run.poll(this.#context()));
        await this.#services.pause((everySeconds ?? 0) * 1000, signal);
      }
      return;
    }
    for await (const value of run.watch(this.#context())) {
      if (signal.aborted) return;
      await this.#keep(value);
    }
  }

  /** Nothing is written for an answer without news, unless it ends a row of failures. */
  async #keep(answer: WatcherAnswer | WatcherEvent): Promise<void> {
    if (this.#abort.signal.aborted) return;
    const { events, cursor } = newsOf(answer);
    const isMoved = cursor !== undefined && JSON.stringify(cursor) !== JSON.stringify(this.#cursor);
    if (events.length === 0 && !isMoved && this.#failures === 0) return;
    const extras = events.map(({ extra = {} }) => ({ extra }));
    const seen = { events: extras, ...(cursor === undefined ? {} : { cursor }) };
    this.#requireJson(seen);
    await this.#services.seen(seen);
    if (cursor !== undefined) this.#cursor = cursor;
    this.#failures = 0;
  }

  #requireJson(seen: Seen): void {
    const bytes = Buffer.byteLength(JSON.stringify(seen));
    const { maxExtraBytes } = this.#services.settings;
    if (bytes > maxExtraBytes) {
      throw new RangeError(
        `what the watcher gave has ${bytes} bytes, ${maxExtraBytes} are allowed: keep a reference in it`,
      );
    }
  }

  #context(): WatcherContext {
    const cursor = (): Json => this.#cursor;
    const { asset } = this.#wanted;
    return {
      ...this.#services.context,
      asset,
      signal: this.#abort.signal,
      get cursor() {
        return cursor();
      },
    };
  }
}
