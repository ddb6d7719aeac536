/**
 * The one stream of live events of a browser, shared by all its tabs: browsers allow six connections to a server over HTTP/1.1,
 * so a stream a tab would freeze the seventh.
 */
import { now } from "../now.ts";
import { createClient, LiveEvents, withSession } from "@momiji/client";
import type { FromWorker, LiveState, ToWorker } from "./messages.ts";

/** A tab, or this very page. */
export interface Watcher {
  post(message: FromWorker): void;
}

export class Stream {
  readonly #topics = new Map<Watcher, readonly string[]>();
  #csrf = "";
  #events: LiveEvents | null = null;
  #stop: AbortController | null = null;
  #state: LiveState = "connecting";
  /** When the last event came, in milliseconds since the epoch. */
  #at: number | null = null;

  take(watcher: Watcher, message: ToWorker): void {
    if (message.kind === "leave") this.#topics.delete(watcher);
    else {
      this.#topics.set(watcher, message.topics);
      this.#csrf = message.csrf;
      watcher.post({ kind: "state", state: this.#state, at: this.#at });
      if (this.#events === null) this.#open(message.baseUrl);
    }
    void this.#follow(this.#wanted());
  }

  async #follow(wanted: readonly string[]): Promise<void> {
    if (wanted.length === 0) this.#close();
    else if (this.#state === "on" && this.#events !== null) {
      if (!sameTopics(this.#events.topics, wanted)) await this.#events.watch(wanted).catch(() => this.#tell("off"));
      this.#all({ kind: "watching", topics: wanted });
    }
  }

  #wanted(): readonly string[] {
    return [...new Set([...this.#topics.values()].flat())].toSorted();
  }

  #open(baseUrl: string): void {
    const stop = new AbortController();
    this.#stop = stop;
    const client = createClient({ baseUrl, signIn: withSession(() => `momiji_csrf=${this.#csrf}`) });
    const events = new LiveEvents(client, {
      topics: this.#wanted(),
      signal: stop.signal,
      onState: (state) => this.#tell(state === "open" ? "on" : "off"),
    });
    this.#events = events;
    void this.#pump(events);
  }

  async #pump(events: LiveEvents): Promise<void> {
    try {
      for await (const event of events) {
        this.#at = now();
        // Topics that were added while the connection was made.
        if (event.event === "hello") void this.#follow(this.#wanted());
        this.#all({ kind: "event", event });
      }
    } catch {
      if (this.#events === events) this.#tell("ended");
    }
    if (this.#events === events) this.#events = null;
  }

  #close(): void {
    this.#stop?.abort();
    this.#events = null;
    this.#state = "connecting";
  }

  #tell(state: LiveState): void {
    // Until now everything was seen.
    if (this.#state === "on" && state !== "on") this.#at = now();
    this.#at ??= now();
    this.#state = state;
    this.#all({ kind: "state", state, at: this.#at });
  }

  #all(message: FromWorker): void {
    for (const watcher of this.#topics.keys()) watcher.post(message);
  }
}

function sameTopics(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((topic, at) => topic === other[at]);
}
