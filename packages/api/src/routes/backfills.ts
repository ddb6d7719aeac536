/** Backfills: create, list, look, hold, let go, cancel; and a dry run that says what becomes of each date. */
import type { BackfillDate } from "@momiji/core";
import type { BackfillDateRecord, BackfillRecord } from "@momiji/store";
import type { ActDeps } from "../act-on-runs.ts";
import { cancelBackfill, createBackfill, holdBackfill, knownBackfill, limitBackfill, planDates } from "../backfills.ts";
import { inOrder } from "../paging.ts";
import { backfillPreview } from "../preview/dag-preview.ts";
import { expectationOf, requireExpected } from "../preview/expectation.ts";
import { presentInstant } from "../present.ts";
import { type Call, route, type Route } from "../route.ts";

const PATH = "/api/v2/backfills";

export function backfillRoutes(deps: ActDeps): readonly Route[] {
  return [...reads(deps), ...plans(deps), ...switches(deps)];
}

function reads(deps: ActDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: PATH,
      operationId: "list_backfills",
      schemas: async () => (await import("../schemas/backfills.ts")).list,
      access: { thing: "backfills", may: "read" },
      handle: async ({ query, dags: scope }) => {
        const { dag_id: dagId, active, limit, offset, order_by: order } = query;
        const found = await deps.store.listBackfills({
          scope,
          ...(dagId === undefined ? {} : { dagIds: [dagId] }),
          ...(active === true ? { openOnly: true } : {}),
        });
        const page = inOrder(found, order, { id: ({ id }) => id }).slice(offset, offset + limit);
        return { backfills: page.map(presentBackfill), total_entries: found.length };
      },
    }),

    route({
      method: "GET",
      path: `${PATH}/{backfill_id}`,
      operationId: "get_backfill",
      schemas: async () => (await import("../schemas/backfills.ts")).details,
      access: { thing: "backfills", may: "read" },
      handle: async ({ params, requireDag }) => {
        const backfill = await knownBackfill(deps, params.backfill_id);
        await requireDag(backfill.dagId, "run", "read");
        const dates = await deps.store.listBackfillDates(backfill.id);
        return { ...presentBackfill(backfill), progress: progressOf(dates), dates: dates.map(presentDate) };
      },
    }),
  ];
}

function plans(deps: ActDeps): readonly Route[] {
  return [
    route({
      method: "POST",
      path: PATH,
      operationId: "create_backfill",
      schemas: async () => (await import("../schemas/backfills.ts")).create,
      access: { thing: "backfills", may: "create" },
      handle: async (asked) => {
        const { readBackfill } = await import("../act-bodies.ts");
        const body = readBackfill(asked.body);
        await asked.requireDag(body.dagId, "run", "create");
        const { expects } = expectationOf(asked.headers);
        if (expects !== undefined) requireExpected(expects, await backfillPreview(deps, body));
        return presentBackfill(await createBackfill(deps, body, asked));
      },
    }),

    route({
      method: "POST",
      path: `${PATH}/dry_run`,
      operationId: "create_backfill_dry_run",
      schemas: async () => (await import("../schemas/backfills.ts")).plan,
      access: { thing: "backfills", may: "create" },
      handle: async ({ body, requireDag }) => {
        const { readBackfill } = await import("../act-bodies.ts");
        const asked = readBackfill(body);
        await requireDag(asked.dagId, "run", "create");
        const dates = await planDates(deps, asked);
        const runs = dates.filter(({ action }) => action.kind !== "skip");
        return {
          backfills: runs.map(presentPlanned),
          total_entries: runs.length,
          skipped: dates.filter(({ action }) => action.kind === "skip").map(presentPlanned),
        };
      },
    }),
  ];
}

function switches(deps: ActDeps): readonly Route[] {
  const holds = (
    [
      ["pause", true],
      ["unpause", false],
    ] as const
  ).map(([name, isPaused]) =>
    route({
      method: "PUT",
      path: `${PATH}/{backfill_id}/${name}`,
      operationId: `${name}_backfill`,
      schemas: async () => (await import("../schemas/backfills.ts")).one,
      access: { thing: "backfills", may: "edit" },
      handle: async (asked) => {
        const id = await ownBackfill(deps, asked);
        return presentBackfill(await holdBackfill(deps, { id, isPaused }, asked));
      },
    }),
  );
  const cancel = route({
    method: "PUT",
    path: `${PATH}/{backfill_id}/cancel`,
    operationId: "cancel_backfill",
    schemas: async () => (await import("../schemas/backfills.ts")).one,
    access: { thing: "backfills", may: "edit" },
    handle: async (asked) => presentBackfill(await cancelBackfill(deps, await ownBackfill(deps, asked), asked)),
  });
  // Beside Airflow's paths: it cannot change a backfill that is under way.
  const limit = route({
    method: "PATCH",
    path: "/api/momiji/v1/backfills/{backfill_id}",
    operationId: "patch_backfill",
    schemas: async () => (await import("../schemas/backfills.ts")).limit,
    access: { thing: "backfills", may: "edit" },
    handle: async (asked) => {
      const id = await ownBackfill(deps, asked);
      return presentBackfill(await limitBackfill(deps, { id, maxActiveRuns: asked.body.max_active_runs }, asked));
    },
  });
  return [...holds, cancel, limit];
}

/** The backfill of the path, if its DAG may be changed. */
async function ownBackfill(
  deps: ActDeps,
  { params, requireDag }: Pick<Call<{ readonly backfill_id: number }>, "params" | "requireDag">,
): Promise<number> {
  const { id, dagId } = await knownBackfill(deps, params.backfill_id);
  await requireDag(dagId, "run", "edit");
  return id;
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
