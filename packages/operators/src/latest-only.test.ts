import { asSkipDecision, dag, type DagOptions, type TaskContext } from "@momiji/sdk";
import { expect, test } from "vitest";
import { empty } from "./empty.ts";
import { latestOnly } from "./latest-only.ts";
import { testContext } from "./task-context.testing.ts";

/** Whether a run about 2026-01-01 goes on at `now`. */
async function goesOn(now: string, options: Partial<DagOptions>, ctx: Partial<TaskContext> = {}): Promise<boolean> {
  const made = dag({ startDate: "2026-01-01", ...options, id: "d" }, () => latestOnly("gate").before(empty("next")));
  const body = made.bodyOf("gate");
  const context = { ...testContext({ now }), ...ctx };
  const returned = body?.kind === "function" ? await body.run({}, context, {}) : undefined;
  expect(asSkipDecision(returned)?.skip ?? []).toEqual(returned === true ? [] : ["next"]);
  return returned === true;
}

test.each<[string, boolean]>([
  ["2026-01-02T00:00Z", true],
  ["2026-01-02T23:59Z", true],
  ["2026-01-03T00:00Z", true],
  ["2026-01-03T00:00:00.001Z", false],
  ["2026-03-01T00:00Z", false],
])("the run of a day is the latest until the next is due: at %s it goes on: %s", async (now, expected) => {
  expect(await goesOn(now, { schedule: "@daily" })).toBe(expected);
  expect(await goesOn(now, { schedule: "@daily" }, { runType: "backfill" })).toBe(expected);
});

test("runs by hand and runs without a schedule or a date always go on", async () => {
  const late = "2027-01-01T00:00Z";
  expect(await goesOn(late, { schedule: "@daily" }, { runType: "manual" })).toBe(true);
  expect(await goesOn(late, { schedule: null })).toBe(true);
  expect(await goesOn(late, { schedule: "@once" })).toBe(true);
  expect(await goesOn(late, { schedule: "@daily" }, { dataInterval: null })).toBe(true);
});

test("after the last run of a schedule there is none that is later", async () => {
  expect(await goesOn("2027-01-01T00:00Z", { schedule: "@daily", endDate: "2026-01-01" })).toBe(true);
});
