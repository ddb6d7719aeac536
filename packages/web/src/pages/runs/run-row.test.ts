import { expect, test } from "vitest";
import { type Run, usualSeconds, waitedMillis, withFailed } from "./run-row.ts";

const run = (dagId: string, runId: string, more: Partial<Run> = {}): Run =>
  ({
    dag_id: dagId,
    dag_run_id: runId,
    state: "success",
    duration: null,
    queued_at: null,
    start_date: null,
    ...more,
  }) as Run;

test("what failed stands at its own run, also when two DAGs have runs of one name", () => {
  const task = { dag_id: "b", dag_run_id: "r", task_id: "load", map_index: -1 };
  const rows = withFailed([run("a", "r"), run("b", "r")], [task]);
  expect(rows.map(({ failed }) => failed.length)).toEqual([0, 1]);
});

test("what is usual is the middle of the successful ones of the DAG", () => {
  const took = (seconds: number, state: Run["state"] = "success") =>
    run("a", String(seconds), { duration: seconds, state });
  const usual = usualSeconds([took(9), took(1), took(5), took(100, "failed"), run("b", "r")]);
  expect([...usual]).toEqual([["a", 5]]);
});

test("a run has waited from its place in the queue to its start", () => {
  const queued = { queued_at: "2026-11-22T00:00:00Z" };
  expect(waitedMillis(run("a", "r", { ...queued, start_date: "2026-11-22T00:00:41Z" }))).toBe(41_000);
  expect(waitedMillis(run("a", "r", queued))).toBeNull();
});
