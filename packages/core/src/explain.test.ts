import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "./property-runs.testing.ts";
import { type AdmissionLimits, type Candidate, candidateOf, type Occupant } from "./admit.ts";
import { AdmissionQueue } from "./admission-queue.ts";
import { explain, explainChecks, type ExplainContext, type Reason } from "./explain.ts";
import { RunMachine } from "./run-machine.ts";
import { isoZ, SECOND } from "./instant.ts";
import type { RunView } from "./run-view.ts";
import { instanceIn, sampleGraph, sampleRun, sampleTask, sampleView, START } from "./sample-run.ts";
import type { TaskInstance } from "./dag-run.ts";
import type { TaskState } from "./task-state.ts";
import type { TriggerRule } from "./trigger-rules.ts";

const NOW = START + 10 * SECOND;
const FREE: Omit<ExplainContext, "now"> = {
  isPaused: false,
  limits: {
    pools: new Map([["default_pool", { slots: 2, includeDeferred: false }]]),
    executors: new Map([["default", 4]]),
  },
  occupants: [],
  otherCandidates: [],
};

function why(view: RunView, taskId: string, context: Partial<ExplainContext> = {}): readonly Reason[] {
  return explain(view, { taskId, mapIndex: -1 }, { ...FREE, ...context, now: NOW });
}

function codes(view: RunView, taskId: string, context: Partial<ExplainContext> = {}): readonly string[] {
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

test("that a run starts by itself is told only if nothing else holds it", () => {
  const graph = sampleGraph([sampleTask("a"), sampleTask("b", ["a"])]);
  const view: RunView = { ...sampleView(graph, { a: null, b: null }), run: { ...sampleRun, state: "queued" } };
  expect(codes(view, "a")).toEqual(["run_queued"]);
  expect(codes(view, "a", { isPaused: true })).toEqual(["dag_paused"]);
  expect(codes(view, "a", { hasScheduler: false })).toEqual(["no_scheduler"]);
  expect(codes(view, "b")).toEqual(["run_queued", "upstream"]);
});

test("of a task that the run's version does not have any more it says what holds the run", () => {
  const view = sampleView(sampleGraph([sampleTask("a")]), { a: null, gone: null });
  expect(codes({ ...view, run: { ...sampleRun, state: "queued" } }, "gone")).toEqual(["run_queued"]);
  expect(codes({ ...view, run: { ...sampleRun, state: "failed" } }, "gone")).toEqual(["run_ended"]);
  expect(codes(view, "gone")).toEqual(["ended"]);
});

test("what has ended or is with a worker is not waiting", () => {
  const graph = sampleGraph([sampleTask("a"), sampleTask("b"), sampleTask("c")]);
  const view = sampleView(graph, { a: "success", b: "queued", c: "running" });
  expect(why(view, "a")[0]?.text).toMatch(/^it has ended: success/);
  expect(why(view, "b")[0]?.text).toBe("it is queued and waits for its executor");
  expect(why(view, "c")[0]?.text).toBe("it is running on a worker");
});

test("of a job outside its last word is told", () => {
  const graph = sampleGraph([sampleTask("a")]);
  const said = { at: START, message: "waits for a node" };
  const job = { handle: { pod: "a-1" }, said };
  const instances = [instanceIn("a", "running", { worker: "w", job })];
  const [reason] = why({ ...sampleView(graph, {}), instances }, "a");
  expect(reason?.text).toBe(
    `it is running on w; the last word of its job outside, at ${isoZ(START)}: waits for a node`,
  );
  expect(reason?.details).toEqual({
    state: "running",
    worker: "w",
    job: { pod: "a-1" },
    last_word: { at: isoZ(START), message: said.message },
  });
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
  expect(of("c", [])).toBe('pool "none" does not exist');
  expect(of("a", [holder("x", { poolSlots: 9 })])).toBe(
    'no room in pool "default_pool", with 9 of 9 taken, it asks for 1; it is held by x of run 9',
  );
  expect(of("a", [holder("a")])).toBe(
    'task "a" already has 1 active instances, its limit (max_active_tis_per_dag) is 1; it is held by a of run 9',
  );
  expect(
    of(
      "b",
      [1, 2, 3].map((n) => holder(`${n}`, { runKey: 1 })),
    ),
  ).toBe("the run already has 3 active tasks, its limit (max_active_tasks) is 3; it is held by 1, 2, 3");
  expect(
    of(
      "b",
      [1, 2, 3, 4].map((n) => holder(`${n}`)),
    ),
  ).toBe(
    'no room on executor "default", with 4 of 4 taken, it asks for 1; it is held by 1 of run 9, 2 of run 9, 3 of run 9 and 1 more',
  );
});

test("every limit that is in the way is told, with who holds it", () => {
  const graph = sampleGraph([sampleTask("a", [], { maxActiveTisPerDag: 1, pool: "small" })], { maxActiveTasks: 1 });
  const other = candidateOf(graph, { ...sampleRun, runKey: 9 }, { taskId: "a", mapIndex: -1 });
  const elsewhere: Candidate = { ...other, key: "x", runKey: 8, dagId: "other", taskId: "b" };
  const limits = {
    pools: new Map([["small", { slots: 2, includeDeferred: true }]]),
    executors: new Map([["default", 1]]),
  };
  const occupants = [
    { ...other, deferred: false },
    { ...elsewhere, deferred: true },
  ];
  const reasons = why(sampleView(graph, { a: "scheduled" }), "a", {
    limits,
    occupants,
    runIds: new Map([[9, "monday"]]),
  });
  expect(reasons.map(({ code, details }) => [code, details?.holders])).toEqual([
    ["pool", ["a of monday", "b of other run 8"]],
    ["max_active_tis_per_dag", ["a of monday"]],
    ["executor", ["a of monday"]],
  ]);
  expect(reasons[0]?.text).toBe(
    'no room in pool "small", with 2 of 2 taken, it asks for 1; it is held by a of monday, b of other run 8',
  );
});

test("a pool without limit has room for all", () => {
  const graph = sampleGraph([sampleTask("a", [], { poolSlots: 1000 })]);
  const limits = { ...FREE.limits, pools: new Map([["default_pool", { slots: -1, includeDeferred: false }]]) };
  expect(why(sampleView(graph, { a: "scheduled" }), "a", { limits })).toEqual([]);
});

test("a DAG that is gone or that nobody owns, and a full queue of runs, are told with names", () => {
  const view = { ...sampleView(sampleGraph([sampleTask("a")]), {}), run: { ...sampleRun, state: "queued" as const } };
  const runs = ["r1", "r2"].map((runId, index) => ({ ...sampleRun, runId, runKey: 5 + index }));
  const context = { isGone: true, hasScheduler: false, turns: { runs, limit: 2 } };
  expect(codes(view, "a", context)).toEqual(["dag_gone", "no_scheduler", "run_queued"]);
  expect(why(view, "a", context)[2]?.text).toContain("its limit (max_active_runs) is 2; they are r1, r2");
});

test("a task whose dates leave the run out says which", () => {
  const tasks = [
    sampleTask("early", [], { endDate: "2023-01-01T00:00:00Z" }),
    sampleTask("late", [], { startDate: "2024-01-01T00:00:00Z" }),
  ];
  const view = sampleView(sampleGraph(tasks), {});
  expect(why(view, "early")).toMatchObject([{ code: "end_date" }]);
  expect(why(view, "late")[0]?.text).toBe(
    "the logical date of the run, 2023-11-14T22:13:20Z, lies before the start date of the task, 2024-01-01T00:00:00Z",
  );
});

test("the run before is named with what is missing there", () => {
  const graph = sampleGraph([sampleTask("a", [], { waitForDownstream: true }), sampleTask("b", ["a"])]);
  const before = (a: TaskState, b: TaskState) => ({
    run: { ...sampleRun, runKey: 0, runId: "monday" },
    instances: [instanceIn("a", a), instanceIn("b", b)],
  });
  const view = sampleView(graph, { a: null, b: null });
  const text = (previous: RunView["previous"]) => why({ ...view, previous }, "a")[0]?.text;
  expect(text(before("failed", "success"))).toMatch(/^depends_on_past: .* in the run before, monday: a \(failed\)$/);
  expect(text(before("success", "running"))).toMatch(
    /^wait_for_downstream: .* in the run before, monday: b \(running\)$/,
  );
});

const HISTORIES: readonly TaskState[] = [
  "queued",
  "running",
  "deferred",
  "up_for_retry",
  "success",
  "failed",
  "skipped",
];
const STATES: readonly TaskState[] = [null, null, null, "scheduled", "scheduled", "success", "success", ...HISTORIES];
const task = fc.record({
  state: fc.constantFrom(...STATES),
  before: fc.constantFrom("success", "success", ...STATES),
  rule: fc.constantFrom<TriggerRule>("all_success", "all_done", "one_failed", "one_success", "none_skipped", "always"),
  above: fc.array(fc.nat(100), { maxLength: 2 }),
  poolSlots: fc.constantFrom(1, 1, 2, 3),
  pool: fc.constantFrom("default_pool", "default_pool", "default_pool", "deferring", "none"),
  executor: fc.constantFrom("default", "default", "default", "default", "other", "none"),
  priorityWeight: fc.nat(3),
  maxActiveTisPerDag: fc.constantFrom(undefined, undefined, 1, 2),
  maxActiveTisPerDagrun: fc.constantFrom(undefined, undefined, 1),
  dependsOnPast: fc.constantFrom(false, false, true),
  waitForDownstream: fc.constantFrom(false, false, true),
  wait: fc.constantFrom(null, null, null, 0, 1),
});
type TaskShape = Parameters<Parameters<typeof task.map>[0]>[0];
const world = fc.record({
  tasks: fc.array(task, { minLength: 1, maxLength: 14, size: "max" }),
  maxActiveTasks: fc.constantFrom(2, 5, 16),
  pools: fc.record({ default: fc.constantFrom(-1, 0, 2, 9, 20), deferring: fc.constantFrom(1, 3) }),
  executors: fc.record({ default: fc.constantFrom(1, 8, 32), other: fc.constantFrom(0, 1, 9) }),
  others: fc.array(
    fc.record({ task: fc.nat(20), priority: fc.nat(40), state: fc.constantFrom("running", "deferred", "scheduled") }),
    { maxLength: 6 },
  ),
  isPaused: fc.constantFrom(false, false, false, true),
  isQueued: fc.constantFrom(false, false, false, true),
  hasPrevious: fc.boolean(),
});
type World = Parameters<Parameters<typeof world.map>[0]>[0];

function defined<Value>(name: string, value: Value | undefined): { readonly [name: string]: Value } {
  return value === undefined ? {} : { [name]: value };
}

function taskOf(shape: TaskShape, index: number) {
  const { rule, above, poolSlots, pool, executor, priorityWeight, dependsOnPast, waitForDownstream } = shape;
  const upstream = index === 0 ? [] : [...new Set(above.map((n) => `t${n % index}`))];
  return sampleTask(`t${index}`, upstream, {
    triggerRule: rule,
    poolSlots,
    pool,
    priorityWeight,
    dependsOnPast,
    waitForDownstream,
    ...(executor === "default" ? {} : { executor }),
    ...defined("maxActiveTisPerDag", shape.maxActiveTisPerDag),
    ...defined("maxActiveTisPerDagrun", shape.maxActiveTisPerDagrun),
  });
}

function viewOf({ tasks, maxActiveTasks, isQueued, hasPrevious }: World): RunView {
  const graph = sampleGraph(tasks.map(taskOf), { maxActiveTasks });
  const resume = (wait: number | null) => (wait === null ? null : NOW + wait);
  const instances = tasks.map(({ state, wait }, index) => instanceIn(`t${index}`, state, { resumeAt: resume(wait) }));
  const before = tasks.map(({ before: state }, index) => instanceIn(`t${index}`, state));
  const run = isQueued ? { ...sampleRun, state: "queued" as const } : sampleRun;
  const previous = hasPrevious ? { run: { ...sampleRun, runKey: 0 }, instances: before } : null;
  return { graph, run, instances: isQueued ? [] : instances, previous };
}

/** What the engine itself would queue: the machine and the queue of the hot path, not the oracle that explains. */
function queuedByEngine(view: RunView, { isPaused }: World, outside: Outside): readonly string[] {
  const machine = new RunMachine(view, { lostAttemptLimit: 5 });
  if (machine.run.state === "running") machine.settle(NOW);
  const queue = new AdmissionQueue(outside.limits);
  for (const occupant of outside.occupants) queue.restore(occupant);
  for (const candidate of outside.otherCandidates) queue.add(candidate);
  const waiting =
    machine.run.state !== "running" || isPaused ? [] : machine.instances.filter(({ state }) => state === "scheduled");
  const own = waiting.map((instance) => candidateOf(view.graph, view.run, instance));
  for (const candidate of own) queue.add(candidate);
  const admitted = new Set(queue.admit().map(({ key }) => key));
  return own.filter(({ key }) => admitted.has(key)).map(({ taskId }) => taskId);
}

interface Outside {
  readonly limits: AdmissionLimits;
  readonly occupants: readonly Occupant[];
  readonly otherCandidates: readonly Candidate[];
}

function outsideOf(view: RunView, { tasks, pools, executors, others }: World): Outside {
  const { graph, run } = view;
  const held = view.instances.filter(({ state }) => state === "queued" || state === "running" || state === "deferred");
  const own = held.map((each) => ({ ...candidateOf(graph, run, each), deferred: each.state === "deferred" }));
  const elsewhere = others.map(({ task: index, priority, state }, at) => ({
    ...candidateOf(graph, { ...run, runKey: 50 + at }, { taskId: `t${index % tasks.length}`, mapIndex: -1 }),
    priority,
    state,
  }));
  return {
    limits: {
      pools: new Map([
        ["default_pool", { slots: pools.default, includeDeferred: false }],
        ["deferring", { slots: pools.deferring, includeDeferred: true }],
      ]),
      executors: new Map([
        ["default", executors.default],
        ["other", executors.other],
      ]),
    },
    occupants: [
      ...own,
      ...elsewhere
        .filter(({ state }) => state !== "scheduled")
        .map((each) => ({ ...each, deferred: each.state === "deferred" })),
    ],
    otherCandidates: elsewhere.filter(({ state }) => state === "scheduled"),
  };
}

test("there is no reason exactly when the engine would queue the task instance now", () => {
  let runnable = 0;
  fc.assert(
    fc.property(world, (given) => {
      const view = viewOf(given);
      const outside = outsideOf(view, given);
      const context = { ...outside, isPaused: given.isPaused };
      const free = given.tasks
        .map((_, index) => `t${index}`)
        .filter((taskId) => why(view, taskId, context).length === 0);
      const queued = queuedByEngine(view, given, outside);
      runnable += queued.length;
      for (const { taskId } of view.graph.tasks) {
        const checks = explainChecks(view, { taskId, mapIndex: -1 }, { ...FREE, ...context, now: NOW });
        const held = new Set(checks.reasons.map(({ code }) => code));
        const passed = checks.passed.map(({ code }) => code);
        expect(passed.filter((code) => held.has(code))).toEqual([]);
        if (held.size === 0) expect(passed).toEqual(expect.arrayContaining(["pool", "max_active_tasks", "executor"]));
      }
      expect(free.sort()).toEqual([...queued].sort());
    }),
    propertyRuns(2000),
  );
  expect(runnable).toBeGreaterThan(300);
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
