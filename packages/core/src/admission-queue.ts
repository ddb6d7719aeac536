/**
 * `admit`, kept up to date: what is blocked stands parked at what blocks it and costs nothing until room is made there.
 * A property test holds it equal to the oracle.
 *
 * Candidates of a run that claim the same stand together as one group, so that room which does not suffice is found out
 * once for all of them. What is kept of a run stays until `forgetRun`: most runs come back with their next task.
 */
import { type AdmissionLimits, type Candidate, capacityOf, type Occupant, type PoolLimit } from "./admit.ts";
import { Group, type Ticket } from "./admission-queue/group.ts";
import { Line } from "./admission-queue/line.ts";
import { type Parking, Resource } from "./admission-queue/resource.ts";
import { RunPlace } from "./admission-queue/run-place.ts";
import { type InstanceKey, instanceName } from "./run-view.ts";

/** `Own`: candidates with what else whoever asks wants to know of those that are admitted. */
export class AdmissionQueue<Own extends Candidate = Candidate> {
  readonly #pools = new Map<string, Resource>();
  readonly #executors = new Map<string, Resource>();
  /** Tasks in all runs of their DAG: by DAG, then by task. */
  readonly #tasks = new Map<string, Map<string, Resource>>();
  readonly #runs = new Map<number, RunPlace>();
  /** Groups that have not been looked at since they changed, and parkings where there may be room. */
  readonly #ready = new Line<Group | Parking>();

  constructor(limits: AdmissionLimits) {
    for (const [name, pool] of limits.pools) this.setPool(name, pool);
    for (const [name, capacity] of limits.executors) this.setExecutor(name, capacity);
  }

  /** Changes a pool; null: it exists no longer. What is inside stays inside, even beyond the new size. */
  setPool(name: string, pool: PoolLimit | null): void {
    const resource = resourceIn(this.#pools, name);
    resource.isConfigured = pool !== null;
    resource.capacity = pool === null ? 0 : capacityOf(pool);
    resource.includeDeferred = pool?.includeDeferred ?? false;
    resource.used = 0;
    for (const { tickets } of this.#runs.values()) {
      for (const ticket of tickets.values()) {
        for (const claim of ticket.group.claims) {
          if (claim.resource === resource) resource.used += claim.asks * holds(ticket.state, resource);
        }
      }
    }
    this.#reopen(resource);
  }

  /** Changes how many attempts an executor takes at once. */
  setExecutor(name: string, capacity: number): void {
    const resource = resourceIn(this.#executors, name);
    resource.isConfigured = true;
    resource.capacity = capacity;
    this.#reopen(resource);
  }

  /** A task instance became scheduled and waits for room. */
  add(candidate: Own): void {
    const ticket = this.#enter(candidate);
    const { group } = ticket;
    group.add(ticket);
    if (group.head() !== candidate) return;
    if (group.parking === null) return this.#ready.push(group);
    group.parking.line.push(group);
    if (group.parking.hasRoom) this.#ready.push(group.parking);
  }

  /** A task instance that holds its room already, as found at start. */
  restore({ deferred, ...candidate }: Occupant): void {
    this.#become(this.#enter(candidate), deferred ? "deferred" : "inside");
  }

  /** It became scheduled and was not admitted yet. */
  isWaiting(runKey: number, key: InstanceKey): boolean {
    return this.#ticketOf(runKey, key)?.state === "waiting";
  }

  /** It was paused without holding a process, or goes on again: it never waits for its room a second time. */
  setDeferred(runKey: number, key: InstanceKey, deferred: boolean): void {
    const ticket = this.#ticketOf(runKey, key);
    const state = deferred ? "deferred" : "inside";
    if (ticket !== undefined && ticket.state !== "waiting" && ticket.state !== state) this.#become(ticket, state);
  }

  /** It needs no room (any more): it ended, waits for a retry, or is not wanted. Unknown ones are passed over. */
  remove(runKey: number, key: InstanceKey): void {
    const place = this.#runs.get(runKey);
    const name = instanceName(key);
    const ticket = place?.tickets.get(name);
    if (place === undefined || ticket === undefined) return;
    place.tickets.delete(name);
    this.#leave(ticket);
  }

  /** The run has ended, or is decided upon elsewhere: nothing is kept of it. */
  forgetRun(runKey: number): void {
    const place = this.#runs.get(runKey);
    if (place === undefined) return;
    this.#runs.delete(runKey);
    for (const ticket of place.tickets.values()) this.#leave(ticket);
    for (const group of place.groups) for (const { resource } of group.claims) resource.release();
  }

  /** Admits whatever finds room, best first; from now on it is inside. */
  admit(): Own[] {
    const admitted: Own[] = [];
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

  #tryGroup(group: Group, admitted: Own[]): void {
    group.parking = group.claims.find(hasNoRoom) ?? null;
    if (group.parking !== null) return group.parking.line.push(group);
    const ticket = group.take();
    this.#become(ticket, "inside");
    // Only what `add` was given waits.
    admitted.push(ticket.candidate as Own);
    this.#ready.push(group);
  }

  #leave(ticket: Ticket): void {
    this.#become(ticket, "gone");
    ticket.counted?.release();
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

  #ticketOf(runKey: number, key: InstanceKey): Ticket | undefined {
    return this.#runs.get(runKey)?.tickets.get(instanceName(key));
  }

  #enter(candidate: Candidate): Ticket {
    const { runKey } = candidate;
    this.remove(runKey, candidate);
    let place = this.#runs.get(runKey);
    if (place === undefined) this.#runs.set(runKey, (place = new RunPlace()));
    const group = this.#groupOf(place, candidate);
    const counted = candidate.maxActiveTisPerDag === null ? claim(this.#taskInDag(candidate)) : null;
    const ticket: Ticket = { candidate, group, counted, state: "waiting" };
    place.tickets.set(instanceName(candidate), ticket);
    return ticket;
  }

  #groupOf(place: RunPlace, candidate: Candidate): Group {
    return place.groupOf(candidate, () => new Group(candidate, this.#claimsOf(place, candidate)));
  }

  /** What a candidate claims, in the order in which Airflow checks it. */
  #claimsOf(place: RunPlace, candidate: Candidate): Parking[] {
    const { pool, poolSlots, maxActiveTasks, maxActiveTisPerDag: perDag, maxActiveTisPerDagrun: perRun } = candidate;
    const claims = [
      claim(resourceIn(this.#pools, pool)).parkingFor(poolSlots, null),
      claim(place.room).parkingFor(1, maxActiveTasks),
    ];
    if (perDag !== null) claims.push(claim(this.#taskInDag(candidate)).parkingFor(1, perDag));
    if (perRun !== null) claims.push(claim(place.roomOfTask(candidate.taskId)).parkingFor(1, perRun));
    claims.push(claim(resourceIn(this.#executors, candidate.executor)).parkingFor(1, null));
    return claims;
  }

  #taskInDag({ dagId, taskId }: Candidate): Resource {
    let ofDag = this.#tasks.get(dagId);
    if (ofDag === undefined) this.#tasks.set(dagId, (ofDag = new Map()));
    return resourceIn(ofDag, taskId);
  }
}

function claim(resource: Resource): Resource {
  resource.claimants++;
  return resource;
}

function resourceIn(resources: Map<string, Resource>, name: string): Resource {
  let resource = resources.get(name);
  if (resource === undefined) resources.set(name, (resource = new Resource(name, resources)));
  return resource;
}

function hasNoRoom({ hasRoom }: Parking): boolean {
  return !hasRoom;
}

/** 1 if one in this state takes its share of the resource, else 0. */
function holds(state: Ticket["state"], resource: Resource): 0 | 1 {
  return state === "inside" || (state === "deferred" && resource.includeDeferred) ? 1 : 0;
}
