/** Branches, short circuits, setups and teardowns, fail-fast, retry policies: whole runs of DAGs as authors write them. */
import { branchDayOfWeek, empty, latestOnly } from "@momiji/operators";
import { type Dag, dag, type DagOptions, FailTask, RetryAfter, SkipTask, type TaskContext } from "@momiji/sdk";
import { expect, test } from "vitest";
import { runDag, type RunDagOptions } from "./run-dag.ts";

/** States by task id, and how the run ended. */
async function statesOf(made: Dag, options: Partial<RunDagOptions> = {}) {
  const { state, reason, tasks } = await runDag(made, { at: "2026-11-22T00:00Z", ...options });
  return { run: state, reason, ...Object.fromEntries(Object.entries(tasks).map(([id, task]) => [id, task?.state])) };
}

const nothing = (): void => {};

test("a branch runs what it chose, and the join after it", async () => {
  const made = dag({ id: "d" }, ({ task, branch }) => {
    const size = task("size", () => 3);
    const full = task("full", nothing);
    const delta = task("delta", nothing);
    const after = task("after_full", nothing);
    const join = task("join", { triggerRule: "none_failed_min_one_success" }, nothing);
    branch("choose", { inputs: { size }, choices: { full, delta } }, ({ size }) => (size > 2 ? "delta" : "full"));
    full.before(after);
    join.after(after, delta);
  });
  expect(await statesOf(made)).toMatchObject({
    run: "success",
    choose: "success",
    full: "skipped",
    after_full: "skipped",
    delta: "success",
    join: "success",
  });
});

test("a branch that chooses what it may not fails at once and says what it may", async () => {
  const made = dag({ id: "d" }, ({ task, branch }) =>
    branch("choose", { retries: 3 }, () => "b").before(task("a", nothing)),
  );
  const { tasks } = await runDag(made, { at: "2026-11-22T00:00Z" });
  expect(tasks["choose"]).toMatchObject({
    state: "failed",
    tryNumber: 1,
    message: expect.stringContaining('it may choose "a", several of them in a list, or null') as string,
  });
  expect(tasks["a"]?.state).toBe("upstream_failed");
});

test("a short circuit cuts everything off, or leaves the rest to its trigger rules", async () => {
  const made = (everything: boolean) =>
    dag({ id: "d" }, ({ task, shortCircuit, chain }) => {
      const last = task("last", { triggerRule: "all_done" }, nothing);
      const options = { ignoreDownstreamTriggerRules: everything };
      chain(
        shortCircuit("gate", options, async () => 0),
        empty("next"),
        last,
      );
    });
  expect(await statesOf(made(true))).toMatchObject({ run: "success", next: "skipped", last: "skipped" });
  expect(await statesOf(made(false))).toMatchObject({ run: "success", next: "skipped", last: "success" });
});

test("a branch by the day of the week looks at the day in the DAG's zone", async () => {
  const made = (timezone: string, useTaskLogicalDate: boolean) =>
    dag({ id: "d", timezone }, () => {
      const ifTrue = empty("sunday");
      const ifFalse = empty("other");
      branchDayOfWeek("which", { weekDay: ["sunday"], ifTrue, ifFalse, useTaskLogicalDate });
    });
  for (const byDate of [true, false]) {
    const late = { at: "2026-11-22T16:00Z" };
    expect(await statesOf(made("UTC", byDate), late)).toMatchObject({ sunday: "success", other: "skipped" });
    expect(await statesOf(made("Asia/Tokyo", byDate), late)).toMatchObject({ sunday: "skipped", other: "success" });
  }
});

test("latestOnly lets runs by hand pass", async () => {
  const made = dag({ id: "d" }, () => latestOnly("gate").before(empty("next")));
  expect(await statesOf(made)).toMatchObject({ gate: "success", next: "success" });
});

/** cluster -> work -> gone, and a note after work. */
const scoped = (work: () => unknown, gone: () => unknown = nothing, onFailureFailDagRun = false) =>
  dag({ id: "d" }, ({ task, scope }) => {
    const setup = task("cluster", nothing);
    const teardown = task("gone", gone).asTeardown({ setups: setup, onFailureFailDagRun });
    scope({ setup, teardown }, () => task("work", work).before(task("more", nothing)));
  });

test("a teardown runs whatever became of the work, and its own failure is not the run's", async () => {
  const breaks = (): never => {
    throw new Error("broken");
  };
  expect(await statesOf(scoped(breaks))).toMatchObject({
    run: "failed",
    work: "failed",
    more: "upstream_failed",
    gone: "success",
  });
  expect(await statesOf(scoped(nothing, breaks))).toMatchObject({ run: "success", gone: "failed" });
  expect(await statesOf(scoped(nothing, breaks, true))).toMatchObject({ run: "failed", gone: "failed" });
});

test("without its setup neither the work nor the teardown runs", async () => {
  expect(await statesOf(scoped(nothing), { fail: { cluster: "no room" } })).toMatchObject({
    run: "failed",
    cluster: "failed",
    work: "upstream_failed",
    gone: "upstream_failed",
  });
});

test("a fail-fast DAG skips what has not begun, but clears away, and its run has failed", async () => {
  const made = dag({ id: "d", failFast: true }, ({ task, chain }) => {
    const create = task("create", nothing);
    const bad = task("bad", nothing);
    const slow = task("slow", { retries: 1 }, nothing);
    const drop = task("drop", nothing).asTeardown({ setups: create });
    chain(create, [bad, slow], [task("after_bad", nothing), task("after_slow", nothing)]);
    drop.after(bad, slow);
  });
  const fail = { bad: "broken", slow: { times: 1 } };
  expect(await statesOf(made, { fail })).toEqual({
    run: "failed",
    reason: "failed fast: bad",
    create: "success",
    bad: "failed",
    slow: "skipped",
    after_bad: "skipped",
    after_slow: "skipped",
    drop: "success",
  });
});

class Busy extends Error {
  readonly code = "EBUSY";
}
class VeryBusy extends Busy {}

/** A task that throws these, one an attempt, then succeeds; retries 3, 5 minutes apart. */
const throwing = (errors: readonly Error[], defaults: NonNullable<DagOptions["defaults"]> = {}) =>
  dag({ id: "d", defaults: { retries: 3, ...defaults } }, ({ task }) =>
    task("t", ({ tryNumber }) => {
      const error = errors[tryNumber - 1];
      if (error !== undefined) throw error;
      return tryNumber;
    }),
  );

async function courseOf(made: Dag) {
  const { tasks, seconds } = await runDag(made, { at: "2026-11-22T00:00Z" });
  return [tasks["t"]?.state, tasks["t"]?.tryNumber, seconds];
}

test.each<[string, readonly Error[], NonNullable<DagOptions["defaults"]>, readonly unknown[]]>([
  ["nothing special", [new Error("x")], {}, ["success", 2, 300]],
  ["SkipTask", [new SkipTask("enough")], {}, ["skipped", 1, 0]],
  ["FailTask", [new FailTask("never")], {}, ["failed", 1, 0]],
  ["RetryAfter", [new RetryAfter({ seconds: 7 }), new RetryAfter({ minutes: 1 })], {}, ["success", 3, 67]],
  ["RetryAfter without retries", [new RetryAfter({ seconds: 7 })], { retries: 0 }, ["failed", 1, 0]],
  [
    "a rule by class",
    [new VeryBusy("b"), new Error("x")],
    { retryPolicy: [{ error: Busy, action: "retry", retryDelay: { seconds: 10 } }] },
    ["success", 3, 310],
  ],
  [
    "a rule by class alone, and a default",
    [new VeryBusy("b")],
    { retryPolicy: { rules: [{ error: Busy, matchSubclasses: false, action: "retry" }], otherwise: "fail" } },
    ["failed", 1, 0],
  ],
  [
    "a rule by the class itself",
    [new Busy("b"), new VeryBusy("v")],
    { retryPolicy: [{ error: Busy, matchSubclasses: false, action: "retry", retryDelay: { seconds: 1 } }] },
    ["success", 3, 301],
  ],
  [
    "rules by name, words, pattern and code, the first that fits first",
    [new TypeError("t"), new Error("quota (daily)"), new Error("HTTP 503"), new Busy("busy")],
    {
      retries: 9,
      retryPolicy: [
        { error: "TypeError", action: "retry", retryDelay: { seconds: 1 } },
        { message: "quota (daily)", action: "retry", retryDelay: { seconds: 2 } },
        { message: /http 5\d\d/i, action: "retry", retryDelay: { seconds: 4 } },
        { code: "EBUSY", error: ["Busy", "Other"], action: "retry", retryDelay: { seconds: 8 } },
        { action: "fail", reason: "unknown" },
      ],
    },
    ["success", 5, 15],
  ],
  ["a rule that fits everything", [new Error("x")], { retryPolicy: [{ action: "fail" }] }, ["failed", 1, 0]],
  [
    "a function",
    [new Busy("b"), new Error("x")],
    {
      retryPolicy: (error, { tryNumber }) =>
        error instanceof Busy ? { action: "retry", retryDelay: { seconds: tryNumber } } : "fail",
    },
    ["failed", 2, 1],
  ],
  [
    "a rule of more retries than there are",
    [new Busy("1"), new Busy("2"), new Busy("3")],
    { retries: 1, retryPolicy: [{ action: "retry", retryDelay: { seconds: 1 } }] },
    ["failed", 2, 1],
  ],
])("what a task throws decides about its retries: %s", async (...[, errors, defaults, course]) => {
  expect(await courseOf(throwing(errors, defaults))).toEqual(course);
});

test("each field of a returned object is an XCom of its own, if that is wanted", async () => {
  const made = (returned: unknown) =>
    dag({ id: "d" }, ({ task }) => {
      const both = task("both", { multipleOutputs: true }, () => returned);
      const read = async ({ xcom }: TaskContext) =>
        JSON.stringify([await xcom.pull("both", { key: "rows" }), await xcom.pull("both")]);
      task("reads", read).after(both);
    });
  const { tasks } = await runDag(made({ rows: 3, name: "n" }), { at: "2026-11-22T00:00Z" });
  expect(tasks["reads"]?.value).toBe('[3,{"rows":3,"name":"n"}]');
  const wrong = await runDag(made([1]), { at: "2026-11-22T00:00Z" });
  expect(wrong.tasks["both"]).toMatchObject({ state: "failed", message: expect.stringContaining("a list") as string });
});

test("a task is not part of runs outside of its dates, and what comes after it does not wait for it", async () => {
  const made = dag({ id: "d" }, ({ task, chain }) =>
    chain(
      task("later", { startDate: "2026-11-23" }, nothing),
      task("next", nothing),
      task("earlier", { endDate: "2026-11-21" }, nothing),
    ),
  );
  expect(await statesOf(made)).toMatchObject({ run: "success", later: "removed", next: "success", earlier: "removed" });
});
