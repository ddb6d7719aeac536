/**
 * Lets files that are ready at about the same time pass together: what is published in one turn of the event loop can
 * share a transaction of the store, and the scheduler looks once at what is new.
 */

/** Nobody waits longer for the others. */
const TOGETHER_MILLIS = 100;

/** Published one by one, so many hold the event loop for less than a person or a task would notice. */
const MOST_AT_ONCE = 50;

export class PublishGate {
  /** Those that are being evaluated, and those that are ready. */
  #coming = 0;
  #ready: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** Settles as the evaluation does, but together with others. */
  async after<Value>(evaluation: Promise<Value>): Promise<Value> {
    this.#coming += 1;
    try {
      return await evaluation;
    } finally {
      await this.#turn();
    }
  }

  #turn(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const ready = this.#ready.push(resolve);
    if (ready === this.#coming || ready === MOST_AT_ONCE) this.#open();
    else this.#timer ??= setTimeout(() => this.#open(), TOGETHER_MILLIS);
    return promise;
  }

  #open(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const ready = this.#ready;
    this.#ready = [];
    this.#coming -= ready.length;
    for (const pass of ready) pass();
  }
}
