import { expect, test } from "vitest";
import type { DagSpec } from "./dag-spec.ts";
import type { Json } from "./json.ts";
import { validateDagSpec } from "./validate-dag-spec.ts";

const SPEC: DagSpec = {
  version: 1,
  dagId: "etl-日報",
  schedule: { kind: "cron-interval", cron: "0 3 * * *", timezone: "Asia/Tokyo" },
  timezone: "Asia/Tokyo",
  startDate: "2026-01-01T00:00:00Z",
  endDate: "2026-12-31T23:59:59.999999Z",
  catchup: false,
  templateStyle: "json",
  params: { schema: { type: "object" }, defaults: { user: "world", rows: [1, null] } },
  tasks: [
    {
      taskId: "extract",
      operator: "function",
      lane: "function",
      upstream: [],
      retry: { retries: 2, delaySeconds: 1.5 },
    },
    {
      taskId: "team.wait",
      operator: "sensor",
      lane: "async",
      upstream: ["extract"],
      inputs: { rows: "extract" },
      sensor: { pokeIntervalSeconds: 60, timeoutSeconds: 600 },
      triggerRule: "all_done",
    },
  ],
  groups: [{ groupId: "team", children: ["team.wait"] }],
  source: { file: "etl.ts" },
};

/** A change at one place of the valid spec. */
function changed(change: { readonly [name: string]: Json }): Json {
  return { ...(SPEC as unknown as { readonly [name: string]: Json }), ...change };
}

function changedTask(change: { readonly [name: string]: Json }): Json {
  return changed({ tasks: [{ taskId: "a", operator: "bash", lane: "process", upstream: [], ...change }] });
}

test("a spec with fields of all kinds is valid", () => {
  expect(validateDagSpec(SPEC as unknown as Json)).toEqual([]);
});

test.each<[string, Json, string]>([
  ["no object", 5, ""],
  ["an unknown version", changed({ version: 2 }), "version"],
  ["a DAG id with a blank", changed({ dagId: "a b" }), "dagId"],
  ["a DAG id that is too long", changed({ dagId: "x".repeat(251) }), "dagId"],
  ["an unknown field", changed({ owner: "me" }), "owner"],
  ["an unknown schedule", changed({ schedule: { kind: "weekly" } }), "schedule.kind"],
  [
    "a schedule without a zone",
    changed({ schedule: { kind: "cron-interval", cron: "* * * * *" } }),
    "schedule.timezone",
  ],
  [
    "a delta of two kinds",
    changed({ schedule: { kind: "delta-interval", delta: { seconds: 1, calendar: {} } } }),
    "schedule.delta.calendar",
  ],
  ["a start date without a zone", changed({ startDate: "2026-01-01T00:00:00" }), "startDate"],
  ["a start date in another zone", changed({ startDate: "2026-01-01T00:00:00+09:00" }), "startDate"],
  ["no active runs at all", changed({ maxActiveRuns: 0 }), "maxActiveRuns"],
  ["null for a default", changed({ description: null }), "description"],
  ["a task without a lane", changed({ tasks: [{ taskId: "a", operator: "bash", upstream: [] }] }), "tasks[0].lane"],
  ["an unknown lane", changedTask({ lane: "fast" }), "tasks[0].lane"],
  ["an unknown trigger rule", changedTask({ triggerRule: "most" }), "tasks[0].triggerRule"],
  ["negative retries", changedTask({ retry: { retries: -1, delaySeconds: 0 } }), "tasks[0].retry.retries"],
  ["an upstream that is no text", changedTask({ upstream: [1] }), "tasks[0].upstream[0]"],
  ["a sensor without a timeout", changedTask({ sensor: { pokeIntervalSeconds: 1 } }), "tasks[0].sensor.timeoutSeconds"],
])("%s is told with its place", (_what, value, path) => {
  expect(validateDagSpec(value).map((problem) => problem.path)).toEqual([path]);
});
