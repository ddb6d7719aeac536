/** Candidates that claim exactly the same: while the first of them finds no room, none does. */
import { type Candidate, compareCandidates } from "../admit.ts";
import { BinaryHeap } from "../binary-heap.ts";
import type { Place, Source } from "./line.ts";
import type { Parking, Resource } from "./resource.ts";

/** One candidate on its way: waiting, then inside, then gone. */
export interface Ticket {
  readonly candidate: Candidate;
  readonly group: Group;
  /** Its task in all runs, if it claims no room there itself: others, of a newer version of the DAG, may. */
  readonly counted: Resource | null;
  state: "waiting" | "inside" | "deferred" | "gone";
}

export class Group implements Source {
  readonly key: string;
  /** What each member claims, in the order in which it is checked. */
  readonly claims: readonly Parking[];
  place: Place | null = null;
  /** Where it stands if it found no room. */
  parking: Parking | null = null;
  /** Members that wait or are inside. */
  members = 0;
  readonly #waiting = new BinaryHeap<Ticket>((a, b) => compareCandidates(a.candidate, b.candidate));

  constructor(key: string, claims: readonly Parking[]) {
    this.key = key;
    this.claims = claims;
  }

  add(ticket: Ticket): void {
    this.#waiting.push(ticket);
  }

  head(): Candidate | undefined {
    return this.#first()?.candidate;
  }

  /** Takes the best waiting member out. */
  take(): Ticket {
    this.#first();
    return this.#waiting.pop() as Ticket;
  }

  #first(): Ticket | undefined {
    for (let ticket = this.#waiting.peek(); ticket !== undefined; ticket = this.#waiting.peek()) {
      if (ticket.state === "waiting") return ticket;
      this.#waiting.pop();
    }
    return undefined;
  }
}
