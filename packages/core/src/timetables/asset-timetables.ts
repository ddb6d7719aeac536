/** The timetables of schedules by assets; which runs assets ask for is decided in `asset-run.ts`. */
import type { Timetable } from "../timetable.ts";
import { noneTimetable } from "./simple-timetables.ts";

/** No runs by time (Airflow's `AssetTriggeredTimetable`). */
export const assetTimetable: Timetable = {
  ...noneTimetable,
  summary: "Asset",
  description: "Triggered by assets",
};

/** Runs by time as `time` has them; the description names both (Airflow's `AssetOrTimeSchedule`). */
export function assetOrTime(time: Timetable): Timetable {
  return {
    next: (last, restriction, now) => time.next(last, restriction, now),
    previous: (before) => time.previous(before),
    between: (from, to, limit) => time.between(from, to, limit),
    manualInterval: (runAfter) => time.manualInterval(runAfter),
    summary: `Asset or ${time.summary}`,
    description: `Triggered by assets or ${time.description}`,
    canBeScheduled: time.canBeScheduled,
    activeRunsLimit: time.activeRunsLimit,
  };
}
