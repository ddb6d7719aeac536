import fc from "fast-check";
import { expect, test } from "vitest";
import { admit, candidateOf, type Occupant } from "./admit.ts";
import { settled } from "./decide.ts";
import { type AdmissionContext, explain, type Reason } from "./explain.ts";
import { SECOND } from "./instant.ts";
import type { RunView } from "./run-view.ts";
import { instanceIn, sampleGraph, sampleRun, sampleTask, sampleView, START } from "./sample-run.ts";
import type { TaskInstance } from "./dag-run.ts";
import type { TaskState } from "./task-state.ts";
import type { TriggerRule } from "./trigger-rules.ts";

const NOW = START + 10 * SECOND;
const FREE: AdmissionContext = {
  isPaused: false,
  limits: {
    pools: new Map([["default_pool", { slots: 2, includeDeferred: false }]]),
    executors: new Map([["default", 4]]),
  },
  occupants: [],
  otherCandidates: [],
};

function why(view: RunView, taskId: string, context: Partial<AdmissionContext> = {}): readonly Reason[] {
  return explain(view, { taskId, mapIndex: -1 }, { ...FREE, ...context, now: NOW });
}

function codes(view: RunView, taskId: string, context: Partial<AdmissionContext> = {}): readonly string[] {
  return why(view, taskId, context).map(({ code }) => code);
}

test("nothing keeps a task whose turn it is", () => {
  const graph = sampleGraph([sampleTask("a"), sampleTask("b", ["a"])]);
  expect(why(sampleView(graph, { a: "success", b: null }), "b")).toEqual([]);
});

test("a task that waits for others names its rule and them", () => {
  const graph = sampleGraph([sampleTask("a"), sampleTask("b"), sampleTask("c", ["a", "b"])]);
  const [reason] = why(sampleView(graph, { a: "success", b: "running", c: null }), "c");
  expect(reason?.code).toBe("upstream");
  expect(reason?.text).toBe(
    "trigger rule all_success needs every upstream task to succeed; of 2 upstream: 1 success, 1 not ended; waits for b (running)",
  );
});

test("the run before, the retry's time and the pause each have their reason", () => {
  const graph = sampleGraph([sampleTask("a", [], { dependsOnPast: true })]);
  const waiting = instanceIn("a", "up_for_retry", { resumeAt: NOW + 60 * SECOND });
  const previous = { run: { ...sampleRun, runKey: 0 }, instances: [instanceIn("a", "failed")] };
  const view = { ...sampleView(graph, {}), instances: [waiting], previous };
  expect(codes(view, "a", { isPaused: true })).toEqual(["dag_paused", "depends_on_past", "retry_wait"]);
  expect(why(view, "a")[1]?.text).toBe("it is up_for_retry after attempt 1 and may go on at 2023-11-14T22:14:30Z");
  expect(codes({ ...view, previous: null }, "a")).toEqual(["retry_wait"]);
});

test("a queued run, an ended run and an unknown task are said to be so", () => {
  const graph = sampleGraph([sampleTask("a")]);
  const view = sampleView(graph, { a: null });
  expect(codes({ ...view, instances: [], run: { ...sampleRun, state: "queued" } }, "a")).toEqual(["run_queued"]);
  expect(codes({ ...view, run: { ...sampleRun, state: "failed", reason: "timed out" } }, "a")).toEqual(["run_ended"]);
  expect(codes(view, "b")).toEqual(["no_such_task_instance"]);
});

test("what has ended or is with a worker is not waiting", () => {
  const graph = sampleGraph([sampleTask("a"), sampleTask("b"), sampleTask("c")]);
  const view = sampleView(graph, { a: "success", b: "queued", c: "running" });
  expect(why(view, "a")[0]?.text).toBe("it has ended: success");
  expect(why(view, "b")[0]?.text).toBe("it is queued and waits for its executor");
  expect(why(view, "c")[0]?.text).toBe("it is running on a worker");
});

test("each limit says how much is taken, and what to do", () => {
  const limited = { maxActiveTisPerDag: 1, maxActiveTisPerDagrun: 1 };
  const graph = sampleGraph([sampleTask("a", [], limited), sampleTask("b"), sampleTask("c", [], { pool: "none" })], {
    maxActiveTasks: 3,
  });
  const view = sampleView(graph, { a: "scheduled", b: "scheduled", c: "scheduled" });
  const holder = (taskId: string, more: Partial<Occupant> = {}): Occupant => ({
    ...candidateOf(graph, { ...sampleRun, runKey: 9 }, { taskId: "b", mapIndex: -1 }),
    key: `holder ${taskId}`,
    taskId,
    deferred: false,
    ...more,
  });
  const limits = {
    pools: new Map([["default_pool", { slots: 9, includeDeferred: false }]]),
    executors: new Map([["default", 4]]),
  };
  const of = (taskId: string, occupants: readonly Occupant[]) => why(view, taskId, { limits, occupants })[0]?.text;
  expect(of("c", [])).toBe('no room in pool "none", which does not exist');
  expect(of("a", [holder("x", { poolSlots: 9 })])).toBe(
    'no room in pool "default_pool", with 9 of 9 taken, it asks for 1',
  );
  expect(of("a", [holder("a")])).toBe(
    'task "a" already has 1 active instances, its limit (max_active_tis_per_dag) is 1',
  );
  expect(
    of(
      "b",
      [1, 2, 3].map((n) => holder(`${n}`, { runKey: 1 })),
    ),
  ).toBe("the run already has 3 active tasks, its limit (max_active_tasks) is 3");
  expect(
    of(
      "b",
      [1, 2, 3, 4].map((n) => holder(`${n}`)),
    ),
  ).toBe('no room on executor "default", with 4 of 4 taken, it asks for 1');
});

const STATES: readonly TaskState[] = [
  null,
  null,
  "scheduled",
  "queued",
  "running",
  "up_for_retry",
  "success",
  "failed",
  "skipped",
];
const instance = fc.record({
  state: fc.constantFrom(...STATES),
  rule: fc.constantFrom<TriggerRule>("all_success", "all_done", "one_failed", "none_skipped", "always"),
  above: fc.array(fc.nat(100), { maxLength: 3 }),
  poolSlots: fc.constantFrom(1, 1, 2, 3),
  dependsOnPast: fc.boolean(),
  wait: fc.constantFrom(null, 0, 1),
});

test("there is no reason exactly when the task instance would be admitted", () => {
  const shapes = fc.array(instance, { minLength: 1, maxLength: 12, size: "max" });
  fc.assert(
    fc.property(shapes, fc.boolean(), (tasks, hasPrevious) => {
      const graph = sampleGraph(
        tasks.map(({ rule, above, poolSlots, dependsOnPast }, index) =>
          sampleTask(`t${index}`, index === 0 ? [] : above.map((n) => `t${n % index}`), {
            triggerRule: rule,
            poolSlots,
            dependsOnPast,
          }),
        ),
        { maxActiveTasks: 3 },
      );
      const instances = tasks.map(({ state, wait }, index) =>
        instanceIn(`t${index}`, state, { resumeAt: wait === null ? null : NOW + wait }),
      );
      const previous = hasPrevious ? { run: sampleRun, instances: instances.toReversed() } : null;
      const view: RunView = { graph, run: sampleRun, instances, previous };
      const after = settled(view, NOW);
      const scheduled = after.instances.filter(({ state }) => after.run.state === "running" && state === "scheduled");
      const { admitted } = admit(
        scheduled.map((one) => candidateOf(graph, sampleRun, one)),
        FREE.limits,
        FREE.occupants,
      );
      const free = tasks.map((_, index) => `t${index}`).filter((taskId) => why(view, taskId).length === 0);
      expect(free.map((taskId) => `1 ${taskId}`).sort()).toEqual(admitted.map(({ key }) => key).sort());
    }),
    { numRuns: 300 },
  );
});

test("one that waits says for what, since when, when it is looked at next and when it times out", () => {
  const sensor = { pokeIntervalSeconds: 60, timeoutSeconds: 3600 };
  const graph = sampleGraph([sampleTask("a", [], { sensor })]);
  const whyIn = (more: Partial<TaskInstance>, state: TaskState = "deferred") =>
    why({ ...sampleView(graph, {}), instances: [instanceIn("a", state, more)] }, "a");
  const trigger = { name: "jobDone", params: {} };
  const deferral = { trigger, startedAt: START, since: START, timeoutAt: START + 60 * SECOND };
  expect(whyIn({ deferral })).toMatchObject([
    {
      code: "deferred",
      text: 'it waits for trigger "jobDone" since 2023-11-14T22:13:20Z; it times out at 2023-11-14T22:14:20Z',
    },
  ]);
  expect(whyIn({ firstStartDate: START, resumeAt: NOW + SECOND })[0]?.text).toBe(
    "it waits between two questions since 2023-11-14T22:13:20Z, next at 2023-11-14T22:13:31Z; it times out at 2023-11-14T23:13:20Z",
  );
  expect(whyIn({ resumeAt: NOW + SECOND }, "up_for_reschedule")).toMatchObject([{ code: "reschedule_wait" }]);
});
