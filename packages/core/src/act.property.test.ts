/** Acts of people on random runs in random states: never a state that the tables forbid, and the run always goes on. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "./property-runs.testing.ts";
import type { Act } from "./act.ts";
import { buildGraph, type DagGraph } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import { clearNewTasks, clearRun } from "./clear.ts";
import { decide, settled } from "./decide.ts";
import { foldEvent } from "./fold-event.ts";
import { SECOND } from "./instant.ts";
import { abandonRun, markInstances, markRun } from "./mark.ts";
import { RunMachine } from "./run-machine.ts";
import { applied } from "./run-twins.testing.ts";
import { isRunFinished, type RunState } from "./run-state.ts";
import { instanceName, type RunView } from "./run-view.ts";
import { sampleDag, sampleRun, START } from "./sample-run.ts";
import { queueInstance } from "./task-transitions.ts";
import { isFinished, isHeldByWorker, type TaskState } from "./task-state.ts";

const NOW = START + 1_000 * SECOND;

/** Every state once: the compiler tells when one is missing. */
const STATES: { readonly [state in NonNullable<TaskState>]: true } = {
  scheduled: true,
  queued: true,
  running: true,
  restarting: true,
  up_for_retry: true,
  up_for_reschedule: true,
  deferred: true,
  awaiting_input: true,
  success: true,
  failed: true,
  skipped: true,
  upstream_failed: true,
  removed: true,
};
const ALL: readonly TaskState[] = [null, ...(Object.keys(STATES) as (keyof typeof STATES)[])];

const task = fc.record({
  above: fc.array(fc.nat(100), { maxLength: 3 }),
  role: fc.constantFrom("plain", "plain", "plain", "setup", "teardown"),
  retries: fc.nat(2),
});

const request = fc.record({
  kind: fc.constantFrom("clear", "clear", "clearNew", "mark", "markRun", "abandon"),
  tasks: fc.option(fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }), { nil: undefined }),
  upstream: fc.boolean(),
  downstream: fc.boolean(),
  onlyFailed: fc.boolean(),
  onlyRunning: fc.boolean(),
  resetDagRuns: fc.boolean(),
  onNewest: fc.boolean(),
  state: fc.constantFrom("success", "failed", "skipped"),
  runState: fc.constantFrom("success", "failed", "queued"),
});

type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

const situation = fc.record({
  tasks: fc.array(task, { minLength: 1, maxLength: 10 }),
  runState: fc.constantFrom<RunState>("queued", "running", "success", "failed"),
  states: fc.array(fc.constantFrom(...ALL), { minLength: 10, maxLength: 10 }),
  hasBegun: fc.boolean(),
  request,
});

type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never;

function graphOf(tasks: Situation["tasks"], prefix = "t"): DagGraph {
  const roles = tasks.map(({ role }) => role);
  return buildGraph(
    sampleDag(
      tasks.map(({ above, role, retries }, index) => {
        const upstream = index === 0 ? [] : [...new Set(above.map((number) => number % index))];
        const isTeardown = role === "teardown" && upstream.some((up) => roles[up] === "setup");
        return {
          taskId: `${prefix}${index}`,
          operator: "sample",
          lane: "function",
          upstream: upstream.map((up) => `${prefix}${up}`),
          retry: { retries, delaySeconds: 30 },
          isSetup: role === "setup",
          isTeardown,
        };
      }),
    ),
  );
}

function viewOf({ tasks, runState, states, hasBegun }: Situation): RunView {
  const graph = graphOf(tasks);
  const isOver = isRunFinished(runState);
  const run: DagRun = { ...sampleRun, state: runState, endDate: isOver ? NOW : null };
  const instances = graph.tasks.map(({ taskId, retry }, index): TaskInstance => {
    const wanted = states[index] ?? null;
    const state = isOver && wanted !== null && !isFinished(wanted) ? "success" : wanted;
    const hasAttempt = state !== null && state !== "scheduled";
    return {
      taskId,
      mapIndex: -1,
      state,
      tryNumber: hasAttempt ? 1 : 0,
      maxTries: retry.retries,
      lostAttempts: index % 3,
      attemptId: hasAttempt ? `attempt of ${taskId}` : null,
      scheduledAt: START,
      queuedAt: START,
      startDate: hasAttempt ? START : null,
      endDate: isFinished(state) ? START : null,
      firstStartDate: null,
      resumeAt: state === "up_for_retry" || state === "up_for_reschedule" ? NOW + 5 * SECOND : null,
      worker: null,
      outcome: null,
      renderedMapIndex: null,
      deferral: null,
      job: null,
    };
  });
  return { graph, run, instances: runState === "queued" && !hasBegun ? [] : instances, previous: null };
}

function actOn(view: RunView, { kind, tasks, onNewest, runState, state, ...asked }: Request): Act {
  const selectors = tasks?.map((index) => ({ taskId: `t${index}` }));
  const newest = { version: 2, graph: view.graph };
  switch (kind) {
    case "clear":
      return clearRun(
        view,
        { ...asked, ...(selectors && { tasks: selectors }), newest: onNewest ? newest : null },
        NOW,
      );
    case "clearNew":
      return clearNewTasks(view, newest, NOW);
    case "mark":
      return markInstances(view, { ...asked, tasks: selectors ?? [], state }, NOW);
    case "markRun":
      return markRun(view, runState, NOW);
    case "abandon":
      return abandonRun(view, "not wanted", NOW);
  }
}

const isSuperseded = (after: TaskInstance | undefined): boolean =>
  after === undefined || !isHeldByWorker(after.state) || after.state === "restarting";

test("an act leaves no instance in a state that cannot be, and lets go of no attempt in silence", () => {
  fc.assert(
    fc.property(situation, (given) => {
      const view = viewOf(given);
      const act = actOn(view, given.request);
      const after = applied(view, act, () => view.graph);
      const byName = new Map(after.instances.map((each) => [instanceName(each), each]));
      expect(byName.size).toBe(after.instances.length);
      expect(act.changes.insert.every((each) => !view.instances.some(({ taskId }) => taskId === each.taskId))).toBe(
        true,
      );
      for (const each of after.instances) {
        if (isHeldByWorker(each.state)) expect(each.attemptId).not.toBeNull();
        if (isFinished(each.state)) expect(each.endDate).not.toBeNull();
      }
      for (const before of view.instances) {
        const now = byName.get(instanceName(before));
        expect(now?.tryNumber).toBe(before.tryNumber);
        const isLetGo = isHeldByWorker(before.state) && before.state !== "restarting" && isSuperseded(now);
        if (isLetGo) expect(act.changes.cancel).toContain(before.attemptId);
        if (now !== before) expect(act.changes.update).toContain(now);
      }
      const isOver = isRunFinished(after.run.state);
      expect(after.run.endDate === null).toBe(!isOver);
      // Where the act ended the run, all of it has ended.
      if (isOver && after.run.state !== view.run.state)
        expect(after.instances.filter(({ state }) => !isFinished(state))).toEqual([]);
    }),
    propertyRuns(2_000),
  );
});

test("the same act a second time changes no task instance", () => {
  fc.assert(
    fc.property(situation, (given) => {
      // A filter looks at states, which the first act has changed.
      const asked = { ...given.request, onlyFailed: false, onlyRunning: false };
      const view = viewOf(given);
      const once = applied(view, actOn(view, asked), () => view.graph);
      const { insert, update } = actOn(once, asked).changes;
      expect({ insert, update }).toEqual({ insert: [], update: [] });
    }),
    propertyRuns(1_000),
  );
});

/** Starts the run if it waits, and ends every attempt well, until nothing more happens. */
function livedOut(view: RunView): RunView {
  let current =
    view.run.state === "queued" ? { ...view, run: { ...view.run, state: "running" as const, startDate: NOW } } : view;
  for (let step = 0; step < 200 && current.run.state === "running"; step++) {
    current = settled(current, NOW + step * SECOND);
    const next = current.instances.find(({ state }) => isHeldByWorker(state) || state === "scheduled");
    if (next === undefined) continue;
    current =
      next.state === "scheduled"
        ? replaced(current, next, queueInstance(next, `${next.taskId} ${step}`, NOW))
        : (foldEvent(current, {
            type: "finished",
            attemptId: next.attemptId as string,
            at: NOW,
            outcome: { kind: "success" },
          }) ?? current);
  }
  return current;
}

function replaced(view: RunView, before: TaskInstance, after: TaskInstance): RunView {
  return { ...view, instances: view.instances.map((each) => (each === before ? after : each)) };
}

test("after an act the machine and the oracle go on alike, and the run ends", () => {
  fc.assert(
    fc.property(situation, (given) => {
      const view = viewOf(given);
      const after = applied(view, actOn(view, given.request), () => view.graph);
      const machine = new RunMachine(after);
      machine.settle(NOW);
      const decided = decide(after, NOW);
      expect(machine.run).toEqual(decided.run ?? after.run);
      expect(machine.takeChanges().update.map(instanceName).sort()).toEqual(decided.update.map(instanceName).sort());
      expect(isRunFinished(livedOut(after).run.state)).toBe(true);
    }),
    propertyRuns(1_000),
  );
});
