import { expect, test } from "vitest";
import { hasMuted, mutedUntil, nextEnd, withMuted } from "./mute.ts";

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const task = { dagId: "etl", taskId: "load" };
const muted = withMuted({}, task, { until: NOW + HOUR, now: NOW });

test("a task is muted until the moment that was said, and its DAG's other failures are not", () => {
  expect(mutedUntil(muted, task, NOW)).toBe(NOW + HOUR);
  expect(mutedUntil(muted, task, NOW + HOUR)).toBeNull();
  expect(mutedUntil(muted, { dagId: "etl", taskId: null }, NOW)).toBeNull();
  expect(mutedUntil(muted, { dagId: "etl", taskId: "mart" }, NOW)).toBeNull();
  expect(nextEnd(muted, NOW)).toBe(NOW + HOUR);
  expect(nextEnd(muted, NOW + HOUR)).toBeNull();
});

test("a notice of a run is kept back while a task of its DAG is muted, not of a DAG whose name begins alike", () => {
  expect(hasMuted(muted, "etl", NOW)).toBe(true);
  expect(hasMuted(muted, "etl", NOW + HOUR)).toBe(false);
  expect(hasMuted(muted, "et", NOW)).toBe(false);
});

test("it is heard again when somebody says so, and what is over is forgotten", () => {
  expect(withMuted(muted, task, { until: null, now: NOW })).toEqual({});
  const later = NOW + 2 * HOUR;
  expect(Object.keys(withMuted(muted, { dagId: "other", taskId: null }, { until: later + HOUR, now: later }))).toEqual([
    "other",
  ]);
});
