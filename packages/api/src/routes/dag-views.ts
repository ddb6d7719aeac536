/** What the user interface shows of a DAG: its grid, its calendar, and what its schedule will do. Beside Airflow's API. */
import { setImmediate as letOthersIn } from "node:timers/promises";
import {
  createTimetable,
  type DagRun,
  type DagSpec,
  type Micros,
  parseInstant,
  TimetableInvalid,
  upcomingRuns,
} from "@momiji/core";
import type { DagRecord, Place } from "@momiji/store";
import type { ActDeps } from "../act-on-runs.ts";
import { ApiError } from "../errors.ts";
import { cursorText } from "../live/event-hub.ts";
import { presentInstant } from "../present.ts";
import { route, type Route } from "../route.ts";
import { calendarCells, type CountedRun } from "../views/calendar.ts";
import { fingerprint, keepable } from "../views/etag.ts";
import { type CellTimes, cellTimes, type GridColumn, gridColumn } from "../views/grid-cells.ts";
import { type GridRow, gridRows, type ShownVersion } from "../views/grid-rows.ts";
import { previewSchedule } from "../views/schedule-preview.ts";
import { knownDag } from "../trigger.ts";
import type { LiveDeps } from "./events.ts";

export type ViewDeps = ActDeps & LiveDeps;

const DAG = "/api/momiji/v1/dags/{dag_id}";

/** Runs that a calendar counts at most. */
const MOST_RUNS = 50_000;

/** Planned runs that a calendar looks ahead for. */
const MOST_PLANNED = 2_000;

/** Runs that the usual duration is taken from. */
const USUAL_RUNS = 20;

export function dagViewRoutes(deps: ViewDeps): readonly Route[] {
  return [gridRoute(deps), calendarRoute(deps), scheduleRoute(deps)];
}

function gridRoute(deps: ViewDeps): Route {
  const { store, hub } = deps;
  return route({
    method: "GET",
    path: `${DAG}/grid`,
    operationId: "get_grid",
    access: { dag: "task_instance", may: "read" },
    schemas: async () => (await import("../schemas/views.ts")).grid,
    handle: async (call) => {
      const { dag_id: dagId } = call.params;
      const { runs: limit, before, run_type: runTypes, state: states, times } = call.query;
      const seq = cursorText(hub.position());
      const dag = await dagOf(deps, dagId);
      const { rows: shown, next } = await store.listRunsPage({
        filter: {
          dagIds: [dagId],
          ...(runTypes === undefined ? {} : { runTypes: runTypes as never }),
          ...(states === undefined ? {} : { states: states as never }),
        },
        page: { order: [{ by: "run_after", descending: true }], limit, from: placeOf(before) },
        scope: call.dags,
      });
      const versions = await versionsOf(deps, dag, shown);
      const rows = gridRows(versions);
      const columns: Column[] = [];
      for (const run of shown) columns.push(await columnOf(deps, run, { rows, versions, withTimes: times }));
      const body = {
        structure: fingerprint(JSON.stringify(rows)),
        order: "topological",
        rows,
        runs: shown.map((run, column) => presentColumn(run, columns[column]?.missed ?? 0)),
        cells: columns.map(({ cells }) => cells),
        extra: columns.flatMap(({ extra }, run) => extra.map(([row, more]) => [run, row, more])),
        ...(times ? { times: columns.map((column) => column.times) } : {}),
        next: next === null ? null : textOfPlace(next),
      };
      return keepable(call, body, { seq });
    },
  });
}

async function dagOf({ store }: ViewDeps, dagId: string): Promise<DagRecord> {
  const [dag] = await store.listDags({ dagIds: [dagId], includeInactive: true });
  if (dag === undefined) throw new ApiError("dag_not_found", [dagId]);
  return dag;
}

type Column = GridColumn & { readonly times: CellTimes; readonly missed: number };

interface Drawn {
  readonly rows: readonly GridRow[];
  readonly versions: readonly ShownVersion[];
  readonly withTimes: boolean;
}

/** A hundred runs of a thousand tasks are a hundred thousand rows: what runs in this process has its turn between two columns. */
async function columnOf(deps: ViewDeps, run: DagRun, { rows, versions, withTimes }: Drawn): Promise<Column> {
  const { store, clock } = deps;
  await letOthersIn();
  const byTask = Map.groupBy(await store.listInstanceMarks(run.runKey), ({ taskId }) => taskId);
  return {
    ...gridColumn(rows, byTask, await store.listTaskNotes(run.runKey)),
    times: withTimes ? cellTimes(rows, byTask, { run, now: clock.now() }) : [],
    missed: await missedOf(deps, run, versions),
  };
}

/** How many deadlines the run has missed; of a version that names none nobody looks. */
async function missedOf(
  { store }: ViewDeps,
  { runKey, dagVersion }: DagRun,
  versions: readonly ShownVersion[],
): Promise<number> {
  const { deadlines = [] } = versions.find(({ version }) => version === dagVersion)?.graph.spec ?? {};
  if (deadlines.length === 0) return 0;
  return (await store.loadDeadlines(runKey)).filter(({ state }) => state === "missed").length;
}

/** The newest version and those of the runs, the newest first. */
async function versionsOf(
  { graphs }: ViewDeps,
  dag: DagRecord,
  runs: readonly DagRun[],
): Promise<readonly ShownVersion[]> {
  const numbers = new Set([dag.version, ...runs.map(({ dagVersion }) => dagVersion)]);
  return Promise.all(
    [...numbers]
      .toSorted((a, b) => b - a)
      .map(async (version) => ({ version, graph: await graphs.of(dag.dagId, version) })),
  );
}

function presentColumn(run: DagRun, missed: number) {
  return {
    id: run.runId,
    state: run.state,
    type: run.runType,
    logicalDate: presentInstant(run.logicalDate),
    interval:
      run.dataIntervalStart === null
        ? null
        : [presentInstant(run.dataIntervalStart), presentInstant(run.dataIntervalEnd)],
    runAfter: presentInstant(run.runAfter),
    queued: presentInstant(run.queuedAt),
    start: presentInstant(run.startDate),
    end: presentInstant(run.endDate),
    version: run.dagVersion,
    note: run.note !== null,
    triggeredBy: run.triggeredBy,
    ...(missed === 0 ? {} : { missed }),
  };
}

function textOfPlace({ values }: Place): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** Of a moment: before every run that was due then. @throws ApiError `invalid` */
function placeOf(text: string | undefined): Place | "start" {
  if (text === undefined || text === "") return "start";
  try {
    // No cursor begins with a digit, and every year does.
    if (/^\d/.test(text)) return { values: [parseInstant(text), 0], isBefore: false };
    const values = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown;
    const isPlace = Array.isArray(values) && values.length === 2 && values.every((each) => Number.isSafeInteger(each));
    if (isPlace) return { values: values as number[], isBefore: false };
  } catch {
    // Said below: whatever it is, no answer has given it.
  }
  throw new ApiError("invalid", ["is no moment, and no cursor that an answer has given"], ["query", "before"]);
}

function calendarRoute(deps: ViewDeps): Route {
  const { store, clock } = deps;
  return route({
    method: "GET",
    path: `${DAG}/calendar`,
    operationId: "get_calendar",
    access: { dag: "run", may: "read" },
    schemas: async () => (await import("../schemas/views.ts")).calendar,
    handle: async (call) => {
      const { from, to, unit, zone: asked } = call.query;
      const dag = await dagOf(deps, call.params.dag_id);
      const zone = asked ?? dag.spec.timezone;
      const { rows, isTotalCapped } = await store.listRunsPage({
        filter: { dagIds: [dag.dagId], runAfter: { gte: from, lt: to } },
        page: { order: [{ by: "run_after", descending: false }], limit: MOST_RUNS },
        scope: call.dags,
      });
      const counted: readonly CountedRun[] = rows.map(({ runAfter: at, state }) => ({ at, state }));
      const planned = dag.isPaused || !dag.isActive ? [] : plannedRuns(dag, { from, to, now: clock.now() });
      try {
        return keepable(call, {
          zone,
          unit,
          cells: calendarCells([...counted, ...planned], { unit, zone }),
          isTotalCapped,
        });
      } catch (error) {
        if (error instanceof RangeError) throw new ApiError("invalid", [`${zone} is no time zone`], ["query", "zone"]);
        throw error;
      }
    },
  });
}

function plannedRuns(dag: DagRecord, { from, to, now }: { from: Micros; to: Micros; now: Micros }): CountedRun[] {
  const startDate = dag.spec.startDate === undefined ? null : parseInstant(dag.spec.startDate);
  const timetable = createTimetable(dag.spec.schedule, { startDate });
  if (!timetable.canBeScheduled || to <= now) return [];
  const view = { ...dag, dagVersion: dag.version, timetable, isOff: false, unfinishedRuns: 0, catchupLimit: 0 };
  return upcomingRuns(view, now, MOST_PLANNED)
    .filter(({ runAfter }) => runAfter >= from && runAfter < to)
    .map(({ runAfter }) => ({ at: runAfter, state: "planned" as const }));
}

function scheduleRoute(deps: ViewDeps): Route {
  const { store, clock } = deps;
  return route({
    method: "POST",
    path: "/api/momiji/v1/schedule/preview",
    operationId: "preview_schedule",
    access: { dag: "dag", may: "read" },
    schemas: async () => (await import("../schemas/views.ts")).schedule,
    handle: async (call) => {
      const { dagId, count, after } = call.body;
      const more = { count, now: clock.now(), ...(after === undefined ? {} : { after }) };
      if (dagId === undefined)
        return previewed({ spec: specOf(call.body), lastInterval: null, usualMicros: null, ...more });
      await call.requireDag(dagId, "dag", "read");
      const dag = await knownDag(store, dagId);
      const usualMicros = usual(await store.listRunTimes(dagId, USUAL_RUNS));
      return previewed({ spec: dag.spec, lastInterval: dag.lastInterval, usualMicros, ...more });
    },
  });
}

/** @throws ApiError `invalid` */
function previewed(input: Parameters<typeof previewSchedule>[0]): unknown {
  try {
    return previewSchedule(input);
  } catch (error) {
    if (error instanceof TimetableInvalid || error instanceof RangeError)
      throw new ApiError("invalid", [error.message], ["body", "schedule"]);
    throw error;
  }
}

function usual(durations: readonly Micros[]): Micros | null {
  const sorted = durations.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

interface Written {
  readonly schedule?: string | null | undefined;
  readonly timezone: string;
  readonly startDate?: Micros | null | undefined;
  readonly endDate?: Micros | null | undefined;
  readonly catchup: boolean;
}

/** A schedule as people write it, with the meaning that it has in a DAG. */
function specOf({
  schedule,
  timezone,
  startDate,
  endDate,
  catchup,
}: Written): Pick<DagSpec, "schedule" | "timezone" | "startDate" | "endDate" | "catchup"> {
  const kinds: { readonly [text: string]: DagSpec["schedule"] } = {
    "@once": { kind: "once" },
    "@continuous": { kind: "continuous" },
  };
  const text = schedule ?? null;
  return {
    schedule: text === null ? { kind: "none" } : (kinds[text] ?? { kind: "cron-interval", cron: text, timezone }),
    timezone,
    catchup,
    ...(startDate == null ? {} : { startDate: presentInstant(startDate) as string }),
    ...(endDate == null ? {} : { endDate: presentInstant(endDate) as string }),
  };
}
