/**
 * Lists for people and clients: filtered, ordered, page by page, and limited to the DAGs that whoever asks may see. Every read
 * here that is about more than one DAG takes a `DagScope` and applies it in its query.
 */
import type { DagRun, Micros, RunState, RunType, TaskInstance, TaskState } from "@momiji/core";
import type { DagScope } from "./dag-scope.ts";
import type { EventLogRecord } from "./event-log-store.ts";
import type { DagRecord, ImportError } from "./dag-record.ts";

/**
 * Rows beyond this many are not counted: a list over a million of them would take longer to count than to read. Airflow's
 * own limit for pages with cursors.
 */
export const MOST_COUNTED = 50_000;

// ---------------------------------------------------------------- pages

export interface OrderBy<By extends string> {
  readonly by: By;
  readonly descending: boolean;
}

/** A row as its place in an order: the values that it is ordered by, its key at the end. Opaque to clients. */
export interface Place {
  readonly values: readonly (string | number | null)[];
  /** The page that ends before the place, instead of the one that begins after it. */
  readonly isBefore: boolean;
}

export interface PageRequest<By extends string> {
  /** Ties, and an empty order, are settled by the key, in the direction of the first criterion. Nulls come last. */
  readonly order: readonly OrderBy<By>[];
  readonly limit: number;
  /** Rows to pass over; not together with `from`. */
  readonly offset?: number;
  /** Pages by place, each as cheap as the first; `start`: the first one. */
  readonly from?: Place | "start";
}

export interface Listed<Row> {
  readonly rows: readonly Row[];
  /** Exact up to `mostCounted`; beyond it there are at least so many. */
  readonly total: number;
  readonly isTotalCapped: boolean;
  /** `MOST_COUNTED`, or less where each row takes longer to tell whether it is wanted. */
  readonly mostCounted: number;
  /** Of pages by place: where the neighbours begin; null: there is none. */
  readonly next: Place | null;
  readonly previous: Place | null;
}

export interface ListRequest<Filter, By extends string> {
  readonly filter: Filter;
  readonly page: PageRequest<By>;
  readonly scope: DagScope;
}

// ---------------------------------------------------------------- filters

/** Bounds; what is null is in none. */
export interface Range {
  readonly gte?: number;
  readonly gt?: number;
  readonly lte?: number;
  readonly lt?: number;
}

/** Airflow's two ways to look for a text, in which `~` is every text and `|` separates alternatives; and one without signs. */
export interface TextMatch {
  /** Any part of it, letters of either case; `%` is anything, `_` one character. */
  readonly pattern?: string;
  /** Every one of them anywhere in it, as it stands, letters of either case. */
  readonly parts?: readonly string[];
  /** Its beginning, as written. Signs at the end of it that are no letters or digits are passed over. */
  readonly prefix?: string;
}

export interface RunListFilter {
  readonly dagIds?: readonly string[];
  readonly dagId?: TextMatch;
  readonly runIds?: readonly string[];
  readonly runId?: TextMatch;
  readonly states?: readonly (RunState | null)[];
  readonly runTypes?: readonly RunType[];
  readonly dagVersions?: readonly number[];
  readonly bundleVersion?: string;
  readonly triggeringUser?: TextMatch;
  /** Part of the conf as JSON text, any case. */
  readonly confContains?: string;
  /** Part of the name or URI of an asset whose events the run took up, any case. */
  readonly consumingAsset?: string;
  readonly logicalDate?: Range;
  readonly runAfter?: Range;
  readonly startDate?: Range;
  readonly endDate?: Range;
  /** The last moment that is known of it. */
  readonly updatedAt?: Range;
  readonly durationSeconds?: Range;
}

export type RunOrder =
  | "id"
  | "state"
  | "dag_id"
  | "run_id"
  | "logical_date"
  | "run_after"
  | "start_date"
  | "end_date"
  | "updated_at"
  | "conf"
  | "duration";

export interface TaskInstanceListFilter extends Omit<
  RunListFilter,
  "states" | "runTypes" | "bundleVersion" | "triggeringUser" | "confContains" | "consumingAsset"
> {
  readonly taskIds?: readonly string[];
  readonly taskId?: TextMatch;
  readonly taskDisplayName?: TextMatch;
  readonly states?: readonly TaskState[];
  readonly pools?: readonly string[];
  readonly pool?: TextMatch;
  readonly queues?: readonly string[];
  readonly queue?: TextMatch;
  readonly executors?: readonly string[];
  readonly operators?: readonly string[];
  readonly operator?: TextMatch;
  readonly tryNumbers?: readonly number[];
  readonly mapIndexes?: readonly number[];
  readonly renderedMapIndex?: TextMatch;
  /** Only instances of mapped tasks. */
  readonly isMapped?: true;
}

export type TaskInstanceOrder =
  | "id"
  | "state"
  | "duration"
  | "start_date"
  | "end_date"
  | "map_index"
  | "try_number"
  | "logical_date"
  | "run_after"
  | "data_interval_start"
  | "data_interval_end"
  | "rendered_map_index"
  | "operator"
  /** What people must know of first: failed, waiting for people, under way, waiting, the rest. */
  | "urgency";

/** What a list of task instances says of their runs. */
export type RunOfInstance = Pick<
  DagRun,
  "runKey" | "dagId" | "runId" | "logicalDate" | "runAfter" | "queuedAt" | "dagVersion"
>;

export interface ListedInstance {
  readonly run: RunOfInstance;
  readonly instance: TaskInstance;
  readonly note: string | null;
}

export interface DagListFilter {
  readonly dagIds?: readonly string[];
  readonly excludedDagIds?: readonly string[];
  readonly dagId?: TextMatch;
  readonly displayName?: TextMatch;
  readonly tags?: { readonly names: readonly string[]; readonly match: "any" | "all" };
  /** Has this tag too, whatever `tags` asks for; empty: has none. */
  readonly tag?: string;
  readonly owners?: readonly string[];
  /** Default true: without those that left their file. */
  readonly excludeStale?: boolean;
  readonly isPaused?: boolean;
  readonly hasImportErrors?: boolean;
  readonly bundleVersion?: string;
  readonly hasAssetSchedule?: boolean;
  /** Part of the name or URI of an asset that its schedule names or its tasks make, any case. */
  readonly assetDependency?: string;
  /** `ScheduleSpec.kind`. */
  readonly scheduleKinds?: readonly string[];
  /** Of the newest run by `run_after`. */
  readonly lastRunStates?: readonly RunState[];
  readonly lastRunStart?: Range;
  readonly lastRunEnd?: Range;
  /** Part of the id, the name or the description, any case. */
  readonly anyText?: string;
  /** Where its file lies, with `/` at the end; empty: at the top. */
  readonly folder?: string;
  /** A task of it asks somebody who has not answered. */
  readonly needsReview?: boolean;
  /** Any run that is due since then, not only the newest, is in one of the states. */
  readonly anyRun?: { readonly states: readonly RunState[]; readonly since: Micros };
}

export type DagOrder =
  | "dag_id"
  | "dag_display_name"
  | "state"
  | "start_date"
  | "last_run_state"
  | "last_run_start_date";

export interface VersionRecord {
  readonly dagId: string;
  readonly version: number;
  readonly bundleHash: string;
  readonly createdAt: Micros;
  /** As this version calls the DAG. */
  readonly displayName: string;
}

export interface VersionListFilter {
  /** Absent: of all DAGs. */
  readonly dagId?: string;
  readonly version?: number;
  readonly bundleVersion?: string;
}

export type VersionOrder = "id" | "version_number" | "bundle_version";

export interface XComListFilter extends Pick<
  TaskInstanceListFilter,
  "dagIds" | "runIds" | "runId" | "taskIds" | "taskId" | "logicalDate" | "runAfter"
> {
  readonly dagDisplayName?: TextMatch;
  readonly mapIndexes?: readonly number[];
  readonly keys?: readonly string[];
  readonly key?: TextMatch;
}

export type XComOrder = "key" | "dag_id" | "run_id" | "task_id" | "map_index" | "timestamp" | "run_after";

/** An XCom without its value. */
export interface ListedXCom {
  readonly run: RunOfInstance;
  readonly taskId: string;
  readonly mapIndex: number;
  readonly key: string;
  /** When the attempt that it comes from ended, as far as that is known. */
  readonly at: Micros;
}

export interface EventLogListFilter {
  readonly dagId?: string;
  readonly dagIdMatch?: TextMatch;
  readonly runId?: string;
  readonly runIdMatch?: TextMatch;
  readonly taskId?: string;
  readonly taskIdMatch?: TextMatch;
  readonly owner?: string;
  readonly ownerMatch?: TextMatch;
  readonly event?: string;
  readonly eventMatch?: TextMatch;
  readonly mapIndex?: number;
  readonly tryNumber?: number;
  readonly includedEvents?: readonly string[];
  readonly excludedEvents?: readonly string[];
  readonly when?: Range;
}

export type EventLogOrder =
  | "id"
  | "when"
  | "dag_id"
  | "task_id"
  | "run_id"
  | "event"
  | "logical_date"
  | "owner"
  | "extra";

export interface ImportErrorListFilter {
  readonly ids?: readonly number[];
  readonly files?: readonly string[];
  readonly file?: TextMatch;
}

export type ImportErrorOrder = "id" | "timestamp" | "filename" | "stacktrace";

// ---------------------------------------------------------------- intents

export interface ListStore {
  listDagsPage(request: ListRequest<DagListFilter, DagOrder>): Promise<Listed<DagRecord>>;
  listRunsPage(request: ListRequest<RunListFilter, RunOrder>): Promise<Listed<DagRun>>;
  /**
   * Without an order: in one run by map index, then in the order of the tasks in their file; over several runs by run, task
   * and map index.
   */
  listTaskInstancesPage(
    request: ListRequest<TaskInstanceListFilter, TaskInstanceOrder>,
  ): Promise<Listed<ListedInstance>>;
  listVersionsPage(request: ListRequest<VersionListFilter, VersionOrder>): Promise<Listed<VersionRecord>>;
  listXComsPage(request: ListRequest<XComListFilter, XComOrder>): Promise<Listed<ListedXCom>>;
  /** Entries about no DAG are in everybody's scope. */
  listEventLogsPage(request: ListRequest<EventLogListFilter, EventLogOrder>): Promise<Listed<EventLogRecord>>;
  /** Left out: those of files that hold a DAG outside of the scope. */
  listImportErrorsPage(request: ListRequest<ImportErrorListFilter, ImportErrorOrder>): Promise<Listed<ImportError>>;
}
