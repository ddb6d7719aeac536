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
import { type Reason, someOf } from "./reason.ts";

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

/** Every limit that is in the way once all that go first have what they can have; empty: it may be queued. */
export function whyBlocked(candidate: Candidate, others: readonly Candidate[], context: AdmissionContext): Reason[] {
  const { limits, occupants } = context;
  const before = others.filter((other) => compareCandidates(other, candidate) < 0);
  const { admitted } = admit(before, limits, occupants);
  const inside = [...occupants, ...admitted.map((other) => ({ ...other, deferred: false }))];
  const usage = new Usage(limits);
  for (const occupant of inside) usage.add(occupant);
  return usage
    .claimsOf(candidate)
    .filter((claim) => !fits(claim))
    .map((block) => {
      const asksToo = (other: Occupant): boolean => holdsOf(other, block, { candidate, limits });
      const first = before.map((other) => ({ ...other, deferred: false })).filter(asksToo);
      const rivals = others.map((other) => ({ ...other, deferred: false })).filter(asksToo).length;
      const holding = inside.filter(asksToo);
      const next = first.toSorted(compareCandidates).slice(0, NAMED);
      const reason = reasonOf(block, holderNames(holding, candidate, context));
      const line = { position: first.length + 1, of: rivals + 1, ahead: holderNames(next, candidate, context) };
      const asData = { held_by: placesOf(holding.slice(0, NAMED), context), goes_first: placesOf(next, context) };
      return { ...reason, details: { ...reason.details, ...line, ...asData, holder_count: holding.length } };
    });
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
  const { kind, name, limit, used, asks } = block;
  const held = holders.length === 0 ? "" : `; it is held by ${someOf(holders)}`;
  const details = { name, limit: limit === Number.POSITIVE_INFINITY ? -1 : limit, used, asks, holders };
  return { code: kind, text: `${textOf(block)}${held}`, remedy: remedyOf(block), details };
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
