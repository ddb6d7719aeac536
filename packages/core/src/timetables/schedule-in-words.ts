/** What a schedule says, for people of either language that the user interface speaks. */
import type { DeltaSpec, ScheduleSpec } from "../dag-spec.ts";
import { describeCronJa } from "../cron/describe-cron-ja.ts";
import { createTimetable } from "./create-timetable.ts";

export interface ScheduleWords {
  readonly en: string;
  readonly ja: string;
}

/** Where there are no words: what the author wrote, as `Timetable.summary` has it. @throws TimetableInvalid */
export function scheduleInWords(schedule: ScheduleSpec): ScheduleWords {
  const { description, summary } = createTimetable(schedule, { startDate: null });
  const en = schedule.kind === "delta-interval" || schedule.kind === "delta-trigger" ? every(schedule.delta).en : "";
  return { en: en || description || summary, ja: japanese(schedule) || summary };
}

function japanese(schedule: ScheduleSpec): string {
  switch (schedule.kind) {
    case "none":
      return "自動では実行されません";
    case "once":
      return "できるだけ早く1回";
    case "continuous":
      return "終わり次第くり返し（同時に1件のみ）";
    case "cron-interval":
      return describeCronJa(schedule.cron);
    case "cron-trigger": {
      const words = schedule.crons.map(describeCronJa);
      return words.includes("") ? "" : words.join("、");
    }
    case "delta-interval":
    case "delta-trigger":
      return every(schedule.delta).ja;
    case "events":
      return schedule.description ?? `決められた${schedule.instants.length}件の日時`;
    case "assets":
      return "アセットが更新されたとき";
    case "asset-or-time":
      return `アセットが更新されたとき、または${japanese(schedule.time) || createTimetable(schedule.time, { startDate: null }).summary}`;
  }
}

/** Singular, plural, Japanese. */
const UNITS = {
  years: ["year", "年"],
  months: ["month", "か月"],
  weeks: ["week", "週間"],
  days: ["day", "日"],
  hours: ["hour", "時間"],
  minutes: ["minute", "分"],
  seconds: ["second", "秒"],
} as const;

type Unit = keyof typeof UNITS;

function every(delta: DeltaSpec): ScheduleWords {
  const parts = ("calendar" in delta ? Object.entries(delta.calendar) : partsOf(delta.seconds)).filter(
    ([unit, count]) => unit in UNITS && count !== 0 && count !== undefined,
  ) as [Unit, number][];
  const [only, ...more] = parts;
  const isOne = only?.[1] === 1 && more.length === 0;
  const en = parts.map(([unit, count]) => `${count} ${UNITS[unit][0]}${count === 1 ? "" : "s"}`).join(" ");
  return {
    en: only === undefined ? "" : `Every ${isOne ? UNITS[only[0]][0] : en}`,
    ja: only === undefined ? "" : `${parts.map(([unit, count]) => `${count}${UNITS[unit][1]}`).join("")}ごと`,
  };
}

function partsOf(seconds: number): readonly (readonly [Unit, number])[] {
  const whole = Math.floor(seconds);
  return [
    ["days", Math.floor(whole / 86_400)],
    ["hours", Math.floor(whole / 3_600) % 24],
    ["minutes", Math.floor(whole / 60) % 60],
    ["seconds", Math.round((seconds - whole + (whole % 60)) * 1_000_000) / 1_000_000],
  ];
}
