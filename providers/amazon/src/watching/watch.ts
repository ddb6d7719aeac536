/** A task of ECS or a job of Batch as it is known at this moment, and what it is waited for. */
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext } from "@momiji/sdk";
import type { Contact } from "../client/contact.ts";
import type { RefusedCall } from "../client/refusal-words.ts";
import type { Poller } from "./poller.ts";

/** What has just been made is not known everywhere at once; one that was seen and is then gone for so long is gone. */
const UNSEEN_PATIENCE_MILLIS = 60_000;
const SEEN_PATIENCE_MILLIS = 8_000;

/** What is to be known of a thing. */
export interface WatchedKind<Thing> {
  readonly isOver: (thing: Thing) => boolean;
  /** A container may have written something. */
  readonly mayHaveLog: (thing: Thing) => boolean;
  /** What is told of it at first, and whenever it is other words: `task 1f2e is RUNNING`. */
  readonly wordsOf: (thing: Thing, id: string) => string;
}

export interface WatchedThing<Thing> {
  readonly id: string;
  readonly kind: WatchedKind<Thing>;
  readonly poller: Poller<Thing>;
  readonly contact: Contact;
  readonly call: RefusedCall;
  readonly longestMillis?: number | undefined;
  /** Whether what it is at first is news. */
  readonly isNew: boolean;
  /** How long it may be unknown at first. Default 60 s. */
  readonly unseenMillis?: number;
}

export class Watch<Thing> {
  readonly #ctx: Pick<JobContext, "say" | "signal">;
  readonly #options: WatchedThing<Thing>;
  readonly #end: () => void;
  readonly #changes = new Set<() => void>();
  #latest: Thing | null = null;
  #words = "";
  #missingSince: number | null = null;
  #isGone = false;
  #failure: Error | null = null;
  #overAt: number | null = null;

  constructor(ctx: Pick<JobContext, "say" | "signal">, options: WatchedThing<Thing>) {
    this.#ctx = ctx;
    this.#options = options;
    this.#end = options.poller.watch(options.id, this.#sink(), options.longestMillis);
    ctx.signal.addEventListener("abort", this.#tell, { once: true });
  }

  get id(): string {
    return this.#options.id;
  }

  /** The last that was seen of it; null: nothing yet. */
  get latest(): Thing | null {
    return this.#latest;
  }

  /** AWS knows it no more. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** A container may have written something. */
  get mayHaveLog(): boolean {
    return this.isOver || (this.#latest !== null && this.#options.kind.mayHaveLog(this.#latest));
  }

  get isOver(): boolean {
    return this.#overAt !== null;
  }

  /** When it was seen to be over, by `performance.now()`; null: it is not. */
  get overAt(): number | null {
    return this.#overAt;
  }

  close(): void {
    this.#end();
    this.#ctx.signal.removeEventListener("abort", this.#tell);
  }

  /** Resolves when the condition holds, or nobody waits any more; rejects when nothing can be known of the task. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds() && !this.#ctx.signal.aborted) {
      if (this.#failure !== null) throw this.#failure;
      await this.#change();
    }
  }

  /** Something has changed, or the time has passed. */
  async changeWithin(millis: number): Promise<void> {
    if (this.#ctx.signal.aborted) return;
    const time = Promise.withResolvers<void>();
    const timer = setTimeout(time.resolve, millis);
    this.#changes.add(time.resolve);
    await time.promise;
    this.#changes.delete(time.resolve);
    clearTimeout(timer);
  }

  /** Only the time; less if nobody waits any more. */
  async pass(millis: number): Promise<void> {
    const { signal } = this.#ctx;
    await sleep(millis, undefined, { signal }).catch(() => undefined);
  }

  #change(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#changes.add(resolve);
    return promise.finally(() => this.#changes.delete(resolve));
  }

  readonly #tell = (): void => {
    for (const change of this.#changes) change();
  };

  #sink() {
    return {
      seen: (thing: Thing): void => {
        const { contact, kind } = this.#options;
        contact.back();
        this.#missingSince = null;
        const isFirst = this.#latest === null;
        this.#latest = thing;
        const hasChanged = this.#say(thing, isFirst);
        if (kind.isOver(thing)) this.#over();
        if (hasChanged || this.isOver) this.#tell();
      },
      missing: (): void => {
        this.#options.contact.back();
        this.#missingSince ??= performance.now();
        const { unseenMillis = UNSEEN_PATIENCE_MILLIS } = this.#options;
        const patience = this.#latest === null ? unseenMillis : SEEN_PATIENCE_MILLIS;
        if (performance.now() - this.#missingSince < patience) return;
        this.#isGone = true;
        this.#over();
        this.#tell();
      },
      troubled: (error: unknown): void => {
        try {
          this.#options.contact.lost(error, this.#options.call);
        } catch (failure) {
          this.#failure = failure as Error;
          this.#tell();
        }
      },
    };
  }

  #over(): void {
    this.#overAt ??= performance.now();
    this.#end();
  }

  /** @returns whether there is news */
  #say(thing: Thing, isFirst: boolean): boolean {
    const words = this.#options.kind.wordsOf(thing, this.id);
    if (words === this.#words) return false;
    this.#words = words;
    if (!isFirst || this.#options.isNew) this.#ctx.say(words);
    return true;
  }
}
