/** Sources of candidates, the one with the best candidate first. A source stands in one line at a time. */
import { type Candidate, compareCandidates } from "../admit.ts";
import { BinaryHeap } from "../binary-heap.ts";

/** Something with candidates of which the best is known. */
export interface Source {
  /** Its best candidate; undefined: it has none. */
  head(): Candidate | undefined;
  /** Its place in a line; entries of other places are out of date. */
  place: Place | null;
}

/** A source at the time it was put in line. */
export interface Place {
  readonly source: Source;
  readonly head: Candidate;
}

export class Line<S extends Source> {
  readonly #heap = new BinaryHeap<Place>(comparePlaces);

  /** Puts a source in line, or anew where its best candidate changed; one without candidates stays outside. */
  push(source: S): void {
    const head = source.head();
    source.place = head === undefined ? null : { source, head };
    if (source.place !== null) this.#heap.push(source.place);
  }

  /** The source with the best candidate. */
  peek(): S | undefined {
    for (let top = this.#heap.peek(); top !== undefined; top = this.#heap.peek()) {
      const source = top.source as S;
      const isCurrent = source.place === top;
      if (isCurrent && source.head() === top.head) return source;
      this.#heap.pop();
      if (isCurrent) this.push(source);
    }
    return undefined;
  }

  /** Takes the source with the best candidate out of the line. */
  pop(): S | undefined {
    const source = this.peek();
    if (source === undefined) return undefined;
    this.#heap.pop();
    source.place = null;
    return source;
  }
}

function comparePlaces(a: Place, b: Place): number {
  return compareCandidates(a.head, b.head);
}
