import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DagGraph } from "../dag-graph.ts";
import type { TaskInstance } from "../dag-run.ts";
import type { DagSpec, TaskSpec } from "../dag-spec.ts";
import { explain, type HandMark, type Reason } from "../explain.ts";
import { SECOND } from "../instant.ts";
import { propertyRuns } from "../property-runs.testing.ts";
import type { RunView } from "../run-view.ts";
import { instanceIn, sampleGraph, sampleMapping, sampleRun, sampleTask, START } from "../sample-run.ts";
import type { AttemptOutcome } from "../task-protocol.ts";
import { isFinished, type TaskState } from "../task-state.ts";
import { judgeTriggerRule, type TriggerRule } from "../trigger-rules.ts";
import { surroundingsOf } from "../decide.ts";

const NOW = START + 60 * SECOND;
const END = START + 30 * SECOND;
const AT = "2023-11-14T22:13:50Z";
const FREE = {
  now: NOW,
  isPaused: false,
  limits: { pools: new Map(), executors: new Map([["default", 4]]) },
  occupants: [],
  otherCandidates: [],
};
const failure = (more: Partial<Extract<AttemptOutcome, { kind: "failed" }>> = {}): AttemptOutcome => ({
  kind: "failed",
  message: "exit code 1",
  code: "exit_code",
  retryable: true,
  ...more,
});

function ended(taskId: string, state: TaskState, more: Partial<TaskInstance> = {}): TaskInstance {
  return instanceIn(taskId, state, { endDate: END, ...more });
}

function failed(taskId: string, more: Partial<TaskInstance> = {}): TaskInstance {
  return ended(taskId, "failed", { outcome: failure(), ...more });
}

interface Given {
  readonly tasks: readonly TaskSpec[];
  readonly instances: readonly TaskInstance[];
  readonly dag?: Partial<DagSpec>;
  readonly run?: Partial<RunView["run"]>;
  readonly marks?: readonly HandMark[];
}

function viewOf({ tasks, instances, dag = {}, run = {} }: Given): RunView {
  const graph: DagGraph = sampleGraph(tasks, dag);
  return { graph, run: { ...sampleRun, state: "failed", ...run }, instances, previous: null };
}

function why(given: Given, taskId: string, mapIndex = -1): readonly Reason[] {
  return explain(viewOf(given), { taskId, mapIndex }, { ...FREE, marks: given.marks ?? [] });
}

function text(given: Given, taskId = "a"): string | undefined {
  return why(given, taskId)[0]?.text;
}

describe("of one that failed", () => {
  const one = (instance: TaskInstance, retries = 0): Given => ({
    tasks: [sampleTask("a", [], { retry: { retries, delaySeconds: 1 } })],
    instances: [instance],
  });

  test("its message, its attempt and why no other followed are told", () => {
    expect(text(one(failed("a")))).toBe(
      `it has ended: failed at ${AT} in attempt 1 of 1: exit code 1; it has no retries`,
    );
    expect(why(one(failed("a")), "a")[0]?.details?.["no_retry"]).toEqual({ why: "no_retries" });
    expect(text(one(failed("a", { tryNumber: 3, maxTries: 2 }), 2))).toBe(
      `it has ended: failed at ${AT} in attempt 3 of 3: exit code 1; its 2 retries are used up`,
    );
    expect(why(one(failed("a")), "a")[0]).toMatchObject({
      code: "ended",
      details: { state: "failed", cause: "attempt", message: "exit code 1", code: "exit_code", exit_code: null },
    });
  });

  test.each<[string, AttemptOutcome, string]>([
    ["for good", failure({ retryable: false, errorName: "FailTask" }), "the task failed without retry (FailTask)"],
    ["a time-out", failure({ retryable: false, code: "sensor_timeout" }), "a sensor that has timed out is not asked"],
    ["parameters", failure({ retryable: false, code: "params" }), "a failure of this kind (params) is not retried"],
    ["a policy", failure({ retry: { action: "fail", reason: "bad key" } }), "its retry policy says fail: bad key"],
    ["a worker", { kind: "lost", message: "the worker is gone" }, "it was lost with its worker 5 times"],
  ])("%s: no retry although tries are left", (_, outcome, words) => {
    const instance = failed("a", { maxTries: 3, lostAttempts: 5, outcome });
    expect(text(one(instance, 3))).toContain(`no retry followed: ${words}`);
  });

  test("a mark by hand is told with who and when, as far as the log knows", () => {
    const mark = { at: END + 1, by: "rin", runId: "scheduled__1", of: { taskId: "a" }, state: "failed" } as const;
    const marks = [{ ...mark, upstream: false, downstream: false, reachesOthers: false }];
    const waiting = one(failed("a", { maxTries: 3 }), 3);
    expect(text(waiting)).toContain("it was marked failed by hand; attempt 1 had failed: exit code 1");
    expect(text({ ...waiting, marks })).toContain(`it was marked failed by rin at 2023-11-14T22:13:50.000001Z`);
    expect(text({ ...waiting, marks: marks.map((each) => ({ ...each, runId: "other" })) })).toContain("by hand");
    const stopped = ended("a", "failed", { outcome: { kind: "cancelled", message: "marked failed" } });
    expect(text(one(stopped))).toContain("it was marked failed by hand");
  });
});

test("a success that was marked over a failure says so", () => {
  const tasks = [sampleTask("a")];
  const marked = { tasks, instances: [ended("a", "success", { outcome: failure(), tryNumber: 2 })] };
  expect(text(marked)).toBe(
    `it has ended: success at ${AT}; it was marked success by hand; attempt 2 had failed: exit code 1`,
  );
  const real = { tasks, instances: [ended("a", "success", { outcome: { kind: "success" } })] };
  expect(text(real)).toBe(`it has ended: success at ${AT}`);
});

describe("of one that an upstream ended", () => {
  const chain = [sampleTask("a"), sampleTask("b", ["a"]), sampleTask("c", ["b"])];
  const broken = [failed("a"), ended("b", "upstream_failed"), ended("c", "upstream_failed")];

  test("the rule with its counts, and the root through the chain", () => {
    const [own, root, ...rest] = why({ tasks: chain, instances: broken }, "c");
    expect(own?.text).toBe(
      `it has ended: upstream_failed at ${AT}; trigger rule all_success needs every upstream task to succeed; of 1 upstream: 1 upstream_failed`,
    );
    expect(root).toMatchObject({
      code: "caused_by",
      text: `a: failed at ${AT} in attempt 1 of 1: exit code 1; it has no retries`,
      remedy: "see its log: `momiji tasks logs sample scheduled__1 a`",
      details: { task_id: "a", message: "exit code 1" },
    });
    expect(rest).toEqual([]);
  });

  test("each root once, and no more than ten of many", () => {
    const many = Array.from({ length: 13 }, (_, index) => `r${index}`);
    const tasks = [
      ...many.map((id) => sampleTask(id)),
      sampleTask("left", many),
      sampleTask("right", many),
      sampleTask("end", ["left", "right"]),
    ];
    const below = ["left", "right", "end"].map((id) => ended(id, "upstream_failed"));
    const reasons = why({ tasks, instances: [...many.map((id) => failed(id)), ...below] }, "end");
    expect(reasons).toHaveLength(12);
    expect(reasons.at(-1)?.text).toBe("and 3 more like these: r10, r11, r12");
  });

  test("a skip goes back to the task that skipped itself, or to the branch that decided", () => {
    const skipped = ended("a", "skipped", { outcome: { kind: "skipped", message: "no files today" } });
    const itself = [skipped, ended("b", "skipped"), ended("c", "skipped")];
    expect(why({ tasks: chain, instances: itself }, "c")[1]?.text).toBe(
      `a: skipped at ${AT} in attempt 1 of 1: no files today`,
    );
    const tasks = [sampleTask("a", [], { operator: "shortCircuit" }), ...chain.slice(1)];
    const decider = ended("a", "success", { outcome: { kind: "success", skipDownstream: ["b", "c"] } });
    const cut = { tasks, instances: [decider, ended("b", "skipped"), ended("c", "skipped")] };
    expect(text(cut, "c")).toBe(`it has ended: skipped at ${AT}; a (shortCircuit) decided against it`);
    expect(why(cut, "c")[1]?.text).toBe(`a: success at ${AT}`);
  });

  test("rules that want a failure blame what succeeded", () => {
    const tasks = [sampleTask("a"), sampleTask("b", ["a"], { triggerRule: "one_failed" })];
    const instances = [ended("a", "success", { outcome: { kind: "success" } }), ended("b", "skipped")];
    expect(why({ tasks, instances }, "b").map((reason) => reason.text)).toEqual([
      `it has ended: skipped at ${AT}; trigger rule one_failed needs one upstream task to fail; of 1 upstream: 1 success`,
      `a: success at ${AT}`,
    ]);
  });
});

test("a mapping without elements, a run that ended, and a DAG that fails fast each have their words", () => {
  const mapped = [sampleTask("a"), sampleTask("b", ["a"], { mapping: sampleMapping("a") })];
  const source = ended("a", "success", { outcome: { kind: "success" } });
  const empty = viewOf({ tasks: mapped, instances: [source, ended("b", "skipped")] });
  const returned = new Map([["a", new Map([[-1, 0]])]]);
  const [own] = explain({ ...empty, returned }, { taskId: "b", mapIndex: -1 }, FREE);
  expect(own?.text).toContain("what it is mapped over has no elements");

  const late = { tasks: [sampleTask("a")], instances: [ended("a", "skipped")] };
  expect(text({ ...late, run: { endDate: END, reason: "timed out: not finished 5 s after its start" } })).toContain(
    "its run ended then: timed out",
  );
  expect(text(late)).toContain("nothing that is kept of the run says why");
  const fast = { ...late, tasks: [sampleTask("a"), sampleTask("b")], dag: { failFast: true } };
  const both = { ...fast, instances: [...late.instances, failed("b")] };
  expect(text(both)).toContain("the DAG fails fast, and b failed");
  expect(why(both, "a")[1]?.text).toContain("b: failed");
});

test("what was removed says what is gone", () => {
  const tasks = [sampleTask("a", [], { mapping: sampleMapping(2) })];
  const shorter = [ended("a", "success", { mapIndex: 0 }), ended("a", "removed", { mapIndex: 7 })];
  expect(why({ tasks, instances: shorter }, "a", 7)[0]?.text).toContain("has become shorter");
  expect(text({ tasks, instances: [ended("gone", "removed")] }, "gone")).toContain("has no such task");
});

const RULES: readonly TriggerRule[] = ["all_success", "all_failed", "one_success", "one_failed", "none_failed"];
const ENDS: readonly TaskState[] = ["success", "failed", "skipped"];

test("whatever a rule did, it is told as the rule's, and every root is an end that no rule set", () => {
  const shapes = fc.array(
    fc.record({
      above: fc.array(fc.nat(20), { maxLength: 3 }),
      rule: fc.constantFrom(...RULES),
      end: fc.constantFrom(...ENDS),
    }),
    { minLength: 2, maxLength: 12 },
  );
  let judged = 0;
  fc.assert(
    fc.property(shapes, (given) => {
      const tasks = given.map(({ above, rule }, index) =>
        sampleTask(`t${index}`, index === 0 ? [] : [...new Set(above.map((n) => `t${n % index}`))], {
          triggerRule: rule,
        }),
      );
      const instances: TaskInstance[] = [];
      const wanted = new Map<string, boolean>();
      for (const [index, { rule, end }] of given.entries()) {
        const view = viewOf({ tasks, instances });
        const task = view.graph.tasks[index];
        if (task === undefined) throw new Error("no such task");
        const verdict = judgeTriggerRule(rule, surroundingsOf(view, NOW).countsOf(task, -1));
        const isSet = verdict.kind === "set";
        wanted.set(task.taskId, isSet);
        const own: AttemptOutcome = end === "failed" ? failure() : { kind: end as "success" | "skipped" };
        instances.push(ended(task.taskId, isSet ? verdict.state : end, { outcome: isSet ? null : own }));
      }
      for (const { taskId, state } of instances) {
        expect(isFinished(state)).toBe(true);
        const [first, ...roots] = why({ tasks, instances }, taskId);
        expect(first?.details?.cause).toBe(wanted.get(taskId) === true ? "rule" : "attempt");
        judged += wanted.get(taskId) === true ? 1 : 0;
        expect(roots.length > 0).toBe(wanted.get(taskId) === true);
        for (const root of roots) expect(root.details?.cause).toBe("attempt");
      }
    }),
    propertyRuns(500),
  );
  expect(judged).toBeGreaterThan(100);
});
