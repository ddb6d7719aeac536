/** Intents about callbacks: what was decided and must be delivered, and what became of it. New ones come with `commit`. */
import type { DagScope } from "./dag-scope.ts";
import type { CallbackRecord, CallbackState } from "@momiji/core";

export interface CallbackFilter {
  /** The DAGs that whoever asks may see. */
  readonly scope: DagScope;
  readonly dagId?: string;
  readonly runId?: string;
  readonly taskId?: string;
  readonly states?: readonly CallbackState[];
  /** Newest first; default 100. */
  readonly limit?: number;
}

export interface CallbackStore {
  /** Those of these DAGs that are queued or pending, in the order in which they were decided. */
  loadCallbacks(dagIds: readonly string[]): Promise<CallbackRecord[]>;
  listCallbacks(filter: CallbackFilter): Promise<CallbackRecord[]>;
}
