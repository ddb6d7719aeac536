/**
 * What passes between the engine and whoever runs an attempt: messages as data. Over IPC on one machine, over HTTP
 * elsewhere; the shapes are the same.
 */
import type { CallbackFacts } from "./callback.ts";
import type { AssetEvent, AssetEventWrite } from "./asset-event.ts";
import type { AssetKey, AssetRef } from "./asset.ts";
import type { TaskSpec } from "./dag-spec.ts";
import type { Deferral } from "./deferral.ts";
import type { Micros } from "./instant.ts";
import type { Json } from "./json.ts";
import type { MappedPart } from "./mapping.ts";
import type { LaunchedBefore } from "./outside-job.ts";
import type { RetryDecision } from "./retry-policy.ts";
import type { RunType } from "./run-state.ts";

/** How an attempt ended. A value, never an exception. */
export type AttemptOutcome =
  /** `skipDownstream`: tasks that a branch or a short circuit decided against; they are skipped unless they run already. */
  | { readonly kind: "success"; readonly skipDownstream?: readonly string[] }
  | { readonly kind: "skipped"; readonly message?: string }
  | FailedOutcome
  /** It has asked its question and waits for a person; until when at most (null: for ever). */
  | {
      readonly kind: "awaiting_input";
      readonly subject: string;
      readonly body: string | null;
      readonly until: Micros | null;
    }
  /** The worker vanished with it, or it was never accepted: not the task's fault, see `retry.ts`. */
  | { readonly kind: "lost"; readonly message: string }
  /** Ended because somebody asked for it (mark, clear, run time-out, shutdown). */
  | { readonly kind: "cancelled"; readonly message: string };

export interface FailedOutcome {
  readonly kind: "failed";
  /** One line for lists: what went wrong. */
  readonly message: string;
  /** A stable code: `exit_code`, `timeout`, `signal`, `memory`, `exception`, `template`, `xcom`, `sensor_timeout`, ... */
  readonly code: string;
  /** False: fail now although attempts are left (Airflow's `AirflowFailException`, sensor time-outs). */
  readonly retryable: boolean;
  readonly exitCode?: number;
  /** Stack or last lines of output. */
  readonly detail?: string;
  /** Class of the error thrown by a function. */
  readonly errorName?: string;
  /** Name of its class, if it calls itself otherwise. */
  readonly errorClass?: string;
  /** Names of the classes above it, `Error` and the like among them. */
  readonly errorBases?: readonly string[];
  /** `code` of the error itself. */
  readonly errorCode?: string;
  /** What the task's retry policy, or the task itself, says of it; absent: nothing. */
  readonly retry?: RetryDecision;
}

export interface XComWrite {
  readonly key: string;
  readonly value: Json;
}

/** The key under which a task's return value is kept. */
export const RETURN_VALUE = "return_value";

/** Facts of the run that a task may see. Instants are `Micros`. */
export interface RunFacts {
  readonly dagId: string;
  readonly runId: string;
  readonly runKey: number;
  readonly runType: RunType;
  readonly logicalDate: Micros | null;
  readonly dataIntervalStart: Micros | null;
  readonly dataIntervalEnd: Micros | null;
  readonly runAfter: Micros;
  readonly startDate: Micros | null;
  readonly conf: { readonly [name: string]: Json };
  /** Defaults of the DAG's params with `conf` merged over them. */
  readonly params: { readonly [name: string]: Json };
  readonly timezone: string;
  readonly templateStyle: "json" | "python";
  readonly tags: readonly string[];
  readonly previousSuccess: PreviousSuccess | null;
  /** The events that a run by assets has taken up, oldest first; absent: the run is of another type. */
  readonly triggeringAssetEvents?: readonly AssetEvent[];
}

/** The last successful run before this one, for `prev_*_success` in templates. */
export interface PreviousSuccess {
  readonly dataIntervalStart: Micros | null;
  readonly dataIntervalEnd: Micros | null;
  readonly startDate: Micros | null;
  readonly endDate: Micros | null;
}

/** Everything that a worker needs to run one attempt. */
export interface AttemptOrder {
  readonly attemptId: string;
  readonly run: RunFacts;
  readonly task: TaskSpec;
  readonly mapIndex: number;
  readonly tryNumber: number;
  readonly maxTries: number;
  readonly bundle: BundleRef;
  /** Values of `task.inputs`, by input name; absent names had no XCom. */
  readonly inputs: { readonly [name: string]: Json };
  /**
   * What this instance gets of the mapping of its task, or of the mapped group around it; absent: it takes nothing of one.
   * Null: the mapping holds no element for it (any more).
   */
  readonly mapped?: MappedPart | null;
  readonly firstStartDate: Micros | null;
  /** Of an attempt that goes on where another part of it stopped; with `fired` by its function, else by waiting on. */
  readonly deferral?: Deferral;
  /** Of an attempt that is recovered, whose job was launched before. */
  readonly job?: LaunchedBefore;
  /** Higher goes first among orders that wait in an executor. */
  readonly priority: number;
  /** What is run is a callback: `attemptId` is that of its delivery, and the task is made up of what the callback says. */
  readonly callback?: CallbackOrder;
}

/** Which callback an order is about. */
export interface CallbackOrder {
  /** The same in every delivery: the idempotency key of what it does outside. */
  readonly id: string;
  /** Null: of the DAG. */
  readonly taskId: string | null;
  readonly ordinal: number;
  /** 1 for the first. */
  readonly delivery: number;
  readonly facts: CallbackFacts;
}

/** The immutable code of a DAG version. `path` is a file that the worker can import. */
export interface BundleRef {
  readonly hash: string;
  readonly path: string;
}

/** What the runner of an attempt reports. Events of one attempt arrive in order, perhaps more than once. */
export type AttemptEvent =
  | {
      readonly type: "started";
      readonly attemptId: string;
      readonly at: Micros;
      readonly worker: string;
      readonly pid?: number;
      /** Of a mapped task with `mapIndexTemplate`. */
      readonly renderedMapIndex?: string;
      /** Of a task with templates: its template fields as people see what they became: secrets hidden, long texts cut. */
      readonly rendered?: { readonly [field: string]: Json };
    }
  /**
   * It waits without holding a process or a slot: a sensor between two pokes, or with `deferral` a trigger in the place of
   * the task's code.
   */
  | {
      readonly type: "deferred";
      readonly attemptId: string;
      readonly at: Micros;
      readonly until: Micros | null;
      readonly deferral?: Deferral;
    }
  /**
   * Its trigger has fired. The attempt is over with its worker; it goes on under another id once it has slots again. With
   * what it had stopped for (absent: told by an older worker), since that may have been told to an engine that has died.
   */
  | {
      readonly type: "resumed";
      readonly attemptId: string;
      readonly at: Micros;
      readonly event: Json;
      readonly deferral?: Deferral;
    }
  /** A sensor that gives its slots back, and asks for them again then. Over with its worker, as `resumed`. */
  | { readonly type: "rescheduled"; readonly attemptId: string; readonly at: Micros; readonly until: Micros }
  /** Of a job outside: it is there, and is found again by this. */
  | { readonly type: "launched"; readonly attemptId: string; readonly at: Micros; readonly handle: Json }
  /** Of a job outside: what people should know it waits for. Not every word is told. */
  | { readonly type: "said"; readonly attemptId: string; readonly at: Micros; readonly message: string }
  | { readonly type: "xcom"; readonly attemptId: string; readonly at: Micros; readonly xcoms: readonly XComWrite[] }
  | {
      readonly type: "finished";
      readonly attemptId: string;
      readonly at: Micros;
      readonly outcome: AttemptOutcome;
      readonly xcoms?: readonly XComWrite[];
      /** As in `started`, if what came out has changed it. */
      readonly renderedMapIndex?: string;
      /** What the code said of its outlets; counts only for a success. */
      readonly assetEvents?: readonly AssetEventWrite[];
    };

/** Events after which no other follows under this attempt's id. */
export type LastEvent = Extract<AttemptEvent, { readonly type: "finished" | "resumed" | "rescheduled" }>;

export function isLast(event: AttemptEvent): event is LastEvent {
  return event.type === "finished" || event.type === "resumed" || event.type === "rescheduled";
}

/** One line of a task's log. `seq` counts from 1 within the attempt without gaps. */
export interface LogRecord {
  readonly seq: number;
  readonly at: Micros;
  readonly level: "debug" | "info" | "warning" | "error";
  /** `stdout`, `stderr`, `task` (the author's `log`), `momiji` (the engine's own words). */
  readonly source: string;
  readonly message: string;
  /** Of a line of a job outside: where its output goes on after it, in the words of its operator. */
  readonly position?: string;
  /** With a position: bytes of output that are kept up to here, for the limit of whoever goes on. */
  readonly kept?: number;
}

/** Questions that running code may ask while it runs; answered over the same channel. */
export type TaskQuestion =
  | {
      readonly ask: "xcom";
      readonly taskIds: readonly string[];
      readonly key: string;
      readonly runId?: string;
      readonly dagId?: string;
      /** Absent: of a task that is not mapped its value, of a mapped one the list of all; `all`: always the list. */
      readonly mapIndex?: number | "all";
    }
  | { readonly ask: "variable"; readonly key: string }
  | { readonly ask: "connection"; readonly id: string }
  | {
      readonly ask: "task-states";
      readonly dagId: string;
      readonly logicalDate: Micros;
      readonly taskIds: readonly string[];
    }
  /** What of these a DAG has, and the tasks of a group; answered with null if there is no such DAG. */
  | {
      readonly ask: "dag-tasks";
      readonly dagId: string;
      readonly taskIds: readonly string[];
      readonly groupId?: string;
    }
  | {
      readonly ask: "trigger-dag-run";
      readonly dagId: string;
      readonly request: TriggerRequest;
      /** A run of that id or logical date is cleared, and runs again. */
      readonly resets?: boolean;
      readonly failsWhenPaused?: boolean;
    }
  | { readonly ask: "run-state"; readonly dagId: string; readonly runId: string }
  /** What the task that asks keeps over its attempts, or an asset that its DAG names. Without a key: all, of `remove`. */
  | {
      readonly ask: "state";
      readonly by: { readonly taskId: string; readonly mapIndex: number };
      readonly asset?: AssetKey;
      readonly act: "get" | "set" | "remove";
      readonly key?: string;
      readonly value?: Json;
      /** Until it goes; null: with its run. */
      readonly days?: number | null;
    }
  /** Events of an asset, or those that came through an alias. */
  | { readonly ask: "asset-events"; readonly of: AssetRef; readonly filter: AssetEventWindow };

/** Which events of an asset are wanted; without `latest` and `after` all of them. */
export interface AssetEventWindow {
  readonly after?: Micros;
  readonly before?: Micros;
  /** Only so many, the newest; they are answered oldest first all the same. */
  readonly latest?: number;
}

/** A run asked for by hand, by a client or by `triggerDagRun`. */
export interface TriggerRequest {
  readonly runId?: string;
  /** Absent: now. Null: a run without a date. */
  readonly logicalDate?: Micros | null;
  readonly dataIntervalStart?: Micros;
  readonly dataIntervalEnd?: Micros;
  /** From when on it may start; absent: now. */
  readonly runAfter?: Micros;
  readonly conf?: { readonly [name: string]: Json };
  readonly note?: string;
}
