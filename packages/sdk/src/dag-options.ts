/** What an author says of a DAG as a whole (Airflow's `DAG` arguments in camelCase), and how it reads in the spec. */
import type { DagSpec, RunType } from "@momiji/core";
import { isoZ } from "@momiji/core/time";
import { onlyKnown, wholeNumber } from "./checks.ts";
import { checkDefaultsSuffice, type ParamsSpec, paramsSpec } from "./dag-params.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { type DurationInput, positiveSecondsOf } from "./duration.ts";
import { checkId } from "./ids.ts";
import { present } from "./present.ts";
import { type ScheduleInput, scheduleSpec } from "./schedule.ts";
import type { StandardJsonSchema } from "./standard-schema.ts";
import { SENSOR_OPTION_NAMES, TASK_OPTION_NAMES, type TaskDefaults } from "./task-options.ts";
import { checkTimezone, type InstantInput, readInstant } from "./wall-time.ts";

export interface DagOptions<ParamsIn = unknown, Params = unknown> {
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
  /** Absent: as configured for all DAGs. */
  readonly isPausedUponCreation?: boolean;
  /** Types of runs that may be made, e.g. `["scheduled", "backfill"]` for none by hand. Absent: all. */
  readonly allowedRunTypes?: readonly RunType[];
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
  isPausedUponCreation: true,
  allowedRunTypes: true,
  dagDisplayName: true,
  docMd: true,
};

/** The spec without what its tasks say. */
export type DagFields = Omit<DagSpec, "tasks" | "groups" | "source">;

export function dagFields(options: DagOptions, place: string): DagFields {
  checkNames(options, place);
  const at = (name: keyof DagOptions): string => `${place}, ${name}`;
  const timezone = options.timezone ?? "UTC";
  checkTimezone(timezone, at("timezone"));
  const date = (name: "startDate" | "endDate"): string | undefined => {
    const input = options[name];
    return input === undefined ? undefined : isoZ(readInstant(input, timezone, at(name)));
  };
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
      isPausedUponCreation: options.isPausedUponCreation,
      allowedRunTypes: runTypesOf(options.allowedRunTypes, at("allowedRunTypes")),
      tags: tagsOf(options.tags),
      displayName: options.dagDisplayName,
      doc: options.docMd,
      params: options.params && paramsSpec(options.params, at("params")),
    }),
  } as const satisfies DagFields;
  checkTogether(fields, options, place);
  return fields;
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
  if (isScheduled && options.params !== undefined) {
    checkDefaultsSuffice(options.params, fields.params as ParamsSpec, `${place}, params`);
  }
}

/** Not `core`'s own list: every child that runs a task would have to load it. */
const RUN_TYPES: Readonly<Record<RunType, true>> = {
  scheduled: true,
  manual: true,
  backfill: true,
  asset_triggered: true,
  operator_triggered: true,
};

function runTypesOf(types: readonly RunType[] | undefined, place: string): readonly RunType[] | undefined {
  if (types === undefined) return undefined;
  const known = Object.keys(RUN_TYPES) as RunType[];
  if (types.length === 0 || !types.every((type) => known.includes(type)))
    throw new DagDefinitionError(place, `must name some of ${known.join(", ")}`);
  return known.filter((type) => types.includes(type));
}

/** In code point order, each once: the order of tags means nothing and must not make a new version. */
function tagsOf(tags: readonly string[] | undefined): readonly string[] | undefined {
  const all = [...new Set(tags)].sort();
  return all.length === 0 ? undefined : all;
}
