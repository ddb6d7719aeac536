import type { CronTriggerSpec, ScheduleSpec } from "../dag-spec.ts";
import type { Micros } from "../instant.ts";
import { type Timetable, TimetableInvalid } from "../timetable.ts";
import { assetOrTime, assetTimetable } from "./asset-timetables.ts";
import { CronTicks } from "./cron-ticks.ts";
import { DeltaTicks } from "./delta-ticks.ts";
import { EventsTimetable } from "./events-timetable.ts";
import { IntervalTimetable } from "./interval-timetable.ts";
import { MultipleTriggerTimetable } from "./multiple-trigger-timetable.ts";
import { continuousTimetable, noneTimetable, onceTimetable } from "./simple-timetables.ts";
import { TriggerTimetable } from "./trigger-timetable.ts";

export interface TimetableOptions {
  /** Where the ticks of a delta are counted from when somebody asks for the previous one; null: they have no place. */
  readonly startDate: Micros | null;
}

/**
 * The timetable of a schedule.
 * @throws TimetableInvalid if there is none; the message names what is wrong (`validateSchedule` gives it as a value)
 */
export function createTimetable(schedule: ScheduleSpec, { startDate }: TimetableOptions): Timetable {
  switch (schedule.kind) {
    case "none":
      return noneTimetable;
    case "once":
      return onceTimetable;
    case "continuous":
      return continuousTimetable;
    case "cron-interval":
      return new IntervalTimetable(new CronTicks(schedule.cron, schedule.timezone));
    case "cron-trigger":
      return cronTrigger(schedule);
    case "delta-interval":
      return new IntervalTimetable(new DeltaTicks(schedule.delta, startDate));
    case "delta-trigger":
      return new TriggerTimetable(new DeltaTicks(schedule.delta, startDate), schedule);
    case "events":
      return new EventsTimetable(schedule);
    case "assets":
      return assetTimetable;
    case "asset-or-time":
      return assetOrTime(createTimetable(schedule.time, { startDate }));
  }
}

/** What is wrong with a schedule, or null if it can be run. */
export function validateSchedule(schedule: ScheduleSpec): string | null {
  try {
    createTimetable(schedule, { startDate: null });
    return null;
  } catch (error) {
    if (error instanceof TimetableInvalid) return error.message;
    throw error;
  }
}

function cronTrigger(schedule: CronTriggerSpec): Timetable {
  const parts = schedule.crons.map((cron) => new TriggerTimetable(new CronTicks(cron, schedule.timezone), schedule));
  const [only, ...more] = parts;
  if (only === undefined) throw new TimetableInvalid("a cron trigger needs at least one cron string");
  return more.length === 0 ? only : new MultipleTriggerTimetable(parts);
}
