/** What ran when, over all DAGs, and what is planned. Beside Airflow's API. */
import { DAY, type Micros } from "@momiji/core";
import type { DagListFilter, DagMark, RunListFilter } from "@momiji/store";
import type { ApiDeps } from "../api-deps.ts";
import { ApiError } from "../errors.ts";
import { presentInstant } from "../present.ts";
import { type Call, route, type Route } from "../route.ts";
import { keepable } from "../views/etag.ts";
import { NextRuns } from "../views/next-runs.ts";
import { addInstances, addRuns, Lanes, type Window } from "../views/timeline.ts";

/** Runs that are shown; of them the newest. */
const MOST_RUNS = 5_000;

/** Runs whose task instances are looked at. */
const MOST_LOADED = 500;

const MOST_PLANNED = 2_000;

/** A window that is wider is told to be. */
const WIDEST: Micros = 31 * DAY;

/** A run that began earlier than that before the window is not looked for. */
const LONGEST_RUN: Micros = 7 * DAY;

export function timelineRoutes(deps: ApiDeps): readonly Route[] {
  const { store, clock, graphs } = deps;
  const nextRuns = new NextRuns(store);
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/timeline",
      operationId: "get_timeline",
      access: { dag: "run", may: "read" },
      schemas: async () => (await import("../schemas/overviews.ts")).timeline,
      handle: async (call) => {
        const { from, to, lane, dag_id_pattern: pattern, tags } = call.query;
        if (to <= from || to - from > WIDEST) throw new ApiError("invalid", [WIDTH], ["query", "to"]);
        const filter: DagListFilter = {
          ...(pattern === undefined ? {} : { dagId: { pattern } }),
          ...(tags === undefined ? {} : { tags: { names: tags, match: "any" } }),
        };
        const marks = await store.listDagMarks({ filter, scope: call.dags });
        const dagIds = pattern === undefined && tags === undefined ? undefined : marks.map(({ dagId }) => dagId);
        const lanes = new Lanes({ from, to });
        const most = lane === "dag" ? MOST_RUNS : MOST_LOADED;
        const { rows, truncated } = await runsWithin(deps, call, { from, to, dagIds, most });
        if (lane === "dag") {
          addRuns(lanes, rows);
          await addPlanned(nextRuns, lanes, { marks, from, to, now: clock.now() });
        } else {
          const keys = call.scope("task_instance", "read").roles?.length === 0 ? [] : rows.map(({ runKey }) => runKey);
          await addInstances(lanes, await store.loadRuns(keys), { by: lane, graphs });
        }
        return keepable(call, { from: presentInstant(from), to: presentInstant(to), ...lanes.present(), truncated });
      },
    }),
  ];
}

const WIDTH = "must lie after `from`, at most 31 days";

interface Wanted extends Window {
  readonly dagIds: readonly string[] | undefined;
  readonly most: number;
}

/** Those that had begun and not ended at some moment of the window: the newest, if there are more than fit. */
async function runsWithin({ store }: ApiDeps, { dags: scope }: Pick<Call, "dags">, { from, to, dagIds, most }: Wanted) {
  const of = dagIds === undefined ? {} : { dagIds };
  const page = { order: [{ by: "run_after", descending: true }] as const, limit: most };
  const list = (filter: RunListFilter) => store.listRunsPage({ filter: { ...of, ...filter }, page, scope });
  const near = { gte: from - LONGEST_RUN, lt: to };
  const ended = await list({ runAfter: near, startDate: { lt: to }, endDate: { gte: from } });
  const active = await list({ states: ["running"], startDate: { lt: to } });
  const rows = [...active.rows, ...ended.rows];
  return { rows: rows.slice(0, most), truncated: ended.total + active.total > most };
}

async function addPlanned(
  nextRuns: NextRuns,
  lanes: Lanes,
  { marks, from, to, now }: Window & { readonly marks: readonly DagMark[]; readonly now: Micros },
): Promise<void> {
  if (to <= now) return;
  const on = marks.filter(({ isPaused }) => !isPaused);
  let left = MOST_PLANNED;
  for (const [dagId, moments] of await nextRuns.until(on, { now, to, most: MOST_OF_ONE })) {
    for (const at of moments) if (at >= from && at >= now && left-- > 0) lanes.plan(dagId, at);
    if (left <= 0) return;
  }
}

/** Planned runs of one DAG. */
const MOST_OF_ONE = 100;
