import { expect, test } from "vitest";
import { needOf, type Pool, segmentsOf } from "./pool.ts";

const pool = (given: Partial<Pool>): Pool => ({
  name: "p",
  slots: 4,
  description: null,
  include_deferred: false,
  occupied_slots: 0,
  running_slots: 0,
  queued_slots: 0,
  scheduled_slots: 0,
  open_slots: 4,
  deferred_slots: 0,
  team_name: null,
  ...given,
});

test("the bar shows who holds slots and what is open, as parts of the whole", () => {
  expect(segmentsOf(pool({ running_slots: 1, queued_slots: 2 }))).toEqual([
    { state: "running", slots: 1, share: 0.25 },
    { state: "queued", slots: 2, share: 0.5 },
    { state: "open", slots: 1, share: 0.25 },
  ]);
});

test("deferred tasks are in it only where they hold slots", () => {
  expect(segmentsOf(pool({ deferred_slots: 2 })).map(({ state }) => state)).toEqual(["open"]);
  const counted = segmentsOf(pool({ deferred_slots: 2, include_deferred: true }));
  expect(counted.map(({ state, slots }) => [state, slots])).toEqual([
    ["deferred", 2],
    ["open", 2],
  ]);
});

test("a pool that holds more than it has, or has no limit, has nothing open", () => {
  expect(segmentsOf(pool({ slots: 1, running_slots: 3 }))).toEqual([{ state: "running", slots: 3, share: 1 }]);
  expect(segmentsOf(pool({ slots: -1, running_slots: 3 }))).toEqual([{ state: "running", slots: 3, share: 1 }]);
});

test("it is told why tasks wait: no slots at all, all of them held, or more held than there are", () => {
  expect(needOf(pool({ slots: 0, open_slots: 0, scheduled_slots: 1 }))).toBe("waiting_no_slots");
  expect(needOf(pool({ open_slots: 0, scheduled_slots: 1 }))).toBe("waiting_full");
  expect(needOf(pool({ open_slots: -1 }))).toBe("overfull");
  expect(needOf(pool({ open_slots: 2, scheduled_slots: 1 }))).toBe("none");
  expect(needOf(pool({ slots: -1, open_slots: -1, scheduled_slots: 1 }))).toBe("none");
});
