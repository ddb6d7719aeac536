/**
 * Runs attempts whose job is outside (a container, a pod) and outlives this worker. What must be known to go on with it is in
 * the journal before it is done, so that no crash starts a job twice, loses its outcome or leaves it behind.
 */
import type { LastEvent } from "@momiji/core";
import type { Attempt } from "../attempt.ts";
import { cancelled, lost } from "../outcomes.ts";
import type { AttemptLog } from "../logs/attempt-log.ts";
import type { Params } from "../process-lane/command.ts";
import { CleanUp } from "./clean-up.ts";
import { type JobEntry, newJobEntry } from "./job-entry.ts";
import type { JobJournal } from "./job-journal.ts";
import { RunningJob, type RunningJobOptions } from "./running-job.ts";

export interface JobLaneOptions extends RunningJobOptions {
  readonly journal: JobJournal;
  readonly logOf: (order: JobEntry["order"]) => AttemptLog;
  /** The kept outcome of an attempt, if there is one. */
  readonly outcomeOf: (attemptId: string) => LastEvent | undefined;
  readonly warn: (message: string) => void;
}

export class JobLane {
  readonly #options: JobLaneOptions;
  readonly #cleanUps = new Map<string, { readonly cleanUp: CleanUp; readonly done: Promise<void> }>();
  /** Of earlier workers, not taken up yet. */
  readonly #earlier: Set<string>;

  /** Begins to remove what is left of jobs that had ended. */
  constructor(options: JobLaneOptions) {
    this.#options = options;
    const entries = options.journal.all();
    this.#earlier = new Set(entries.map(({ order }) => order.attemptId));
    for (const entry of entries) {
      const kept = options.outcomeOf(entry.order.attemptId);
      if (entry.ended !== null) this.#cleanUp(entry);
      else if (kept !== undefined) this.kept([kept]);
    }
  }

  run(attempt: Attempt, params: Params): void {
    const { clock, journal } = this.#options;
    const entry = newJobEntry(attempt.order, params, clock.now());
    journal.add(entry);
    new RunningJob(attempt, entry, this.#options).start();
  }

  /** Goes on where an earlier worker on this machine stopped; false: nothing is known of it here. */
  recover(attempt: Attempt): boolean {
    const entry = this.#options.journal.get(attempt.id);
    if (entry === undefined) return false;
    this.#earlier.delete(attempt.id);
    if (entry.ended !== null) {
      attempt.finish(lost("its job has ended, and what it came to was not kept"));
      return true;
    }
    const { order } = attempt;
    const handle = entry.handle ?? order.job?.handle ?? null;
    attempt.order = { ...order, job: { handle, startedAt: entry.startedAt } };
    new RunningJob(attempt, { ...entry, handle }, this.#options).start();
    return true;
  }

  /** Outcomes are on disk: from now on what is left of their jobs may go. */
  kept(events: readonly LastEvent[]): void {
    const { journal } = this.#options;
    for (const event of events) {
      const entry = journal.get(event.attemptId);
      if (entry === undefined || entry.ended !== null) continue;
      const outcome = event.type === "finished" ? event.outcome.kind : "cancelled";
      this.#cleanUp(journal.change(entry, { ended: entry.ending === null ? outcome : "cancelled" }));
    }
  }

  /** See `Executor.endOthers`. */
  endOthers(): void {
    const { journal } = this.#options;
    const ending = cancelled("nobody wanted it any more when the worker came back");
    for (const attemptId of this.#earlier) {
      const entry = journal.get(attemptId);
      if (entry === undefined || entry.ended !== null) continue;
      this.#cleanUp(journal.change(entry, { ending: entry.ending ?? ending, ended: "cancelled" }));
    }
    this.#earlier.clear();
  }

  /** Resolves when nothing is being removed, but for what has to be tried again later. */
  async cleanedUp(): Promise<void> {
    const busy = [...this.#cleanUps.values()].filter(({ cleanUp }) => !cleanUp.isPausing);
    await Promise.all(busy.map(({ done }) => done));
  }

  stop(): void {
    this.#options.journal.close();
  }

  #cleanUp(entry: JobEntry): void {
    const { attemptId } = entry.order;
    this.#earlier.delete(attemptId);
    if (this.#cleanUps.has(attemptId)) return;
    const cleanUp = new CleanUp(entry, this.#options.logOf(entry.order), this.#options);
    const done = cleanUp.run().finally(() => this.#cleanUps.delete(attemptId));
    this.#cleanUps.set(attemptId, { cleanUp, done });
  }
}
