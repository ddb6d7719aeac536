import fc from "fast-check";
import { expect, test } from "vitest";
import { describeCron } from "./describe-cron.ts";
import { describeCronJa } from "./describe-cron-ja.ts";

test.each([
  ["0 3 * * *", "毎日 3:00"],
  ["@hourly", "毎時0分"],
  ["*/5 * * * *", "5分ごと"],
  ["* * * * *", "毎分"],
  ["30 6,14 * * 1-5", "毎週月曜日から金曜日まで 6:30と14:30"],
  ["0,30 * * * *", "毎時0分と30分"],
  ["10-20 3 * * *", "毎日 3時台、毎時10分から20分まで"],
  ["0 22-2 * * *", "毎日 22時台から2時台まで、毎時0分"],
  ["5 */2 * * *", "2時間ごと、毎時5分"],
  ["5 */2 * jan-mar *", "1月から3月までの毎日 2時間ごと、毎時5分"],
  ["0 0 1 */3 *", "3か月ごとの1日 0:00"],
  ["0 0 1 1 *", "毎年1月1日 0:00"],
  ["0 0 */3 * *", "3日ごと 0:00"],
  ["0 9 1,15 * *", "毎月1日と15日 9:00"],
  ["0 0 15W * *", "毎月15日に最も近い平日 0:00"],
  ["0 0 L * *", "毎月末日 0:00"],
  ["0 0 * * mon#2", "毎月第2月曜日 0:00"],
  ["0 0 * * L5", "毎月最終金曜日 0:00"],
  ["0 0 * * sun,sat", "毎週日曜日と土曜日 0:00"],
  ["0 0 13 * fri", "毎月13日、または毎週金曜日 0:00"],
])("%s: %s", (cron, words) => {
  expect(describeCronJa(cron)).toBe(words);
});

test.each(["* * * * * *", "@midnight", "0 R * * *"])("there are no words for %s", (cron) => {
  expect(describeCronJa(cron)).toBe("");
});

test("whatever has English words of plain values, ranges and steps has Japanese ones", () => {
  const field = (min: number, max: number) => {
    const value = fc.integer({ min, max });
    const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
    const step = fc.integer({ min: 2, max: 9 }).map((count) => `*/${count}`);
    return fc.oneof(fc.constant("*"), value.map(String), range, step);
  };
  const cron = fc.tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 6));
  fc.assert(
    fc.property(cron, (columns) => {
      const text = columns.join(" ");
      expect(describeCronJa(text) === "").toBe(describeCron(text) === "");
    }),
  );
});
