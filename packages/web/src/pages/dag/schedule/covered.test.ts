import { expect, test } from "vitest";
import { coveredBy } from "./covered.ts";

const shown = (kind: string, ...intervals: readonly (readonly [string, string])[]) =>
  ({ kind, rows: intervals.map((interval) => ({ interval })) }) as unknown as Parameters<typeof coveredBy>[0];

test("a run of a day covers that day, also when the clocks change", () => {
  const days = [
    ["2025-03-28T23:00:00Z", "2025-03-29T23:00:00Z"],
    ["2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z"],
  ] as const;
  expect(coveredBy(shown("cron_interval", ...days))).toBe("day");
  expect(coveredBy(shown("delta_interval", ["2025-03-28T23:00:00Z", "2025-03-29T00:00:00Z"]))).toBe("hour");
});

test("what is not always the same is a time, and a run of a trigger covers nothing", () => {
  const odd = [
    ["2026-03-06T09:00:00Z", "2026-03-09T09:00:00Z"],
    ["2026-03-09T09:00:00Z", "2026-03-10T09:00:00Z"],
  ] as const;
  expect(coveredBy(shown("cron_interval", ...odd))).toBe("time");
  expect(coveredBy(shown("cron_interval"))).toBe("time");
  expect(coveredBy(shown("cron_trigger", ...odd))).toBeNull();
});
