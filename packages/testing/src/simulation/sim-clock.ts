/**
 * The time of a simulated world. The machine's monotonic time only goes on; the wall clock, which the engine reads and sets
 * its timers by, may jump against it, as one that is set by hand or by a server of time does.
 */
import { BinaryHeap, type Clock, type Micros } from "@momiji/core";

interface Timer {
  readonly at: Micros;
  /** Among timers of one instant who was set first. */
  readonly number: number;
  callback: (() => void) | null;
}

type Timers = BinaryHeap<Timer>;

interface Liveness {
  readonly isDead: () => boolean;
  /** While the process stands still: resolves when it goes on. */
  readonly standstill: () => Promise<void> | null;
}

export class SimClock {
  #monotonic: Micros;
  #offset = 0;
  #count = 0;
  readonly #onWall: Timers = new BinaryHeap(earlier);
  readonly #onMonotonic: Timers = new BinaryHeap(earlier);
  /** Rises with everything that the engine does with time; it stands still when nothing is going on. */
  activity = 0;

  constructor(start: Micros) {
    this.#monotonic = start;
  }

  /** Time that only goes on. */
  get elapsed(): Micros {
    return this.#monotonic;
  }

  get wall(): Micros {
    return this.#monotonic + this.#offset;
  }

  /** What the engine is handed: timers of a process that is no more do nothing, those of one that stands still wait. */
  engineClock({ isDead, standstill }: Liveness): Clock {
    return {
      now: () => {
        this.activity++;
        return this.wall;
      },
      setTimer: (at, callback) => {
        this.activity++;
        let isCancelled = false;
        const cancel = this.#set(this.#onWall, at, () => {
          const pause = standstill();
          if (pause === null) return isDead() ? undefined : callback();
          void pause.then(() => (isDead() || isCancelled ? undefined : callback()));
        });
        return () => {
          isCancelled = true;
          cancel();
        };
      },
    };
  }

  /** Calls back after so much monotonic time. */
  after(micros: Micros, callback: () => void): () => void {
    return this.#set(this.#onMonotonic, this.#monotonic + Math.max(0, micros), callback);
  }

  /** Sets the wall clock forward, or back if negative. */
  jump(micros: Micros): void {
    this.#offset += micros;
  }

  /** When something is due, in monotonic time; null: nothing is. */
  next(): Micros | null {
    const wall = top(this.#onWall);
    const monotonic = top(this.#onMonotonic);
    const wallAt = wall === undefined ? Infinity : Math.max(wall.at - this.#offset, this.#monotonic);
    const next = Math.min(wallAt, monotonic?.at ?? Infinity);
    return next === Infinity ? null : next;
  }

  /** Moves to the next thing that is due and lets everything of that instant happen. False: nothing is due by then. */
  step(until: Micros): boolean {
    const next = this.next();
    if (next === null || next > until) return false;
    this.#monotonic = next;
    const due = [...this.#takeDue(this.#onMonotonic, next), ...this.#takeDue(this.#onWall, this.wall)];
    for (const timer of due.sort((a, b) => a.number - b.number)) {
      const { callback } = timer;
      timer.callback = null;
      callback?.();
    }
    return true;
  }

  #set(timers: Timers, at: Micros, callback: () => void): () => void {
    const timer: Timer = { at, number: this.#count++, callback };
    timers.push(timer);
    return () => {
      timer.callback = null;
    };
  }

  #takeDue(timers: Timers, now: Micros): Timer[] {
    const due: Timer[] = [];
    for (let first = top(timers); first !== undefined && first.at <= now; first = top(timers)) {
      timers.pop();
      due.push(first);
    }
    return due;
  }
}

function earlier(a: Timer, b: Timer): number {
  return a.at - b.at || a.number - b.number;
}

/** The first timer that nobody has cancelled. */
function top(timers: Timers): Timer | undefined {
  let first = timers.peek();
  for (; first !== undefined && first.callback === null; first = timers.peek()) timers.pop();
  return first;
}
