/** A run always ends, or `explain` says what it waits for: over the same histories as the machine lives through. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { admit, type AdmissionLimits, type Candidate, candidateOf, type Occupant } from "./admit.ts";
import { clearRun } from "./clear.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import { type Dice, diceOf } from "./dice.testing.ts";
import { explain, type Reason, type ReasonCode } from "./explain.ts";
import { historyRuns } from "./property-runs.testing.ts";
import { History, randomSituation, type Situation } from "./random-histories.testing.ts";
import { endOf } from "./random-reports.testing.ts";
import { leavesDeadlockOpen } from "./readiness.ts";
import { isRunFinished } from "./run-state.ts";
import type { Twins } from "./run-twins.testing.ts";
import { instanceName, type RunView } from "./run-view.ts";
import { isFinished, isHeldByWorker, type TaskState } from "./task-state.ts";

const SMALL = { slots: 2, includeDeferred: true };
const LIMITS: AdmissionLimits = {
  pools: new Map([
    ["default_pool", { slots: 5, includeDeferred: false }],
    ["small", SMALL],
  ]),
  executors: new Map([["default", 6]]),
};
/** As LIMITS, once somebody has made the pool that was missing. */
const ALL_POOLS: AdmissionLimits = { ...LIMITS, pools: new Map([...LIMITS.pools, ["absent", SMALL]]) };

const ALL_AGAIN = {
  upstream: false,
  downstream: false,
  onlyFailed: false,
  onlyRunning: false,
  resetDagRuns: true,
  newest: null,
};

/** What nothing but a person, or another run, can change. */
const ROOTS: ReadonlySet<ReasonCode> = new Set(["pool", "awaiting_input", "depends_on_past", "wait_for_downstream"]);

/** So many are asked about in one look at a run: all of a small one. */
const ASKED = 5;

/** A fixed sample in which every reason occurs, of runs that are quick to live through. */
const SAMPLE = { seed: 5, numRuns: 800 };
const SMALL_RUN = 20;

const occurred = new Set<string>();

function count(what: string): void {
  occurred.add(what);
}

function occupantsOf({ graph, run, instances }: RunView): readonly Occupant[] {
  const held = instances.filter(
    ({ taskId, state }) => isHeldByWorker(state) && state !== "awaiting_input" && graph.indexOf.has(taskId),
  );
  return held.map((each) => ({ ...candidateOf(graph, run, each), deferred: each.state === "deferred" }));
}

function candidatesOf({ graph, run, instances }: RunView): readonly Candidate[] {
  if (run.state !== "running") return [];
  return instances.filter(({ state }) => state === "scheduled").map((each) => candidateOf(graph, run, each));
}

/** Names of what the engine would queue now. */
function admittedOf(view: RunView, limits: AdmissionLimits): ReadonlySet<string> {
  const { admitted } = admit(candidatesOf(view), limits, occupantsOf(view));
  return new Set(admitted.map(instanceName));
}

function reasonsOf({ view, now }: Twins, instance: TaskInstance): readonly Reason[] {
  const context = { now, limits: LIMITS, occupants: occupantsOf(view), otherCandidates: [], isPaused: false };
  return explain(view, instance, context);
}

/** Words for what `explain` says wrongly of some instances of a run that has been settled. */
function wrongAbout(twins: Twins, dice: Dice): readonly string[] {
  const { instances } = twins.view;
  const admitted = admittedOf(twins.view, LIMITS);
  const start = dice(Math.max(1, instances.length));
  const asked = [...instances.slice(start), ...instances.slice(0, start)].slice(0, ASKED);
  return asked.flatMap((instance) => {
    const codes = reasonsOf(twins, instance).map(({ code }) => code);
    for (const code of codes) count(code);
    const name = `${instanceName(instance)} (${instance.state}): ${codes.join(", ")}`;
    if ((codes.length === 0) !== admitted.has(instanceName(instance))) return [`${name}, yet it is runnable or not`];
    return isWrong(instance.state, twins.view.run, codes) ? [name] : [];
  });
}

const HELD: ReadonlySet<ReasonCode> = new Set(["held", "deferred", "awaiting_input"]);
const ENDED: ReadonlySet<ReasonCode> = new Set(["ended", "start_date", "end_date", "caused_by"]);
const WAITS_IN_RUN: ReadonlySet<ReasonCode> = new Set([
  "upstream",
  "mapping",
  "depends_on_past",
  "wait_for_downstream",
  "retry_wait",
  "reschedule_wait",
]);

/** The reason is one that an instance in such a state may have. */
function isWrong(state: TaskState, run: DagRun, codes: readonly ReasonCode[]): boolean {
  if (isFinished(state)) return !codes.every((code) => ENDED.has(code));
  if (isHeldByWorker(state)) return !codes.every((code) => HELD.has(code));
  const isOutside = run.state !== "running" && codes[0] !== (run.state === "queued" ? "run_queued" : "run_ended");
  const isUntold = run.state === "running" && state !== "scheduled" && !codes.some((code) => WAITS_IN_RUN.has(code));
  return isOutside || isUntold;
}

/** The world in which a run goes on after its history. */
interface World {
  readonly limits: AdmissionLimits;
  /** Somebody answers what tasks ask. */
  readonly isAnswered: boolean;
  readonly dice: Dice;
}

/** Gives slots, lets every attempt succeed and time pass, until the run has ended or nothing more happens by itself. */
function goOn(twins: Twins, { limits, isAnswered, dice }: World): void {
  const most = 12 * twins.view.instances.length + 300;
  for (let step = 0; step < most; step++) {
    if (twins.view.run.state === "queued") twins.start();
    twins.settle();
    const { run, graph, instances } = twins.view;
    if (isRunFinished(run.state)) return;
    const admitted = admittedOf(twins.view, limits);
    const isOut = ({ state }: TaskInstance) => isHeldByWorker(state) && (isAnswered || state !== "awaiting_input");
    const out = instances.filter(isOut);
    for (const instance of instances)
      if (admitted.has(instanceName(instance))) twins.queue(instance, `end ${step} ${instanceName(instance)}`);
    for (const instance of out) twins.report(endOf(instance, { graph, dice, now: twins.now, luck: 1_000_000_000 }));
    if (admitted.size > 0 || out.length > 0) continue;
    if (twins.wakeAt === null) return;
    twins.now = Math.max(twins.now, twins.wakeAt);
  }
  const states = twins.view.instances.map((each) => `${instanceName(each)} ${each.state}`);
  throw new Error(`the run goes on and on: ${states.join(", ")}`);
}

/** What a run that does not go on by itself waits for in the end. */
function rootsOf(twins: Twins): readonly string[] {
  const { graph, instances } = twins.view;
  const open = instances.filter(({ state }) => !isFinished(state));
  const reasons = open.map((each) => reasonsOf(twins, each));
  expect(reasons.filter((each) => each.length === 0)).toEqual([]);
  const tasks = graph.tasks.filter(({ taskId }) => open.some((each) => each.taskId === taskId));
  const mayBeStuck = tasks.some(leavesDeadlockOpen);
  return reasons.flat().flatMap((reason) => {
    if (ROOTS.has(reason.code)) return [reason.code];
    // As in Airflow such a run is not called deadlocked while it has a task with limits or a past.
    return mayBeStuck && isRuleThatCannotBeMet(reason) ? ["a rule that cannot be met"] : [];
  });
}

function isRuleThatCannotBeMet({ code, details }: Reason): boolean {
  const waitsFor = details?.["waits_for"];
  return code === "upstream" && Array.isArray(waitsFor) && waitsFor.length === 0;
}

/** Lives through a history, and on until the run has ended; whatever it waits for must be told. */
function endsOrWaits(situation: Situation): void {
  const { twins, dice } = live(situation);
  if (isRunFinished(twins.view.run.state) && dice(2) === 0) twins.act((view) => clearRun(view, ALL_AGAIN, twins.now));
  goOn(twins, { limits: LIMITS, isAnswered: false, dice });
  if (isRunFinished(twins.view.run.state)) return;
  const roots = rootsOf(twins);
  expect(roots.length).toBeGreaterThan(0);
  for (const root of roots) count(`waits for ever: ${root}`);
  twins.previousReplaced(null);
  goOn(twins, { limits: ALL_POOLS, isAnswered: true, dice });
  if (!isRunFinished(twins.view.run.state)) expect([...new Set(rootsOf(twins))]).toEqual(["a rule that cannot be met"]);
}

function live(situation: Situation): { readonly twins: Twins; readonly dice: Dice } {
  const history = new History(situation);
  const dice = diceOf(situation.seed + 1);
  history.live(() => {
    if (dice(8) === 0) expect(wrongAbout(history.twins, dice)).toEqual([]);
  });
  return { twins: history.twins, dice };
}

test("a run always ends, or is told to wait for a pool, a person or the run before", { timeout: 3_600_000 }, () => {
  fc.assert(fc.property(randomSituation, endsOrWaits), historyRuns(2_000));
});

test("the reasons that keep a run from ending occur, and most others", () => {
  occurred.clear();
  const sample = fc.sample(randomSituation, SAMPLE).filter(({ shapes }) => shapes.length <= SMALL_RUN);
  for (const situation of sample) endsOrWaits(situation);
  const forEver = [...ROOTS, "a rule that cannot be met"].map((root) => `waits for ever: ${root}`);
  const others = ["held", "deferred", "upstream", "mapping", "retry_wait", "reschedule_wait", "executor", "ended"];
  const runs = ["run_queued", "run_ended", "max_active_tasks", "max_active_tis_per_dag", "max_active_tis_per_dagrun"];
  expect([...forEver, ...others, ...runs].filter((reason) => !occurred.has(reason))).toEqual([]);
});
