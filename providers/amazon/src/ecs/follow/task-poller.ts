/**
 * Looks at all followed tasks of one cluster: one request for up to a hundred of them. A task that has just changed is looked at
 * often, one that goes on for hours every few seconds.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { ECSClient, Task } from "@aws-sdk/client-ecs";
import { backOffMillis } from "../../client/back-off.ts";

/** What ECS takes in one request. */
const BATCH = 100;
const FIRST_MILLIS = 250;
const LONGEST_MILLIS = 5_000;
const GROWTH = 1.25;
/** Those that are due so soon are looked at with those that are due now. */
const TOGETHER_MILLIS = 200;
/** Between two requests: ECS lets 20 a second through. */
const GAP_MILLIS = 100;

/** Who is told. */
export interface TaskSink {
  seen(task: Task): void;
  /** ECS knows no such task, now. */
  missing(): void;
  troubled(error: unknown): void;
}

interface Watched {
  readonly arn: string;
  readonly sink: TaskSink;
  readonly longestMillis: number;
  intervalMillis: number;
  /** By `performance.now()`. */
  dueAt: number;
  status: string;
}

export class TaskPoller {
  readonly #client: ECSClient;
  readonly #cluster: string;
  readonly #watched = new Set<Watched>();
  #isRunning = false;
  #wake: () => void = () => undefined;
  #failures = 0;

  constructor(client: ECSClient, cluster: string) {
    this.#client = client;
    this.#cluster = cluster;
  }

  /** @returns what ends the watching */
  watch(arn: string, sink: TaskSink, longestMillis = LONGEST_MILLIS): () => void {
    const watched: Watched = { arn, sink, longestMillis, intervalMillis: FIRST_MILLIS, dueAt: 0, status: "" };
    this.#watched.add(watched);
    this.#wake();
    if (!this.#isRunning) void this.#run();
    return () => {
      this.#watched.delete(watched);
      if (this.#watched.size === 0) this.#wake();
    };
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#watched.size > 0) {
      const due = this.#due();
      if (due.length > 0) await this.#look(due);
      await this.#pause();
    }
    this.#isRunning = false;
  }

  #due(): readonly Watched[] {
    const until = performance.now() + TOGETHER_MILLIS;
    const due = [...this.#watched].filter(({ dueAt }) => dueAt <= until);
    return due.toSorted((one, other) => one.dueAt - other.dueAt).slice(0, BATCH);
  }

  /** Until the next one is due. A pause is also kept after a look, whatever wakes it. */
  async #pause(): Promise<void> {
    await sleep(this.#failures === 0 ? GAP_MILLIS : backOffMillis(this.#failures));
    let next = Number.POSITIVE_INFINITY;
    for (const { dueAt } of this.#watched) next = Math.min(next, dueAt);
    const millis = next - performance.now();
    if (millis <= 0 || this.#watched.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, millis);
    this.#wake = resolve;
    await promise;
    clearTimeout(timer);
  }

  async #look(due: readonly Watched[]): Promise<void> {
    const arns = [...new Set(due.map(({ arn }) => arn))];
    try {
      const { DescribeTasksCommand } = await import("@aws-sdk/client-ecs");
      const { tasks = [] } = await this.#client.send(new DescribeTasksCommand({ cluster: this.#cluster, tasks: arns }));
      this.#failures = 0;
      const found = new Map(tasks.map((task) => [task.taskArn, task]));
      for (const watched of due) this.#tell(watched, found.get(watched.arn));
    } catch (error) {
      this.#failures += 1;
      for (const watched of due) {
        watched.dueAt = performance.now() + watched.intervalMillis;
        if (this.#watched.has(watched)) watched.sink.troubled(error);
      }
    }
  }

  #tell(watched: Watched, task: Task | undefined): void {
    const status = `${task?.lastStatus} ${task?.desiredStatus}`;
    const hasChanged = status !== watched.status;
    watched.status = status;
    watched.intervalMillis = hasChanged
      ? FIRST_MILLIS
      : Math.min(watched.intervalMillis * GROWTH, watched.longestMillis);
    watched.dueAt = performance.now() + watched.intervalMillis;
    if (!this.#watched.has(watched)) return;
    if (task === undefined) watched.sink.missing();
    else watched.sink.seen(task);
  }
}
