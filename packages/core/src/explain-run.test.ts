import { describe, expect, test } from "vitest";
import type { DagRun } from "./dag-run.ts";
import type { DeadlineRecord } from "./deadline.ts";
import { deadlineNotes } from "./explain/why-deadlines.ts";
import type { Reason, RunTurns } from "./explain.ts";
import { explainRun } from "./explain-run.ts";
import { HOUR, MINUTE, SECOND } from "./instant.ts";
import { deadlockOfRun, outcomeOfRun, runEndData, timeoutReason } from "./run-end.ts";
import type { RunView } from "./run-view.ts";
import { instanceIn, sampleGraph, sampleRun, sampleTask, sampleView, START } from "./sample-run.ts";
import type { TaskState } from "./task-state.ts";

const NOW = START + 10 * SECOND;
const GRAPH = sampleGraph([sampleTask("a"), sampleTask("b", ["a"])]);
const QUEUED: DagRun = { ...sampleRun, state: "queued", startDate: null };

function why(view: RunView, turns?: RunTurns): readonly Reason[] {
  return explainRun(view, { now: NOW, isPaused: false, ...(turns === undefined ? {} : { turns }) });
}

function queued(run: Partial<DagRun> = {}): RunView {
  return { ...sampleView(GRAPH, {}), run: { ...QUEUED, ...run } };
}

function other(runKey: number, more: Partial<DagRun>): DagRun {
  return { ...QUEUED, runKey, runId: `r${runKey}`, ...more };
}

describe("a queued run", () => {
  test("starts at the next turn if nothing is in its way", () => {
    expect(why(queued(), { limit: 2, runs: [other(5, { state: "running" })] })).toMatchObject([
      { code: "run_queued", details: { turn: "next" } },
    ]);
  });

  test("of a paused DAG waits for the switch alone, and is not said to start by itself", () => {
    const turns = { limit: 2, runs: [] };
    const reasons = explainRun(queued(), { now: NOW, isPaused: true, pausedReason: "paused by itself", turns });
    expect(reasons).toMatchObject([{ code: "dag_paused", details: { paused_reason: "paused by itself" } }]);
  });

  test("waits for room, of which those that go first take their part", () => {
    const runs = [other(5, { state: "running" }), other(6, { runAfter: START - 1 }), other(7, { runAfter: START + 1 })];
    expect(why(queued(), { limit: 2, runs })[0]?.text).toBe(
      "the run waits in the queue: 1 runs of the DAG are running, its limit (max_active_runs) is 2; they are r5; 1 queued runs go first: r6",
    );
    expect(why(queued(), { limit: 3, runs })).toMatchObject([{ code: "run_queued", details: { turn: "next" } }]);
  });

  test("of a backfill waits for that one's pause and limit, in its order", () => {
    const backfill = { id: 3, isPaused: true, completedAt: null };
    const place = (ordinal: number) => ({ backfill: { id: 3, ordinal } });
    const runs = [other(5, { state: "running", ...place(1) }), other(6, { runAfter: NOW, ...place(2) })];
    const codes = (turns: RunTurns) => why(queued(place(3)), turns).map(({ code }) => code);
    expect(codes({ limit: 2, runs, backfill })).toEqual(["backfill_paused", "backfill_max_active_runs"]);
    expect(codes({ limit: 3, runs, backfill: { ...backfill, isPaused: false } })).toEqual(["run_queued"]);
    // One that is over holds nothing: a run of it that was cleared runs.
    expect(codes({ limit: 3, runs, backfill: { ...backfill, completedAt: START } })).toEqual(["run_queued"]);
  });

  test("does not start before its time", () => {
    expect(why(queued({ runAfter: NOW + 1 }), { limit: 2, runs: [] })[0]?.text).toBe(
      "the run may start at 2023-11-14T22:13:30.000001Z (run_after), not before",
    );
  });
});

test("a run under way names what has not ended, and one that failed where it began", () => {
  const [running, ...rest] = why(sampleView(GRAPH, { a: "running", b: null }));
  expect(running?.text).toContain("2 of 2 task instances have not ended: a (running), b (not started)");
  expect(rest).toEqual([]);
  const outcome = { kind: "failed", message: "exit code 1", code: "exit_code", retryable: true } as const;
  const instances = [instanceIn("a", "failed", { outcome }), instanceIn("b", "upstream_failed")];
  const run = { ...sampleRun, state: "failed", endDate: NOW, reason: "failed at its end: b" } as const;
  const reasons = why({ ...sampleView(GRAPH, {}), instances, run });
  expect(reasons.map(({ text }) => text)).toEqual([
    "it has ended: failed at 2023-11-14T22:13:30Z; failed at its end: b",
    "a: failed in attempt 1 of 1: exit code 1; it has no retries",
  ]);
});

test.each<[reason: string | null, data: object | null]>([
  [null, null],
  ["something of another version", null],
  ["failed at its end: a, b[2]", { code: "failed_at_end", names: ["a", "b[2]"], more: 0, number: null }],
  ["failed fast: a, b, c, d, e and 7 more", { code: "failed_fast", names: ["a", "b", "c", "d", "e"], more: 7 }],
  ["timed out: not finished 5 s after its start", { code: "timed_out", number: 5 }],
  ["backfill 3 was cancelled", { code: "cancelled", number: 3 }],
  ["marked failed", { code: "marked" }],
])("the end of a run because %s is told as data", (reason, data) => {
  if (data === null) expect(runEndData({ reason })).toBeNull();
  else expect(runEndData({ reason })).toMatchObject(data);
});

test("the words that a run ends with are read back as data", () => {
  const ended = (a: TaskState, b: TaskState) => outcomeOfRun(GRAPH, [instanceIn("a", a), instanceIn("b", b)]);
  expect(runEndData(ended("success", "failed"))).toMatchObject({ code: "failed_at_end", names: ["b"] });
  expect(runEndData(ended("failed", "success"))).toMatchObject({ code: "others_failed", names: ["a"] });
  expect(runEndData(deadlockOfRun(GRAPH, [instanceIn("b", null)]))).toMatchObject({ code: "deadlock", names: ["b"] });
  const graph = sampleGraph([sampleTask("a")], { dagrunTimeoutSeconds: 2.5 });
  expect(runEndData({ reason: timeoutReason(graph) })).toMatchObject({ code: "timed_out", number: 2.5 });
});

test("deadlines are told with what is left of them, or that they were missed", () => {
  const base = { runKey: 1, dagId: "etl", runId: "r", ordinal: 0, queuedAt: START, createdAt: START, endedAt: null };
  const due = (dueAt: number, more: Partial<DeadlineRecord> = {}): DeadlineRecord => ({
    ...base,
    name: null,
    state: "pending",
    dueAt,
    ...more,
  });
  const notes = deadlineNotes(
    [
      due(NOW + 2 * HOUR + 5 * MINUTE + SECOND, { name: "morning" }),
      due(NOW - 1),
      due(START, { state: "missed", endedAt: NOW, ordinal: 1 }),
      due(START, { state: "met" }),
      { ...due(START), state: "none", dueAt: null },
    ],
    NOW,
  );
  expect(notes.map(({ text }) => text)).toEqual([
    'deadline "morning" of r: the run must succeed by 2023-11-15T00:18:31Z, in 2 h 5 min',
    "deadline 1 of r: the run must succeed by 2023-11-14T22:13:29.999999Z, which is about to be noticed",
    "deadline 2 of r was missed: the run had not succeeded by 2023-11-14T22:13:20Z; it was noticed at 2023-11-14T22:13:30Z",
  ]);
  expect(notes[2]?.remedy).toBe("who was told: `momiji callbacks list --dag-id etl --run-id r`");
});
