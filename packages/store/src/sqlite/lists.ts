/** Lists, page by page: see `list-store.ts`. */
import type { Micros } from "@momiji/core";
import type { SqlValue } from "../dialect.ts";
import {
  type Listed,
  type ListedInstance,
  type ListedXCom,
  type ListStore,
  type PageRequest,
  type Place,
  type RunListFilter,
  type RunOfInstance,
  type TaskInstanceListFilter,
  type VersionRecord,
} from "../list-store.ts";
import { dagListQueries, versionListQueries } from "../queries/lists/dag-list.ts";
import { eventLogListQueries, importErrorListQueries } from "../queries/lists/log-lists.ts";
import { dagsOfListQuery, FEW_DAGS, FEW_RUNS, runsOfDagsText } from "../queries/lists/dags-of-list.ts";
import { type PageQueries, type Walk, walkOf } from "../queries/lists/page.ts";
import { runListQueries } from "../queries/lists/run-list.ts";
import { taskInstanceListQueries, type TaskInstanceQueries } from "../queries/lists/task-instance-list.ts";
import { xcomListQueries } from "../queries/lists/xcom-list.ts";
import { dagFromRow, importErrorFromRow } from "../rows/dag-row.ts";
import { eventLogFromRow } from "../rows/event-log-row.ts";
import { runFromRow } from "../rows/run-row.ts";
import { taskInstanceFromRow, type TaskInstanceRow } from "../rows/task-instance-row.ts";
import type { Connection } from "./connection.ts";
import { instanceCountsOf } from "./instance-counts.ts";
import { orderBoundsOf } from "./order-bounds.ts";
import { SqliteAccess } from "./sqlite-access.ts";
import { SQLITE } from "./dialect.ts";

/** The part of the store that answers with pages. */
export class SqliteLists extends SqliteAccess implements ListStore {
  readonly #db: Connection;

  constructor(db: Connection) {
    super(db);
    this.#db = db;
  }

  listDagsPage: ListStore["listDagsPage"] = async (request) =>
    this.#listed(dagListQueries(request, SQLITE), { page: request.page, read: dagFromRow });

  listRunsPage: ListStore["listRunsPage"] = async (request) => {
    const narrowed = { ...request, filter: ofFewDags(this.#db, request.filter) };
    return this.#listed(runListQueries(narrowed, SQLITE), { page: request.page, read: runFromRow });
  };

  listTaskInstancesPage: ListStore["listTaskInstancesPage"] = async (request) => {
    const narrowed = { ...request, filter: ofFewDags(this.#db, request.filter) };
    const queries = taskInstanceListQueries(narrowed, SQLITE);
    if (queries.bounded !== null) await orderBoundsOf(this.#db).learn(queries.bounded);
    return this.#listed(queries, { page: request.page, read: instanceFromRow, instances: queries });
  };

  listVersionsPage: ListStore["listVersionsPage"] = async (request) =>
    this.#listed(versionListQueries(request), { page: request.page, read: versionRecordFromRow });

  listXComsPage: ListStore["listXComsPage"] = async (request) =>
    this.#listed(xcomListQueries(request, SQLITE), { page: request.page, read: xcomFromRow });

  listEventLogsPage: ListStore["listEventLogsPage"] = async (request) =>
    this.#listed(eventLogListQueries(request, SQLITE), { page: request.page, read: eventLogFromRow });

  listImportErrorsPage: ListStore["listImportErrorsPage"] = async (request) =>
    this.#listed(importErrorListQueries(request, SQLITE), { page: request.page, read: importErrorFromRow });

  #listed<Row extends object, Shown>(queries: PageQueries, asked: Asked<Row, Shown>): Listed<Shown> {
    const { rows, count } = this.#db.read(() => {
      const total = this.#counted(queries, asked);
      const { page } = asked;
      const walk = walkOf(page, isExact(total, queries) ? total.rows : null);
      const isBeyond = total.rows === 0 || walk.limit === 0;
      const { text, values } = queries.page(this.#shortened(walk, asked, total));
      return { rows: isBeyond ? [] : this.#db.all<Row & WithPlace>(text, ...values), count: total };
    });
    return {
      ...paged(rows, asked, queries.width),
      ...totalOf(count, queries, { page: asked.page, read: rows.length }),
    };
  }

  #counted(queries: PageQueries, { page: { from }, instances }: Omit<Asked<never, unknown>, "read">): Total {
    const all = instances?.isWhole === true ? instanceCountsOf(this.#db).total() : null;
    const isAll = all !== null || queries.isWholeCounted;
    const rows = all ?? this.#db.get<{ total: number }>(queries.total.text, ...queries.total.values)?.total ?? 0;
    // Pages by place are told no more than that there are many, whether that would be known or not.
    return { rows, isWhole: isAll && from === undefined, isAll };
  }

  /** Without what need not be looked at. */
  #shortened(walk: Walk, { page, instances }: Omit<Asked<never, unknown>, "read">, { isAll }: Total): Walk {
    if (instances === undefined) return walk;
    if (instances.bounded !== null) return orderBoundsOf(this.#db).narrowed(walk, instances.bounded);
    if (!isAll || !instances.isInOrderOfRuns || page.from !== undefined) return walk;
    return instanceCountsOf(this.#db).shortened(walk, (page.order[0]?.descending ?? false) !== walk.isTurned);
  }
}

interface Total {
  readonly rows: number;
  /** It is told, however many they are. */
  readonly isWhole: boolean;
  /** All were counted. */
  readonly isAll: boolean;
}

interface Asked<Row, Shown> {
  readonly page: PageRequest<string>;
  readonly read: (row: Row) => Shown;
  readonly instances?: Pick<TaskInstanceQueries, "isWhole" | "isInOrderOfRuns" | "bounded">;
}

function isExact({ rows, isWhole }: Total, { mostCounted }: PageQueries): boolean {
  return isWhole || rows <= mostCounted;
}

type WithPlace = { readonly [column in `o${number}`]: SqlValue };

function paged<Row extends object, Shown>(
  rows: readonly (Row & WithPlace)[],
  { page: { from, limit }, read }: Asked<Row, Shown>,
  width: number,
): Pick<Listed<Shown>, "rows" | "next" | "previous"> {
  const isTurned = typeof from === "object" && from.isBefore;
  const hasMore = from !== undefined && rows.length > limit;
  const kept = !hasMore ? rows : isTurned ? rows.slice(rows.length - limit) : rows.slice(0, limit);
  const placeOf = (row: (Row & WithPlace) | undefined, isBefore: boolean): Place | null =>
    row === undefined ? null : { values: Array.from({ length: width }, (_, at) => row[`o${at}`] ?? null), isBefore };
  return {
    rows: kept.map(read),
    next: from !== undefined && (isTurned || hasMore) ? placeOf(kept.at(-1), false) : null,
    previous: typeof from === "object" && (!isTurned || hasMore) ? placeOf(kept[0], true) : null,
  };
}

/** Whoever reads on by offset past what is counted must not take the end of the count for the end of the list. */
function totalOf(
  total: Total,
  queries: PageQueries,
  { page: { limit, offset = 0, from }, read }: { readonly page: PageRequest<string>; readonly read: number },
): Pick<Listed<unknown>, "total" | "isTotalCapped" | "mostCounted"> {
  const { mostCounted } = queries;
  if (isExact(total, queries)) return { total: total.rows, isTotalCapped: false, mostCounted };
  const seen = from === undefined ? offset + read + (read === limit ? 1 : 0) : 0;
  return { total: Math.max(mostCounted, seen), isTotalCapped: true, mostCounted };
}

/** The same filter, by the DAGs that it leaves if they and their runs are few. */
function ofFewDags<Filter extends TaskInstanceListFilter | RunListFilter>(db: Connection, filter: Filter): Filter {
  const query = dagsOfListQuery(filter, SQLITE);
  if (query === null) return filter;
  const dagIds = db.all<{ dag_id: string }>(query.text, ...query.values).map((row) => row.dag_id);
  if (dagIds.length > FEW_DAGS) return filter;
  const runs = db.get<{ total: number }>(RUNS_OF_DAGS, JSON.stringify(dagIds))?.total ?? 0;
  if (runs > FEW_RUNS) return filter;
  const { dagId: _isIn, ...rest } = filter;
  return { ...rest, dagIds } as unknown as Filter;
}

const RUNS_OF_DAGS = runsOfDagsText(SQLITE);

interface RunOfInstanceRow {
  readonly run_key: number;
  readonly dag_id: string;
  readonly run_id: string;
  readonly logical_date: Micros | null;
  readonly run_after: Micros;
  readonly run_queued_at: Micros;
  readonly dag_version: number;
}

function runOf(row: RunOfInstanceRow): RunOfInstance {
  return {
    runKey: row.run_key,
    dagId: row.dag_id,
    runId: row.run_id,
    logicalDate: row.logical_date,
    runAfter: row.run_after,
    queuedAt: row.run_queued_at,
    dagVersion: row.dag_version,
  };
}

function instanceFromRow(row: TaskInstanceRow & RunOfInstanceRow & { readonly note: string | null }): ListedInstance {
  return { run: runOf(row), instance: taskInstanceFromRow(row), note: row.note };
}

interface XComRow extends RunOfInstanceRow {
  readonly task_id: string;
  readonly map_index: number;
  readonly key: string;
  readonly at: Micros;
}

function xcomFromRow(row: XComRow): ListedXCom {
  return { run: runOf(row), taskId: row.task_id, mapIndex: row.map_index, key: row.key, at: row.at };
}

interface VersionRecordRow {
  readonly dag_id: string;
  readonly version: number;
  readonly bundle_hash: string;
  readonly created_at: Micros;
  readonly spec: string;
}

function versionRecordFromRow(row: VersionRecordRow): VersionRecord {
  const { displayName } = JSON.parse(row.spec) as { readonly displayName?: string };
  return {
    dagId: row.dag_id,
    version: row.version,
    bundleHash: row.bundle_hash,
    createdAt: row.created_at,
    displayName: displayName ?? row.dag_id,
  };
}
