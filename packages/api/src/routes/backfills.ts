/** Backfills: create, list, look, hold, let go, cancel; and a dry run that says what becomes of each date. */
import type { BackfillDate } from "@momiji/core";
import type { BackfillDateRecord, BackfillRecord } from "@momiji/store";
import type { FastifyInstance } from "fastify";
import type { ActDeps } from "../act-on-runs.ts";
import { cancelBackfill, createBackfill, holdBackfill, knownBackfill, planDates } from "../backfills.ts";
import { ownerOf } from "../owner.ts";
import { presentInstant } from "../present.ts";

interface OnePath {
  Params: { backfill_id: string };
}

interface ListPath {
  Querystring: { dag_id?: string; active?: string; limit?: string; offset?: string };
}

const PATH = "/api/v2/backfills";
const DEFAULT_LIMIT = 50;

export function backfillRoutes(server: FastifyInstance, deps: ActDeps): void {
  server.get<ListPath>(PATH, async ({ query }) => {
    const found = await deps.store.listBackfills({
      ...(query.dag_id === undefined ? {} : { dagIds: [query.dag_id] }),
      ...(query.active === "true" ? { openOnly: true } : {}),
    });
    const offset = Number(query.offset ?? 0) || 0;
    const page = found.slice(offset, offset + (Number(query.limit ?? DEFAULT_LIMIT) || DEFAULT_LIMIT));
    return { backfills: page.map(presentBackfill), total_entries: found.length };
  });

  server.get<OnePath>(`${PATH}/:backfill_id`, async ({ params }) => {
    const backfill = await knownBackfill(deps, Number(params.backfill_id));
    const dates = await deps.store.listBackfillDates(backfill.id);
    return { ...presentBackfill(backfill), progress: progressOf(dates), dates: dates.map(presentDate) };
  });

  server.post(PATH, async (asked) => {
    const { readBackfill } = await import("../act-bodies.ts");
    return presentBackfill(await createBackfill(deps, readBackfill(asked.body), ownerOf(asked)));
  });

  server.post(`${PATH}/dry_run`, async ({ body }) => {
    const { readBackfill } = await import("../act-bodies.ts");
    const dates = await planDates(deps, readBackfill(body));
    const runs = dates.filter(({ action }) => action.kind !== "skip");
    return {
      backfills: runs.map(presentPlanned),
      total_entries: runs.length,
      skipped: dates.filter(({ action }) => action.kind === "skip").map(presentPlanned),
    };
  });

  switches(server, deps);
}

function switches(server: FastifyInstance, deps: ActDeps): void {
  for (const [name, isPaused] of [
    ["pause", true],
    ["unpause", false],
  ] as const) {
    server.put<OnePath>(`${PATH}/:backfill_id/${name}`, async (asked) => {
      const id = Number(asked.params.backfill_id);
      return presentBackfill(await holdBackfill(deps, { id, isPaused }, ownerOf(asked)));
    });
  }

  server.put<OnePath>(`${PATH}/:backfill_id/cancel`, async (asked) =>
    presentBackfill(await cancelBackfill(deps, Number(asked.params.backfill_id), ownerOf(asked))),
  );
}

function presentBackfill(backfill: BackfillRecord) {
  return {
    id: backfill.id,
    dag_id: backfill.dagId,
    from_date: presentInstant(backfill.from),
    to_date: presentInstant(backfill.to),
    dag_run_conf: backfill.conf,
    is_paused: backfill.isPaused,
    reprocess_behavior: backfill.reprocessBehavior,
    max_active_runs: backfill.maxActiveRuns,
    run_backwards: backfill.runBackwards,
    created_at: presentInstant(backfill.createdAt),
    completed_at: presentInstant(backfill.completedAt),
    updated_at: presentInstant(backfill.updatedAt),
    dag_display_name: backfill.dagId,
  };
}

function presentDate({ ordinal, logicalDate, runId, state, noRunReason }: BackfillDateRecord) {
  return {
    ordinal,
    logical_date: presentInstant(logicalDate),
    dag_run_id: runId,
    state,
    exception_reason: noRunReason,
  };
}

/** Airflow's fields, and what would happen. */
function presentPlanned({ logicalDate, action }: BackfillDate) {
  return {
    logical_date: presentInstant(logicalDate),
    partition_key: null,
    partition_date: null,
    action: action.kind,
    dag_run_id: action.run.runId,
    ...(action.kind === "skip" ? { exception_reason: action.reason } : {}),
  };
}

/** How many dates stand where. */
function progressOf(dates: readonly BackfillDateRecord[]): { readonly [what: string]: number } {
  const counts = { total: dates.length, queued: 0, running: 0, success: 0, failed: 0, skipped: 0, deleted: 0 };
  for (const { state, noRunReason } of dates) counts[state ?? (noRunReason === null ? "deleted" : "skipped")]++;
  return counts;
}
