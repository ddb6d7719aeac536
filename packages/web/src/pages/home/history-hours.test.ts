import { expect, test } from "vitest";
import { historyHours } from "./history-hours.ts";

const two = { success: 2, failed: 0 };
const none = { success: 0, failed: 0 };

test("hours in which nothing ended stand between the others, from the window's first to the present one", () => {
  const hours = historyHours([["2026-11-22T10:00:00Z", two]], "2026-11-22T09:30:00Z", Date.UTC(2026, 10, 22, 11, 5));
  expect(hours.map(({ hour, ended }) => [hour.slice(0, 13), ended])).toEqual([
    ["2026-11-22T09", none],
    ["2026-11-22T10", two],
    ["2026-11-22T11", none],
  ]);
});

test("what the server tells of is there, even if the clock of the browser goes wrong", () => {
  const hours = historyHours([["2026-11-22T10:00:00Z", two]], "2026-11-22T09:30:00Z", Date.UTC(2026, 10, 22, 9, 40));
  expect(hours.map(({ ended }) => ended)).toEqual([none, two]);
});
