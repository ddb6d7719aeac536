/** What a task instance that waits is told of the checks that it has passed. */
import { expect, test } from "vitest";
import { candidateOf } from "./admit.ts";
import { explainChecks, type ExplainContext } from "./explain.ts";
import { SECOND } from "./instant.ts";
import { instanceIn, sampleGraph, sampleRun, sampleTask, sampleView, START } from "./sample-run.ts";

const FREE: ExplainContext = {
  now: START + 10 * SECOND,
  isPaused: false,
  limits: {
    pools: new Map([["small", { slots: 1, includeDeferred: false }]]),
    executors: new Map([["default", 4]]),
  },
  occupants: [],
  otherCandidates: [],
};

test("of one that waits it says what does not hold it, with numbers", () => {
  const before = { run: { ...sampleRun, runKey: 0 }, instances: [instanceIn("b", "success")] };
  const limited = { pool: "small", dependsOnPast: true, maxActiveTisPerDag: 2 };
  const graph = sampleGraph([sampleTask("a"), sampleTask("b", ["a"], limited)]);
  const view = { ...sampleView(graph, { a: "success", b: "scheduled" }), previous: before };
  const holder = { ...candidateOf(graph, { ...sampleRun, runKey: 9 }, { taskId: "b", mapIndex: -1 }), deferred: false };
  const of = (context: Partial<ExplainContext>) =>
    explainChecks(view, { taskId: "b", mapIndex: -1 }, { ...FREE, ...context });
  const free = of({});
  expect(free.reasons).toEqual([]);
  expect(free.passed.map(({ code, text }) => [code, text])).toEqual([
    ["dag_paused", "the DAG is switched on"],
    ["no_scheduler", "a scheduler decides on the DAG"],
    ["run_queued", "the run has begun"],
    ["upstream", "trigger rule all_success needs every upstream task to succeed; of 1 upstream: 1 success"],
    ["depends_on_past", "depends_on_past: nothing of the same task is open in the run before"],
    ["pool", 'there is room: pool "small", 0 of 1 taken'],
    ["max_active_tasks", "there is room: max_active_tasks, 0 of 16 taken"],
    ["max_active_tis_per_dag", "there is room: max_active_tis_per_dag, 0 of 2 taken"],
    ["executor", 'there is room: executor "default", 0 of 4 taken'],
  ]);
  const full = of({ occupants: [holder], isPaused: true });
  expect(full.reasons.map(({ code }) => code)).toEqual(["dag_paused", "pool"]);
  expect(full.passed.map(({ code }) => code)).not.toContain("pool");
  expect(full.passed.find(({ code }) => code === "max_active_tis_per_dag")?.details).toMatchObject({
    limit: 2,
    used: 1,
    asks: 1,
  });
  expect(explainChecks(view, { taskId: "a", mapIndex: -1 }, FREE).passed).toEqual([]);
});
