/** A job of the double of Batch: plays what its command says, on real time. */
import type { Play } from "./double-task.testing.ts";

export interface JobFacts {
  readonly jobId: string;
  readonly input: Record<string, unknown>;
  /** Of a child in its array. */
  readonly index?: number;
}

interface TryFacts {
  readonly startedAt?: number;
  readonly stoppedAt: number;
  readonly statusReason: string;
  readonly container: { readonly exitCode?: number; readonly reason?: string; readonly logStreamName?: string };
}

/** Written to a stream of a try. */
export type Writer = (stream: string, line: string) => void;

const QUEUE = "arn:aws:batch:us-east-1:123456789012:job-queue/";
const DEFINITION = "arn:aws:batch:us-east-1:123456789012:job-definition/app:1";

export class DoubleJob {
  readonly createdAt = Date.now();
  readonly facts: JobFacts;
  status = "SUBMITTED";
  /** A container has begun. */
  hasRun = false;
  onEnd: () => void = () => undefined;
  readonly #play: Play;
  readonly #write: Writer;
  readonly #tries: TryFacts[] = [];
  #statusReason: string | undefined;
  #isTerminated = false;
  #timer: NodeJS.Timeout | null = null;
  #written = 0;
  #startedAt: number | undefined;
  #startMillis = 0;

  constructor(facts: JobFacts, play: Play, write: Writer) {
    this.facts = facts;
    this.#play = play;
    this.#write = write;
  }

  get isOver(): boolean {
    return this.status === "SUCCEEDED" || this.status === "FAILED";
  }

  get statusReason(): string {
    return this.#statusReason ?? "";
  }

  get #stream(): string {
    return `app/default/${this.facts.jobId.replace(":", "-")}-${this.#tries.length}`;
  }

  start(afterMillis: number): void {
    this.#startMillis = afterMillis;
    this.status = "RUNNABLE";
    this.#timer = setTimeout(() => {
      if (this.#play.startFailure !== undefined) return this.#endTry(this.#play.startFailure);
      this.status = "RUNNING";
      this.hasRun = true;
      this.#written = 0;
      this.#startedAt = Date.now();
      this.#next();
    }, afterMillis);
  }

  #next(): void {
    const { lines, pauseSeconds, exitCode } = this.#play;
    if (this.#written >= lines) return this.#endTry("Essential container in task exited", exitCode);
    this.#written += 1;
    this.#write(this.#stream, `line ${this.#written}`);
    this.#timer = setTimeout(() => this.#next(), pauseSeconds * 1000);
  }

  /** One is begun again while the strategy says so. */
  #endTry(statusReason: string, exitCode?: number): void {
    const { reason } = this.#play;
    this.#tries.push({
      stoppedAt: Date.now(),
      statusReason,
      container: {
        ...(this.#startedAt === undefined ? {} : { logStreamName: this.#stream }),
        ...(exitCode === undefined ? {} : { exitCode }),
        ...(reason === undefined ? {} : { reason }),
      },
      ...(this.#startedAt === undefined ? {} : { startedAt: this.#startedAt }),
    });
    const { attempts = 1 } = (this.facts.input["retryStrategy"] as { attempts?: number } | undefined) ?? {};
    if (exitCode !== 0 && this.#tries.length < attempts) return this.start(this.#startMillis);
    this.end(exitCode === 0 ? "SUCCEEDED" : "FAILED", statusReason);
  }

  /** Between two of its lines, as AWS does it: a host is taken away, a time is over. */
  interrupt(statusReason: string): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#endTry(statusReason);
  }

  terminate(reason: string): void {
    if (this.isOver) return;
    this.#isTerminated = true;
    this.end("FAILED", reason);
  }

  end(status: "SUCCEEDED" | "FAILED", statusReason?: string): void {
    if (this.isOver) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.status = status;
    this.#statusReason = statusReason;
    this.onEnd();
  }

  summary(): object {
    const { jobId, input } = this.facts;
    return { jobId, jobName: input["jobName"], createdAt: this.createdAt, status: this.status };
  }

  /** As DescribeJobs shows it. */
  view(): object {
    const { jobId, input, index } = this.facts;
    const last = this.#tries.at(-1);
    const stream = this.status === "RUNNING" ? this.#stream : last?.container.logStreamName;
    return {
      jobId,
      jobName: input["jobName"],
      jobQueue: `${QUEUE}${String(input["jobQueue"])}`,
      jobDefinition: DEFINITION,
      status: this.status,
      createdAt: this.createdAt,
      // AWS promises one, and it is 0 before the job has started.
      startedAt: this.#startedAt ?? 0,
      attempts: this.#tries,
      container: {
        image: "app:1",
        logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/batch/double" } },
        ...last?.container,
        ...(stream === undefined ? {} : { logStreamName: stream }),
      },
      tags: (input["tags"] as object | undefined) ?? {},
      isCancelled: this.#isTerminated && !this.hasRun,
      isTerminated: this.#isTerminated,
      ...(index === undefined ? {} : { arrayProperties: { index, statusSummary: {} } }),
      ...(this.#statusReason === undefined ? {} : { statusReason: this.#statusReason }),
    };
  }
}
