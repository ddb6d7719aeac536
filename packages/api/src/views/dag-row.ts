/** One DAG as a row of the list: Airflow's answer about it, and what people look for beside it. */
import { createTimetable, maxActiveRuns, type Micros, parseInstant } from "@momiji/core";
import type { DagOverview, DagRecord, FacetCount, RecentRun } from "@momiji/store";
import { RUN_LETTERS } from "../live/live-event.ts";
import { presentInstant } from "../present.ts";
import { presentDag } from "../present-dag.ts";
import { whyNoNextRun } from "./why-no-next-run.ts";

export interface RowInput {
  readonly overview: DagOverview;
  readonly isFavorite: boolean;
  readonly now: Micros;
}

export function presentDagRow(dag: DagRecord, { overview, isFavorite, now }: RowInput) {
  const whole = presentDag(dag, now);
  const { queued, running, succeeded, failed, recent } = overview;
  const max = maxActiveRuns(dag.spec, createTimetable(dag.spec.schedule, { startDate: null }));
  const limit = Number.isFinite(max) ? max : null;
  const at = whole.next_dagrun_run_after;
  const next = at === null ? null : parseInstant(at);
  const [newest] = recent;
  return {
    ...whole,
    is_favorite: isFavorite,
    recent: recent.map((run) => [run.runId, RUN_LETTERS[run.state], durationOf(run)] as const),
    active: { running, queued, limit },
    successRate: succeeded + failed === 0 ? null : succeeded / (succeeded + failed),
    ended: { success: succeeded, failed },
    lastRun: newest === undefined ? null : presentLastRun(newest),
    next: {
      runAfter: at,
      interval: at === null ? null : [whole.next_dagrun_data_interval_start, whole.next_dagrun_data_interval_end],
      logicalDate: whole.next_dagrun_logical_date,
      why: whyNoNextRun(dag, { next, active: overview, limit, now }),
    },
  };
}

/** In milliseconds; null: it has not ended, or never begun. */
function durationOf({ startDate, endDate }: RecentRun): number | null {
  return startDate === null || endDate === null ? null : Math.round((endDate - startDate) / 1000);
}

function presentLastRun(run: RecentRun) {
  return {
    runId: run.runId,
    state: run.state,
    type: run.runType,
    runAfter: presentInstant(run.runAfter),
    start: presentInstant(run.startDate),
    end: presentInstant(run.endDate),
    durationMs: durationOf(run),
    version: run.dagVersion,
  };
}

/** Values of one facet that are told, those of most DAGs first. */
const MOST_VALUES = 200;

const NAMES = {
  tag: "tags",
  owner: "owners",
  state: "states",
  paused: "paused",
  folder: "folders",
  import_error: "importError",
  needs_review: "needsReview",
  favorite: "favorite",
} as const satisfies { readonly [facet in FacetCount["facet"]]: string };

/** By the name of a facet, the count of each value; `truncated`: of which there are more values than these. */
export function presentFacets(counts: readonly FacetCount[]) {
  const by = Map.groupBy(counts, ({ facet }) => facet);
  const entries = Object.entries(NAMES) as [FacetCount["facet"], (typeof NAMES)[FacetCount["facet"]]][];
  const facets = entries.map(([facet, name]) => {
    const most = (by.get(facet) ?? []).slice(0, MOST_VALUES);
    return [name, Object.fromEntries(most.map(({ value, count }) => [value, count]))] as const;
  });
  return {
    ...Object.fromEntries(facets),
    truncated: entries.filter(([facet]) => (by.get(facet)?.length ?? 0) > MOST_VALUES).map(([, name]) => name),
  };
}
