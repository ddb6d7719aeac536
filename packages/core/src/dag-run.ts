/** A run and its task instances, as they are kept, loaded, decided upon and committed. */
import type { Deferral } from "./deferral.ts";
import { formatInstant, type Micros } from "./instant.ts";
import type { Json } from "./json.ts";
import type { OutsideJob } from "./outside-job.ts";
import type { RunState, RunType, TriggeredBy } from "./run-state.ts";
import type { TaskState } from "./task-state.ts";
import type { AttemptOutcome } from "./task-protocol.ts";

/** Where a run stands in a backfill. */
export interface BackfillPlace {
  readonly id: number;
  /** 1 for the run that the backfill begins with. */
  readonly ordinal: number;
}

export interface DagRun {
  /** The store's own number of the run; stays the same for the life of the run. */
  readonly runKey: number;
  readonly dagId: string;
  readonly runId: string;
  readonly runType: RunType;
  readonly triggeredBy: TriggeredBy;
  readonly state: RunState;
  /** Null for runs that belong to no date (asset-triggered, or triggered with `logical_date: null`). */
  readonly logicalDate: Micros | null;
  readonly dataIntervalStart: Micros | null;
  readonly dataIntervalEnd: Micros | null;
  readonly runAfter: Micros;
  readonly queuedAt: Micros;
  readonly startDate: Micros | null;
  readonly endDate: Micros | null;
  readonly conf: { readonly [name: string]: Json };
  /** The DAG version that the run began with and keeps. */
  readonly dagVersion: number;
  /** Why the run ended as it did or what holds it, in words; null: nothing to say. */
  readonly reason: string | null;
  readonly note: string | null;
  /** Who asked for it; absent: nobody did, or it is not known. */
  readonly triggeringUser?: string;
  /** The backfill that the run belongs to; absent: none. */
  readonly backfill?: BackfillPlace;
  /** Compare-and-set number: each commit that touches the run or one of its task instances raises it by one. */
  readonly revision: number;
}

/** One task in one run. `mapIndex` is -1 for a task that is not mapped. */
export interface TaskInstance {
  readonly taskId: string;
  readonly mapIndex: number;
  readonly state: TaskState;
  /** Number of the current or last attempt; 0 before the first. */
  readonly tryNumber: number;
  /** Attempts are allowed while `tryNumber <= maxTries`; starts as `retries`, grows when cleared or when an attempt is lost. */
  readonly maxTries: number;
  /** Attempts that were lost with their worker and did not count against the retries. */
  readonly lostAttempts: number;
  /** UUIDv7 of the current or last attempt; the idempotency key of everything done for it. */
  readonly attemptId: string | null;
  readonly scheduledAt: Micros | null;
  readonly queuedAt: Micros | null;
  /** Start of the current or last attempt. */
  readonly startDate: Micros | null;
  readonly endDate: Micros | null;
  /** First poke of a sensor over all its pauses: its time-out counts from here. */
  readonly firstStartDate: Micros | null;
  /** When `up_for_retry` or `up_for_reschedule` ends, or a deferred one is asked again (for people). */
  readonly resumeAt: Micros | null;
  /** Name of the worker that holds or held the attempt. */
  readonly worker: string | null;
  /** How the last attempt ended; null before that. */
  readonly outcome: AttemptOutcome | null;
  /** How an instance of a mapped task is called for people (`mapIndexTemplate`); null: by its map index. */
  readonly renderedMapIndex: string | null;
  /** What the attempt has stopped for and how it goes on; null: it has not stopped. */
  readonly deferral: Deferral | null;
  /** The outside job of the current or last attempt; null: it has none. */
  readonly job: OutsideJob | null;
}

/** `<type>__<run_after in ISO 8601 UTC>`, Airflow's since 3.0. */
export function generateRunId(runType: RunType, runAfter: Micros): string {
  return `${runType}__${formatInstant(runAfter)}`;
}

/** A task instance that nothing has happened to yet. */
export function newTaskInstance(taskId: string, retries: number, mapIndex = -1): TaskInstance {
  return {
    taskId,
    mapIndex,
    state: null,
    tryNumber: 0,
    maxTries: retries,
    lostAttempts: 0,
    attemptId: null,
    scheduledAt: null,
    queuedAt: null,
    startDate: null,
    endDate: null,
    firstStartDate: null,
    resumeAt: null,
    worker: null,
    outcome: null,
    renderedMapIndex: null,
    deferral: null,
    job: null,
  };
}
