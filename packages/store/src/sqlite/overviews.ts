/** What lists of DAGs tell beside the DAGs: see `overview-store.ts`. */
import type { Micros, RunState, RunType, TaskState } from "@momiji/core";
import type {
  DagMark,
  DagOverview,
  EndedRuns,
  FacetCount,
  InstanceMark,
  OverviewStore,
  RecentRun,
  RunProgress,
} from "../overview-store.ts";
import { endedQuery, facetQueries, markQuery, overviewQueries } from "../queries/lists/overviews.ts";
import type { Connection } from "./connection.ts";
import { SQLITE } from "./dialect.ts";
import { INSTANCE } from "./statements.ts";

interface RecentRow {
  readonly dag_id: string;
  readonly run_id: string;
  readonly run_type: RunType;
  readonly state: RunState;
  readonly run_after: Micros;
  readonly start_date: Micros | null;
  readonly end_date: Micros | null;
  readonly dag_version: number;
}

interface CountRow {
  readonly dag_id: string;
  readonly state: RunState;
  readonly found: number;
}

export function loadOverviews(
  db: Connection,
  request: Parameters<OverviewStore["loadOverviews"]>[0],
): readonly DagOverview[] {
  const { recent, ended, active } = overviewQueries(request, SQLITE);
  const found = db.read(() => ({
    recent: Map.groupBy(db.all<RecentRow>(recent.text, ...recent.values).map(recentFromRow), ({ dagId }) => dagId),
    ended: counts(db.all<CountRow>(ended.text, ...ended.values)),
    active: counts(db.all<CountRow>(active.text, ...active.values)),
  }));
  return request.dagIds.map((dagId) => ({
    dagId,
    recent: found.recent.get(dagId) ?? [],
    queued: found.active.get(`queued ${dagId}`) ?? 0,
    running: found.active.get(`running ${dagId}`) ?? 0,
    succeeded: found.ended.get(`success ${dagId}`) ?? 0,
    failed: found.ended.get(`failed ${dagId}`) ?? 0,
  }));
}

function counts(rows: readonly CountRow[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ dag_id: dagId, state, found }) => [`${state} ${dagId}`, found]));
}

function recentFromRow(row: RecentRow): RecentRun {
  return {
    dagId: row.dag_id,
    runId: row.run_id,
    runType: row.run_type,
    state: row.state,
    runAfter: row.run_after,
    startDate: row.start_date,
    endDate: row.end_date,
    dagVersion: row.dag_version,
  };
}

interface MarkRow {
  readonly dag_id: string;
  readonly version: number;
  readonly is_paused: number;
  readonly last_interval_start: Micros | null;
  readonly last_interval_end: Micros | null;
}

export function listDagMarks(
  db: Connection,
  request: Parameters<OverviewStore["listDagMarks"]>[0],
): readonly DagMark[] {
  const { text, values } = markQuery(request, SQLITE);
  return db.all<MarkRow>(text, ...values).map((row) => {
    const { last_interval_start: start, last_interval_end: end } = row;
    const lastInterval = start === null || end === null ? null : { start, end };
    return { dagId: row.dag_id, version: row.version, isPaused: row.is_paused === 1, lastInterval };
  });
}

type InstanceMarkRow = readonly [
  taskId: string,
  mapIndex: number,
  state: TaskState,
  tryNumber: number,
  startDate: Micros | null,
  endDate: Micros | null,
];

export function listInstanceMarks(db: Connection, runKey: number): readonly InstanceMark[] {
  return db
    .arrays<InstanceMarkRow>(INSTANCE.selectMarks, runKey)
    .map(([taskId, mapIndex, state, tryNumber, startDate, endDate]) => ({
      taskId,
      mapIndex,
      state,
      tryNumber,
      startDate,
      endDate,
    }));
}

export function countProgress(db: Connection, runKeys: readonly number[]): readonly RunProgress[] {
  const rows = db.all<{ run_key: number; total: number; done: number }>(
    INSTANCE.countProgress,
    JSON.stringify(runKeys),
  );
  return rows.map(({ run_key: runKey, total: all, done }) => ({ runKey, done, all }));
}

export function countEndedRuns(
  db: Connection,
  request: Parameters<OverviewStore["countEndedRuns"]>[0],
): readonly EndedRuns[] {
  const { text, values } = endedQuery(request);
  const rows = db.all<{ hour: Micros; state: RunState; found: number }>(text, ...values);
  return rows.map(({ hour, state, found: count }) => ({ hour, state, count }));
}

const OWN = ["state", "paused", "folder", "import_error", "needs_review", "favorite"] as const;

type OwnRow = { readonly [facet in (typeof OWN)[number]]: string } & { readonly found: number };

export function countFacets(
  db: Connection,
  request: Parameters<OverviewStore["countFacets"]>[0],
): readonly FacetCount[] {
  const { own, labels } = facetQueries(request, SQLITE);
  const found = db.read(() => ({
    own: db.all<OwnRow>(own.text, ...own.values),
    labels: db.all<{ facet: "tag" | "owner"; value: string; found: number }>(labels.text, ...labels.values),
  }));
  const counted = OWN.flatMap((facet) =>
    [...Map.groupBy(found.own, (row) => row[facet])].map(([value, rows]) => ({
      facet,
      value,
      count: rows.reduce((sum, row) => sum + row.found, 0),
    })),
  );
  const labelled = found.labels.map(({ facet, value, found: count }) => ({ facet, value, count }));
  return [...labelled, ...counted].toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
