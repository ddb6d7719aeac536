/** What is left of a job whose outcome is kept, or that nobody wants any more: it is cancelled if need be, and removed. */
import { DAY } from "@momiji/core";
import type { AttemptLog } from "../logs/attempt-log.ts";
import type { JobOwner } from "./job-calls.ts";
import type { JobEntry } from "./job-entry.ts";
import type { JobJournal } from "./job-journal.ts";
import { untilDone, type UntilDoneOptions } from "./until-done.ts";

/** After that it is tried again by the next worker only. */
const PATIENCE = DAY;

export interface CleanUpOptions extends UntilDoneOptions {
  readonly journal: JobJournal;
  readonly warn: (message: string) => void;
}

export class CleanUp implements JobOwner {
  readonly #options: CleanUpOptions;
  readonly log: AttemptLog;
  #entry: JobEntry;
  #isPausing = false;

  constructor(entry: JobEntry, log: AttemptLog, options: CleanUpOptions) {
    this.#entry = entry;
    this.log = log;
    this.#options = options;
  }

  get entry(): JobEntry {
    return this.#entry;
  }

  get order(): JobEntry["order"] {
    return this.#entry.order;
  }

  /** It has not gone, and it is tried again later. */
  get isPausing(): boolean {
    return this.#isPausing;
  }

  /** Nobody takes values of an attempt that is over. */
  pushXComs(): void {}

  said(level: Parameters<JobOwner["said"]>[0], message: string): void {
    this.log.say(level, message);
  }

  /** Never rejects. */
  async run(): Promise<void> {
    const { journal } = this.#options;
    if (this.#entry.ending !== null && !this.#entry.isCancelled) {
      if (!(await this.#untilDone("cancel"))) return;
      this.#entry = journal.change(this.#entry, { isCancelled: true });
    }
    if (await this.#untilDone("release")) journal.remove(this.order.attemptId);
    this.log.close();
  }

  #untilDone(step: "cancel" | "release"): Promise<boolean> {
    const { run, task } = this.order;
    const which = `the job of ${run.dagId} ${run.runId} ${task.taskId}`;
    const words =
      step === "cancel" ? `${which} could not be cancelled` : `what is left of ${which} could not be removed`;
    return untilDone(this.#options, {
      step,
      of: this,
      patience: PATIENCE,
      words,
      warn: (message) => {
        this.said("warning", message);
        this.#options.warn(message);
      },
      onPause: (isPausing) => (this.#isPausing = isPausing),
    });
  }
}
