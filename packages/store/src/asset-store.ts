/** What a store does with assets: their events, the queues of DAGs that wait for them, and their watchers. */
import type { DagScope } from "./dag-scope.ts";
import type { OrderBy } from "./list-store.ts";
import type {
  AssetEvent,
  AssetKey,
  AssetQueue,
  AssetRef,
  Json,
  Micros,
  NewAssetEvent,
  RunState,
  WantedWatcher,
  WatcherReport,
} from "@momiji/core";

/** Events of one task instance's success; written once, however often the commit that holds them is repeated. */
export interface TaskAssetEvents {
  readonly taskId: string;
  readonly mapIndex: number;
  readonly attemptId: string;
  readonly events: readonly NewAssetEvent[];
}

export interface AliasRecord {
  readonly id: number;
  readonly name: string;
  readonly group: string;
}

export interface TaskReference {
  readonly dagId: string;
  readonly taskId: string;
  readonly since: Micros;
}

export interface AssetRecord extends AssetKey {
  readonly id: number;
  readonly group: string;
  readonly extra: { readonly [name: string]: Json };
  readonly createdAt: Micros;
  readonly updatedAt: Micros;
  /** DAGs that wait for it, by id. */
  readonly scheduledDags: readonly { readonly dagId: string; readonly since: Micros }[];
  readonly producingTasks: readonly TaskReference[];
  readonly consumingTasks: readonly TaskReference[];
  /** Aliases that were resolved to it. */
  readonly aliases: readonly AliasRecord[];
  readonly watchers: readonly WatcherRecord[];
  readonly lastEvent: { readonly id: number; readonly at: Micros } | null;
}

/** How a watcher fares. */
export interface WatcherRecord {
  readonly name: string;
  readonly createdAt: Micros;
  readonly lastEventAt: Micros | null;
  /** Failures since it last went well. */
  readonly failures: number;
  readonly lastError: string | null;
  readonly lastErrorAt: Micros | null;
}

export interface AssetFilter {
  readonly ids?: readonly number[];
  /** Also assets that no DAG names any more. */
  readonly includeInactive?: boolean;
  /** Only those that one of these DAGs names. */
  readonly dagIds?: readonly string[];
}

/** An event with what became of it. */
export interface AssetEventRecord extends AssetEvent {
  readonly assetId: number;
  readonly group: string;
  /** Runs that took it up. */
  readonly runs: readonly AssetEventRun[];
}

export interface AssetEventRun {
  readonly dagId: string;
  readonly runId: string;
  readonly state: RunState;
  readonly startDate: Micros | null;
  readonly endDate: Micros | null;
  readonly dataIntervalStart: Micros | null;
  readonly dataIntervalEnd: Micros | null;
  readonly logicalDate: Micros | null;
  /** It is the newest of the events that this run took up. */
  readonly isNewest: boolean;
}

export type AssetEventOrder = "id" | "sourceDagId" | "sourceRunId" | "sourceTaskId" | "sourceMapIndex";

export interface AssetEventFilter {
  /** The DAGs that whoever asks may see. */
  readonly scope: DagScope;
  readonly of?: AssetRef;
  readonly assetIds?: readonly number[];
  readonly sourceDagId?: string;
  readonly sourceRunId?: string;
  readonly sourceTaskId?: string;
  readonly sourceMapIndex?: number;
  /** Not at these instants themselves. */
  readonly after?: Micros;
  readonly before?: Micros;
  /** Absent: the oldest first. */
  readonly order?: readonly OrderBy<AssetEventOrder>[];
  /** Default 100. */
  readonly limit?: number;
  readonly offset?: number;
}

/** An asset that waits in the queue of a DAG. */
export interface QueuedAssetRecord {
  readonly dagId: string;
  readonly assetId: number;
  readonly queuedAt: Micros;
}

export interface QueuedAssetFilter {
  /** The DAGs that whoever asks may see. */
  readonly scope: DagScope;
  readonly dagId?: string;
  readonly assetId?: number;
  /** Queued before this instant. */
  readonly before?: Micros;
}

export interface AssetStore {
  /** By id. */
  listAssets(filter?: AssetFilter): Promise<AssetRecord[]>;
  listAssetAliases(): Promise<AliasRecord[]>;
  listAssetEvents(filter: AssetEventFilter): Promise<{ events: AssetEventRecord[]; total: number }>;
  /** By asset the moments of its last events, the newest first, at most `most`; an asset without events is left out. */
  listLastAssetEvents(assetIds: readonly number[], most: number): Promise<ReadonlyMap<number, readonly Micros[]>>;
  /** The events that a run took up, oldest first. */
  listEventsOfRun(runKey: number): Promise<AssetEventRecord[]>;
  /** An event that no task made. Null: there is no such asset. */
  createAssetEvent(assetId: number, extra: { readonly [name: string]: Json }, now: Micros): Promise<number | null>;
  /** One for each of these DAGs. */
  loadAssetQueues(dagIds: readonly string[]): Promise<ReadonlyMap<string, AssetQueue>>;
  /** By DAG and asset. */
  listQueuedAssets(filter: QueuedAssetFilter): Promise<QueuedAssetRecord[]>;
  /** Takes assets out of queues, so that their events no longer count; how many. */
  deleteQueuedAssets(filter: QueuedAssetFilter): Promise<number>;
  /** Watchers of assets that a DAG waits for which is neither paused nor gone. */
  listWantedWatchers(): Promise<WantedWatcher[]>;
  reportWatcher(report: WatcherReport, now: Micros): Promise<void>;
  reportWatcherFailure(watcher: { asset: AssetKey; name: string }, message: string, now: Micros): Promise<void>;
}
