/** What has no room for a scheduled task instance, and who takes the room. */
import {
  type AdmissionLimits,
  admit,
  type Block,
  type Candidate,
  compareCandidates,
  fits,
  holdsOf,
  type Occupant,
  Usage,
} from "../admit.ts";
import type { Json } from "../json.ts";
import { instanceName } from "../run-view.ts";
import { type PassedCheck, type Reason, someOf } from "./reason.ts";

/** What stands outside the run: who else asks for room, and who has it. */
export interface AdmissionContext {
  readonly limits: AdmissionLimits;
  /** Of all runs, this one's too. */
  readonly occupants: readonly Occupant[];
  /** Scheduled task instances of other runs. */
  readonly otherCandidates: readonly Candidate[];
  /** How runs are called, by their keys. */
  readonly runIds?: ReadonlyMap<number, string>;
  /** DAGs whose names whoever asks may not know: what they hold is counted, not named. */
  readonly hiddenDags?: ReadonlySet<string>;
}

/** Of those that go first, and of those that hold the room, the first few are named. */
const NAMED = 10;

/** What was found of each limit that a task instance claims something of. */
interface Room {
  /** In the way; empty: it may be queued. */
  readonly blocked: Reason[];
  readonly passed: PassedCheck[];
}

/** Every limit, once all that go first have what they can have. */
export function judgeRoom(candidate: Candidate, others: readonly Candidate[], context: AdmissionContext): Room {
  const { limits, occupants } = context;
  const before = others.filter((other) => compareCandidates(other, candidate) < 0);
  const { admitted } = admit(before, limits, occupants);
  const inside = [...occupants, ...admitted.map((other) => ({ ...other, deferred: false }))];
  const usage = new Usage(limits);
  for (const occupant of inside) usage.add(occupant);
  const claims = usage.claimsOf(candidate);
  const line = { candidate, others, before, inside, context };
  return {
    blocked: claims.filter((claim) => !fits(claim)).map((block) => blockedBy(block, line)),
    passed: claims
      .filter(fits)
      .map((claim) => ({ code: claim.kind, text: `there is room: ${roomText(claim)}`, details: dataOf(claim) })),
  };
}

interface Line {
  readonly candidate: Candidate;
  readonly others: readonly Candidate[];
  /** Of the others, those that go first. */
  readonly before: readonly Candidate[];
  readonly inside: readonly Occupant[];
  readonly context: AdmissionContext;
}

function blockedBy(block: Block, { candidate, others, before, inside, context }: Line): Reason {
  const asksToo = (other: Occupant): boolean => holdsOf(other, block, { candidate, limits: context.limits });
  const first = before.map((other) => ({ ...other, deferred: false })).filter(asksToo);
  const rivals = others.map((other) => ({ ...other, deferred: false })).filter(asksToo).length;
  const holding = inside.filter(asksToo);
  const next = first.toSorted(compareCandidates).slice(0, NAMED);
  const reason = reasonOf(block, holderNames(holding, candidate, context));
  const place = { position: first.length + 1, of: rivals + 1, ahead: holderNames(next, candidate, context) };
  const asData = { held_by: placesOf(holding.slice(0, NAMED), context), goes_first: placesOf(next, context) };
  return { ...reason, details: { ...reason.details, ...place, ...asData, holder_count: holding.length } };
}

/** Where they are, for links. Of DAGs that may not be known there is nothing. */
function placesOf(holders: readonly Candidate[], { runIds, hiddenDags }: AdmissionContext): readonly Json[] {
  return holders
    .filter(({ dagId }) => hiddenDags?.has(dagId) !== true)
    .map(({ dagId, runKey, taskId, mapIndex }) => ({
      dag_id: dagId,
      run_id: runIds?.get(runKey) ?? null,
      task_id: taskId,
      map_index: mapIndex,
    }));
}

function holderNames(
  holders: readonly Candidate[],
  candidate: Candidate,
  { runIds, hiddenDags }: AdmissionContext,
): readonly string[] {
  const named = holders.filter(({ dagId }) => hiddenDags?.has(dagId) !== true);
  const hidden = holders.length - named.length;
  const names = named.map((holder) => holderName(holder, candidate, runIds));
  return hidden === 0 ? names : [...names, `${hidden} of DAGs that you may not read`];
}

/** Within the run the task is enough; elsewhere where it is, too. */
function holderName(holder: Candidate, { runKey, dagId }: Candidate, runIds?: ReadonlyMap<number, string>): string {
  const task = instanceName(holder);
  if (holder.runKey === runKey) return task;
  const run = runIds?.get(holder.runKey) ?? `run ${holder.runKey}`;
  return holder.dagId === dagId ? `${task} of ${run}` : `${task} of ${holder.dagId} ${run}`;
}

function reasonOf(block: Block, holders: readonly string[]): Reason {
  const held = holders.length === 0 ? "" : `; it is held by ${someOf(holders)}`;
  const details = { ...dataOf(block), holders };
  return { code: block.kind, text: `${textOf(block)}${held}`, remedy: remedyOf(block), details };
}

/** Without a limit: -1, as Airflow writes it. */
function dataOf({ name, limit, used, asks }: Block) {
  return { name, limit: limit === Number.POSITIVE_INFINITY ? -1 : limit, used, asks };
}

/** Of one that is not full. */
function roomText({ kind, name, limit, used }: Block): string {
  const taken = limit === Number.POSITIVE_INFINITY ? `${used} taken, without a limit` : `${used} of ${limit} taken`;
  return kind === "pool" || kind === "executor" ? `${kind} "${name}", ${taken}` : `${kind}, ${taken}`;
}

function textOf({ kind, name, limit, used, asks }: Block): string {
  const room = `with ${used} of ${limit} taken, it asks for ${asks}`;
  switch (kind) {
    case "pool":
      return limit === null ? `pool "${name}" does not exist` : `no room in pool "${name}", ${room}`;
    case "max_active_tasks":
      return `the run already has ${used} active tasks, its limit (max_active_tasks) is ${limit}`;
    case "max_active_tis_per_dag":
    case "max_active_tis_per_dagrun":
      return `task "${name}" already has ${used} active instances, its limit (${kind}) is ${limit}`;
    case "executor":
      return limit === null ? `there is no executor "${name}"` : `no room on executor "${name}", ${room}`;
  }
}

function remedyOf({ kind, limit, asks }: Block): string {
  switch (kind) {
    case "pool":
      if (limit === null) return "create the pool, or name another in the task";
      return asks > limit
        ? "the task asks for more slots than the pool has: make the pool larger"
        : "wait, or make the pool larger";
    case "max_active_tasks":
      return "wait, or raise the DAG's max_active_tasks";
    case "max_active_tis_per_dag":
    case "max_active_tis_per_dagrun":
      return `wait, or raise the task's ${kind}`;
    case "executor":
      return limit === null ? "name an executor that is configured" : "wait, or raise the executor's parallelism";
  }
}
