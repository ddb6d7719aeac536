import { expect, test } from "vitest";
import { describeCron } from "./describe-cron.ts";

test.each([
  ["0 3 * * *", "At 03:00"],
  ["@hourly", "Every hour"],
  ["*/5 * * * *", "Every 5 minutes"],
  ["* * * * *", "Every minute"],
  ["30 6,14 * * 1-5", "At 06:30 and 14:30, Monday through Friday"],
  ["10-20 3 * * *", "Every minute between 03:10 and 03:20"],
  ["0 22-2 * * *", "At 0 minutes past the hour, between 22:00 and 02:59"],
  ["5 */2 * jan-mar *", "At 5 minutes past the hour, every 2 hours, January through March"],
  ["0 0 1 */3 *", "At 00:00, on day 1 of the month, every 3 months"],
  ["0 0 15W * *", "At 00:00, on the weekday nearest day 15 of the month"],
  ["0 0 L * *", "At 00:00, on the last day of the month"],
  ["0 0 * * mon#2", "At 00:00, on the second Monday of the month"],
  ["0 0 * * L5", "At 00:00, on the last Friday of the month"],
  ["0 0 * * 5/2", "At 00:00, every 2 weeks, only on Friday"],
  ["0 0 13 * fri", "At 00:00, on day 13 of the month (or) At 00:00, only on Friday"],
])("%s: %s", (cron, sentence) => {
  expect(describeCron(cron)).toBe(sentence);
});

test.each(["* * * * * *", "@midnight", "0 R * * *"])("there are no words for %s", (cron) => {
  expect(describeCron(cron)).toBe("");
});
