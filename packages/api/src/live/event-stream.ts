/**
 * One client that watches: server-sent events of its topics, as fast as it takes them. It pulls from the hub's events, so a
 * slow client costs no memory; one that falls behind what is kept is told to begin anew.
 */
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import type { Clock, Micros } from "@momiji/core";
import { type Cursor, cursorText, type EventHub } from "./event-hub.ts";
import type { LogReader } from "../log-reader.ts";
import type { LiveEvent } from "./live-event.ts";
import { LogTopics } from "./log-topics.ts";

const PING_MICROS: Micros = 15_000_000;

/** How long it is believed that somebody may see a DAG, before it is asked again. */
const BELIEVED_MICROS: Micros = 10_000_000;

/** Events that are written at once; between them other clients have their turn. */
const BATCH = 500;

export interface StreamOptions {
  readonly hub: EventHub;
  readonly clock: Clock;
  readonly topics: readonly string[];
  /** Where the client stopped; null: it begins now; `unknown`: it stopped at a place that is not known here. */
  readonly from: Cursor | "unknown" | null;
  /** Whose stream it is: only they may change its topics. */
  readonly owner: string;
  /** Aborted when the client is gone, or has no right to go on. */
  readonly signal: AbortSignal;
  /** Where topics of logs are read; absent: nowhere. */
  readonly logs?: LogReader | undefined;
  /** Of the server, told at the beginning: an interface that is older can say so. */
  readonly version?: string | undefined;
  maySee(event: LiveEvent): Promise<boolean>;
}

export class EventStream extends Readable {
  /** Not to be guessed. */
  readonly id = randomBytes(12).toString("base64url");
  readonly owner: string;
  readonly #options: StreamOptions;
  readonly #believed = new Map<string, { readonly isSeen: boolean; readonly until: Micros }>();
  readonly #logs: LogTopics;
  #topics: ReadonlySet<string>;
  #cursor: Cursor;
  #isWanted = false;
  #isPumping = false;
  #stopPing: () => void = () => undefined;
  readonly #unwatch: () => void;

  constructor(options: StreamOptions) {
    super();
    this.#options = options;
    this.owner = options.owner;
    this.#topics = new Set(options.topics);
    const head = options.hub.position();
    const { from } = options;
    const isLost = from === "unknown" || (from !== null && options.hub.after(from, 0) === "gone");
    this.#cursor = from === null || from === "unknown" || isLost ? head : from;
    this.#unwatch = options.hub.watch(() => void this.#pump());
    const { logs } = options;
    this.#logs = new LogTopics({
      follow: logs?.follow?.bind(logs),
      mayRead: (dagId) => this.#maySee({ name: "log", dagId, topics: [], data: {} }),
      onReady: () => void this.#pump(),
      onError: (error) => this.destroy(error),
    });
    options.signal.addEventListener("abort", () => this.destroy(), { once: true });
    const { version } = options;
    this.push(frame("hello", { stream: this.id, seq: cursorText(this.#cursor), version }));
    if (isLost) this.push(frame("reset", { reason: "too_old", seq: cursorText(head) }));
    this.#ping();
    this.#logs.topics = this.#topics;
  }

  set topics(topics: readonly string[]) {
    this.#topics = new Set(topics);
    this.#logs.topics = this.#topics;
  }

  override _read(): void {
    this.#isWanted = true;
    void this.#pump();
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.#unwatch();
    this.#stopPing();
    this.#logs.stop();
    callback(error);
  }

  #ping(): void {
    const { clock } = this.#options;
    this.#stopPing = clock.setTimer(clock.now() + PING_MICROS, () => {
      if (this.#isWanted) this.push(": ping\n\n");
      this.#ping();
    });
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    try {
      while (this.#isWanted && !this.destroyed) {
        const text = await this.#next();
        if (text === null) return;
        if (text !== "") this.#isWanted = this.push(text);
      }
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#isPumping = false;
    }
  }

  /** What there is to say next, empty if nothing of it is for this client; null: there is nothing new. */
  async #next(): Promise<string | null> {
    const { hub } = this.#options;
    const lines = this.#logs.take();
    if (lines.length > 0) return lines.map(({ name, data }) => frame(name, data)).join("");
    const events = hub.after(this.#cursor, BATCH);
    if (events === "gone") {
      this.#cursor = hub.position();
      return frame("reset", { reason: "too_old", seq: cursorText(this.#cursor) });
    }
    if (events.length === 0) return null;
    let text = "";
    for (const [index, event] of events.entries()) {
      if (!event.topics.some((topic) => this.#topics.has(topic))) continue;
      // Nearly always known, and then not worth a turn of the queue for each of hundreds of streams.
      if (!(this.#known(event) ?? (await this.#maySee(event)))) continue;
      text += textOf(event, { epoch: this.#cursor.epoch, at: this.#cursor.at + index + 1 });
    }
    this.#cursor = { epoch: this.#cursor.epoch, at: this.#cursor.at + events.length };
    return text;
  }

  #known(event: LiveEvent): boolean | undefined {
    const known = this.#believed.get(subjectOf(event));
    return known !== undefined && known.until > this.#options.clock.now() ? known.isSeen : undefined;
  }

  async #maySee(event: LiveEvent): Promise<boolean> {
    const { clock, maySee } = this.#options;
    const isSeen = await maySee(event);
    this.#believed.set(subjectOf(event), { isSeen, until: clock.now() + BELIEVED_MICROS });
    return isSeen;
  }
}

const subjectOf = ({ name, dagId }: LiveEvent): string => `${name} ${dagId ?? ""}`;

/** The same for all streams, so that it is written once, whatever their number. */
function textOf(event: LiveEvent, after: Cursor): string {
  const known = texts.get(event);
  if (known !== undefined) return known;
  const text = `id: ${cursorText(after)}\n${frame(event.name, event.data)}`;
  texts.set(event, text);
  return text;
}

const texts = new WeakMap<LiveEvent, string>();

function frame(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
