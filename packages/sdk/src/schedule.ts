/** What `schedule` may be, and how it reads in a `DagSpec`. Cron expressions are judged by the timetable, not here. */
import type { ScheduleSpec, TimeScheduleSpec } from "@momiji/core";
import { isoZ } from "@momiji/core/time";
import { type Asset, assetsIn, type AssetTerm, conditionSpec, isAssetTerm } from "./asset.ts";
import { all } from "./make-asset.ts";
import { DagDefinitionError } from "./definition-error.ts";
import { type DeltaInput, deltaOf, type DurationInput, positiveSecondsOf, secondsOf } from "./duration.ts";
import { present, unless } from "./present.ts";
import { show } from "./checks.ts";
import { type InstantInput, readInstant } from "./wall-time.ts";

/** A schedule that is more than a text. Made by `every`, `everyTrigger`, `cronTrigger`, `events` and `assetOrTime`. */
export interface Schedule {
  /** As it stands in the spec of a DAG of that zone; `place` opens the message of an error. */
  specIn(timezone: string, place: string): ScheduleSpec;
  /** Assets that it names. */
  readonly assets?: readonly Asset[];
}

/**
 * A cron expression or a preset such as `"@daily"`: each run is about the interval between two ticks and starts when it
 * *ends*. `"@once"`, `"@continuous"`, or null: only by hand. An asset, several of them (then all must have changed), or an
 * expression of `all` and `any`: a run whenever they have changed since the last.
 */
export type ScheduleInput = string | Schedule | AssetTerm | readonly AssetTerm[] | null;

/** Runs by time, and besides whenever the assets have changed (Airflow's `AssetOrTimeSchedule`). */
export function assetOrTime(time: string | Schedule, assets: AssetTerm | readonly AssetTerm[]): Schedule {
  const term = termOf(assets, "assetOrTime(...)");
  return {
    specIn: (timezone, place) => {
      const spec = scheduleSpec(time, timezone, place);
      if (!isTime(spec))
        throw new DagDefinitionError(place, "assetOrTime needs a schedule by time as its first argument");
      return { kind: "asset-or-time", condition: conditionSpec(term), time: spec };
    },
    assets: assetsIn(term),
  };
}

/** Assets that a schedule names. */
export function assetsOfSchedule(schedule: ScheduleInput): readonly Asset[] {
  if (schedule === null || typeof schedule === "string") return [];
  if (isAssetTerm(schedule)) return assetsIn(schedule);
  return "specIn" in schedule ? (schedule.assets ?? []) : schedule.flatMap(assetsIn);
}

function isTime(spec: ScheduleSpec): spec is TimeScheduleSpec {
  return spec.kind !== "none" && spec.kind !== "assets" && spec.kind !== "asset-or-time";
}

/** A list means all of them, as in Airflow. */
function termOf(assets: AssetTerm | readonly AssetTerm[], place: string): AssetTerm {
  if (isAssetTerm(assets)) return assets;
  const [only, ...more] = assets;
  if (only === undefined) throw new DagDefinitionError(place, "name at least one asset");
  const term = all(...assets);
  return more.length === 0 ? only : term;
}

/**
 * A run for every stretch of that length since the start date, when the stretch *ends* (Airflow's `timedelta`; with years or
 * months its `relativedelta`). It knows no zone: for the same wall time every day write a cron expression.
 */
export function every(delta: DeltaInput): Schedule {
  return { specIn: (_timezone, place) => ({ kind: "delta-interval", delta: deltaOf(delta, place) }) };
}

/** A run at every step of that length, about the moment itself or about `interval` before it (Airflow's `DeltaTriggerTimetable`). */
export function everyTrigger(delta: DeltaInput, options: { readonly interval?: DurationInput } = {}): Schedule {
  return {
    specIn: (_timezone, place) => ({
      kind: "delta-trigger",
      delta: deltaOf(delta, place),
      ...intervalOf(options.interval, place),
    }),
  };
}

export interface CronTriggerOptions {
  /** How much time before the tick the run is about; default: none. */
  readonly interval?: DurationInput;
  /**
   * Only without a start date and before the first run: whether the tick before now runs at once. A duration: if it is no
   * older than that. Default false.
   */
  readonly runImmediately?: boolean | DurationInput;
}

/** A run *at* each tick of one or several cron expressions (Airflow's `CronTriggerTimetable`). */
export function cronTrigger(crons: string | readonly string[], options: CronTriggerOptions = {}): Schedule {
  return {
    specIn: (timezone, place) => ({
      kind: "cron-trigger",
      crons: typeof crons === "string" ? [crons] : [...crons],
      timezone,
      ...intervalOf(options.interval, place),
      ...present<{ runImmediately?: boolean | { seconds: number } }>({
        runImmediately: unless(immediately(options.runImmediately, place), false),
      }),
    }),
  };
}

export interface EventsOptions {
  /** A run by hand takes the event before it instead of its own moment. */
  readonly restrictToEvents?: boolean;
  readonly description?: string;
}

/** A run at each of the dates given (Airflow's `EventsTimetable`); wall times are read in the DAG's zone. */
export function events(instants: readonly InstantInput[], options: EventsOptions = {}): Schedule {
  return {
    specIn: (timezone, place) => {
      const micros = new Set(instants.map((instant) => readInstant(instant, timezone, place)));
      return {
        kind: "events",
        instants: [...micros].sort((a, b) => a - b).map(isoZ),
        ...present<EventsOptions>({
          restrictToEvents: unless(options.restrictToEvents, false),
          description: options.description,
        }),
      };
    },
  };
}

/** The schedule as the spec has it. */
export function scheduleSpec(schedule: ScheduleInput, timezone: string, place: string): ScheduleSpec {
  if (schedule === null) return { kind: "none" };
  if (schedule === "@once") return { kind: "once" };
  if (schedule === "@continuous") return { kind: "continuous" };
  if (typeof schedule === "string") return { kind: "cron-interval", cron: schedule, timezone };
  if (isAssetTerm(schedule) || Array.isArray(schedule)) {
    return { kind: "assets", condition: conditionSpec(termOf(schedule, place)) };
  }
  if (typeof schedule === "object" && "specIn" in schedule) return schedule.specIn(timezone, place);
  throw new DagDefinitionError(
    place,
    `${show(schedule)} is no schedule; write a cron expression, every({ minutes: 3 }), an asset or null`,
  );
}

function intervalOf(interval: DurationInput | undefined, place: string): { intervalSeconds?: number } {
  if (interval === undefined) return {};
  const intervalSeconds = secondsOf(interval, `${place}, interval`);
  return intervalSeconds === 0 ? {} : { intervalSeconds };
}

function immediately(
  value: boolean | DurationInput | undefined,
  place: string,
): boolean | { seconds: number } | undefined {
  if (value === undefined || typeof value === "boolean") return value;
  return { seconds: positiveSecondsOf(value, `${place}, runImmediately`) };
}
