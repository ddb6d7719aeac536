/** What `schedule` may be, and how it reads in a `DagSpec`. Cron expressions are judged by the timetable, not here. */
import type { ScheduleSpec } from "@momiji/core";
import { isoZ } from "@momiji/core/time";
import { DagDefinitionError } from "./definition-error.ts";
import { type DeltaInput, deltaOf, type DurationInput, positiveSecondsOf, secondsOf } from "./duration.ts";
import { present, unless } from "./present.ts";
import { show } from "./checks.ts";
import { type InstantInput, readInstant } from "./wall-time.ts";

/** A schedule that is more than a text. Made by `every`, `everyTrigger`, `cronTrigger` and `events`. */
export interface Schedule {
  /** As it stands in the spec of a DAG of that zone; `place` opens the message of an error. */
  specIn(timezone: string, place: string): ScheduleSpec;
}

/**
 * A cron expression or a preset such as `"@daily"`: each run is about the interval between two ticks and starts when it
 * *ends*. `"@once"`, `"@continuous"`, or null: only by hand.
 */
export type ScheduleInput = string | Schedule | null;

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
  if (typeof schedule === "object" && "specIn" in schedule) return schedule.specIn(timezone, place);
  throw new DagDefinitionError(
    place,
    `${show(schedule)} is no schedule; write a cron expression, every({ minutes: 3 }) or null`,
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
