/** The worker's side of one process of triggers. */
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { type Clock, type Json, type TaskQuestion, textsIn, type TriggerSpec } from "@momiji/core";
import type { Attempt } from "../attempt.ts";
import type { ContextFacts } from "../task-context.ts";
import { forkSibling } from "../sibling-process.ts";
import type { Fired } from "./fired.ts";
import {
  type Blocked,
  type FromHost,
  type HostedTrigger,
  type HostSettings,
  REPORT_FD,
  type ToHost,
} from "./host-protocol.ts";

/** One trigger that is waited for. */
export interface Waiting {
  readonly attempt: Attempt;
  readonly trigger: TriggerSpec;
  readonly fired: (answer: Fired) => void;
  /** How often its process has died with it. */
  deaths: number;
}

export interface TriggerHostOptions {
  readonly clock: Clock;
  readonly env: { readonly [name: string]: string | undefined };
  readonly memoryMiB: number;
  readonly maxXComBytes: number;
  /** Code that keeps the process busy for so long blocks it. */
  readonly blockedAfterMillis: number;
  /** Only triggers of this kind are placed here; null: any. */
  readonly only: string | null;
  readonly ask: (attempt: Attempt, question: TaskQuestion) => Promise<Json | undefined>;
  /** With what it waited for. */
  readonly onExit: (host: TriggerHost, left: readonly Waiting[]) => void;
  /** Its loop is blocked. */
  readonly onBlocked: (host: TriggerHost, blocked: Blocked) => void;
  /** It has nothing to wait for any more. */
  readonly onIdle: (host: TriggerHost) => void;
}

export class TriggerHost {
  /** Hashes of the bundles that it has loaded. */
  readonly bundles = new Set<string>();
  readonly #options: TriggerHostOptions;
  readonly #process: ChildProcess;
  readonly #waiting = new Map<string, Waiting>();

  constructor(options: TriggerHostOptions) {
    this.#options = options;
    const { clock, maxXComBytes, blockedAfterMillis } = options;
    const settings: HostSettings = { now: clock.now(), maxXComBytes, blockedAfterMillis };
    this.#process = forkSibling({
      from: import.meta.url,
      module: "./trigger-host-main",
      args: [JSON.stringify(settings)],
      env: options.env,
      flags: [`--max-old-space-size=${options.memoryMiB}`],
      stdio: ["ignore", "inherit", "inherit", "ipc", "pipe"],
    });
    this.#hearReports();
    this.#process.on("message", (message) => this.#hear(message as FromHost));
    this.#process.once("exit", () => this.#gone());
    this.#process.once("error", () => this.#process.pid === undefined && this.#gone());
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get only(): string | null {
    return this.#options.only;
  }

  get isIdle(): boolean {
    return this.#waiting.size === 0;
  }

  start(waiting: Waiting): void {
    const { order } = waiting.attempt;
    this.bundles.add(order.bundle.hash);
    this.#waiting.set(order.attemptId, waiting);
    this.#tell(["start", hosted(waiting)]);
  }

  stop(waiting: Waiting): void {
    if (!this.#waiting.delete(waiting.attempt.id)) return;
    this.#tell(["stop", waiting.attempt.id]);
    if (this.isIdle) this.#options.onIdle(this);
  }

  /** The one of this attempt, for which it does not wait any more. */
  take(id: string): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  kill(): void {
    this.#process.kill("SIGKILL");
  }

  /** It ends by losing its worker. */
  retire(): void {
    this.#waiting.clear();
    if (this.#process.connected) this.#process.disconnect();
  }

  #hearReports(): void {
    const reports = this.#process.stdio[REPORT_FD] as Readable | undefined;
    // One that could not be started has none; one that dies at this moment is noticed by its exit.
    if (reports === undefined || reports === null) return;
    reports.on("error", () => undefined);
    const lines = createInterface({ input: reports });
    lines.on("line", (line) => this.#options.onBlocked(this, JSON.parse(line) as Blocked));
  }

  #hear(message: FromHost): void {
    const waiting = this.#waiting.get(message[1]);
    if (waiting === undefined) return;
    switch (message[0]) {
      case "fired":
        return this.#over(waiting, { event: message[2] });
      case "failed":
        return this.#over(waiting, { outcome: message[2] });
      case "said": {
        const [, , level, words] = message;
        return waiting.attempt.log.write({ at: this.#options.clock.now(), level, source: "task", message: words });
      }
      case "secret":
        return waiting.attempt.log.hide(textsIn(message[2]));
      case "pushed":
        return waiting.attempt.pushXComs(message[2]);
      case "ask":
        return void this.#answer(waiting.attempt, message[2], message[3]);
    }
  }

  #over(waiting: Waiting, answer: Fired): void {
    this.#waiting.delete(waiting.attempt.id);
    waiting.fired(answer);
    if (this.isIdle) this.#options.onIdle(this);
  }

  #gone(): void {
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#options.onExit(this, left);
  }

  async #answer(attempt: Attempt, number: number, question: TaskQuestion): Promise<void> {
    try {
      const value = await this.#options.ask(attempt, question);
      this.#tell(value === undefined ? ["answer", number] : ["answer", number, value]);
    } catch (error) {
      const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
      const words = typeof message === "string" ? message : "the engine refused to answer";
      this.#tell(["refuse", number, { message: words, ...(typeof code === "string" ? { code } : {}) }]);
    }
  }

  #tell(message: ToHost): void {
    // One that dies at this moment is noticed by its exit.
    if (this.#process.connected) this.#process.send(message, () => {});
  }
}

function hosted({ attempt: { order }, trigger: { name, params } }: Waiting): HostedTrigger {
  const { attemptId, task, mapIndex, tryNumber, maxTries, bundle, run } = order;
  const {
    dagId,
    runId,
    runType,
    logicalDate,
    dataIntervalStart,
    dataIntervalEnd,
    runAfter,
    conf,
    params: own,
    timezone,
  } = run;
  const dates = { logicalDate, dataIntervalStart, dataIntervalEnd, runAfter, timezone };
  const facts: ContextFacts = {
    attemptId,
    taskId: task.taskId,
    mapIndex,
    tryNumber,
    maxTries,
    run: { dagId, runId, runType, ...dates, conf, params: own },
  };
  return { facts, bundle, name, params };
}
