/** What running code of a task sees. Built by whoever runs the attempt; nothing in it reaches past the attempt. */
import type { AssetEvent, AssetKey, Json, RunState, RunType, TaskState, Temporal, TriggerRequest } from "@momiji/core";
import type { Asset, AssetAlias } from "./asset.ts";
import type { Connection } from "./connection.ts";
import type { KeptState } from "./kept-state.ts";
import type { TaskLog } from "./task-log.ts";

export interface TaskContext<Params = { readonly [name: string]: Json }> {
  readonly dagId: string;
  readonly runId: string;
  /** How the run came about: `scheduled`, `manual`, `backfill`, ... */
  readonly runType: RunType;
  readonly taskId: string;
  readonly mapIndex: number;
  /** UUIDv7, new for each attempt: use it as the idempotency key of what the task does outside. */
  readonly attemptId: string;
  /** 1 for the first attempt. */
  readonly tryNumber: number;
  readonly maxTries: number;
  /** Null for a run that belongs to no date. */
  readonly logicalDate: Temporal.ZonedDateTime | null;
  /** In the DAG's time zone; null for a run that belongs to no date. */
  readonly dataInterval: { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime } | null;
  readonly runAfter: Temporal.ZonedDateTime;
  /** The DAG's params: defaults with the run's conf over them, validated. */
  readonly params: Params;
  readonly conf: { readonly [name: string]: Json };
  readonly log: TaskLog;
  /**
   * From here on the value reads `***` in logs and in the words of failures, also URL-encoded, JSON-escaped or in base64:
   * every text in it, if it is an object or a list. Texts of fewer than four characters are left alone.
   */
  maskSecret(value: Json): void;
  /** The present, by the engine's clock: tests turn it as they like. */
  now(): Temporal.Instant;
  /** Aborted when the attempt is cancelled or timed out; the process is killed after a grace. */
  readonly signal: AbortSignal;
  readonly xcom: {
    /** Undefined if there is none. Default key: `return_value`. */
    pull(
      taskId: string,
      options?: {
        readonly key?: string;
        readonly runId?: string;
        readonly dagId?: string;
        /** Of a mapped task one instance instead of the list of all. */
        readonly mapIndex?: number;
      },
    ): Promise<Json | undefined>;
    push(key: string, value: Json): void;
  };
  readonly variables: { get(key: string): Promise<string | undefined> };
  /**
   * What this task instance keeps from one attempt to the next, also when it is cleared: where it had come to, an id of
   * something outside. `of`: what an asset keeps, which is an inlet or an outlet of some task of the DAG.
   */
  readonly state: KeptState & { of(asset: Asset): KeptState };
  readonly connections: { get(id: string): Promise<Connection | undefined> };
  /** `ctx.outletEvents(orders).add({ extra: { rows: 7 } })` */
  readonly outletEvents: OutletEvents;
  /** Events of an asset or an alias, oldest first. */
  inletEvents(of: Asset | AssetAlias, window?: InletWindow): Promise<readonly ReadAssetEvent[]>;
  /** The events that the run has taken up, oldest first; empty for a run that assets did not make. */
  readonly triggeringAssetEvents: readonly ReadAssetEvent[];
  /** Questions to the engine about other runs, for sensors and triggers. */
  readonly runs: {
    /** States by task id in the run of a DAG at a logical date; null: no such run. A task that is not in it has no entry. */
    statesAt(dagId: string, logicalDate: Temporal.Instant, taskIds: readonly string[]): Promise<RunStates | null>;
    state(dagId: string, runId: string): Promise<RunState | null>;
    /** What the newest version of a DAG has of these tasks, and of a group; null: there is no such DAG. */
    tasksOf(dagId: string, taskIds: readonly string[], groupId?: string): Promise<FoundTasks | null>;
    /** `created` is false if a run with that id or logical date exists already; `runId` is then that run's. */
    trigger(dagId: string, request: TriggerRequest, how?: TriggerHow): Promise<Triggered>;
  };
}

/** What a task says of data that it makes; it counts when the task succeeds. */
export interface OutletEvents {
  /** Adds to the event of an asset that is an outlet; a later value of the same name wins. */
  (outlet: Asset): { add(event: { readonly extra: { readonly [name: string]: Json } }): void };
  /** Resolves an alias that is an outlet: an event of that asset, which need not be known before. */
  (outlet: AssetAlias): { add(asset: Asset, event?: { readonly extra?: { readonly [name: string]: Json } }): void };
}

export interface InletWindow {
  readonly after?: Temporal.Instant;
  readonly before?: Temporal.Instant;
  /** Only so many, the newest; they come oldest first all the same. */
  readonly latest?: number;
}

/** An event of an asset as code sees it. */
export interface ReadAssetEvent extends Pick<AssetEvent, "id" | "extra" | "source"> {
  readonly asset: AssetKey;
  readonly timestamp: Temporal.Instant;
}

export interface FoundTasks {
  /** Those that it does not have. */
  readonly missing: readonly string[];
  /** The tasks of the group, of groups in it too; null: no group was named, or it has none of that name. */
  readonly members: readonly string[] | null;
}

export interface TriggerHow {
  /** A run that exists already is cleared, so that it runs again. */
  readonly resets?: boolean;
  /** Rejects if the DAG is paused, instead of leaving a run that waits. */
  readonly failsWhenPaused?: boolean;
}

export interface Triggered {
  readonly runId: string;
  readonly created: boolean;
  /** The run was there and was cleared. */
  readonly reset: boolean;
}

export interface RunStates {
  readonly run: RunState;
  readonly tasks: { readonly [taskId: string]: readonly TaskState[] };
}
