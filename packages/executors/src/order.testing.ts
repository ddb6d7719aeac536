/** Orders for tests of executors. */
import type { AttemptOrder, RunFacts } from "@momiji/core";

const RUN: RunFacts = {
  dagId: "dag",
  runId: "manual__2026-01-01T00:00:00+00:00",
  runKey: 1,
  runType: "manual",
  logicalDate: 0,
  dataIntervalStart: 0,
  dataIntervalEnd: 0,
  runAfter: 0,
  startDate: 0,
  conf: {},
  params: {},
  timezone: "UTC",
  templateStyle: "json",
  tags: [],
  previousSuccess: null,
};

let made = 0;

/** A new attempt of the task with this id. */
export function orderOf(taskId: string): AttemptOrder {
  return {
    attemptId: `attempt-${++made}`,
    run: RUN,
    task: { taskId, operator: "function", lane: "function", upstream: [] },
    mapIndex: -1,
    tryNumber: 1,
    maxTries: 0,
    bundle: { hash: "none", path: "/none" },
    inputs: {},
    firstStartDate: null,
    priority: 1,
  };
}
