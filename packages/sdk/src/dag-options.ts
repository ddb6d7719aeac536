/** What an author says of a DAG as a whole (Airflow's `DAG` arguments in camelCase), and how it reads in the spec. */
import type { DagAction, RunType } from "@momiji/core";
import { isoZ } from "@momiji/core/time";
import type { DagCallbackOptions } from "./callback-options.ts";
import { readCallbacks } from "./callbacks.ts";
import { oneOf, onlyKnown, wholeNumber } from "./checks.ts";
import type { DagFields } from "./dag-fields.ts";
import { checkDefaultsSuffice, type ParamsSpec, paramsSpec } from "./dag-params.ts";
import { type DeadlineOptions, readDeadlines } from "./deadline.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { type DurationInput, positiveSecondsOf } from "./duration.ts";
import { checkId } from "./ids.ts";
import type { CallbackBodies } from "./notifier-object.ts";
import { present, unless } from "./present.ts";
import { type ScheduleInput, scheduleSpec } from "./schedule.ts";
import type { StandardJsonSchema } from "./standard-schema.ts";
import { SENSOR_OPTION_NAMES, TASK_OPTION_NAMES, type TaskDefaults } from "./task-options.ts";
import { checkTimezone, type InstantInput, readInstant } from "./wall-time.ts";

export interface DagOptions<ParamsIn = unknown, Params = unknown> extends DagCallbackOptions {
  readonly id: string;
  readonly description?: string;
  /** Default null: only by hand. */
  readonly schedule?: ScheduleInput;
  /** IANA zone in which cron fields and dates without a zone are read. Default UTC. */
  readonly timezone?: string;
  /** The first run is about what begins here, so that it starts one interval later. */
  readonly startDate?: InstantInput;
  /** The last run is about what begins no later than here. */
  readonly endDate?: InstantInput;
  /** Whether runs missed since `startDate` are made up for. Default false: only the latest. */
  readonly catchup?: boolean;
  readonly tags?: readonly string[];
  readonly defaults?: TaskDefaults;
  /** What a run may be given: any Standard Schema that writes JSON Schema, e.g. `z.object({ ... })` of zod 4. */
  readonly params?: StandardJsonSchema<ParamsIn, Params>;
  readonly maxActiveRuns?: number;
  readonly maxActiveTasks?: number;
  /** From the start of a run; then it fails and its unfinished tasks are skipped. */
  readonly dagrunTimeout?: DurationInput;
  /** By when its runs must have succeeded; one or several. */
  readonly deadline?: DeadlineOptions | readonly DeadlineOptions[];
  /** The first task that fails for good ends the run: what runs is failed, what has not begun is skipped, but for teardowns. */
  readonly failFast?: boolean;
  /** After so many failed runs one after the other the DAG is paused. */
  readonly maxConsecutiveFailedRuns?: number;
  /** Which kinds of runs there may be. Default all. */
  readonly allowedRunTypes?: readonly RunType[];
  /** Absent: as configured for all DAGs. */
  readonly isPausedUponCreation?: boolean;
  /** What roles may do in this DAG, beside those that may do it in all: `{ Analysts: ["can_read", "can_edit"] }`. */
  readonly accessControl?: { readonly [role: string]: readonly DagAction[] };
  readonly dagDisplayName?: string;
  /** Markdown, shown with the DAG. */
  readonly docMd?: string;
}

const OPTION_NAMES: Readonly<Record<keyof DagOptions, true>> = {
  id: true,
  description: true,
  schedule: true,
  timezone: true,
  startDate: true,
  endDate: true,
  catchup: true,
  tags: true,
  defaults: true,
  params: true,
  maxActiveRuns: true,
  maxActiveTasks: true,
  dagrunTimeout: true,
  onSuccess: true,
  onFailure: true,
  deadline: true,
  failFast: true,
  maxConsecutiveFailedRuns: true,
  allowedRunTypes: true,
  isPausedUponCreation: true,
  accessControl: true,
  dagDisplayName: true,
  docMd: true,
};

/** With the code of the DAG's own callbacks and those of its deadlines. */
export function dagFields(
  options: DagOptions,
  place: string,
): { readonly fields: DagFields; readonly callbacks: CallbackBodies } {
  checkNames(options, place);
  const at = (name: keyof DagOptions): string => `${place}, ${name}`;
  const timezone = options.timezone ?? "UTC";
  checkTimezone(timezone, at("timezone"));
  const date = (name: "startDate" | "endDate"): string | undefined => {
    const input = options[name];
    return input === undefined ? undefined : isoZ(readInstant(input, timezone, at(name)));
  };
  const callbacks = readCallbacks(options, place);
  const deadlines = options.deadline && readDeadlines(options.deadline, { timezone, place: at("deadline") });
  const fields = {
    version: 1,
    dagId: options.id,
    schedule: scheduleSpec(options.schedule ?? null, timezone, at("schedule")),
    timezone,
    catchup: options.catchup ?? false,
    templateStyle: "json",
    ...present<Partial<DagFields>>({
      description: options.description,
      startDate: date("startDate"),
      endDate: date("endDate"),
      maxActiveRuns: wholeNumber(options.maxActiveRuns, 1, at("maxActiveRuns")),
      maxActiveTasks: wholeNumber(options.maxActiveTasks, 1, at("maxActiveTasks")),
      dagrunTimeoutSeconds: options.dagrunTimeout && positiveSecondsOf(options.dagrunTimeout, at("dagrunTimeout")),
      callbacks: callbacks.specs,
      deadlines: deadlines?.specs,
      failFast: unless(options.failFast, false),
      maxConsecutiveFailedRuns: unless(
        wholeNumber(options.maxConsecutiveFailedRuns, 0, at("maxConsecutiveFailedRuns")),
        0,
      ),
      allowedRunTypes: runTypesOf(options.allowedRunTypes, at("allowedRunTypes")),
      isPausedUponCreation: options.isPausedUponCreation,
      accessControl: accessOf(options.accessControl, at("accessControl")),
      tags: tagsOf(options.tags),
      displayName: options.dagDisplayName,
      doc: options.docMd,
      params: options.params && paramsSpec(options.params, at("params")),
    }),
  } as const satisfies DagFields;
  checkTogether(fields, options, place);
  return { fields, callbacks: new Map([...callbacks.bodies, ...(deadlines?.bodies ?? [])]) };
}

function checkNames(options: DagOptions, place: string): void {
  checkId(options.id, place);
  onlyKnown(options, OPTION_NAMES, place);
  onlyKnown(options.defaults ?? {}, { ...TASK_OPTION_NAMES, ...SENSOR_OPTION_NAMES }, `${place}, defaults`);
}

/** What only shows in several options at once. */
function checkTogether(fields: DagFields, options: DagOptions, place: string): void {
  const isScheduled = fields.schedule.kind !== "none";
  if (fields.catchup && isScheduled && fields.startDate === undefined) {
    throw new DagDefinitionError(place, "catchup needs a startDate: from when on should runs be made up for?");
  }
  if (fields.schedule.kind === "continuous" && fields.maxActiveRuns !== 1) {
    throw new DagDefinitionError(place, 'the schedule "@continuous" needs maxActiveRuns: 1');
  }
  const isTimed = isScheduled && fields.schedule.kind !== "assets";
  if (isTimed && fields.allowedRunTypes?.includes("scheduled") === false) {
    const problem = 'has a schedule, but allowedRunTypes leaves out "scheduled": add it, or set schedule to null';
    throw new DagDefinitionError(place, problem);
  }
  const hasAssets = fields.schedule.kind === "assets" || fields.schedule.kind === "asset-or-time";
  if (hasAssets && fields.allowedRunTypes?.includes("asset_triggered") === false) {
    const problem =
      'waits for assets, but allowedRunTypes leaves out "asset_triggered": add it, or change the schedule';
    throw new DagDefinitionError(place, problem);
  }
  if (isScheduled && options.params !== undefined) {
    checkDefaultsSuffice(options.params, fields.params as ParamsSpec, `${place}, params`);
  }
}

const RUN_TYPES: Readonly<Record<RunType, true>> = {
  scheduled: true,
  manual: true,
  backfill: true,
  asset_triggered: true,
  asset_materialization: true,
  operator_triggered: true,
};

function runTypesOf(types: readonly RunType[] | undefined, place: string): readonly RunType[] | undefined {
  if (types === undefined) return undefined;
  for (const type of types) oneOf(type, RUN_TYPES, place);
  if (types.length === 0) throw new DagDefinitionError(place, "is empty: such a DAG could never run");
  return [...new Set(types)].sort();
}

const DAG_ACTIONS: Readonly<Record<DagAction, true>> = { can_read: true, can_edit: true, can_delete: true };

/** In code point order: the order of roles means nothing and must not make a new version. */
function accessOf(given: DagOptions["accessControl"], place: string): DagOptions["accessControl"] {
  const roles = Object.entries(given ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (roles.length === 0) return undefined;
  return Object.fromEntries(
    roles.map(([role, actions]) => {
      if (role === "") throw new DagDefinitionError(place, "names a role without a name");
      for (const action of actions) oneOf(action, DAG_ACTIONS, `${place}, ${role}`);
      return [role, [...new Set(actions)].sort()];
    }),
  );
}

/** In code point order, each once: the order of tags means nothing and must not make a new version. */
function tagsOf(tags: readonly string[] | undefined): readonly string[] | undefined {
  const all = [...new Set(tags)].sort();
  return all.length === 0 ? undefined : all;
}
