/** One task of ECS as it is known at this moment, and what it is waited for. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Task } from "@aws-sdk/client-ecs";
import type { JobContext } from "@momiji/sdk";
import type { Contact } from "../../client/contact.ts";
import type { RefusedCall } from "../../client/refusal-words.ts";
import type { TaskPoller } from "./task-poller.ts";

/** What RunTask has just made is not known everywhere at once; one that was seen and is then gone for so long is gone. */
const UNSEEN_PATIENCE_MILLIS = 60_000;
const SEEN_PATIENCE_MILLIS = 8_000;

const BEFORE_RUNNING = ["PROVISIONING", "PENDING", "ACTIVATING"];

export interface WatchedTask {
  readonly arn: string;
  readonly poller: TaskPoller;
  readonly contact: Contact;
  readonly call: RefusedCall;
  readonly longestMillis?: number | undefined;
  /** Whether what it is at first is news. */
  readonly isNew: boolean;
}

export class TaskWatch {
  readonly #ctx: Pick<JobContext, "say" | "signal">;
  readonly #options: WatchedTask;
  readonly #end: () => void;
  readonly #changes = new Set<() => void>();
  #task: Task | null = null;
  #missingSince: number | null = null;
  #isGone = false;
  #failure: Error | null = null;
  #overAt: number | null = null;

  constructor(ctx: Pick<JobContext, "say" | "signal">, options: WatchedTask) {
    this.#ctx = ctx;
    this.#options = options;
    this.#end = options.poller.watch(options.arn, this.#sink(), options.longestMillis);
    ctx.signal.addEventListener("abort", this.#tell, { once: true });
  }

  get arn(): string {
    return this.#options.arn;
  }

  /** The last that was seen of it; null: nothing yet. */
  get task(): Task | null {
    return this.#task;
  }

  /** ECS knows it no more. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** A container may have written something. */
  get mayHaveLog(): boolean {
    return this.isOver || (this.#task !== null && !BEFORE_RUNNING.includes(this.#task.lastStatus ?? "PENDING"));
  }

  get isOver(): boolean {
    return this.#overAt !== null;
  }

  /** When it was seen to be over, by `performance.now()`; null: it is not. */
  get overAt(): number | null {
    return this.#overAt;
  }

  close(): void {
    this.#end();
    this.#ctx.signal.removeEventListener("abort", this.#tell);
  }

  /** Resolves when the condition holds, or nobody waits any more; rejects when nothing can be known of the task. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds() && !this.#ctx.signal.aborted) {
      if (this.#failure !== null) throw this.#failure;
      await this.#change();
    }
  }

  /** Something has changed, or the time has passed. */
  async changeWithin(millis: number): Promise<void> {
    if (this.#ctx.signal.aborted) return;
    const time = Promise.withResolvers<void>();
    const timer = setTimeout(time.resolve, millis);
    this.#changes.add(time.resolve);
    await time.promise;
    this.#changes.delete(time.resolve);
    clearTimeout(timer);
  }

  /** Only the time; less if nobody waits any more. */
  async pass(millis: number): Promise<void> {
    const { signal } = this.#ctx;
    await sleep(millis, undefined, { signal }).catch(() => undefined);
  }

  #change(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#changes.add(resolve);
    return promise.finally(() => this.#changes.delete(resolve));
  }

  readonly #tell = (): void => {
    for (const change of this.#changes) change();
  };

  #sink() {
    return {
      seen: (task: Task): void => {
        this.#options.contact.back();
        this.#missingSince = null;
        const last = this.#task;
        this.#task = task;
        this.#say(last, task);
        if (task.lastStatus === "STOPPED") this.#over();
        if (last?.lastStatus !== task.lastStatus) this.#tell();
      },
      missing: (): void => {
        this.#options.contact.back();
        this.#missingSince ??= performance.now();
        const patience = this.#task === null ? UNSEEN_PATIENCE_MILLIS : SEEN_PATIENCE_MILLIS;
        if (performance.now() - this.#missingSince < patience) return;
        this.#isGone = true;
        this.#over();
        this.#tell();
      },
      troubled: (error: unknown): void => {
        try {
          this.#options.contact.lost(error, this.#options.call);
        } catch (failure) {
          this.#failure = failure as Error;
          this.#tell();
        }
      },
    };
  }

  #over(): void {
    this.#overAt ??= performance.now();
    this.#end();
  }

  #say(last: Task | null, { lastStatus = "", stoppedReason, desiredStatus }: Task): void {
    const status =
      desiredStatus === "STOPPED" && lastStatus !== "STOPPED" ? `${lastStatus}, to be stopped` : lastStatus;
    const before =
      last?.desiredStatus === "STOPPED" && last.lastStatus !== "STOPPED"
        ? `${last.lastStatus}, to be stopped`
        : last?.lastStatus;
    if (status === before || (last === null && !this.#options.isNew)) return;
    const why = lastStatus === "STOPPED" && stoppedReason !== undefined ? `: ${stoppedReason}` : "";
    this.#ctx.say(`task ${taskIdOf(this.arn)} is ${status}${why}`);
  }
}

/** `arn:aws:ecs:REGION:ACCOUNT:task/CLUSTER/ID` */
export function taskIdOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
