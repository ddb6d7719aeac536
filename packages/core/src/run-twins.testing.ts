/**
 * A run twice: as a view for the oracle, and as a machine with what was stored of its changes. What happens, happens to
 * both, as the scheduler and the server do it; whatever follows must be the same.
 */
import { expect } from "vitest";
import type { Act } from "./act.ts";
import type { DagGraph } from "./dag-graph.ts";
import type { DagRun, TaskInstance } from "./dag-run.ts";
import { settled } from "./decide.ts";
import { foldEvent } from "./fold-event.ts";
import { attemptName, names } from "./instance-names.testing.ts";
import type { Micros } from "./instant.ts";
import { changesBetween } from "./run-changes.ts";
import type { PreviousChanges } from "./past-dependency.ts";
import { problemsOfAct, problemsOfChange, problemsOfRun } from "./run-problems.testing.ts";
import { RunMachine } from "./run-machine.ts";
import { isRunFinished } from "./run-state.ts";
import {
  type InstanceKey,
  instanceName,
  missingInstances,
  type PreviousRun,
  type ReturnedLengths,
  type RunChanges,
  type RunView,
} from "./run-view.ts";
import type { AttemptEvent } from "./task-protocol.ts";
import { endedAttempt, goesOn, queueInstance } from "./task-transitions.ts";

const LOST_LIMIT = 3;

/** What an attempt reports, and how much it has returned for others to map over; null: nothing. */
export interface Report {
  readonly event: AttemptEvent;
  readonly length: number | null;
}

export class Twins {
  view: RunView;
  machine: RunMachine;
  now: Micros;
  /** When time alone may change something; null: never. */
  wakeAt: Micros | null = null;
  readonly #graphOf: (version: number) => DagGraph;
  /** As the store holds it: what has happened since is lost if somebody acts on the run now. */
  #committed: RunView;
  #reports: Report[] = [];
  readonly #stored = new Map<string, TaskInstance>();
  /** The oracle's instances as they were last found equal to the stored ones. */
  readonly #compared = new Map<string, TaskInstance>();
  #history: TaskInstance[] = [];
  #cancel: string[] = [];
  /** Instances that an event has scheduled, no decision. */
  readonly #resumed = new Set<string>();

  constructor(view: RunView, graphOf: (version: number) => DagGraph, now: Micros) {
    this.view = view;
    this.now = now;
    this.#graphOf = graphOf;
    this.#committed = view;
    this.machine = this.#newMachine();
  }

  start(): void {
    this.machine.start(this.now);
    const run: DagRun = { ...this.view.run, state: "running", startDate: this.now, endDate: null, reason: null };
    this.view = { ...this.view, run, instances: [...this.view.instances, ...missingInstances(this.view)] };
  }

  /** Lets both draw their conclusions and compares everything that came of it, as it is then committed. Gives the changes. */
  settle(): RunChanges {
    const before = this.view;
    this.view = settled(before, this.now);
    const decided = changesBetween(before, this.view, this.now);
    const scheduled = this.machine.settle(this.now);
    const changes = this.machine.takeChanges();
    this.#store(changes);
    this.#compare();
    const resumed = this.view.instances.filter((each) => this.#resumed.has(instanceName(each)));
    const expected = new Set([...decided.newlyScheduled, ...resumed.filter(({ state }) => state === "scheduled")]);
    expect({
      run: this.machine.run,
      scheduled: names(scheduled),
      newlyScheduled: names(changes.newlyScheduled),
      history: changes.history.map(attemptName).sort(),
      cancel: changes.cancel.toSorted(),
      ended: changes.ended,
      wakeAt: changes.wakeAt,
      problems: problemsOfChange(this.#committed, this.view, changes),
    }).toEqual({
      run: this.view.run,
      scheduled: names(decided.newlyScheduled),
      newlyScheduled: names([...expected]),
      history: [...this.#history, ...decided.history].map(attemptName).sort(),
      cancel: [...this.#cancel, ...decided.cancel].sort(),
      ended: decided.ended,
      wakeAt: decided.wakeAt,
      problems: [],
    });
    this.#resumed.clear();
    this.wakeAt = decided.wakeAt;
    this.#history = [];
    this.#cancel = [];
    this.#committed = this.view;
    this.#reports = [];
    return changes;
  }

  queue(instance: TaskInstance, attemptId: string): void {
    if (instance.tryNumber > 0 && !goesOn(instance)) {
      this.#history.push(endedAttempt(instance));
      this.#forgetReturned(instance);
    }
    this.machine.queue(instance, attemptId, this.now);
    const queued = queueInstance(instance, attemptId, this.now);
    this.view = { ...this.view, instances: this.view.instances.map((other) => (other === instance ? queued : other)) };
  }

  /** As the scheduler takes in a report: nothing of it reaches a run that has ended. */
  report(report: Report): void {
    if (isRunFinished(this.view.run.state)) return;
    this.#reports.push(report);
    const { event, length } = report;
    const after = foldEvent(this.view, event, LOST_LIMIT);
    const applied = this.machine.applyEvent(event);
    expect(applied === null).toBe(after === null);
    if (after === null || applied === null) return;
    if (applied.state === "scheduled") this.#resumed.add(instanceName(applied));
    const { cancel } = changesBetween(this.view, after, this.now);
    this.#cancel.push(...cancel.filter((attemptId) => attemptId !== event.attemptId));
    this.view = after;
    if (length !== null) this.#returned(applied, length);
  }

  /**
   * Somebody acts on the run: upon what is committed. What the scheduler has not committed by then is refused and decided
   * anew, with the same reports.
   */
  act(decide: (view: RunView) => Act): Act {
    const before = this.#committed;
    const act = decide({ ...before, previous: null });
    const after = applied(before, act, this.#graphOf);
    expect(problemsOfAct(before, after, act)).toEqual([]);
    expect(problemsOfRun(after)).toEqual([]);
    this.#store(act.changes);
    this.#reload(after);
    return act;
  }

  /** The engine ends at any moment, and another takes up what is committed. */
  restart(others: (instances: readonly TaskInstance[]) => readonly TaskInstance[] = (instances) => instances): void {
    const instances = others(this.#committed.instances);
    for (const instance of instances) this.#stored.set(instanceName(instance), instance);
    this.#reload({ ...this.#committed, instances });
  }

  /** The run before has moved on to what it is now. */
  previousChanged(changes: PreviousChanges, previous: PreviousRun): void {
    this.machine.previousChanged(changes);
    this.#setPrevious(previous);
  }

  /** Others have changed the run before, it is gone, or another one is. */
  previousReplaced(previous: PreviousRun | null): void {
    this.machine.previousReplaced(previous);
    this.#setPrevious(previous);
  }

  /** It is a run of its own: what becomes of this one does not take it back. */
  #setPrevious(previous: PreviousRun | null): void {
    this.view = { ...this.view, previous };
    this.#committed = { ...this.#committed, previous };
  }

  #reload(view: RunView): void {
    const reports = this.#reports;
    this.#reports = [];
    this.#history = [];
    this.#cancel = [];
    this.#resumed.clear();
    this.view = { ...view, returned: ofThoseThere(view) };
    this.#committed = this.view;
    this.machine = this.#newMachine();
    for (const report of reports) this.report(report);
  }

  #newMachine(): RunMachine {
    return new RunMachine(this.view, { lostAttemptLimit: LOST_LIMIT });
  }

  #returned({ taskId, mapIndex }: InstanceKey, length: number): void {
    this.machine.returned({ taskId, mapIndex }, length);
    const lengths = new Map([...(this.view.returned?.get(taskId) ?? []), [mapIndex, length] as const]);
    this.view = { ...this.view, returned: new Map([...(this.view.returned ?? []), [taskId, lengths]]) };
  }

  /** As the store does: what an instance has returned goes with its next attempt. */
  #forgetReturned({ taskId, mapIndex }: InstanceKey): void {
    const lengths = new Map(this.view.returned?.get(taskId));
    if (!lengths.delete(mapIndex)) return;
    this.view = { ...this.view, returned: new Map([...(this.view.returned ?? []), [taskId, lengths]]) };
  }

  #store({ insert, update, remove }: RunChanges): void {
    for (const key of remove) this.#stored.delete(instanceName(key));
    const isStored = (each: TaskInstance) => this.#stored.has(instanceName(each));
    expect([insert.filter(isStored), update.filter((each) => !isStored(each))]).toEqual([[], []]);
    for (const instance of [...insert, ...update]) {
      this.#stored.set(instanceName(instance), instance);
      this.#compared.delete(instanceName(instance));
    }
  }

  /** Whatever was not equal before, or has changed on either side. */
  #compare(): void {
    expect(this.#stored.size).toBe(this.view.instances.length);
    for (const instance of this.view.instances) {
      const name = instanceName(instance);
      if (this.#compared.get(name) === instance) continue;
      expect(this.#stored.get(name)).toEqual(instance);
      this.#compared.set(name, instance);
    }
  }
}

/** The run after an act, as the store then holds it. */
export function applied(view: RunView, { changes }: Act, graphOf: (version: number) => DagGraph): RunView {
  const changed = new Map(changes.update.map((each) => [instanceName(each), each]));
  const instances = view.instances.map((each) => changed.get(instanceName(each)) ?? each);
  const run = changes.run ?? view.run;
  return { ...view, graph: graphOf(run.dagVersion), run, instances: [...instances, ...changes.insert] };
}

/** As the store tells it: nothing of what is removed. */
function ofThoseThere({ instances, returned = new Map() }: RunView): ReturnedLengths {
  const there = new Set(instances.filter(({ state }) => state !== "removed").map(instanceName));
  return new Map(
    [...returned].map(([taskId, lengths]) => [
      taskId,
      new Map([...lengths].filter(([mapIndex]) => there.has(instanceName({ taskId, mapIndex })))),
    ]),
  );
}
