/**
 * `DagSpec`: the one serialisable form of a DAG. The TypeScript and Python front ends both produce it; nothing behind
 * `dags` knows more of the author's language than `TaskSpec.kind` and `TaskSpec.entry`.
 *
 * All durations are seconds (fractions allowed, as in Airflow); all instants are ISO 8601 in UTC with `Z`.
 * Optional fields are absent, never null, when they have their default, so that equal DAGs have equal hashes.
 */
import type { DagCallbacks, TaskCallbacks } from "./callback-spec.ts";
import type { DeadlineSpec } from "./deadline-spec.ts";
import type { InputSpec } from "./input-spec.ts";
import type { AssetCondition, AssetRef, AssetSpec } from "./asset.ts";
import type { Json } from "./json.ts";
import type { RetryPolicySpec } from "./retry-policy.ts";
import type { RunType } from "./run-state.ts";
import type { MappingSpec } from "./mapping.ts";
import type { TriggerRule } from "./trigger-rules.ts";

export const DAG_SPEC_VERSION = 1;

/** How runs are made. Each kind is one timetable of Airflow's; `timezone` is an IANA name. */
export type ScheduleSpec =
  | TimeScheduleSpec
  /** A run when the assets of the condition have changed since the last one. */
  | { readonly kind: "assets"; readonly condition: AssetCondition }
  /** Runs by time and, besides, by assets. */
  | { readonly kind: "asset-or-time"; readonly condition: AssetCondition; readonly time: TimeScheduleSpec };

export type TimeScheduleSpec =
  | { readonly kind: "none" }
  | { readonly kind: "once" }
  | { readonly kind: "continuous" }
  | { readonly kind: "cron-interval"; readonly cron: string; readonly timezone: string }
  | CronTriggerSpec
  | { readonly kind: "delta-interval"; readonly delta: DeltaSpec }
  | { readonly kind: "delta-trigger"; readonly delta: DeltaSpec; readonly intervalSeconds?: number }
  | {
      readonly kind: "events";
      readonly instants: readonly string[];
      readonly restrictToEvents?: boolean;
      readonly description?: string;
    };

/** Runs at each tick of one or several cron expressions; the interval ends at the tick and lasts `intervalSeconds` (0). */
export interface CronTriggerSpec {
  readonly kind: "cron-trigger";
  readonly crons: readonly string[];
  readonly timezone: string;
  readonly intervalSeconds?: number;
  /** Without a start date and an earlier run: whether the tick before `now` runs at once. Seconds: if it is no older. */
  readonly runImmediately?: boolean | { readonly seconds: number };
}

/** A fixed number of seconds, or calendar units (Airflow's `relativedelta`). */
export type DeltaSpec = { readonly seconds: number } | { readonly calendar: CalendarDelta };

export interface CalendarDelta {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

export type WeightRule = "downstream" | "upstream" | "absolute";

/** Constant delay, or exponential with deterministic jitter (`retry.ts`). */
export interface RetrySpec {
  /** Attempts after the first; 0: none. */
  readonly retries: number;
  readonly delaySeconds: number;
  /** Airflow's `retry_exponential_backoff`: multiplier; 0 or 1: constant. */
  readonly backoff?: number;
  readonly maxDelaySeconds?: number;
  /** What is decided by kind of failure; absent: every failure alike. */
  readonly policy?: RetryPolicySpec;
}

/** Sensor semantics of a task: it is asked again until it answers, fails or times out. */
export interface SensorSpec {
  readonly pokeIntervalSeconds: number;
  readonly timeoutSeconds: number;
  /**
   * What it holds between two questions. Absent: nothing, and it asks again at its time (`deferred`). `poke`: its slots.
   * `reschedule`: nothing, and it needs slots again for each question.
   */
  readonly mode?: "poke" | "reschedule";
  readonly softFail?: boolean;
  /** An error that does not say more is written to the log and counts as "not yet". */
  readonly silentFail?: boolean;
  /** Whatever would fail it skips it. */
  readonly neverFail?: boolean;
  readonly exponentialBackoff?: boolean;
  readonly maxWaitSeconds?: number;
}

export interface TaskSpec {
  readonly taskId: string;
  /** Operator name for people and the API: `bash`, `function`, `http`, or the user's own. */
  readonly operator: string;
  /**
   * Which lane of a worker runs it: `function` (TypeScript code of the bundle in a warm child), `process` (a command
   * through the spawner), `async` (waits as a promise), `empty` (nothing to run: the scheduler marks success itself),
   * `input` (asks a person: the worker renders the question, then nothing is held while it waits), `job` (a job that runs
   * outside and outlives the worker: a container, a pod, a task of ECS).
   */
  readonly lane: "function" | "process" | "async" | "empty" | "input" | "job";
  /** Of lane `job`: the package whose `NAME/jobs` has the operator; absent: the DAG's bundle has it. */
  readonly provider?: string;
  /** Where a command's words or an operator's parameters are: rendered before use, see `templateFields`. */
  readonly params?: { readonly [name: string]: Json };
  /** Names in `params` whose strings are Jinja templates. */
  readonly templateFields?: readonly string[];
  /** Inputs by name from upstream tasks' return values: `{ rows: "extract" }`. Each is an upstream too. */
  readonly inputs?: { readonly [name: string]: string };
  /** Inputs by name that are values of the mapped group around it: `{ file: "x" }` for the group's `x`. */
  readonly groupInputs?: { readonly [name: string]: string };
  /** One instance for each element. Not inside a mapped group, whose tasks are mapped with it. */
  readonly mapping?: MappingSpec;
  /** A template: how an instance is called for people instead of by its map index. */
  readonly mapIndexTemplate?: string;
  readonly upstream: readonly string[];
  /** Words at edges, by upstream task id, for drawings. */
  readonly edgeLabels?: { readonly [upstream: string]: string };
  readonly triggerRule?: TriggerRule;
  readonly retry?: RetrySpec;
  readonly executionTimeoutSeconds?: number;
  readonly sensor?: SensorSpec;
  readonly dependsOnPast?: boolean;
  readonly waitForDownstream?: boolean;
  /** False: a task that the run before does not have waits for ever instead of being taken for new. Default true. */
  readonly ignoreFirstDependsOnPast?: boolean;
  /** What is to be skipped is skipped only when `dependsOnPast` would let it run. */
  readonly waitForPastDependsBeforeSkipping?: boolean;
  /** Runs with an earlier logical date do not have the task (state `removed`); backfills do. */
  readonly startDate?: string;
  /** Nor those with a later one. */
  readonly endDate?: string;
  readonly priorityWeight?: number;
  readonly weightRule?: WeightRule;
  readonly pool?: string;
  readonly poolSlots?: number;
  readonly queue?: string;
  readonly executor?: string;
  readonly maxActiveTisPerDag?: number;
  readonly maxActiveTisPerDagrun?: number;
  /** Memory of a function child in MiB. */
  readonly memoryLimitMiB?: number;
  readonly doXcomPush?: boolean;
  /** Each field of the returned object is an XCom of its own besides `return_value`. */
  readonly multipleOutputs?: boolean;
  readonly owner?: string;
  readonly email?: EmailSpec;
  readonly callbacks?: TaskCallbacks;
  /** What is asked, of lane `input`. */
  readonly input?: InputSpec;
  readonly isSetup?: boolean;
  readonly isTeardown?: boolean;
  /** Setups that a teardown belongs to. */
  readonly setups?: readonly string[];
  readonly onFailureFailDagrun?: boolean;
  /** Data that it reads; says nothing about when it runs. */
  readonly inlets?: readonly AssetRef[];
  /** Data that it makes: its success is an event of each. */
  readonly outlets?: readonly AssetRef[];
  readonly displayName?: string;
  readonly doc?: string;
}

export interface EmailSpec {
  readonly to: readonly string[];
  /** Default true, as in Airflow. */
  readonly onFailure?: boolean;
  readonly onRetry?: boolean;
}

export interface TaskGroupSpec {
  readonly groupId: string;
  /** Full id of the group around it; absent: the DAG itself. */
  readonly parent?: string;
  readonly displayName?: string;
  readonly tooltip?: string;
  /** Its tasks run once for each element, each map index by itself. Not inside another mapped group. */
  readonly mapping?: MappingSpec;
  /** Ids of the tasks and groups directly inside, in the order of the file. */
  readonly children: readonly string[];
  /** Tasks and groups from which an edge was drawn to the group as a whole; `upstream` of the tasks says it in full. */
  readonly upstream?: readonly string[];
  /** Tasks and groups to which an edge was drawn from the group as a whole. */
  readonly downstream?: readonly string[];
}

/** Airflow's words for what a role may do in one DAG. */
export const DAG_ACTIONS = ["can_read", "can_edit", "can_delete"] as const;

export type DagAction = (typeof DAG_ACTIONS)[number];

export interface DagSpec {
  readonly version: typeof DAG_SPEC_VERSION;
  readonly dagId: string;
  readonly description?: string;
  readonly schedule: ScheduleSpec;
  /** IANA zone of the DAG: cron fields are read and dates shown in it. */
  readonly timezone: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly catchup: boolean;
  readonly maxActiveRuns?: number;
  readonly maxActiveTasks?: number;
  readonly dagrunTimeoutSeconds?: number;
  readonly callbacks?: DagCallbacks;
  readonly deadlines?: readonly DeadlineSpec[];
  /** The first task that fails for good ends the run: what runs is failed, what has not begun is skipped, but for teardowns. */
  readonly failFast?: boolean;
  /** After so many failed runs one after the other the DAG is paused. */
  readonly maxConsecutiveFailedRuns?: number;
  /** Absent: all. */
  readonly allowedRunTypes?: readonly RunType[];
  readonly isPausedUponCreation?: boolean;
  /** What roles may do in this DAG, beside those that may do it in all. */
  readonly accessControl?: { readonly [role: string]: readonly DagAction[] };
  readonly tags?: readonly string[];
  readonly displayName?: string;
  readonly doc?: string;
  /** JSON schema (draft 2020-12) of `params` with defaults; conf of a run is merged over the defaults and validated. */
  readonly params?: { readonly schema: Json; readonly defaults: { readonly [name: string]: Json } };
  /** How templates print values: `json` (TypeScript DAGs) or `python` (Airflow DAG files). */
  readonly templateStyle: "json" | "python";
  readonly tasks: readonly TaskSpec[];
  readonly groups?: readonly TaskGroupSpec[];
  /** Every asset that the schedule or a task names, with all that is said of it. */
  readonly assets?: readonly AssetSpec[];
  /** Where the author wrote it, for people. */
  readonly source: { readonly file: string; readonly exportName?: string };
}
