/** Random lives of runs: attempts begin, report and end, time passes, people act, the engine restarts. */
import fc from "fast-check";
import type { DagGraph } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import { type Dice, diceOf } from "./dice.testing.ts";
import { SECOND } from "./instant.ts";
import { randomAct } from "./random-acts.testing.ts";
import {
  editedShapes,
  randomGraph,
  randomShapes,
  randomTraits,
  type Shape,
  type Traits,
} from "./random-dags.testing.ts";
import { endOf, type Reporting, signOf } from "./random-reports.testing.ts";
import { isRunFinished } from "./run-state.ts";
import { Twins } from "./run-twins.testing.ts";
import { instanceName, missingInstances, type PreviousRun, type RunView } from "./run-view.ts";
import { sampleRun, START } from "./sample-run.ts";
import { isFinished, isHeldByWorker, type TaskState } from "./task-state.ts";

export interface Situation {
  readonly shapes: readonly Shape[];
  readonly traits: Traits;
  readonly hasPrevious: boolean;
  readonly kind: "scheduled" | "backfill" | "first of a backfill" | "no date";
  /** Of so many ends one may be other than a plain success. */
  readonly luck: number;
  readonly seed: number;
}

export const randomSituation: fc.Arbitrary<Situation> = fc.record({
  shapes: randomShapes,
  traits: randomTraits,
  hasPrevious: fc.boolean(),
  kind: fc.constantFrom("scheduled", "scheduled", "scheduled", "backfill", "first of a backfill", "no date"),
  luck: fc.constantFrom(2, 4, 12),
  seed: fc.integer(),
});

/** More steps than this say nothing new, and large runs would take long. */
const MOST_STEPS = 240;
/** How often a run that has ended is opened again, at most. */
const MOST_LIVES = 3;

export class History {
  readonly twins: Twins;
  readonly #dice: Dice;
  readonly #luck: number;
  readonly #count: (what: string) => void;
  readonly #graphOf: (version: number) => DagGraph;
  /** How many things happen together: the more, the larger the run. */
  readonly #pace: number;
  #step = 0;
  #isLinked = false;

  /** The run after this one, which looks back at it. */
  #next: History | null = null;

  /** @param count is told what happens, by name */
  constructor(situation: Situation, count: (what: string) => void = () => undefined) {
    const { shapes, luck, seed } = situation;
    const dice = diceOf(seed);
    this.#graphOf = versionsOf(situation, dice);
    const blank: RunView = { graph: this.#graphOf(1), run: newRun(situation), instances: [], previous: null };
    const previous = situation.hasPrevious && blank.run.logicalDate !== null ? randomPrevious(blank, dice) : null;
    this.twins = new Twins({ ...blank, previous }, this.#graphOf, START);
    this.#dice = dice;
    this.#luck = luck;
    this.#count = count;
    this.#pace = Math.ceil(shapes.length / 12);
  }

  /** The run before it is no matter of chance any more: it lives a history of its own. */
  follow(previous: History): void {
    previous.#next = this;
    this.#isLinked = true;
    this.twins.previousReplaced(previous.twins.view);
  }

  /** Lives until the run has ended for the last time, or for long enough. `settled` is called after each decision. */
  live(settled: () => void = () => undefined): void {
    const { twins } = this;
    const limit = Math.min(MOST_STEPS, 8 * twins.view.graph.tasks.length + 60);
    let lives = this.#dice(MOST_LIVES + 1);
    for (let step = 0; step < limit; step++) {
      if (isRunFinished(twins.view.run.state) && lives-- === 0) break;
      this.goOn();
      if (this.#dice(3) === 0) continue;
      this.settle();
      settled();
    }
    this.settle();
    settled();
  }

  /** Decides, and tells the run after it, as the scheduler does. */
  settle(): void {
    const changes = this.twins.settle();
    this.#next?.twins.previousChanged(changes, this.twins.view);
  }

  /** One thing happens. */
  goOn(): void {
    this.#step++;
    const { twins } = this;
    const { state } = twins.view.run;
    if (isRunFinished(state)) this.#act();
    else if (state === "queued" && this.#dice(3) > 0) twins.start();
    else this.#happen();
  }

  /** Something happens: attempts begin, report or end, time passes, the run before moves on, people or others act. */
  #happen(): void {
    const { twins } = this;
    const dice = this.#dice;
    const roll = dice(24);
    if (roll < 8) this.#queue();
    else if (roll < 12) this.#report((each, reporting) => signOf(each, reporting), 1);
    else if (roll < 18) this.#report((each, reporting) => endOf(each, reporting), 1 + dice(this.#pace));
    else if (roll < 19) twins.report({ event: staleEnd(this.#step, twins.now), length: null });
    else if (roll < 21) this.#past();
    else if (roll < 22) this.#act();
    else if (dice(2) === 0) twins.now = Math.max(twins.now, twins.wakeAt ?? 0);
    else if (dice(3) > 0) twins.now += dice(40) * SECOND;
    else if (dice(3) === 0) this.#restart();
  }

  #queue(): void {
    const { twins } = this;
    const { graph, run, instances } = twins.view;
    const scheduled = instances.filter(({ state, taskId }) => state === "scheduled" && graph.indexOf.has(taskId));
    // Runs that wait for their turn get no slots.
    if (run.state !== "running") return;
    for (const instance of scheduled.slice(0, 1 + this.#dice(4 + this.#pace)))
      twins.queue(instance, `${this.#step} ${instanceName(instance)}`);
  }

  #report(reportOf: (instance: TaskInstance, reporting: Reporting) => Parameters<Twins["report"]>[0], times: number) {
    const { twins } = this;
    for (let time = 0; time < times; time++) {
      const { graph, instances } = twins.view;
      const held = instances.filter(({ state, taskId }) => isHeldByWorker(state) && graph.indexOf.has(taskId));
      const pick = held[this.#dice(Math.max(1, held.length))];
      if (pick === undefined) return;
      const { kind } = pick.state === "awaiting_input" ? { kind: "answered" } : { kind: `${pick.state} reports` };
      this.#count(kind);
      twins.report(reportOf(pick, { graph, dice: this.#dice, now: twins.now, luck: this.#luck }));
    }
  }

  #act(): void {
    const { twins } = this;
    const before = twins.view;
    const newest = { version: 2, graph: this.#graphOf(2) };
    const { kind, decide } = randomAct(before, { dice: this.#dice, now: twins.now, newest });
    const { affected, changes } = twins.act(decide);
    this.#next?.twins.previousReplaced(twins.view);
    const isOver = isRunFinished(before.run.state);
    if (affected.length > 0 || changes.run !== undefined) this.#count(isOver ? `${kind} of what had ended` : kind);
    if (changes.update.some(({ state }) => state === "restarting")) this.#count("restarting");
    if (isOver && changes.run?.state === "queued") this.#count("reopened");
    if (affected.some(({ mapIndex }) => mapIndex >= 0)) this.#count("act on mapped instances");
  }

  #past(): void {
    const { previous } = this.twins.view;
    if (previous === null || this.#isLinked) return;
    const roll = this.#dice(8);
    if (roll > 1) return movePrevious(this.twins, this.#dice);
    this.#count("previous run replaced");
    // It was cleared, or deleted.
    this.twins.previousReplaced(roll === 0 ? null : randomPrevious({ ...this.twins.view, instances: [] }, this.#dice));
  }

  #restart(): void {
    this.#count("restart");
    this.twins.restart((instances) => changedByOthers(instances, this.#dice, this.#step));
    this.#next?.twins.previousReplaced(this.twins.view);
  }
}

/** The version that the run begins with, and the newest. */
function versionsOf({ shapes, traits }: Situation, dice: Dice): (version: number) => DagGraph {
  const graphs = new Map<number, DagGraph>();
  return (version) => {
    const graph = graphs.get(version) ?? randomGraph(version === 1 ? shapes : editedShapes(shapes, dice), traits);
    graphs.set(version, graph);
    return graph;
  };
}

function newRun({ kind }: Situation): DagRun {
  const run: DagRun = { ...sampleRun, dagId: "random", runKey: 2, runId: "run 2", state: "queued", startDate: null };
  if (kind === "scheduled") return run;
  if (kind === "no date") return { ...run, runType: "asset_triggered", triggeredBy: "asset", logicalDate: null };
  const ordinal = kind === "backfill" ? 2 : 1;
  return { ...run, runType: "backfill", triggeredBy: "backfill", backfill: { id: 1, ordinal } };
}

function staleEnd(step: number, at: number) {
  return { type: "finished", attemptId: `stale ${step}`, at, outcome: { kind: "success" } } as const;
}

/** The run before, queued or in the midst of it. */
function randomPrevious(view: RunView, dice: Dice): PreviousRun {
  const state = dice(2) === 0 ? "queued" : "running";
  const run: DagRun = { ...view.run, runKey: 1, runId: "run 1", state };
  return { run, instances: state === "queued" ? [] : previousInstances(view, dice) };
}

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
  const chosen = (open[dice(open.length + 1)] ?? blank[dice(blank.length)]) as TaskInstance;
  const moved = { ...chosen, state: states[dice(states.length)] as TaskState };
  const isQueued = previous.run.state === "queued";
  const run: DagRun = isQueued ? { ...previous.run, state: "running" } : previous.run;
  const others = previous.instances.filter((each) => instanceName(each) !== instanceName(moved));
  const changes = { ...(isQueued && { run }), insert: [], update: [moved], remove: [] };
  twins.previousChanged(changes, { run, instances: [...others, moved] });
}

/** Found in the store when the engine comes back: a task instance removed, one of a task that is no longer in the DAG. */
function changedByOthers(instances: readonly TaskInstance[], dice: Dice, step: number): readonly TaskInstance[] {
  const chosen = instances[dice(Math.max(1, instances.length))];
  if (chosen === undefined) return instances;
  const roll = dice(4);
  if (roll === 0 && chosen.state === null) {
    const removed = { ...chosen, state: "removed", startDate: START, endDate: START } as const;
    return instances.map((other) => (other === chosen ? removed : other));
  }
  const taskId = `gone ${step}`;
  const held = {
    state: "queued",
    attemptId: taskId,
    tryNumber: 1,
    queuedAt: START,
    outcome: null,
    endDate: null,
  } as const;
  const gone: TaskInstance = { ...chosen, taskId, state: null, resumeAt: null, deferral: null };
  return roll === 1 && !isFinished(chosen.state)
    ? [...instances, dice(2) === 0 ? gone : { ...gone, ...held }]
    : instances;
}
