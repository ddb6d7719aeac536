/** A run that is driven from outside, once by the machine and once by the oracle, with the same few verbs. */
import {
  type AttemptOutcome,
  type DagGraph,
  type DagRun,
  foldEvent,
  instanceName,
  RunMachine,
  type RunView,
  settled,
  type TaskInstance,
} from "@momiji/core";
import { recordedRun } from "./recorded-dag.ts";

export interface DrivenRun {
  readonly run: DagRun;
  readonly instances: readonly TaskInstance[];
  /** Lets the engine look at the run; true if anything changed. */
  look(): boolean;
  /** Runs a scheduled instance to its end; `returned`: how many elements it returns for others to map over. */
  finish(instance: TaskInstance, outcome: AttemptOutcome, returned: number | undefined): void;
}

export interface DrivenRunInput {
  readonly graph: DagGraph;
  readonly runKey: number;
  readonly previous: DrivenRun | null;
}

/** Decisions belong to an instant; nothing in these cases depends on which. */
const NOW = 1_000;

export class MachineRun implements DrivenRun {
  readonly #machine: RunMachine;
  #next: MachineRun | null = null;

  constructor({ graph, runKey, previous }: DrivenRunInput & { readonly previous: MachineRun | null }) {
    const run = recordedRun(graph.spec.dagId, runKey);
    this.#machine = new RunMachine({ graph, run, instances: [], previous });
    this.#machine.start(NOW);
    if (previous !== null) previous.#next = this;
  }

  get run(): DagRun {
    return this.#machine.run;
  }

  get instances(): readonly TaskInstance[] {
    return this.#machine.instances;
  }

  look(): boolean {
    this.#machine.settle(NOW);
    const changes = this.#machine.takeChanges();
    if (this.#next !== null) this.#next.#machine.previousChanged(changes);
    return changes.run !== undefined || changes.insert.length + changes.update.length + changes.remove.length > 0;
  }

  finish(instance: TaskInstance, outcome: AttemptOutcome, returned: number | undefined): void {
    const attemptId = `${this.run.runId} ${instanceName(instance)}`;
    this.#machine.queue(instance, attemptId, NOW);
    this.#machine.applyEvent({ type: "started", attemptId, at: NOW, worker: "replay" });
    if (returned !== undefined) this.#machine.returned(instance, returned);
    this.#machine.applyEvent({ type: "finished", attemptId, at: NOW, outcome });
  }
}

export class OracleRun implements DrivenRun {
  readonly #previous: DrivenRun | null;
  #view: RunView;

  constructor({ graph, runKey, previous }: DrivenRunInput) {
    const run: DagRun = { ...recordedRun(graph.spec.dagId, runKey), state: "running", startDate: NOW };
    this.#previous = previous;
    this.#view = { graph, run, instances: [], previous: null };
  }

  get run(): DagRun {
    return this.#view.run;
  }

  get instances(): readonly TaskInstance[] {
    return this.#view.instances;
  }

  look(): boolean {
    const before = this.#view;
    this.#view = settled({ ...before, previous: this.#previous }, NOW);
    return this.run !== before.run || this.instances.some((instance, index) => instance !== before.instances[index]);
  }

  finish(instance: TaskInstance, outcome: AttemptOutcome, returned: number | undefined): void {
    const attemptId = instanceName(instance);
    const running: TaskInstance = { ...instance, state: "running", attemptId, tryNumber: instance.tryNumber + 1 };
    const instances = this.instances.map((other) => (other === instance ? running : other));
    const own = returned === undefined ? [] : [[instance.taskId, new Map([[instance.mapIndex, returned]])] as const];
    const view = { ...this.#view, instances, returned: new Map([...(this.#view.returned ?? []), ...own]) };
    const after = foldEvent(view, { type: "finished", attemptId, at: NOW, outcome });
    if (after === null) throw new Error(`${attemptId}: the end of the attempt that runs was called stale`);
    this.#view = after;
  }
}
