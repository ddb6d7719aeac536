/**
 * A connection on which messages are delayed, lost and sent again, and doubled. The sender waits for each to be
 * acknowledged before it sends the next, so that they arrive in order, each at least once.
 */
import { type Micros, MILLISECOND, SECOND } from "@momiji/core";
import type { FaultRates } from "./faults.ts";
import type { Random } from "./random.ts";
import type { SimClock } from "./sim-clock.ts";

export interface LineQuality {
  readonly clock: SimClock;
  readonly random: Random;
  readonly rates: () => FaultRates;
}

export interface ChannelOptions<Message> extends LineQuality {
  receive(message: Message): void;
}

const RESEND: Micros = 5 * SECOND;

export class Channel<Message> {
  readonly #options: ChannelOptions<Message>;
  #queue: Message[] = [];
  #isOpen = true;
  #isSending = false;
  #cancel: (() => void) | null = null;

  constructor(options: ChannelOptions<Message>) {
    this.#options = options;
  }

  send(message: Message): void {
    this.#queue.push(message);
    this.#pump();
  }

  /** Nothing goes through until it is opened again; what waits goes on waiting. */
  shut(): void {
    this.#isOpen = false;
    this.#isSending = false;
    this.#cancel?.();
  }

  open(): void {
    this.#isOpen = true;
    this.#pump();
  }

  /** Forgets what was not received: its sender has died. */
  clear(): void {
    this.#queue = [];
    this.#isSending = false;
    this.#cancel?.();
  }

  #pump(): void {
    if (!this.#isOpen || this.#isSending || this.#queue.length === 0) return;
    this.#isSending = true;
    this.#cancel = this.#options.clock.after(this.#travelTime(), () => this.#arrive());
  }

  #arrive(): void {
    const { random, rates, receive, clock } = this.#options;
    receive(this.#queue[0] as Message);
    if (!this.#isOpen || !this.#isSending) return;
    if (random.chance(rates().double)) {
      this.#cancel = clock.after(this.#travelTime(), () => this.#arrive());
      return;
    }
    this.#queue.shift();
    this.#isSending = false;
    this.#pump();
  }

  #travelTime(): Micros {
    const { random, rates } = this.#options;
    const { delay, lose } = rates();
    let micros = random.chance(delay) ? random.whole(1, 3_000) * MILLISECOND : MILLISECOND;
    while (random.chance(lose)) micros += RESEND;
    return micros;
  }
}
