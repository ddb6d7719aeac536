/** The event log: who did what, when, and to which DAG, run and task (Airflow's `eventLogs`). Old entries go by retention. */
import type { Json, Micros } from "@momiji/core";

/** One act of a person or a client. What it was not about is absent. */
export interface EventLogEntry {
  /** Airflow's names: `trigger_dag_run`, `post_clear_task_instances`, `patch_task_instance`, `create_backfill`, ... */
  readonly event: string;
  /** Who did it; null: not known. */
  readonly owner: string | null;
  readonly dagId?: string;
  readonly runId?: string;
  readonly taskId?: string;
  readonly mapIndex?: number;
  readonly tryNumber?: number;
  readonly logicalDate?: Micros;
  /** What was asked for. */
  readonly extra?: { readonly [name: string]: Json };
}

export interface EventLogRecord extends EventLogEntry {
  readonly id: number;
  readonly when: Micros;
}

export interface EventLogFilter {
  readonly id?: number;
  readonly dagId?: string;
  readonly runId?: string;
  readonly taskId?: string;
  readonly mapIndex?: number;
  readonly tryNumber?: number;
  readonly owner?: string;
  readonly event?: string;
  readonly includedEvents?: readonly string[];
  readonly excludedEvents?: readonly string[];
  /** Instants, both excluded. */
  readonly before?: Micros;
  readonly after?: Micros;
  /** Default 100. */
  readonly limit?: number;
  readonly offset?: number;
  /** Newest first; default false. */
  readonly descending?: boolean;
}

export interface EventLogStore {
  /** For what is not changed together with anything else; other acts are logged by the intent that carries them out. */
  logEvents(entries: readonly EventLogEntry[], now: Micros): Promise<void>;
  /** `total`: how many there are without the limit. */
  listEventLogs(filter?: EventLogFilter): Promise<{ entries: EventLogRecord[]; total: number }>;
}
