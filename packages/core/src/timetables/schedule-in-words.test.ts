import { expect, test } from "vitest";
import type { ScheduleSpec } from "../dag-spec.ts";
import { scheduleInWords } from "./schedule-in-words.ts";

const cron = { kind: "cron-interval", cron: "0 3 * * *", timezone: "Asia/Tokyo" } as const;
const condition = { kind: "any", of: [] } as const;

test.each([
  [cron, "At 03:00", "毎日 3:00"],
  [{ ...cron, cron: "@midnight" }, "@midnight", "@midnight"],
  [
    { kind: "cron-trigger", crons: ["0 3 * * *", "30 9 * * 1"], timezone: "UTC" },
    "At 03:00, At 09:30, only on Monday",
    "毎日 3:00、毎週月曜日 9:30",
  ],
  [{ kind: "delta-interval", delta: { seconds: 180 } }, "Every 3 minutes", "3分ごと"],
  [{ kind: "delta-interval", delta: { seconds: 86_400 } }, "Every day", "1日ごと"],
  [
    { kind: "delta-interval", delta: { seconds: 5_400.5 } },
    "Every 1 hour 30 minutes 0.5 seconds",
    "1時間30分0.5秒ごと",
  ],
  [{ kind: "delta-trigger", delta: { calendar: { months: 1 } } }, "Every month", "1か月ごと"],
  [{ kind: "none" }, "Never, external triggers only", "自動では実行されません"],
  [{ kind: "once" }, "Once, as soon as possible", "できるだけ早く1回"],
  [{ kind: "assets", condition }, "Triggered by assets", "アセットが更新されたとき"],
  [
    { kind: "asset-or-time", condition, time: cron },
    "Triggered by assets or At 03:00",
    "アセットが更新されたとき、または毎日 3:00",
  ],
] as const satisfies readonly (readonly [ScheduleSpec, string, string])[])("%j", (schedule, en, ja) => {
  expect(scheduleInWords(schedule)).toEqual({ en, ja });
});
