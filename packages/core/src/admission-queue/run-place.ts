/** What of one run waits or is inside, and the room that only its own instances claim. */
import type { Candidate } from "../admit.ts";
import { type Group, sharesClaims, type Ticket } from "./group.ts";
import { Resource } from "./resource.ts";

export class RunPlace {
  /** The room of the run as a whole. */
  readonly room = new Resource("run");
  /** By `instanceName`. */
  readonly tickets = new Map<string, Ticket>();
  readonly #groups = new Map<string, Group>();
  /** Of most runs the only one. */
  #last: Group | null = null;
  /** The room of single tasks, by task. */
  readonly #tasks = new Map<string, Resource>();

  get groups(): Iterable<Group> {
    return this.#groups.values();
  }

  /** The group of all that claim the same as this one; `make` if it is the first. */
  groupOf(candidate: Candidate, make: () => Group): Group {
    if (this.#last !== null && sharesClaims(this.#last.sample, candidate)) return this.#last;
    const key = claimsKey(candidate);
    let group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, (group = make()));
    this.#last = group;
    return group;
  }

  roomOfTask(taskId: string): Resource {
    let room = this.#tasks.get(taskId);
    if (room === undefined) this.#tasks.set(taskId, (room = new Resource(taskId)));
    return room;
  }
}

/** The same for candidates of the run that claim the same. */
function claimsKey(candidate: Candidate): string {
  const { pool, poolSlots, executor, taskId, maxActiveTasks, maxActiveTisPerDag, maxActiveTisPerDagrun } = candidate;
  const shared = `${maxActiveTasks} ${poolSlots} ${pool}\0${executor}`;
  if (maxActiveTisPerDag === null && maxActiveTisPerDagrun === null) return shared;
  return `${shared}\0${maxActiveTisPerDag} ${maxActiveTisPerDagrun} ${taskId}`;
}
