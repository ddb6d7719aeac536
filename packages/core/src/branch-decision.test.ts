import { expect, test } from "vitest";
import type { TaskInstance } from "./dag-run.ts";
import { decide } from "./decide.ts";
import { explain } from "./explain.ts";
import { foldEvent } from "./fold-event.ts";
import { SECOND } from "./instant.ts";
import { RunMachine } from "./run-machine.ts";
import type { PreviousRun, RunView } from "./run-view.ts";
import { instanceIn, sampleGraph, sampleRun, sampleTask, START } from "./sample-run.ts";
import type { TaskState } from "./task-state.ts";

const NOW = START + 10 * SECOND;
const against = (...skipDownstream: string[]) => ({ kind: "success", skipDownstream }) as const;

/** branch -> a, b; b -> c, of which the branch decided against b (and c, which it cannot remember). */
const graph = sampleGraph([
  sampleTask("branch"),
  sampleTask("a", ["branch"]),
  sampleTask("b", ["branch"]),
  sampleTask("c", ["b"], { triggerRule: "all_done" }),
]);

function viewOf(instances: readonly TaskInstance[], previous: PreviousRun | null = null, of = graph): RunView {
  return { graph: of, run: sampleRun, instances, previous };
}

function statesAfter(view: RunView): { readonly [taskId: string]: TaskState } {
  const machine = new RunMachine(view);
  machine.settle(NOW);
  const byMachine = Object.fromEntries(machine.instances.map(({ taskId, state }) => [taskId, state]));
  const { update } = decide(view, NOW);
  const byOracle = [...view.instances, ...update].map(({ taskId, state }) => [taskId, state] as const);
  expect(byMachine).toEqual(Object.fromEntries(byOracle));
  return byMachine;
}

test("a task that a branch decided against is skipped again when it is cleared", () => {
  const branch = instanceIn("branch", "success", { outcome: against("b") });
  const cleared = [branch, instanceIn("a", "success"), instanceIn("b", null), instanceIn("c", "success")];
  expect(statesAfter(viewOf(cleared))).toEqual({ branch: "success", a: "success", b: "skipped", c: "success" });
});

test("one further down is judged by its trigger rule, as in Airflow", () => {
  const branch = instanceIn("branch", "success", { outcome: against("b", "c") });
  const cleared = [branch, instanceIn("a", "success"), instanceIn("b", "skipped"), instanceIn("c", null)];
  expect(statesAfter(viewOf(cleared))).toMatchObject({ c: "scheduled" });
});

test("a branch that is cleared with it decides anew", () => {
  const branch = instanceIn("branch", null, { outcome: against("b") });
  const cleared = [branch, instanceIn("a", null), instanceIn("b", null), instanceIn("c", null)];
  expect(statesAfter(viewOf(cleared))).toEqual({ branch: "scheduled", a: null, b: null, c: null });
});

test("a skip waits for the run before if the task says so, whether a branch or a rule skips it", () => {
  const patient = { dependsOnPast: true, waitForPastDependsBeforeSkipping: true };
  const waiting = sampleGraph([
    sampleTask("branch"),
    sampleTask("a", ["branch"], patient),
    sampleTask("b", ["branch"], { dependsOnPast: true }),
    sampleTask("c", ["b"], patient),
  ]);
  const previous = (state: TaskState): PreviousRun => ({
    run: { ...sampleRun, runKey: 0 },
    instances: ["branch", "a", "b", "c"].map((taskId) => instanceIn(taskId, state)),
  });
  const running = instanceIn("branch", "running", { attemptId: "attempt" });
  const others = ["a", "b", "c"].map((taskId) => instanceIn(taskId, null));
  const view = viewOf([running, ...others], previous("running"), waiting);
  const event = { type: "finished", attemptId: "attempt", at: NOW, outcome: against("a", "b") } as const;
  const after = foldEvent(view, event) as RunView;
  expect(statesAfter(after)).toEqual({ branch: "success", a: null, b: "skipped", c: null });
  const context = {
    isPaused: false,
    limits: { pools: new Map(), executors: new Map() },
    occupants: [],
    otherCandidates: [],
    now: NOW,
  };
  expect(explain(after, { taskId: "a", mapIndex: -1 }, context)).toMatchObject([{ code: "depends_on_past" }]);
  expect(statesAfter({ ...after, previous: previous("success") })).toEqual({
    branch: "success",
    a: "skipped",
    b: "skipped",
    c: "skipped",
  });
});
