/** Backfills as people ask for them: planned by the same decision for a dry run and for good. */
import {
  abandonRun,
  type BackfillDate,
  type BackfillRefusal,
  clearRun,
  createTimetable,
  type NewestVersion,
  parseInstant,
  planBackfill,
} from "@momiji/core";
import { allDags, type BackfillRecord, type DagRecord, type EventLogEntry, type NewBackfillDate } from "@momiji/store";
import { type Author, audit } from "./access/audit.ts";
import type { BackfillBody } from "./act-bodies.ts";
import type { ActDeps } from "./act-on-runs.ts";
import { ApiError, type ApiErrorCode } from "./errors.ts";
import { problemOfParams } from "./params.ts";
import { knownDag } from "./trigger.ts";

/** More runs than fit into one range of dates. */
const EVERY_RUN = 1_000_000;

/** How often a backfill is planned anew because runs changed meanwhile. */
const ATTEMPTS = 20;

/** Those that have words of their own. */
const REFUSALS: { readonly [code in BackfillRefusal]?: ApiErrorCode } = {
  backwards_with_past: "backfill_backwards",
  reprocess_with_past: "backfill_skips_past",
};

/** What becomes of each date. @throws ApiError `dag_not_found`, `backfill_refused`, and those of `REFUSALS` */
export async function planDates({ store, clock }: ActDeps, body: BackfillBody): Promise<readonly BackfillDate[]> {
  const dag = await knownDag(store, body.dagId);
  const problem = body.conf === null ? null : await problemOfParams(dag.spec, body.conf);
  if (problem !== null) throw new ApiError("backfill_refused", [problem]);
  const { spec, version } = dag;
  const startDate = spec.startDate === undefined ? null : parseInstant(spec.startDate);
  const timetable = createTimetable(spec.schedule, { startDate });
  const range = { dagId: body.dagId, logicalFrom: body.from, logicalTo: body.to, limit: EVERY_RUN };
  const existing = body.from > body.to ? [] : await store.listRuns(range);
  const plan = planBackfill({ spec, dagVersion: version, timetable, existing }, body, clock.now());
  if (!plan.ok) throw new ApiError(REFUSALS[plan.code] ?? "backfill_refused", [plan.message]);
  return plan.dates;
}

/** @throws ApiError as `planDates`, and `backfill_open` */
export async function createBackfill(deps: ActDeps, body: BackfillBody, by: Author): Promise<BackfillRecord> {
  const { store, clock } = deps;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const dag = await knownDag(store, body.dagId);
    const dates = await newDates(deps, { dag, body }, await planDates(deps, body));
    const { onNewest: _newest, only: _only, exclude: _exclude, ...wanted } = body;
    const answer = await store.createBackfill({ ...wanted, triggeredBy: by.principal.name }, dates, {
      now: clock.now(),
      events: [{ ...audit("create_backfill", by, extraOf(body)), dagId: body.dagId }],
    });
    if (answer.created) return answer.backfill;
    if (answer.conflict === "open_backfill") throw new ApiError("backfill_open", [body.dagId]);
  }
  throw new ApiError("too_busy");
}

/** Runs that have not begun fail; what runs goes on. @throws ApiError `backfill_not_found`, `backfill_completed` */
export async function cancelBackfill(deps: ActDeps, id: number, by: Author): Promise<BackfillRecord> {
  const { store, clock, graphs } = deps;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const backfill = await openBackfill(deps, id);
    const queued = await store.listRuns({ backfillId: id, states: ["queued"], limit: EVERY_RUN });
    const loaded = await store.loadRuns(queued.map(({ runKey }) => runKey));
    const now = clock.now();
    const runs = [];
    for (const { run, instances } of loaded.filter((each) => each.run.state === "queued")) {
      const view = { graph: await graphs.of(run.dagId, run.dagVersion), run, instances, previous: null };
      const { changes } = abandonRun(view, `backfill ${id} was cancelled`, now);
      runs.push({ runKey: run.runKey, expectRevision: run.revision, changes });
    }
    const backfills = [{ id, isPaused: true, isCompleted: true }];
    const result = await store.act({ now, runs, backfills, events: [eventOn(backfill, "cancel_backfill", by)] });
    if (result.applied) return knownBackfill(deps, id);
  }
  throw new ApiError("too_busy");
}

/** @throws ApiError `backfill_not_found`, `backfill_completed` */
export async function holdBackfill(
  deps: ActDeps,
  { id, isPaused }: { readonly id: number; readonly isPaused: boolean },
  by: Author,
): Promise<BackfillRecord> {
  const backfill = await openBackfill(deps, id);
  const event = eventOn(backfill, isPaused ? "pause_backfill" : "unpause_backfill", by);
  await deps.store.act({ now: deps.clock.now(), backfills: [{ id, isPaused, isCompleted: false }], events: [event] });
  return knownBackfill(deps, id);
}

/** @throws ApiError `backfill_not_found`, `backfill_completed` */
export async function limitBackfill(
  deps: ActDeps,
  { id, maxActiveRuns }: { readonly id: number; readonly maxActiveRuns: number },
  by: Author,
): Promise<BackfillRecord> {
  const backfill = await openBackfill(deps, id);
  const { isPaused } = backfill;
  const extra = { backfill_id: id, max_active_runs: maxActiveRuns };
  const event = { ...audit("limit_backfill", by, extra), dagId: backfill.dagId };
  const backfills = [{ id, isPaused, isCompleted: false, maxActiveRuns }];
  await deps.store.act({ now: deps.clock.now(), backfills, events: [event] });
  return knownBackfill(deps, id);
}

/** @throws ApiError `backfill_not_found` */
export async function knownBackfill({ store }: ActDeps, id: number): Promise<BackfillRecord> {
  // Whose it is says the answer: whoever asks is checked against its DAG.
  const [backfill] = Number.isInteger(id) ? await store.listBackfills({ scope: allDags, ids: [id] }) : [];
  if (backfill === undefined) throw new ApiError("backfill_not_found");
  return backfill;
}

async function openBackfill(deps: ActDeps, id: number): Promise<BackfillRecord> {
  const backfill = await knownBackfill(deps, id);
  if (backfill.completedAt !== null) throw new ApiError("backfill_completed");
  return backfill;
}

async function newDates(
  deps: ActDeps,
  { dag, body }: { readonly dag: DagRecord; readonly body: BackfillBody },
  dates: readonly BackfillDate[],
): Promise<readonly NewBackfillDate[]> {
  const newest = body.onNewest ? { version: dag.version, graph: await deps.graphs.current(dag) } : null;
  const made: NewBackfillDate[] = [];
  for (const { ordinal, logicalDate, action } of dates) {
    if (action.kind !== "reprocess") made.push({ ordinal, logicalDate, action });
    else made.push({ ordinal, logicalDate, action: await reprocessed(deps, action.run.runKey, newest) });
  }
  return made;
}

/** The run as it is cleared; one that is gone by now is found to be stale. */
async function reprocessed(
  deps: ActDeps,
  runKey: number,
  newest: NewestVersion | null,
): Promise<NewBackfillDate["action"]> {
  const [found] = await deps.store.loadRuns([runKey]);
  if (found === undefined) return { kind: "skip", reason: "in flight" };
  const { run, instances } = found;
  const view = { graph: await deps.graphs.of(run.dagId, run.dagVersion), run, instances, previous: null };
  const whole = { upstream: false, downstream: false, onlyFailed: false, onlyRunning: false, resetDagRuns: true };
  const { changes } = clearRun(view, { ...whole, newest }, deps.clock.now());
  return { kind: "reprocess", act: { runKey, expectRevision: run.revision, changes } };
}

function eventOn({ id, dagId }: BackfillRecord, event: string, by: Author): EventLogEntry {
  return { ...audit(event, by, { backfill_id: id }), dagId };
}

function extraOf({ from, to, reprocessBehavior, maxActiveRuns, runBackwards }: BackfillBody) {
  return {
    from_date: from,
    to_date: to,
    reprocess_behavior: reprocessBehavior,
    max_active_runs: maxActiveRuns,
    run_backwards: runBackwards,
  };
}
