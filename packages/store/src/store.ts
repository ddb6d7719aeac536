/**
 * The store: the only meeting place of the parts. It speaks intents, not rows; every write is one transaction, and
 * `now` is always a parameter (only leases may use the database's clock).
 *
 * Who may change what: DAG versions come from `publishFile`; runs are born by `createRuns`; everything that happens to
 * a run afterwards goes through `commit`, which is conditional on the scheduler's fence and the run's revision, or
 * through `act`, which is conditional on the revision only.
 */
import type {
  CallbackRecord,
  DagRun,
  DagSpec,
  DataInterval,
  DeadlineRecord,
  InboxEvent,
  InputAnswer,
  InstanceKey,
  Json,
  Micros,
  PreviousSuccess,
  RunState,
  RunType,
  TaskInstance,
  TaskState,
  XComWrite,
  PlannedRun,
} from "@momiji/core";
import type { AccessStore } from "./access-store.ts";
import type { ActStore } from "./act-store.ts";
import type { DagRecord, ImportError, ImportErrorInput, LoadedVersion } from "./dag-record.ts";
import type { StoreError } from "./errors.ts";
import type { AssetStore, TaskAssetEvents } from "./asset-store.ts";
import type { CallbackStore } from "./callback-store.ts";
import type { DagDeletionStore } from "./dag-deletion-store.ts";
import type { DeadlineStore } from "./deadline-store.ts";
import type { InputQuestion, InputStore } from "./input-store.ts";
import type { ActivityStore } from "./activity-store.ts";
import type { ListStore } from "./list-store.ts";
import type { MappingStore } from "./mapping-store.ts";
import type { RetentionStore } from "./retention-store.ts";
import type { BackfillStore } from "./backfill-store.ts";
import type { EventLogEntry, EventLogStore } from "./event-log-store.ts";
import type { KeptStateStore } from "./kept-state-store.ts";
import type { OverviewStore } from "./overview-store.ts";
import type { PauseStore } from "./pause-store.ts";
import type { PersonalStore } from "./personal-store.ts";
import type { SettingsStore } from "./settings-store.ts";
import type { SummaryStore } from "./summary-store.ts";
import type { RenderedFields, RenderedStore } from "./rendered-store.ts";
import type { XComStore } from "./xcom-store.ts";

export type * from "./dag-record.ts";

// ---------------------------------------------------------------- DAGs

/**
 * The result of loading one DAG file: everything in it is published in one transaction.
 *
 * A DAG id belongs to the file that defined it first, as long as that file holds it; a second file gets an import error.
 * When DAGs go, a file whose import error named their file can be published again.
 */
export interface PublishFile {
  /** Path below the DAG folder, or an absolute path where there are several folders. */
  readonly file: string;
  /** Present when the file could be bundled. `path` is where the immutable bundle lies. */
  readonly bundle: { readonly hash: string; readonly path: string } | null;
  readonly dags: readonly DagSpec[];
  /** Empty: all is well. An error never unpublishes the last good version. */
  readonly errors: readonly ImportErrorInput[];
}

export interface PublishResult {
  /** DAGs with a new version, and those that came back. */
  readonly changed: readonly string[];
  /** DAGs that the file no longer holds: not scheduled any more, history kept. */
  readonly gone: readonly string[];
}

export interface DagFilter {
  readonly dagIds?: readonly string[];
  readonly includeInactive?: boolean;
}

// ---------------------------------------------------------------- runs

/** One answer for each `PlannedRun`, in order. */
export type CreatedRun =
  | { readonly created: true; readonly run: DagRun }
  /** A run of this DAG has the run id or the logical date already. */
  | { readonly created: false; readonly conflict: "run_id" | "logical_date"; readonly existing: DagRun };

export interface RunFilter {
  readonly dagId?: string;
  readonly runId?: string;
  readonly states?: readonly RunState[];
  readonly runTypes?: readonly RunType[];
  /** Bounds of the logical date, both included; runs without one are left out. */
  readonly logicalFrom?: Micros;
  readonly logicalTo?: Micros;
  readonly backfillId?: number;
  /** Newest run_after first; default 100. */
  readonly limit?: number;
}

/** A run with all its task instances, as the scheduler takes it up. */
export interface LoadedRun {
  readonly run: DagRun;
  /** Empty while the run is `queued` and was never started. */
  readonly instances: readonly TaskInstance[];
}

// ---------------------------------------------------------------- commits

/** What one decision changes in one run. Rows are complete: writing them twice is the same as once. */
export interface RunCommit {
  readonly runKey: number;
  /** `DagRun.revision` that the decision was computed from. */
  readonly expectRevision: number;
  /**
   * The run after the decision. What it was born with (type, dates, conf, ...) never changes and is not written; of the
   * rest the row is complete. `revision` is ignored: the store raises it by one. Absent: the row stays.
   */
  readonly run?: DagRun;
  /** Task instances to create (a run that starts, a mapping that expands). */
  readonly insert?: readonly TaskInstance[];
  /** Task instances that give way to others, with all that hangs on them; before anything is inserted. */
  readonly remove?: readonly { readonly taskId: string; readonly mapIndex: number }[];
  /** Task instances after the decision. */
  readonly update?: readonly TaskInstance[];
  /** Attempts that ended and were superseded by a new one: kept as history. */
  readonly history?: readonly TaskInstance[];
  readonly xcoms?: readonly {
    readonly taskId: string;
    readonly mapIndex: number;
    readonly xcoms: readonly XComWrite[];
  }[];
  /** What the templates of task instances became in the attempt that has begun, over what they were in one before. */
  readonly rendered?: readonly {
    readonly taskId: string;
    readonly mapIndex: number;
    readonly fields: RenderedFields;
  }[];
  /** What task instances ask from now on. */
  readonly questions?: readonly InputQuestion[];
  /** What was taken because the time was up. If a person was faster the run is stale. */
  readonly answers?: readonly {
    readonly taskId: string;
    readonly mapIndex: number;
    readonly tryNumber: number;
    readonly answer: InputAnswer;
  }[];
  /** Callbacks that this change asks for: with it or not at all. */
  readonly callbacks?: readonly CallbackRecord[];
  /** Deadlines of the run that are new, or met by its end. */
  readonly deadlines?: readonly DeadlineRecord[];
  /** What the success of task instances tells of their outlets. */
  readonly assetEvents?: readonly TaskAssetEvents[];
  /** Task instances whose XComs are removed first, because a new attempt begins. */
  readonly clearXcoms?: readonly { readonly taskId: string; readonly mapIndex: number }[];
  /**
   * It takes up room (slots, places of runs) or goes on from what other runs of the batch leave: stale if any of them is,
   * since then that was never left.
   */
  readonly restsOnOthers?: boolean;
}

export interface CommitBatch {
  readonly owner: string;
  readonly fence: number;
  readonly now: Micros;
  readonly runs: readonly RunCommit[];
  /** New runs that a timetable or a trigger asked for, created in the same transaction. */
  readonly newRuns?: readonly PlannedRun[];
  /** What is known of a DAG's schedule after this batch. */
  readonly schedules?: readonly {
    readonly dagId: string;
    readonly lastInterval?: DataInterval;
    readonly heldReason?: string | null;
  }[];
  /** Callbacks after a delivery. */
  readonly callbackUpdates?: readonly CallbackRecord[];
  /** Deadlines that have passed, each with whom to tell. */
  readonly missed?: readonly { readonly deadline: DeadlineRecord; readonly callbacks: readonly CallbackRecord[] }[];
  /**
   * DAGs of which a run has failed by itself, with their `maxConsecutiveFailedRuns`: one whose last so many runs have all
   * failed after this batch is paused with it (`whyPauseFailing`).
   */
  readonly failing?: readonly { readonly dagId: string; readonly limit: number }[];
  /**
   * Inbox entries that this batch dealt with. They stay if a run of the batch is stale, since what they did to it was
   * not written: such events are read once more, and are the same the second time.
   */
  readonly drained?: readonly number[];
}

export interface CommitResult {
  /** Run keys whose revision was not the expected one, and those that rest on them: nothing of them was written; load them again. */
  readonly stale: readonly number[];
  /** Of these, those that hold a value that the store does not take, and what it said: tried again they would be refused again. */
  readonly refused: readonly { readonly runKey: number; readonly message: string }[];
  /** Answers for `newRuns`, in order. */
  readonly created: readonly CreatedRun[];
  /** Of `failing`, those that were paused, and why. One that was paused already stays as it was. */
  readonly paused: readonly { readonly dagId: string; readonly reason: string }[];
}

/** Thrown by `commit` when the fence is no longer valid: this scheduler must stop deciding and claim anew. */
export class FenceLost extends Error {
  override readonly name = "FenceLost";
}

// ---------------------------------------------------------------- the rest

export interface Claim {
  /** Never handed out twice. An owner keeps its fence as long as its lease lives, however often it claims. */
  readonly fence: number;
  /** All DAGs that the owner holds now. */
  readonly dagIds: readonly string[];
}

export interface XComKey {
  readonly runKey: number;
  readonly taskId: string;
  readonly mapIndex: number;
  readonly key: string;
}

/** What one write has made of one run. */
export interface RunNotice {
  readonly runKey: number;
  /** After the write, apart from its revision; absent: it stays as it was; null: it is gone. */
  readonly run?: DagRun | null;
  /** Those that were written, as they are now. */
  readonly instances: readonly TaskInstance[];
  readonly removed: readonly InstanceKey[];
  /** Deadlines that the run has missed by it; absent: none. */
  readonly missed?: number;
}

/** What changed, told to whoever listens in this process (SQLite) or in any process (PostgreSQL). Only a hint to look. */
export type StoreNotice =
  | { readonly kind: "dags"; readonly dagIds: readonly string[] }
  /** `by`: the scheduler whose commit it was, so that it need not look at its own doings; absent: somebody else's. */
  | {
      readonly kind: "runs";
      readonly dagIds: readonly string[];
      readonly by?: string;
      /** The runs that were made, changed or deleted; absent: any of these DAGs. */
      readonly runKeys?: readonly number[];
      /** What has become of them; absent: whoever wants to know looks. Made for who asks only. */
      readonly changes?: () => readonly RunNotice[];
    }
  /** Errors of files came, changed or went. */
  | { readonly kind: "import-errors" }
  /** Limits or the pause of backfills of these DAGs. */
  | { readonly kind: "backfills"; readonly dagIds: readonly string[] }
  /** DAGs whose queues of assets changed. */
  | { readonly kind: "assets"; readonly dagIds: readonly string[] }
  | { readonly kind: "inbox" }
  /** Credentials may have ended; of these roles the permissions are others. */
  | { readonly kind: "access"; readonly roles: readonly string[] }
  | { readonly kind: "pools" };

export interface Problem {
  readonly what: string;
  readonly remedy: string;
}

/** Every call may reject with a `StoreError` (`errors.ts`); then it changed nothing and the store stays usable. */
export interface Store
  extends
    AccessStore,
    ActStore,
    ActivityStore,
    AssetStore,
    BackfillStore,
    CallbackStore,
    DagDeletionStore,
    DeadlineStore,
    EventLogStore,
    InputStore,
    KeptStateStore,
    ListStore,
    MappingStore,
    OverviewStore,
    PauseStore,
    PersonalStore,
    RetentionStore,
    SettingsStore,
    SummaryStore,
    RenderedStore,
    XComStore {
  // DAGs
  publishFile(input: PublishFile, now: Micros): Promise<PublishResult>;
  /** Files that are no longer there: their DAGs become inactive, their import errors go. */
  retireFiles(files: readonly string[], now: Micros): Promise<PublishResult>;
  listDags(filter?: DagFilter): Promise<DagRecord[]>;
  /** The spec and bundle of one version; null: no such version. */
  loadVersion(dagId: string, version: number): Promise<LoadedVersion | null>;
  /** A person accepts the catchup that was held. True if there is such a DAG. */
  confirmCatchup(dagId: string, now: Micros): Promise<boolean>;
  listImportErrors(): Promise<ImportError[]>;

  // runs
  /**
   * Creates queued runs; one that is there already is answered with the existing one. `events` are logged in the same
   * transaction if any run was created.
   */
  createRuns(runs: readonly PlannedRun[], now: Micros, events?: readonly EventLogEntry[]): Promise<CreatedRun[]>;
  listRuns(filter: RunFilter): Promise<DagRun[]>;
  findRun(dagId: string, runId: string): Promise<LoadedRun | null>;
  /** The runs of these DAGs that are not finished, with their task instances. */
  loadActiveRuns(dagIds: readonly string[]): Promise<LoadedRun[]>;
  /** In the order of their keys; keys of runs that are not there are left out. */
  loadRuns(runKeys: readonly number[]): Promise<LoadedRun[]>;
  /** Past attempts of a task instance, oldest first. */
  listAttempts(runKey: number, taskId: string, mapIndex: number): Promise<TaskInstance[]>;
  /**
   * The run before this one by logical date (`scheduledOnly`: of scheduled and backfill runs, as catchup DAGs ask), with
   * its instances; for depends-on-past. Null for a run without a logical date.
   */
  findPreviousRun(run: DagRun, scheduledOnly: boolean): Promise<LoadedRun | null>;
  findPreviousSuccess(run: DagRun): Promise<PreviousSuccess | null>;
  /**
   * States of tasks in the run of a DAG at a logical date (null: no such run), for external-task sensors. One state for
   * each map index in order; none for a task that has no instance.
   */
  findTaskStates(
    dagId: string,
    logicalDate: Micros,
    taskIds: readonly string[],
  ): Promise<{ run: RunState; tasks: { readonly [taskId: string]: readonly TaskState[] } } | null>;

  // scheduling
  /**
   * Takes every active DAG that nobody owns, whose lease ran out, or (`takeover`: the caller knows that no other scheduler
   * lives, for instance by the lock on its home) all of them. `leaseSeconds` null: until released. `owner` names one
   * life of one scheduler; its lease covers all its DAGs and is lost as a whole. A DAG that left its file is taken too
   * while runs of it are not finished, and stays with its owner, so that they come to their end.
   */
  claimDags(claim: { owner: string; leaseSeconds: number | null; takeover: boolean }): Promise<Claim>;
  /** False: the lease is gone, the DAGs may be somebody else's. */
  renewClaims(owner: string, leaseSeconds: number): Promise<boolean>;
  releaseClaims(owner: string): Promise<void>;
  /**
   * Applies decisions. Durable when it resolves.
   * @throws FenceLost if one of the batch's DAGs is not owned by `owner` with `fence` any more; nothing was written.
   */
  commit(batch: CommitBatch): Promise<CommitResult>;
  appendInbox(events: readonly InboxEvent[], now: Micros): Promise<void>;
  /** The oldest entries, in the order of their arrival. */
  readInbox(limit: number): Promise<{ id: number; event: InboxEvent }[]>;

  // data of tasks
  /** One answer for each key, in order; undefined: no such XCom. */
  getXComs(keys: readonly XComKey[]): Promise<(Json | undefined)[]>;

  // the store itself
  subscribe(listener: (notice: StoreNotice) => void): () => void;
  /** Looks for damage; empty: none found. */
  check(): Promise<Problem[]>;
  /** What keeps the store from writing (a full disk, another process), as far as anybody has found out; null: nothing does. */
  trouble(): Promise<StoreError | null>;
  close(): Promise<void>;
}
