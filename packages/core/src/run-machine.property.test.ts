/** The machine against the oracle: the same news, the same changes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { changesBetween } from "./run-changes.ts";
import { buildGraph, type DagGraph } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import type { TaskSpec } from "./dag-spec.ts";
import { decide, settled } from "./decide.ts";
import { type Dice, diceOf } from "./dice.testing.ts";
import { foldEvent } from "./fold-event.ts";
import { isoZ, type Micros, SECOND } from "./instant.ts";
import { randomMappedGroup } from "./mapped-groups.testing.ts";
import { attemptName, byName, names } from "./instance-names.testing.ts";
import { propertyRuns } from "./property-runs.testing.ts";
import { RunMachine } from "./run-machine.ts";
import { instanceName, missingInstances, type PreviousRun, type RunChanges, type RunView } from "./run-view.ts";
import { sampleMapping } from "./sample-run.ts";
import type { AttemptEvent, AttemptOutcome } from "./task-protocol.ts";
import { waitingEvent } from "./waiting-event.testing.ts";
import { endedAttempt, goesOn, queueInstance } from "./task-transitions.ts";
import { isFinished, isHeldByWorker, type TaskState } from "./task-state.ts";
import type { TriggerRule } from "./trigger-rules.ts";

const RULES: readonly TriggerRule[] = [
  "all_success",
  "all_success",
  "all_success",
  "all_failed",
  "all_done",
  "all_done_min_one_success",
  "all_skipped",
  "one_success",
  "one_failed",
  "one_done",
  "none_failed",
  "none_failed_min_one_success",
  "none_skipped",
  "always",
];
const LOST_LIMIT = 3;
const START: Micros = 1_700_000_000 * SECOND;

/** Its end lies before the run. */
const NO_LONGER = { endDate: isoZ(START - 1) };

interface Shape {
  readonly rule: TriggerRule;
  readonly above: readonly number[];
  readonly role: "plain" | "setup" | "teardown" | "empty" | "mapped" | "mapped over";
  readonly retries: number;
  readonly backoff: number;
  readonly past: "none" | "depends_on_past" | "wait_for_downstream";
  readonly waitsToSkip: boolean;
  readonly dates: Pick<TaskSpec, "startDate" | "endDate">;
  readonly group: "none" | "g0" | "g1";
}

const shape: fc.Arbitrary<Shape> = fc.record({
  rule: fc.constantFrom(...RULES),
  above: fc.array(fc.nat(1_000), { maxLength: 4 }),
  role: fc.constantFrom("plain", "plain", "plain", "plain", "setup", "teardown", "empty", "mapped", "mapped over"),
  retries: fc.constantFrom(0, 0, 1, 2),
  backoff: fc.constantFrom(0, 2),
  past: fc.constantFrom("none", "none", "depends_on_past", "wait_for_downstream"),
  waitsToSkip: fc.boolean(),
  dates: fc.constantFrom({}, {}, {}, {}, {}, { startDate: isoZ(START) }, { startDate: isoZ(START + 1) }, NO_LONGER),
  group: fc.constantFrom("none", "none", "none", "g0", "g1"),
});

const situation = fc.record({
  shapes: fc.oneof(
    { weight: 2, arbitrary: fc.array(shape, { minLength: 1, maxLength: 8 }) },
    { weight: 1, arbitrary: fc.array(shape, { minLength: 1, maxLength: 60, size: "max" }) },
  ),
  usesPast: fc.boolean(),
  hasPrevious: fc.boolean(),
  timeoutSeconds: fc.constantFrom(undefined, undefined, undefined, 600),
  failFast: fc.constantFrom(false, false, false, true),
  seed: fc.integer(),
});

interface Traits {
  readonly usesPast: boolean;
  readonly timeoutSeconds: number | undefined;
  readonly failFast: boolean;
}

function graphOf(shapes: readonly Shape[], { usesPast, timeoutSeconds, failFast }: Traits): DagGraph {
  const tasks: TaskSpec[] = [];
  shapes.forEach(({ rule, above, role, retries, backoff, past, group, waitsToSkip, dates }, index) => {
    const taskId = `t${index}`;
    const upstream = index === 0 ? [] : [...new Set(above.map((number) => `t${number % index}`))];
    const named = tasks.filter((task) => upstream.includes(task.taskId));
    const setups = named.filter((task) => task.isSetup).map((task) => task.taskId);
    const isTeardown = role === "teardown" && setups.length > 0;
    const over = role === "mapped" ? index % 4 : role === "mapped over" ? upstream[0] : undefined;
    tasks.push({
      taskId,
      operator: "random",
      lane: role === "empty" ? "empty" : "function",
      upstream,
      triggerRule: isTeardown ? "all_done_setup_success" : setups.length > 0 || failFast ? "all_success" : rule,
      retry: { retries, delaySeconds: 30, backoff },
      dependsOnPast: usesPast && past !== "none",
      waitForDownstream: usesPast && past === "wait_for_downstream",
      ...(usesPast && { waitForPastDependsBeforeSkipping: waitsToSkip, ignoreFirstDependsOnPast: index % 5 > 0 }),
      ...dates,
      isSetup: role === "setup",
      isTeardown,
      onFailureFailDagrun: index % 2 === 0,
      ...(index % 11 === 7 && { maxActiveTisPerDag: 2 }),
      ...(over !== undefined && group === "none" && { mapping: sampleMapping(over) }),
    });
  });
  return buildGraph({
    version: 1,
    dagId: "random",
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: true,
    templateStyle: "json",
    tasks,
    groups: (["g0", "g1"] as const).map((groupId) => randomMappedGroup(groupId, shapes)),
    source: { file: "random.ts" },
    failFast,
    ...(timeoutSeconds !== undefined && { dagrunTimeoutSeconds: timeoutSeconds }),
  });
}

const queuedRun: DagRun = {
  runKey: 2,
  dagId: "random",
  runId: "scheduled__2",
  runType: "scheduled",
  triggeredBy: "timetable",
  state: "queued",
  logicalDate: START,
  dataIntervalStart: null,
  dataIntervalEnd: null,
  runAfter: START,
  queuedAt: START,
  startDate: null,
  endDate: null,
  conf: {},
  dagVersion: 1,
  reason: null,
  note: null,
  revision: 0,
};

/** The run twice: as a view for the oracle, and as a machine with what was stored of its changes. */
class Twins {
  view: RunView;
  machine: RunMachine;
  now = START;
  readonly #stored = new Map<string, TaskInstance>();
  #history: TaskInstance[] = [];
  #cancel: string[] = [];
  /** Instances that an event has scheduled, no decision. */
  readonly #resumed = new Set<string>();

  constructor(view: RunView) {
    this.view = view;
    this.machine = new RunMachine(view, { lostAttemptLimit: LOST_LIMIT });
  }

  start(): void {
    this.machine.start(this.now);
    const run: DagRun = { ...this.view.run, state: "running", startDate: this.now };
    this.view = { ...this.view, run, instances: missingInstances(this.view) };
  }

  /** Lets both draw their conclusions and compares everything that came of it. */
  settle(): void {
    const before = this.view;
    this.view = settled(before, this.now);
    this.#forgetReturned(this.view.instances.filter(({ state }) => state === "removed"));
    const decided = changesBetween(before, this.view, this.now);
    const scheduled = this.machine.settle(this.now);
    const changes = this.machine.takeChanges();
    this.#store(changes);
    expect(byName(this.#stored.values())).toEqual(byName(this.view.instances));
    expect(this.machine.run).toEqual(this.view.run);
    expect(names(scheduled)).toEqual(names(decided.newlyScheduled));
    const resumed = this.view.instances.filter((each) => this.#resumed.has(instanceName(each)));
    const expected = new Set([...decided.newlyScheduled, ...resumed.filter(({ state }) => state === "scheduled")]);
    expect(names(changes.newlyScheduled)).toEqual(names([...expected]));
    this.#resumed.clear();
    expect(changes.history.map(attemptName).sort()).toEqual(
      [...this.#history, ...decided.history].map(attemptName).sort(),
    );
    expect([...changes.cancel].sort()).toEqual([...this.#cancel, ...decided.cancel].sort());
    expect({ ended: changes.ended, wakeAt: changes.wakeAt }).toEqual({ ended: decided.ended, wakeAt: decided.wakeAt });
    this.#history = [];
    this.#cancel = [];
  }

  queue(instance: TaskInstance, attemptId: string): void {
    if (instance.tryNumber > 0 && !goesOn(instance)) {
      this.#history.push(endedAttempt(instance));
      this.#forgetReturned([instance]);
    }
    this.machine.queue(instance, attemptId, this.now);
    const queued = queueInstance(instance, attemptId, this.now);
    this.view = { ...this.view, instances: this.view.instances.map((other) => (other === instance ? queued : other)) };
  }

  apply(event: AttemptEvent): void {
    const after = foldEvent(this.view, event, LOST_LIMIT);
    const applied = this.machine.applyEvent(event);
    expect(applied === null).toBe(after === null);
    if (after === null || applied === null) return;
    if (applied.state === "scheduled") this.#resumed.add(instanceName(applied));
    const { cancel } = changesBetween(this.view, after, this.now);
    this.#cancel.push(...cancel.filter((attemptId) => attemptId !== event.attemptId));
    this.view = after;
  }

  previousMoved(instance: TaskInstance, run: DagRun): void {
    const previous = this.view.previous as PreviousRun;
    const instances = previous.instances.filter((other) => instanceName(other) !== instanceName(instance));
    this.view = { ...this.view, previous: { run, instances: [...instances, instance] } };
    const isNew = run !== previous.run;
    this.machine.previousChanged({ ...(isNew && { run }), insert: [], update: [instance], remove: [] });
  }

  returned({ taskId, mapIndex }: TaskInstance, length: number): void {
    this.machine.returned({ taskId, mapIndex }, length);
    const lengths = new Map([...(this.view.returned?.get(taskId) ?? []), [mapIndex, length] as const]);
    this.view = { ...this.view, returned: new Map([...(this.view.returned ?? []), [taskId, lengths]]) };
  }

  /** As the store does: what an instance has returned goes with its next attempt, and when it is removed. */
  #forgetReturned(instances: readonly TaskInstance[]): void {
    const returned = new Map(
      [...(this.view.returned ?? [])].map(([taskId, lengths]) => {
        const gone = new Set(instances.filter((one) => one.taskId === taskId).map(({ mapIndex }) => mapIndex));
        return [taskId, new Map([...lengths].filter(([mapIndex]) => !gone.has(mapIndex)))] as const;
      }),
    );
    this.view = { ...this.view, returned };
  }

  /** As after a crash: everything that was stored is taken up again, with what others have changed meanwhile. */
  restart(others: (instances: readonly TaskInstance[]) => readonly TaskInstance[]): void {
    this.settle();
    this.view = { ...this.view, instances: others(this.view.instances) };
    for (const instance of this.view.instances) this.#stored.set(instanceName(instance), instance);
    this.#forgetReturned(this.view.instances.filter(({ state }) => state === "removed"));
    this.machine = new RunMachine(this.view, { lostAttemptLimit: LOST_LIMIT });
  }

  #store({ insert, update, remove }: RunChanges): void {
    for (const key of remove) this.#stored.delete(instanceName(key));
    for (const instance of insert) expect(this.#stored.has(instanceName(instance))).toBe(false);
    for (const instance of update) expect(this.#stored.has(instanceName(instance))).toBe(true);
    for (const instance of [...insert, ...update]) this.#stored.set(instanceName(instance), instance);
  }
}

function outcomeFor(twins: Twins, instance: TaskInstance, dice: Dice): AttemptOutcome {
  const roll = dice(20);
  if (roll < 10) return { kind: "success" };
  if (roll < 11) return { kind: "skipped" };
  if (roll < 13) return { kind: "lost", message: "gone" };
  if (roll < 14) return { kind: "cancelled", message: "asked for" };
  if (roll < 17) {
    const failed = { kind: "failed", message: "broken", code: "exception", retryable: roll < 16 } as const;
    const action = (["retry", "fail", "default"] as const)[dice(6)];
    return action === undefined ? failed : { ...failed, retry: { action, delaySeconds: dice(30) } };
  }
  const { graph } = twins.view;
  const below = graph.tasks[graph.indexOf.get(instance.taskId) as number]?.downstream ?? [];
  const skipDownstream = below.filter(() => dice(2) === 0).map((index) => `t${index}`);
  return { kind: "success", skipDownstream };
}

/** Ends an attempt; what a mapped task maps over tells its length together with its end, unless nothing came of it. */
function finish(twins: Twins, instance: TaskInstance, dice: Dice): void {
  const outcome = outcomeFor(twins, instance, dice);
  if (outcome.kind === "success") {
    const { graph } = twins.view;
    const task = graph.tasks[graph.indexOf.get(instance.taskId) as number];
    if (task !== undefined && task.mappers.length > 0 && dice(8) > 0) twins.returned(instance, dice(4));
  }
  twins.apply({ type: "finished", attemptId: instance.attemptId as string, at: twins.now, outcome });
}

/** Instances of the run before, in the midst of it. */
function previousInstances(view: RunView, dice: Dice): readonly TaskInstance[] {
  const states: readonly TaskState[] = [null, "running", "success", "success", "success", "skipped", "failed"];
  return missingInstances(view).map((instance) => ({
    ...instance,
    state: states[dice(states.length)] as TaskState,
  }));
}

function movePrevious(twins: Twins, dice: Dice): void {
  const { previous } = twins.view;
  if (previous === null) return;
  const states: readonly TaskState[] = [
    "running",
    "failed",
    "success",
    "success",
    "success",
    "skipped",
    "up_for_retry",
  ];
  const blank = previousInstances({ ...twins.view, instances: [] }, dice);
  const open = previous.instances.filter(({ state }) => state !== "success" && state !== "skipped");
  const chosen = open[dice(open.length + 1)] ?? blank[dice(blank.length)];
  const moved = { ...(chosen as TaskInstance), state: states[dice(states.length)] as TaskState };
  twins.previousMoved(moved, previous.run.state === "queued" ? { ...previous.run, state: "running" } : previous.run);
}

/** Others clear a task instance, remove one, or leave one behind of a task that is no longer in the DAG. */
function changedByOthers(instances: readonly TaskInstance[], dice: Dice, step: number): readonly TaskInstance[] {
  const chosen = instances[dice(instances.length)] as TaskInstance;
  const becomes = (state: TaskState) => instances.map((other) => (other === chosen ? { ...chosen, state } : other));
  const roll = dice(4);
  if (roll === 0 && isFinished(chosen.state)) return becomes(null);
  if (roll === 1 && chosen.state === "running") return becomes("restarting");
  if (roll === 2 && chosen.state === null) return becomes("removed");
  const gone: TaskInstance = {
    ...chosen,
    taskId: `gone ${step}`,
    attemptId: `gone ${step}`,
    state: dice(2) === 0 ? "queued" : null,
  };
  return roll === 3 ? [...instances, gone] : instances;
}

function jobEvent(event: { attemptId: string; at: number }, dice: Dice): AttemptEvent {
  if (dice(2) === 0) return { type: "launched", ...event, handle: { job: dice(3) } };
  return { type: "said", ...event, message: `word ${dice(3)}` };
}

/** Something happens: an attempt begins, reports or ends, time passes, the run before moves on, the engine restarts. */
function happen(twins: Twins, dice: Dice, step: number): void {
  const of = (wanted: (state: TaskState) => boolean) => twins.view.instances.filter(({ state }) => wanted(state));
  const scheduled = of((state) => state === "scheduled");
  const held = of(isHeldByWorker);
  const pick = held[dice(Math.max(1, held.length))];
  const event = { attemptId: pick?.attemptId ?? `none ${step}`, at: twins.now };
  const roll = dice(20);
  if (roll < 7)
    for (const instance of scheduled.slice(0, 1 + dice(4))) twins.queue(instance, `${step} ${instanceName(instance)}`);
  else if (roll < 9) twins.apply({ type: "started", ...event, worker: `worker-${dice(2)}` });
  else if (roll < 10) twins.apply(dice(2) === 0 ? waitingEvent(event, dice) : jobEvent(event, dice));
  else if (roll < 15 && pick !== undefined) finish(twins, pick, dice);
  else if (roll < 16)
    twins.apply({ type: "finished", attemptId: `stale ${step}`, at: twins.now, outcome: { kind: "success" } });
  else if (roll < 18) movePrevious(twins, dice);
  else if (dice(2) === 0) twins.now = Math.max(twins.now, decide(twins.view, twins.now).wakeAt ?? 0);
  else if (dice(3) > 0) twins.now += dice(40) * SECOND;
  else if (dice(3) === 0) twins.restart((instances) => changedByOthers(instances, dice, step));
}

function live(twins: Twins, dice: Dice): void {
  twins.start();
  twins.settle();
  const limit = 8 * twins.view.instances.length + 40;
  for (let step = 0; step < limit && twins.view.run.state === "running"; step++) {
    happen(twins, dice, step);
    if (dice(3) > 0) twins.settle();
  }
  twins.settle();
}

const ends = new Map<string, number>();

test("the machine changes a run exactly as the oracle does, whatever happens", { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(situation, ({ shapes, hasPrevious, seed, ...traits }) => {
      const graph = graphOf(shapes, traits);
      const dice = diceOf(seed);
      const blank: RunView = { graph, run: queuedRun, instances: [], previous: null };
      const run: DagRun = {
        ...queuedRun,
        runKey: 1,
        runId: "scheduled__1",
        state: dice(2) === 0 ? "queued" : "running",
      };
      const instances = run.state === "queued" ? [] : previousInstances(blank, dice);
      const twins = new Twins({ ...blank, previous: hasPrevious ? { run, instances } : null });
      live(twins, dice);
      const { state, reason } = twins.view.run;
      const end = `${state} ${reason?.split(":")[0] ?? ""}`;
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }),
    propertyRuns(2_000),
  );
});

test("the random runs end in all the usual ways", () => {
  const overruled = "success its last tasks succeeded or were skipped, although others failed";
  const usual = ["failed failed at its end", "failed failed fast", "failed timed out", "success ", overruled];
  expect([...ends.keys()]).toEqual(expect.arrayContaining(usual));
});
