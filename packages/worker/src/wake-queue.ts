/** Many instants, one timer: tens of thousands of waiting sensors and time-outs cost a heap entry each. */
import type { Clock, Micros } from "@momiji/core";

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
  readonly #heap: Wake[] = [];
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
    this.#push(entry);
    this.#arm();
    return entry;
  }

  /** Forgets everything. */
  stop(): void {
    this.#heap.length = 0;
    this.#cancelled = 0;
    this.#arm();
  }

  /** One of its calls was cancelled. */
  cancelled(): void {
    this.#cancelled++;
    if (this.#cancelled > 64 && this.#cancelled * 2 > this.#heap.length) this.#rebuild();
  }

  #rebuild(): void {
    const live = this.#heap.filter((entry) => !entry.isOver).sort((a, b) => a.at - b.at);
    this.#heap.length = 0;
    this.#heap.push(...live);
    this.#cancelled = 0;
    this.#arm();
  }

  #arm(): void {
    const at = this.#heap[0]?.at ?? null;
    if (at === this.#armedFor) return;
    this.#disarm?.();
    this.#armedFor = at;
    this.#disarm = at === null ? null : this.#clock.setTimer(at, () => this.#wake());
  }

  #wake(): void {
    this.#armedFor = null;
    this.#disarm = null;
    const now = this.#clock.now();
    for (let top = this.#heap[0]; top !== undefined && top.at <= now; top = this.#heap[0]) {
      this.#pop();
      if (top.isOver) this.#cancelled--;
      else top.ring();
    }
    this.#arm();
  }

  #push(entry: Wake): void {
    const heap = this.#heap;
    let hole = heap.push(entry) - 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent] as Wake;
      if (above.at <= entry.at) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let hole = 0;
    for (let child = 1; child < heap.length; child = 2 * hole + 1) {
      const right = heap[child + 1];
      if (right !== undefined && right.at < (heap[child] as Wake).at) child++;
      const below = heap[child] as Wake;
      if (below.at >= last.at) break;
      heap[hole] = below;
      hole = child;
    }
    heap[hole] = last;
  }
}
