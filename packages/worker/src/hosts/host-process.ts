/** The worker's side of one process of code that waits. */
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { type AttemptOrder, type Clock, type Micros, type TaskQuestion, textsIn } from "@momiji/core";
import type { ContextFacts } from "../task-context.ts";
import { forkSibling } from "../sibling-process.ts";
import { type Blocked, type FromHost, type HostSettings, REPORT_FD, type ToHost } from "./host-protocol.ts";
import type { AskFor, HostedCode } from "./hosted-code.ts";

/** A heap for new things that grows as it likes is a third of a process that follows 200 jobs, and makes it no faster. */
const YOUNG_MIB = 4;

export interface HostProcessOptions<Work, Result> {
  /** The program, relative to this file, without extension. */
  readonly module: string;
  readonly clock: Clock;
  readonly env: { readonly [name: string]: string | undefined };
  readonly memoryMiB: number;
  readonly maxXComBytes: number;
  /** Code that keeps the process busy for so long blocks it. */
  readonly blockedAfterMillis: number;
  readonly ask: AskFor;
  /** With what ran in it. */
  readonly onExit: (host: HostProcess<Work, Result>, left: readonly HostedCode<Work, Result>[]) => void;
  /** Its loop is blocked. */
  readonly onBlocked: (host: HostProcess<Work, Result>, blocked: Blocked) => void;
  /** Only code of this task is placed here; null: any. */
  readonly only: string | null;
  /** It has nothing to wait for any more. */
  readonly onIdle: (host: HostProcess<Work, Result>) => void;
}

export class HostProcess<Work, Result> {
  /** Hashes of the bundles that it has loaded. */
  readonly bundles = new Set<string>();
  readonly bornAt: Micros;
  readonly #options: HostProcessOptions<Work, Result>;
  readonly #process: ChildProcess;
  readonly #running = new Map<string, HostedCode<Work, Result>>();

  constructor(options: HostProcessOptions<Work, Result>) {
    this.#options = options;
    this.bornAt = options.clock.now();
    const { maxXComBytes, blockedAfterMillis } = options;
    const settings: HostSettings = { now: this.bornAt, maxXComBytes, blockedAfterMillis };
    this.#process = forkSibling({
      from: import.meta.url,
      module: options.module,
      args: [JSON.stringify(settings)],
      env: options.env,
      flags: [`--max-old-space-size=${options.memoryMiB}`, `--max-semi-space-size=${YOUNG_MIB}`],
      stdio: ["ignore", "inherit", "inherit", "ipc", "pipe"],
    });
    this.#hearReports();
    this.#process.on("message", (message) => this.#hear(message as FromHost<Result>));
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
    return this.#running.size === 0;
  }

  start(code: HostedCode<Work, Result>): void {
    const { id, bundle, of } = code;
    if (bundle !== null) this.bundles.add(bundle.hash);
    this.#running.set(id, code);
    this.#tell(["start", { id, facts: factsOf(of.order), bundle, work: code.work() }]);
  }

  abort({ id }: HostedCode<Work, Result>): void {
    this.#tell(["abort", id]);
  }

  stop(code: HostedCode<Work, Result>): void {
    if (!this.#running.delete(code.id)) return;
    this.#tell(["stop", code.id]);
    if (this.isIdle) this.#options.onIdle(this);
  }

  /** The code with this id, for which it does not wait any more. */
  take(id: string): HostedCode<Work, Result> | undefined {
    const code = this.#running.get(id);
    this.#running.delete(id);
    return code;
  }

  kill(): void {
    this.#process.kill("SIGKILL");
  }

  /** It ends by losing its worker. */
  retire(): void {
    this.#running.clear();
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

  #hear(message: FromHost<Result>): void {
    const code = this.#running.get(message[1]);
    if (code === undefined) return;
    const { log } = code.of;
    switch (message[0]) {
      case "done":
        return this.#over(code, message[2]);
      case "said": {
        const [, , source, level, words] = message;
        if (source === "momiji" && code.said !== undefined) return code.said(level, words);
        return log.write({ at: this.#options.clock.now(), level, source, message: words });
      }
      case "lines":
        code.lines?.(message[2]);
        return this.#tell(["taken", code.id]);
      case "secret":
        return log.hide(textsIn(message[2]));
      case "pushed":
        return code.of.pushXComs(message[2]);
      case "ask":
        return void this.#answer(code, message[2], message[3]);
    }
  }

  #over(code: HostedCode<Work, Result>, result: Result): void {
    this.#running.delete(code.id);
    code.done(result);
    if (this.isIdle) this.#options.onIdle(this);
  }

  #gone(): void {
    const left = [...this.#running.values()];
    this.#running.clear();
    this.#options.onExit(this, left);
  }

  async #answer({ of }: HostedCode<Work, Result>, number: number, question: TaskQuestion): Promise<void> {
    try {
      const value = await this.#options.ask(of, question);
      this.#tell(value === undefined ? ["answer", number] : ["answer", number, value]);
    } catch (error) {
      const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
      const words = typeof message === "string" ? message : "the engine refused to answer";
      this.#tell(["refuse", number, { message: words, ...(typeof code === "string" ? { code } : {}) }]);
    }
  }

  #tell(message: ToHost<Work>): void {
    // One that dies at this moment is noticed by its exit.
    if (this.#process.connected) this.#process.send(message, () => {});
  }
}

function factsOf({ attemptId, task, mapIndex, tryNumber, maxTries, run }: AttemptOrder): ContextFacts {
  const { dagId, runId, runType, logicalDate, dataIntervalStart, dataIntervalEnd, runAfter, timezone } = run;
  const dates = { logicalDate, dataIntervalStart, dataIntervalEnd, runAfter, timezone };
  const { conf, params } = run;
  return {
    attemptId,
    taskId: task.taskId,
    mapIndex,
    tryNumber,
    maxTries,
    run: { dagId, runId, runType, ...dates, conf, params },
  };
}
