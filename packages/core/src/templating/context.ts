/**
 * What a template can speak of: the run, its DAG and task, as plain data that a worker builds from the messages of its task.
 *
 * Instants are microseconds since 1970 UTC, durations seconds. Lookups are synchronous: whoever renders has fetched
 * beforehand what the template names (`referencedVariables` lists it). A lookup that lacks an answer may throw an error of
 * its own: it leaves the rendering as it is, so that the caller can fetch the answer and render again. The names that they
 * are asked for are the template's, so a `Map` must stand behind them, or `Object.hasOwn`.
 */
import type { AssetEvent } from "../asset-event.ts";
import type { Micros } from "../instant.ts";
import type { Json } from "../json.ts";
import type { PreviousSuccess } from "../task-protocol.ts";

export interface TemplateContext {
  readonly dag: TemplateDag;
  readonly task: TemplateTask;
  readonly run: TemplateRun;
  readonly taskInstance: TemplateTaskInstance;
  /** The DAG's and the task's params with the run's conf merged over them. */
  readonly params: { readonly [name: string]: Json };
  /** The last successful run before this one; null: there is none. */
  readonly previousSuccess?: PreviousSuccess | null;
  /** The value of a variable, or null if there is none. */
  variable(key: string): string | null;
  /** A connection, or null if there is none. */
  connection(connectionId: string): TemplateConnection | null;
  /** The values that match, by map index; a task that is not mapped has one. */
  xcom(query: XComQuery): readonly Json[];
  /** `user_defined_macros`: more names. */
  readonly macros?: { readonly [name: string]: TemplateMacro };
  /** `user_defined_filters`. */
  readonly filters?: { readonly [name: string]: (value: Json, ...args: Json[]) => Json };
}

/** A value, or a function of JSON values. */
export type TemplateMacro = Json | ((...args: Json[]) => Json);

export interface TemplateDag {
  readonly dagId: string;
  /** IANA name. */
  readonly timezone: string;
  readonly description?: string;
  readonly schedule?: string;
  readonly tags?: readonly string[];
  readonly startDate?: Micros;
  readonly endDate?: Micros;
  readonly catchup?: boolean;
  readonly maxActiveRuns?: number;
  readonly maxActiveTasks?: number;
  readonly displayName?: string;
  readonly doc?: string;
  readonly taskIds?: readonly string[];
  /** Defaults of the DAG's params, without the run's conf. */
  readonly params?: { readonly [name: string]: Json };
}

export interface TemplateAsset {
  readonly name: string;
  readonly uri: string;
  readonly group?: string;
  readonly extra?: { readonly [name: string]: Json };
}

export interface TemplateTask {
  readonly taskId: string;
  /** Class of the operator, as `task.task_type` and `str(task)` show it. */
  readonly operator?: string;
  readonly owner?: string;
  readonly retries?: number;
  readonly retryDelaySeconds?: number;
  readonly executionTimeoutSeconds?: number;
  readonly pool?: string;
  readonly poolSlots?: number;
  readonly queue?: string;
  readonly priorityWeight?: number;
  readonly triggerRule?: string;
  readonly dependsOnPast?: boolean;
  readonly upstream?: readonly string[];
  readonly downstream?: readonly string[];
  readonly displayName?: string;
  readonly doc?: string;
  readonly mapIndexTemplate?: string;
  readonly inlets?: readonly TemplateAsset[];
  readonly outlets?: readonly TemplateAsset[];
}

export interface TemplateRun {
  readonly runId: string;
  /** `scheduled`, `manual`, `backfill`, `asset_triggered`, ... */
  readonly runType: string;
  readonly runAfter: Micros;
  /** A run without a logical date has no `ds`, `ts`, `data_interval_start` and the like. */
  readonly logicalDate: Micros | null;
  readonly dataInterval: { readonly start: Micros; readonly end: Micros } | null;
  readonly conf: { readonly [name: string]: Json } | null;
  readonly state?: string;
  readonly startDate?: Micros;
  readonly endDate?: Micros;
  readonly clearNumber?: number;
  readonly triggeringUser?: string;
  readonly note?: string;
  readonly partitionKey?: string;
  readonly partitionDate?: Micros;
  /** What a run by assets has taken up, oldest first. */
  readonly triggeringAssetEvents?: readonly AssetEvent[];
}

export interface TemplateTaskInstance {
  /** UUID of the attempt. */
  readonly id?: string;
  readonly tryNumber: number;
  /** -1: not mapped. */
  readonly mapIndex: number;
  readonly maxTries?: number;
  readonly hostname?: string;
  readonly startDate?: Micros;
  readonly state?: string;
  readonly logUrl?: string;
  readonly rescheduleCount?: number;
}

export interface TemplateConnection {
  readonly connectionId: string;
  readonly type?: string;
  readonly description?: string;
  readonly host?: string;
  readonly schema?: string;
  readonly login?: string;
  readonly password?: string;
  readonly port?: number;
  /** JSON text. */
  readonly extra?: string;
}

/** Which XComs `ti.xcom_pull` asks for. */
export interface XComQuery {
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly key: string;
  /** Null: all map indexes. */
  readonly mapIndex: number | null;
  readonly includePriorDates: boolean;
}
