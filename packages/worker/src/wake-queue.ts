/** Many instants, one timer: tens of thousands of waiting sensors and time-outs cost a heap entry each. */
import { BinaryHeap, type Clock, type Micros } from "@momiji/core";

/** One call at one instant. */
export class Wake {
  readonly at: Micros;
  readonly #queue: WakeQueue;
  /** Null once called or cancelled. */
  #call: (() => void) | null;

  constructor(queue: WakeQueue, at: Micros, call: () => void) {
    this.#queue = queue;
    this.at = at;
    this.#call = call;
  }

  get isOver(): boolean {
    return this.#call === null;
  }

  /** Late or twice it does nothing. */
  cancel(): void {
    if (this.#call === null) return;
    this.#call = null;
    this.#queue.cancelled();
  }

  /** For the queue: its time has come. */
  ring(): void {
    const call = this.#call;
    this.#call = null;
    call?.();
  }
}

export class WakeQueue {
  readonly #clock: Clock;
  readonly #heap = new BinaryHeap<Wake>((a, b) => a.at - b.at);
  #disarm: (() => void) | null = null;
  #armedFor: Micros | null = null;
  /** Cancelled entries still in the heap; it is rebuilt without them once they are the greater part. */
  #cancelled = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls once, not before `at`. What it returns is all that the waiting costs. */
  wakeAt(at: Micros, call: () => void): Wake {
    const entry = new Wake(this, at, call);
    this.#heap.push(entry);
    this.#arm();
    return entry;
  }

  /** Forgets everything. */
  stop(): void {
    this.#heap.clear();
    this.#cancelled = 0;
    this.#arm();
  }

  /** One of its calls was cancelled. */
  cancelled(): void {
    this.#cancelled++;
    if (this.#cancelled > 64 && this.#cancelled * 2 > this.#heap.size) this.#rebuild();
  }

  #rebuild(): void {
    this.#heap.keep((entry) => !entry.isOver);
    this.#cancelled = 0;
    this.#arm();
  }

  #arm(): void {
    const at = this.#heap.peek()?.at ?? null;
    if (at === this.#armedFor) return;
    this.#disarm?.();
    this.#armedFor = at;
    this.#disarm = at === null ? null : this.#clock.setTimer(at, () => this.#wake());
  }

  #wake(): void {
    this.#armedFor = null;
    this.#disarm = null;
    const now = this.#clock.now();
    for (let top = this.#heap.peek(); top !== undefined && top.at <= now; top = this.#heap.peek()) {
      this.#heap.pop();
      if (top.isOver) this.#cancelled--;
      else top.ring();
    }
    this.#arm();
  }
}
