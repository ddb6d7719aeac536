/** Candidates of one run that claim exactly the same: while the first of them finds no room, none does. */
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

/** Whether two candidates of one run belong into one group. */
export function sharesClaims(a: Candidate, b: Candidate): boolean {
  return (
    a.pool === b.pool &&
    a.poolSlots === b.poolSlots &&
    a.executor === b.executor &&
    a.maxActiveTasks === b.maxActiveTasks &&
    a.maxActiveTisPerDag === b.maxActiveTisPerDag &&
    a.maxActiveTisPerDagrun === b.maxActiveTisPerDagrun &&
    ((a.maxActiveTisPerDag === null && a.maxActiveTisPerDagrun === null) || a.taskId === b.taskId)
  );
}

export class Group implements Source {
  /** The first that came: all claim the same. */
  readonly sample: Candidate;
  /** What each member claims, in the order in which it is checked. */
  readonly claims: readonly Parking[];
  place: Place | null = null;
  /** Where it stands if it found no room. */
  parking: Parking | null = null;
  readonly #waiting = new BinaryHeap<Ticket>(compareTickets);

  constructor(sample: Candidate, claims: readonly Parking[]) {
    this.sample = sample;
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

function compareTickets(a: Ticket, b: Ticket): number {
  return compareCandidates(a.candidate, b.candidate);
}
