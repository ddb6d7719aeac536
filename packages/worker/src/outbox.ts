/** Gathers what happens in one turn of the event loop: one write to the spool, then one delivery. */
import { type AttemptEvent, isLast, type LastEvent } from "@momiji/core";
import type { AttemptEvents } from "@momiji/executors";
import type { OutcomeSpool } from "./state/outcome-spool.ts";

export interface OutboxOptions {
  readonly spool: OutcomeSpool;
  readonly deliver: AttemptEvents;
  /** These are kept on disk from now on. */
  readonly kept: (events: readonly LastEvent[]) => void;
  readonly warn: (message: string) => void;
}

export class Outbox {
  readonly #options: OutboxOptions;
  #events: AttemptEvent[] = [];

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  push(event: AttemptEvent): void {
    if (this.#events.push(event) === 1) setImmediate(() => this.flush());
  }

  flush(): void {
    const events = this.#events;
    if (events.length === 0) return;
    this.#events = [];
    const { spool, deliver, kept, warn } = this.#options;
    const last = events.filter(isLast);
    spool.keep(last);
    kept(last);
    try {
      deliver(events);
    } catch (error) {
      // Kept outcomes are delivered again after a restart.
      warn(`events of attempts could not be delivered: ${(error as Error).message}`);
    }
  }
}
