/**
 * What a job operator may use while it runs, in its process. Lines travel in batches: the first goes at once, those that come while
 * it is on its way go together, so that a job that writes much costs few messages, and one that writes little waits for nothing.
 */
import type { JobContext, JobLine } from "@momiji/sdk";
import type { Running } from "../hosts/host-child.ts";
import { AttemptContext } from "../task-context.ts";
import type { JobWork } from "./job-work.ts";

/** Characters of a batch after which it waits for nothing. */
const LARGE_BATCH = 1 << 16;
/** Batches on their way with which output counts as drained. */
const FEW_BATCHES = 4;
/** Names that the log has for other words. */
const NOT_A_SOURCE: ReadonlySet<string> = new Set(["momiji", "task"]);

export class RunningJobContext extends AttemptContext implements JobContext {
  readonly position: string | null;
  readonly graceMillis: number;
  readonly #running: Running<JobWork>;
  #batch: JobLine[] = [];
  #batchSize = 0;
  readonly #onTheirWay: Promise<void>[] = [];

  constructor(running: Running<JobWork>) {
    super(running.facts, {
      ...running.services,
      log: (level, message) => {
        this.flush();
        running.services.log(level, message);
      },
    });
    this.#running = running;
    this.position = running.work.position;
    this.graceMillis = running.work.graceMillis;
  }

  line({ message, source, at, position }: JobLine): void {
    this.#batch.push({
      message,
      source: NOT_A_SOURCE.has(source) ? "stdout" : source,
      ...(at !== undefined && Number.isFinite(at) ? { at: Math.round(at) } : {}),
      ...(position === undefined ? {} : { position }),
    });
    this.#batchSize += message.length;
    if (this.#batchSize > LARGE_BATCH) this.flush();
    else if (this.#batch.length === 1 && this.#onTheirWay.length === 0) setImmediate(() => this.flush());
  }

  async drained(): Promise<void> {
    while (this.#onTheirWay.length > FEW_BATCHES) await this.#onTheirWay[0];
  }

  say(message: string, level: Parameters<JobContext["say"]>[1] = "info"): void {
    this.flush();
    this.#running.say(level, message);
  }

  /** Whatever is said next comes after the lines so far. */
  flush(): void {
    const lines = this.#batch;
    if (lines.length === 0) return;
    this.#batch = [];
    this.#batchSize = 0;
    this.#onTheirWay.push(this.#running.sendLines(lines).then(() => this.#taken()));
  }

  #taken(): void {
    void this.#onTheirWay.shift();
    if (this.#onTheirWay.length === 0) this.flush();
  }
}
