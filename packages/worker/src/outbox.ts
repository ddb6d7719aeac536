/** Gathers what happens in one turn of the event loop: one write to the spool, then one delivery. */
import { type AttemptEvent, isLast } from "@momiji/core";
import type { AttemptEvents } from "@momiji/executors";
import type { OutcomeSpool } from "./state/outcome-spool.ts";

export interface OutboxOptions {
  readonly spool: OutcomeSpool;
  readonly deliver: AttemptEvents;
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
    const { spool, deliver, warn } = this.#options;
    spool.keep(events.filter(isLast));
    try {
      deliver(events);
    } catch (error) {
      // Kept outcomes are delivered again after a restart.
      warn(`events of attempts could not be delivered: ${(error as Error).message}`);
    }
  }
}
