/**
 * `admit`, kept up to date: what is blocked stands parked at what blocks it and costs nothing until room is made there.
 * A property test holds it equal to the oracle.
 *
 * Candidates that claim the same stand together as one group, so that room which does not suffice is found out once for
 * all of them. Keys are those of `Candidate`.
 */
import { type AdmissionLimits, type Candidate, capacityOf, type Occupant, type PoolLimit } from "./admit.ts";
import { Group, type Ticket } from "./admission-queue/group.ts";
import { Line } from "./admission-queue/line.ts";
import { type Parking, Resource } from "./admission-queue/resource.ts";

export class AdmissionQueue {
  readonly #resources = new Map<string, Resource>();
  readonly #groups = new Map<string, Group>();
  readonly #tickets = new Map<string, Ticket>();
  /** Groups that have not been looked at since they changed, and parkings where there may be room. */
  readonly #ready = new Line<Group | Parking>();

  constructor(limits: AdmissionLimits) {
    for (const [name, pool] of limits.pools) this.setPool(name, pool);
    for (const [name, capacity] of limits.executors) this.setExecutor(name, capacity);
  }

  /** Changes a pool; null: it exists no longer. What is inside stays inside, even beyond the new size. */
  setPool(name: string, pool: PoolLimit | null): void {
    const resource = this.#resource(`pool ${name}`);
    resource.isConfigured = pool !== null;
    resource.capacity = pool === null ? 0 : capacityOf(pool);
    resource.includeDeferred = pool?.includeDeferred ?? false;
    resource.used = 0;
    for (const ticket of this.#tickets.values()) {
      for (const claim of ticket.group.claims) {
        if (claim.resource === resource) resource.used += claim.asks * holds(ticket.state, resource);
      }
    }
    this.#reopen(resource);
  }

  /** Changes how many attempts an executor takes at once. */
  setExecutor(name: string, capacity: number): void {
    const resource = this.#resource(`executor ${name}`);
    resource.isConfigured = true;
    resource.capacity = capacity;
    this.#reopen(resource);
  }

  /** A task instance became scheduled and waits for room. */
  add(candidate: Candidate): void {
    const ticket = this.#enter(candidate, "waiting");
    const { group } = ticket;
    group.add(ticket);
    if (group.head() !== candidate) return;
    if (group.parking === null) return this.#ready.push(group);
    group.parking.line.push(group);
    if (group.parking.hasRoom) this.#ready.push(group.parking);
  }

  /** A task instance that holds its room already, as found at start. */
  restore({ deferred, ...candidate }: Occupant): void {
    this.#become(this.#enter(candidate, "waiting"), deferred ? "deferred" : "inside");
  }

  /** It was paused without holding a process, or goes on again: it never waits for its room a second time. */
  setDeferred(key: string, deferred: boolean): void {
    const ticket = this.#tickets.get(key);
    if (ticket !== undefined && ticket.state !== "waiting") this.#become(ticket, deferred ? "deferred" : "inside");
  }

  /** It needs no room (any more): it ended, waits for a retry, or is not wanted. Unknown keys are passed over. */
  remove(key: string): void {
    const ticket = this.#tickets.get(key);
    if (ticket === undefined) return;
    this.#tickets.delete(key);
    this.#become(ticket, "gone");
    if (ticket.counted !== null) this.#release(ticket.counted);
    if (--ticket.group.members === 0) this.#drop(ticket.group);
  }

  /** Admits whatever finds room, best first; from now on it is inside. */
  admit(): Candidate[] {
    const admitted: Candidate[] = [];
    for (let source = this.#ready.pop(); source !== undefined; source = this.#ready.pop()) {
      if (source instanceof Group) {
        this.#tryGroup(source, admitted);
      } else if (source.hasRoom) {
        this.#tryGroup(source.line.pop() as Group, admitted);
        this.#ready.push(source);
      }
    }
    return admitted;
  }

  #tryGroup(group: Group, admitted: Candidate[]): void {
    group.parking = group.claims.find(({ hasRoom }) => !hasRoom) ?? null;
    if (group.parking !== null) return group.parking.line.push(group);
    const ticket = group.take();
    this.#become(ticket, "inside");
    admitted.push(ticket.candidate);
    this.#ready.push(group);
  }

  #become(ticket: Ticket, state: Ticket["state"]): void {
    const { group, counted, state: before } = ticket;
    ticket.state = state;
    for (const { resource, asks } of group.claims)
      this.#use(resource, asks * (holds(state, resource) - holds(before, resource)));
    if (counted !== null) this.#use(counted, holds(state, counted) - holds(before, counted));
  }

  #use(resource: Resource, change: number): void {
    resource.used += change;
    if (change < 0) this.#reopen(resource);
  }

  #reopen(resource: Resource): void {
    for (const parking of resource.parkings) if (parking.hasRoom) this.#ready.push(parking);
  }

  #enter(candidate: Candidate, state: Ticket["state"]): Ticket {
    this.remove(candidate.key);
    const group = this.#groupOf(candidate);
    group.members++;
    const counted = candidate.maxActiveTisPerDag === null ? this.#claim(taskInDag(candidate)) : null;
    const ticket: Ticket = { candidate, group, counted, state };
    this.#tickets.set(candidate.key, ticket);
    return ticket;
  }

  #groupOf(candidate: Candidate): Group {
    const key = groupKey(candidate);
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = new Group(
        key,
        claimsOf(candidate).map((claim) => this.#parking(claim)),
      );
      this.#groups.set(key, group);
    }
    return group;
  }

  #parking({ name, asks, limit }: Claim): Parking {
    return this.#claim(name).parkingFor(asks, limit);
  }

  #claim(name: string): Resource {
    const resource = this.#resource(name);
    resource.claimants++;
    return resource;
  }

  /** Nobody of the group is left: what existed only for it goes, so that nothing is kept of runs that have ended. */
  #drop(group: Group): void {
    this.#groups.delete(group.key);
    for (const { resource } of group.claims) this.#release(resource);
  }

  #release(resource: Resource): void {
    if (--resource.claimants === 0 && !resource.isConfigured) this.#resources.delete(resource.name);
  }

  #resource(name: string): Resource {
    let resource = this.#resources.get(name);
    if (resource === undefined) this.#resources.set(name, (resource = new Resource(name)));
    return resource;
  }
}

interface Claim {
  readonly name: string;
  readonly asks: number;
  /** Null: the resource's own capacity. */
  readonly limit: number | null;
}

/** What a candidate claims, in the order in which Airflow checks it. */
function claimsOf(candidate: Candidate): readonly Claim[] {
  const { runKey, taskId, maxActiveTisPerDag: perDag, maxActiveTisPerDagrun: perRun } = candidate;
  return [
    { name: `pool ${candidate.pool}`, asks: candidate.poolSlots, limit: null },
    { name: `run ${runKey}`, asks: 1, limit: candidate.maxActiveTasks },
    ...(perDag === null ? [] : [{ name: taskInDag(candidate), asks: 1, limit: perDag }]),
    ...(perRun === null ? [] : [{ name: `task of run ${runKey} ${taskId}`, asks: 1, limit: perRun }]),
    { name: `executor ${candidate.executor}`, asks: 1, limit: null },
  ];
}

/** The same for candidates that claim the same. */
function groupKey(candidate: Candidate): string {
  const { pool, poolSlots, executor, runKey, taskId, maxActiveTasks, maxActiveTisPerDag, maxActiveTisPerDagrun } =
    candidate;
  const shared = `${runKey} ${maxActiveTasks} ${poolSlots} ${pool}\0${executor}`;
  if (maxActiveTisPerDag === null && maxActiveTisPerDagrun === null) return shared;
  return `${shared}\0${maxActiveTisPerDag} ${maxActiveTisPerDagrun} ${taskId}`;
}

function taskInDag({ dagId, taskId }: Candidate): string {
  return `task of dag ${dagId} ${taskId}`;
}

/** 1 if one in this state takes its share of the resource, else 0. */
function holds(state: Ticket["state"], resource: Resource): 0 | 1 {
  return state === "inside" || (state === "deferred" && resource.includeDeferred) ? 1 : 0;
}
