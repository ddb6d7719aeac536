/** Runs that share a limit: those that wait for their turn, in order, and how many of the others there are. */
import { BinaryHeap, compareTurns, type DagRun, type Micros, type RunLine, turnBlocks } from "@momiji/core";

/** An unfinished run as far as its turn goes. */
interface Queued {
  readonly runKey: number;
  readonly machine: { readonly run: DagRun };
}

export class RunQueue<Run extends Queued> {
  readonly #waiting = new BinaryHeap<Run>((a, b) => compareTurns(a.machine.run, b.machine.run));
  /** Unfinished runs; true: begun. Those that left are passed over when they come up in the heap. */
  readonly #runs = new Map<Run, boolean>();
  #begun = 0;

  /** Unfinished runs, waiting and begun. */
  get size(): number {
    return this.#runs.size;
  }

  get begun(): number {
    return this.#begun;
  }

  /** A run that was taken up. */
  enter(active: Run): void {
    const hasBegun = active.machine.run.state !== "queued";
    this.#runs.set(active, hasBegun);
    if (hasBegun) this.#begun++;
    else this.#waiting.push(active);
  }

  /** A run that ended, or is loaded anew. */
  leave(active: Run): void {
    if (this.#runs.get(active) === true) this.#begun--;
    this.#runs.delete(active);
  }

  /** The next run to start if nothing is in its way (`turnBlocks`); from now on it has begun. */
  begin(line: Omit<RunLine, "begun">, now: Micros): Run | null {
    const next = this.#head();
    if (next === undefined) return null;
    if (turnBlocks({ ...line, begun: this.#begun }, next.machine.run.runAfter, now).length > 0) return null;
    this.#waiting.pop();
    this.#runs.set(next, true);
    this.#begun++;
    return next;
  }

  /** When the next run may start as far as time goes; null: none waits. */
  nextRunAfter(): Micros | null {
    return this.#head()?.machine.run.runAfter ?? null;
  }

  #head(): Run | undefined {
    for (let head = this.#waiting.peek(); head !== undefined; head = this.#waiting.peek()) {
      if (this.#runs.get(head) === false) return head;
      this.#waiting.pop();
    }
    return undefined;
  }
}
