/** What of an unfinished run is not committed yet. */
import { type AttemptEvent, type DagRun, instanceName, type RunChanges, type TaskInstance } from "@momiji/core";
import type { RunCommit } from "@momiji/store";
import type { ActiveRun } from "./dag-entry.ts";

type AssetEventsOfInstance = NonNullable<RunCommit["assetEvents"]>[number];

type Listed<Name extends "xcoms" | "rendered" | "questions" | "answers" | "callbacks" | "deadlines"> = NonNullable<
  RunCommit[Name]
>[number];

/** A commit while it is put together. */
type Gathered = { -readonly [Name in keyof RunCommit]: RunCommit[Name] };

/** Everything that one turn changes in one run, gathered until the commit. */
export class PendingRun {
  readonly active: ActiveRun;
  /** Rows by instance; those that the store does not have yet are apart. */
  #inserted: Map<string, TaskInstance> | undefined;
  readonly #updated = new Map<string, TaskInstance>();
  /** Lists, once there is something in them: most turns change one row of a run. */
  #removed: RunChanges["remove"][number][] | undefined;
  #history: TaskInstance[] | undefined;
  #xcoms: Listed<"xcoms">[] | undefined;
  #rendered: Listed<"rendered">[] | undefined;
  #questions: Listed<"questions">[] | undefined;
  #answers: Listed<"answers">[] | undefined;
  #callbacks: Listed<"callbacks">[] | undefined;
  #deadlines: Listed<"deadlines">[] | undefined;
  #assetEvents: AssetEventsOfInstance[] | undefined;
  #run: DagRun | undefined;
  /** It may have taken up what other runs of the turn have left: slots, the place of a run, the past that it waits for. */
  #restsOnOthers: boolean;

  constructor(active: ActiveRun) {
    this.active = active;
    this.#restsOnOthers = active.dag.graph.dependsOnPast;
  }

  add({ run, insert, update, remove, history }: RunChanges): void {
    if (run !== undefined) this.#run = run;
    this.#restsOnOthers ||= run?.state === "running" || update.some(isQueued) || insert.some(isQueued);
    for (const instance of insert) (this.#inserted ??= new Map()).set(instanceName(instance), instance);
    for (const instance of update) {
      const name = instanceName(instance);
      if (this.#inserted?.has(name) === true) this.#inserted.set(name, instance);
      else this.#updated.set(name, instance);
    }
    for (const key of remove) this.#remove(key);
    if (history.length > 0) (this.#history ??= []).push(...history);
  }

  /** What an event says beside what it changes of its instance, see `givesValues`. */
  addValues({ taskId, mapIndex }: TaskInstance, event: AttemptEvent): void {
    if ((event.type === "xcom" || event.type === "finished") && event.xcoms !== undefined)
      (this.#xcoms ??= []).push({ taskId, mapIndex, xcoms: event.xcoms });
    if (event.type === "started" && event.rendered !== undefined)
      (this.#rendered ??= []).push({ taskId, mapIndex, fields: event.rendered });
  }

  addQuestion(question: Listed<"questions">): void {
    (this.#questions ??= []).push(question);
  }

  addAnswer(answer: Listed<"answers">): void {
    (this.#answers ??= []).push(answer);
  }

  addCallbacks(callbacks: readonly Listed<"callbacks">[]): void {
    (this.#callbacks ??= []).push(...callbacks);
  }

  addDeadlines(deadlines: readonly Listed<"deadlines">[]): void {
    (this.#deadlines ??= []).push(...deadlines);
  }

  addAssetEvents(events: AssetEventsOfInstance): void {
    (this.#assetEvents ??= []).push(events);
  }

  toCommit(): RunCommit {
    const commit: Gathered = { runKey: this.active.runKey, expectRevision: this.active.revision };
    if (this.#run !== undefined) commit.run = this.#run;
    if (this.#inserted !== undefined && this.#inserted.size > 0) commit.insert = [...this.#inserted.values()];
    if (this.#updated.size > 0) commit.update = [...this.#updated.values()];
    if (this.#removed !== undefined) commit.remove = this.#removed;
    // A new attempt begins without what the last one has left.
    if (this.#history !== undefined) commit.history = commit.clearXcoms = this.#history;
    if (this.#xcoms !== undefined) commit.xcoms = this.#xcoms;
    if (this.#rendered !== undefined) commit.rendered = this.#rendered;
    if (this.#questions !== undefined) commit.questions = this.#questions;
    if (this.#answers !== undefined) commit.answers = this.#answers;
    if (this.#callbacks !== undefined) commit.callbacks = this.#callbacks;
    if (this.#deadlines !== undefined) commit.deadlines = this.#deadlines;
    if (this.#assetEvents !== undefined) commit.assetEvents = this.#assetEvents;
    if (this.#restsOnOthers) commit.restsOnOthers = true;
    return commit;
  }

  #remove(key: RunChanges["remove"][number]): void {
    const name = instanceName(key);
    this.#updated.delete(name);
    if (this.#inserted?.delete(name) !== true) (this.#removed ??= []).push(key);
  }
}

function isQueued({ state }: TaskInstance): boolean {
  return state === "queued";
}

/** XComs, or what templates became. */
export function givesValues(event: AttemptEvent): boolean {
  if (event.type === "xcom" || event.type === "finished") return event.xcoms !== undefined && event.xcoms.length > 0;
  return event.type === "started" && event.rendered !== undefined;
}

/** Whether there is anything in it to be written. */
export function changesRows({ run, insert, update, remove, history }: RunChanges): boolean {
  return run !== undefined || insert.length > 0 || update.length > 0 || remove.length > 0 || history.length > 0;
}
