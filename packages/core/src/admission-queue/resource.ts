/** Something that has room for so much: a pool, a run, a task, an executor. Who finds no room is parked here. */
import type { Candidate } from "../admit.ts";
import { Line, type Place, type Source } from "./line.ts";

export class Resource {
  readonly name: string;
  readonly #home: Map<string, Resource> | undefined;
  /** It is a pool or an executor that exists, and stays whether or not somebody claims it. */
  isConfigured = false;
  /** Room in all, where the claims do not say it themselves; 0 for a pool or an executor that does not exist. */
  capacity = 0;
  /** A pool's: those that are deferred keep their slots. */
  includeDeferred = false;
  used = 0;
  /** How many claim something of it or are counted here. */
  claimants = 0;
  /** Few: one for each number of slots that somebody asks for, or for each limit. */
  readonly #parkings: Parking[] = [];

  /** `home`: where it is found by its name while somebody claims it. */
  constructor(name: string, home?: Map<string, Resource>) {
    this.name = name;
    this.#home = home;
  }

  /** One claimant less. Nobody is left: what exists only for them goes, so that nothing is kept of runs that have ended. */
  release(): void {
    if (--this.claimants === 0 && !this.isConfigured) this.#home?.delete(this.name);
  }

  get parkings(): Iterable<Parking> {
    return this.#parkings;
  }

  /** Where those wait that ask for so much. `limit` null: the resource's own capacity is the limit. */
  parkingFor(asks: number, limit: number | null): Parking {
    for (const known of this.#parkings) if (known.asks === asks && known.limit === limit) return known;
    const parking = new Parking(this, asks, limit);
    this.#parkings.push(parking);
    return parking;
  }
}

/** All that is blocked by the same resource and asks for the same of it: it finds room together or not at all. */
export class Parking implements Source {
  readonly resource: Resource;
  readonly asks: number;
  /** Null: the resource's own capacity. */
  readonly limit: number | null;
  readonly line = new Line<Source>();
  place: Place | null = null;

  constructor(resource: Resource, asks: number, limit: number | null) {
    this.resource = resource;
    this.asks = asks;
    this.limit = limit;
  }

  get hasRoom(): boolean {
    return this.resource.used + this.asks <= (this.limit ?? this.resource.capacity);
  }

  head(): Candidate | undefined {
    return this.line.peek()?.head();
  }
}
