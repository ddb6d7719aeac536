/** Airflow's classes of timetables, for filters that name them. */
import type { ScheduleSpec } from "@momiji/core";

const KINDS: { readonly [name: string]: ScheduleSpec["kind"] } = {
  NullTimetable: "none",
  OnceTimetable: "once",
  ContinuousTimetable: "continuous",
  CronDataIntervalTimetable: "cron-interval",
  CronTriggerTimetable: "cron-trigger",
  MultipleCronTriggerTimetable: "cron-trigger",
  DeltaDataIntervalTimetable: "delta-interval",
  DeltaTriggerTimetable: "delta-trigger",
  EventsTimetable: "events",
  AssetTriggeredTimetable: "assets",
  AssetOrTimeSchedule: "asset-or-time",
};

/** With or without the module before the name; a name that is none stands for no kind. */
export function scheduleKinds(names: readonly string[]): readonly string[] {
  return names.map((name) => KINDS[name.split(".").at(-1) ?? ""] ?? name);
}
