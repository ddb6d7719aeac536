/** What lists of DAGs tell beside the DAGs: how their last runs went, what is going on, and how many DAGs have what. */
import type { DagRun, Micros, RunState, TaskInstance } from "@momiji/core";
import type { DagRecord } from "./dag-record.ts";
import type { DagScope } from "./dag-scope.ts";
import type { DagListFilter } from "./list-store.ts";

/** A run as a bar beside others. */
export type RecentRun = Pick<
  DagRun,
  "dagId" | "runId" | "runType" | "state" | "runAfter" | "startDate" | "endDate" | "dagVersion"
>;

export interface DagOverview {
  readonly dagId: string;
  /** The newest first. */
  readonly recent: readonly RecentRun[];
  readonly queued: number;
  readonly running: number;
  /** Of the newest runs since the moment asked for, at most `MOST_ENDED`. */
  readonly succeeded: number;
  readonly failed: number;
}

/** Runs of a DAG that its rate of success is taken from: one of every minute has 43,200 in thirty days. */
export const MOST_ENDED = 200;

/** One of a kind and how many of the DAGs have it. */
export interface FacetCount {
  readonly facet: DagFacet;
  readonly value: string;
  readonly count: number;
}

/**
 * `state`: of the newest run, `none` without one. `paused`, `import_error`, `needs_review`, `favorite`: `true` or `false`.
 * `folder`: where the file lies, with `/` at its end; empty: at the top.
 */
export type DagFacet = "tag" | "owner" | "state" | "paused" | "folder" | "import_error" | "needs_review" | "favorite";

/** What says whether the next run of a DAG is still the one that it was. */
export type DagMark = Pick<DagRecord, "dagId" | "version" | "isPaused" | "lastInterval">;

/** Runs that ended in one state within an hour. */
export interface EndedRuns {
  /** When the hour begins. */
  readonly hour: Micros;
  readonly state: RunState;
  readonly count: number;
}

/** Of the task instances of a run. */
export interface RunProgress {
  readonly runKey: number;
  /** Those that have ended, however. */
  readonly done: number;
  readonly all: number;
}

/** A task instance as one of very many. */
export type InstanceMark = Pick<TaskInstance, "taskId" | "mapIndex" | "state" | "tryNumber" | "startDate" | "endDate">;

export interface OverviewStore {
  /** In the order of the ids; the documents of the DAGs are not read for it. */
  listDagMarks(request: { readonly filter: DagListFilter; readonly scope: DagScope }): Promise<readonly DagMark[]>;
  /** In the order of the ids. A DAG without runs has zeros. `recent`: how many runs of each. */
  loadOverviews(request: {
    readonly dagIds: readonly string[];
    readonly recent: number;
    readonly endedSince: Micros;
    /** Whose runs may be seen; of other DAGs there are zeros. */
    readonly scope: DagScope;
  }): Promise<readonly DagOverview[]>;
  /** How far runs are, those that have task instances. */
  countProgress(runKeys: readonly number[]): Promise<readonly RunProgress[]>;
  /** Of all task instances of a run, in the order of task id and map index, without reading the rest of them. */
  listInstanceMarks(runKey: number): Promise<readonly InstanceMark[]>;
  /** In the order of the hours. */
  countEndedRuns(request: { readonly since: Micros; readonly scope: DagScope }): Promise<readonly EndedRuns[]>;
  /** Over the DAGs that the filter leaves, those of most DAGs first. `user`: whose favourites count. */
  countFacets(request: {
    readonly filter: DagListFilter;
    readonly user: string;
    readonly scope: DagScope;
  }): Promise<readonly FacetCount[]>;
}
