/** What of an unfinished run is not committed yet. */
import { type DagRun, instanceName, type RunChanges, type TaskInstance } from "@momiji/core";
import type { RunCommit } from "@momiji/store";
import type { ActiveRun } from "./dag-entry.ts";

type AssetEventsOfInstance = NonNullable<RunCommit["assetEvents"]>[number];
type XComsOfInstance = NonNullable<RunCommit["xcoms"]>[number];

type Listed<Name extends "questions" | "answers" | "callbacks" | "deadlines"> = NonNullable<RunCommit[Name]>[number];

/** Everything that one turn changes in one run, gathered until the commit. */
export class PendingRun {
  readonly active: ActiveRun;
  /** Rows by instance; those that the store does not have yet are apart. */
  readonly #inserted = new Map<string, TaskInstance>();
  readonly #updated = new Map<string, TaskInstance>();
  readonly #removed: RunChanges["remove"][number][] = [];
  readonly #history: TaskInstance[] = [];
  readonly #xcoms: XComsOfInstance[] = [];
  readonly #questions: Listed<"questions">[] = [];
  readonly #answers: Listed<"answers">[] = [];
  readonly #callbacks: Listed<"callbacks">[] = [];
  readonly #deadlines: Listed<"deadlines">[] = [];
  readonly #assetEvents: AssetEventsOfInstance[] = [];
  #run: DagRun | undefined;
  /** It may have taken up what other runs of the turn have left: slots, the place of a run, the past that it waits for. */
  #restsOnOthers: boolean;

  constructor(active: ActiveRun) {
    this.active = active;
    this.#restsOnOthers = active.dag.graph.dependsOnPast;
  }

  add(changes: RunChanges): void {
    if (changes.run !== undefined) this.#run = changes.run;
    this.#restsOnOthers ||=
      changes.run?.state === "running" || changes.update.some(isQueued) || changes.insert.some(isQueued);
    for (const instance of changes.insert) this.#inserted.set(instanceName(instance), instance);
    for (const instance of changes.update) {
      const name = instanceName(instance);
      (this.#inserted.has(name) ? this.#inserted : this.#updated).set(name, instance);
    }
    for (const key of changes.remove) this.#remove(key);
    this.#history.push(...changes.history);
  }

  addXComs(xcoms: XComsOfInstance): void {
    this.#xcoms.push(xcoms);
  }

  addQuestion(question: Listed<"questions">): void {
    this.#questions.push(question);
  }

  addAnswer(answer: Listed<"answers">): void {
    this.#answers.push(answer);
  }

  addCallbacks(callbacks: readonly Listed<"callbacks">[]): void {
    this.#callbacks.push(...callbacks);
  }

  addDeadlines(deadlines: readonly Listed<"deadlines">[]): void {
    this.#deadlines.push(...deadlines);
  }

  addAssetEvents(events: AssetEventsOfInstance): void {
    this.#assetEvents.push(events);
  }

  toCommit(): RunCommit {
    return {
      runKey: this.active.runKey,
      expectRevision: this.active.revision,
      ...(this.#run === undefined ? {} : { run: this.#run }),
      ...(this.#inserted.size === 0 ? {} : { insert: [...this.#inserted.values()] }),
      ...(this.#updated.size === 0 ? {} : { update: [...this.#updated.values()] }),
      ...(this.#removed.length === 0 ? {} : { remove: this.#removed }),
      // A new attempt begins without what the last one has left.
      ...(this.#history.length === 0 ? {} : { history: this.#history, clearXcoms: this.#history }),
      ...(this.#xcoms.length === 0 ? {} : { xcoms: this.#xcoms }),
      ...(this.#questions.length === 0 ? {} : { questions: this.#questions }),
      ...(this.#answers.length === 0 ? {} : { answers: this.#answers }),
      ...(this.#callbacks.length === 0 ? {} : { callbacks: this.#callbacks }),
      ...(this.#deadlines.length === 0 ? {} : { deadlines: this.#deadlines }),
      ...(this.#assetEvents.length === 0 ? {} : { assetEvents: this.#assetEvents }),
      ...(this.#restsOnOthers ? { restsOnOthers: true } : {}),
    };
  }

  #remove(key: RunChanges["remove"][number]): void {
    const name = instanceName(key);
    this.#updated.delete(name);
    if (!this.#inserted.delete(name)) this.#removed.push(key);
  }
}

function isQueued({ state }: TaskInstance): boolean {
  return state === "queued";
}

/** Whether there is anything in it to be written. */
export function changesRows({ run, insert, update, remove, history }: RunChanges): boolean {
  return run !== undefined || insert.length > 0 || update.length > 0 || remove.length > 0 || history.length > 0;
}
