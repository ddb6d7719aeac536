/** Bugs on purpose: each breaks one promise of the engine, and the audit must see it. */
import type { Json } from "@momiji/core";
import type { CommitBatch, PoolRecord, RunCommit, Store } from "@momiji/store";
import type { Leader } from "./leader.ts";

export const PLANTED_BUGS = [
  "outcome-forgotten",
  "success-denied",
  "pool-ignored",
  "update-dropped",
  "history-dropped",
  "revision-ignored",
  "rest-ignored",
  "value-forged",
  "fence-ignored",
  "asset-event-dropped",
  "backfill-unlimited",
  "callback-dropped",
  "answer-forged",
  "alias-forgotten",
  "deadline-dropped",
] as const;

export type PlantedBug = (typeof PLANTED_BUGS)[number];

/** A commit on its way to the store. */
export type Tamper = (batch: CommitBatch, around: Around) => CommitBatch | Promise<CommitBatch>;

interface Around {
  readonly store: Store;
  readonly leader: Leader;
}

export function tamperWith(bug: PlantedBug | undefined): Tamper {
  switch (bug) {
    case "update-dropped":
      return everyNth(7, ({ update = [], ...commit }) => ({ ...commit, update: update.slice(1) }));
    case "history-dropped":
      return everyNth(1, ({ history: _history, ...commit }) => commit);
    case "revision-ignored":
      return withRevisionsOfStore;
    case "rest-ignored":
      return everyNth(1, ({ restsOnOthers: _rests, ...commit }) => commit);
    case "value-forged":
      return everyNth(3, ({ xcoms = [], ...commit }) => ({ ...commit, xcoms: xcoms.map(forged) }));
    case "asset-event-dropped":
      return everyNth(2, ({ assetEvents: _events, ...commit }) => commit);
    case "callback-dropped":
      return everyNth(2, ({ callbacks: _callbacks, ...commit }) => commit);
    case "alias-forgotten":
      return everyNth(1, ({ assetEvents = [], ...commit }) => ({ ...commit, assetEvents: assetEvents.map(unaliased) }));
    case "deadline-dropped":
      return everyNth(2, ({ deadlines: _deadlines, ...commit }) => commit);
    case "answer-forged":
      return everyNth(1, ({ xcoms = [], ...commit }) => ({ ...commit, xcoms: xcoms.map(unanswered) }));
    case "fence-ignored":
      return (batch, { leader }) => ({ ...batch, ...leader });
    default:
      return (batch) => batch;
  }
}

/** What the scheduler is told of the pools; the audit knows the truth. */
export function poolsAsTold(bug: PlantedBug | undefined, pools: readonly PoolRecord[]): PoolRecord[] {
  return pools.map((pool) => (bug === "pool-ignored" ? { ...pool, slots: pool.slots + 2 } : pool));
}

/** What the store is told of a backfill; the audit knows what was asked for. */
export function backfillAsTold<Limited extends { readonly maxActiveRuns: number }>(
  bug: PlantedBug | undefined,
  backfill: Limited,
): Limited {
  return bug === "backfill-unlimited" ? { ...backfill, maxActiveRuns: backfill.maxActiveRuns + 2 } : backfill;
}

function everyNth(nth: number, change: (commit: RunCommit) => RunCommit): Tamper {
  let count = 0;
  return (batch) => (++count % nth === 0 ? { ...batch, runs: batch.runs.map(change) } : batch);
}

type XComsOfInstance = NonNullable<RunCommit["xcoms"]>[number];

/** The elements of a list as if another attempt had returned them. */
function forged({ xcoms, ...instance }: XComsOfInstance): XComsOfInstance {
  return {
    ...instance,
    xcoms: xcoms.map(({ key, value }) => ({
      key,
      value: Array.isArray(value) ? value.map(() => "attempt-0#0") : value,
    })),
  };
}

type AssetEventsOfInstance = NonNullable<RunCommit["assetEvents"]>[number];

/** As if what came through an alias had come by itself. */
function unaliased({ events, ...instance }: AssetEventsOfInstance): AssetEventsOfInstance {
  return { ...instance, events: events.map((event) => ({ ...event, aliases: [] })) };
}

/** As if nobody had chosen anything. */
function unanswered({ xcoms, ...instance }: XComsOfInstance): XComsOfInstance {
  const isAnswer = (value: Json) => typeof value === "object" && value !== null && "chosen_options" in value;
  return {
    ...instance,
    xcoms: xcoms.map(({ key, value }) => ({ key, value: isAnswer(value) ? { chosen_options: [] } : value })),
  };
}

/** As if whatever stands in the store were what was decided upon. */
async function withRevisionsOfStore(batch: CommitBatch, { store }: Around): Promise<CommitBatch> {
  const loaded = await store.loadRuns(batch.runs.map(({ runKey }) => runKey));
  const revisions = new Map(loaded.map(({ run }) => [run.runKey, run.revision]));
  const runs = batch.runs.map((commit) => ({
    ...commit,
    expectRevision: revisions.get(commit.runKey) ?? commit.expectRevision,
  }));
  return { ...batch, runs };
}
