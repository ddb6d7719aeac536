/** The worker's side of one function child. */
import type { ChildProcess } from "node:child_process";
import type { Clock, TaskQuestion, XComWrite } from "@momiji/core";
import type { Attempt } from "../attempt.ts";
import { OutputCapture } from "../logs/output-capture.ts";
import type { Masker } from "../mask.ts";
import { forkSibling } from "../sibling-process.ts";
import {
  type AskError,
  type CallResult,
  type ChildCall,
  type ChildLine,
  type ChildSettings,
  type FromChild,
  LEVELS,
  type ToChild,
} from "./child-protocol.ts";
import { deathOf } from "./child-death.ts";

/** A function to run or a sensor to ask, for one attempt. */
export interface FunctionCall {
  readonly attempt: Attempt;
  readonly params: ChildCall["params"];
  /** It runs now, in the process with this id. */
  begun(pid: number): void;
  done(result: CallResult): void;
}

export interface FunctionChildOptions {
  readonly memoryMiB: number;
  readonly settings: ChildSettings;
  readonly env: { readonly [name: string]: string | undefined };
  readonly clock: Clock;
  readonly masker: Masker;
  readonly ask: (attempt: Attempt, question: TaskQuestion) => Promise<ChildCall["inputs"][string] | undefined>;
  /** It has loaded, or can take the next call. */
  readonly onFree: (child: FunctionChild) => void;
  readonly onExit: (child: FunctionChild, death: string) => void;
}

const STDERR_TAIL = 4096;

export class FunctionChild {
  readonly memoryMiB: number;
  /** Hashes of the bundles that it has loaded, the one used last at the end. */
  readonly bundles = new Set<string>();
  readonly #options: FunctionChildOptions;
  readonly #process: ChildProcess;
  #call: FunctionCall | null = null;
  #captures: { stdout?: OutputCapture; stderr?: OutputCapture } = {};
  #lastRun: ChildCall["run"] | null = null;
  #begun = 0;
  #stderrTail = "";
  #onDone: (() => void) | null = null;
  #isReady = false;
  #isLeaving = false;

  constructor(options: FunctionChildOptions) {
    this.memoryMiB = options.memoryMiB;
    this.#options = options;
    this.#process = forkSibling({
      from: import.meta.url,
      module: "./child-main",
      args: [JSON.stringify(options.settings)],
      env: options.env,
      flags: [`--max-old-space-size=${options.memoryMiB}`],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#listen();
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** It has no call and may be given one. */
  get isFree(): boolean {
    return this.#isReady && !this.#isLeaving && this.#call === null;
  }

  /** It has been ready once. */
  get hasStarted(): boolean {
    return this.#isReady;
  }

  get isStarting(): boolean {
    return !this.#isReady && !this.#isLeaving;
  }

  start(call: FunctionCall): void {
    const { order } = call.attempt;
    const { run, task, bundle, mapIndex, tryNumber, maxTries, inputs } = order;
    this.#call = call;
    this.bundles.delete(bundle.hash);
    this.bundles.add(bundle.hash);
    this.#begun = this.#options.clock.now();
    const sameRun = this.#lastRun === run;
    this.#lastRun = run;
    call.begun(this.#process.pid ?? 0);
    this.#tell([
      "call",
      {
        id: order.attemptId,
        bundle,
        taskId: task.taskId,
        mapIndex,
        tryNumber,
        maxTries,
        inputs,
        params: call.params,
        push: task.doXcomPush !== false,
        now: this.#begun,
        ...(sameRun ? {} : { run: shownOf(run) }),
      },
    ]);
  }

  /** Aborts the signal of the call that runs. */
  abort(reason: string): void {
    this.#tell(["end", reason]);
  }

  /** Called when the call that runs has come to its end. */
  onceDone(callback: () => void): void {
    if (this.#call === null) callback();
    else this.#onDone = callback;
  }

  /** No more calls: an idle child ends at once, by losing its worker. */
  retire(): void {
    this.#isLeaving = true;
    if (this.#process.connected) this.#process.disconnect();
  }

  kill(): void {
    this.#isLeaving = true;
    this.#process.kill("SIGKILL");
  }

  #listen(): void {
    const child = this.#process;
    child.on("message", (message) => this.#hear(message as FromChild));
    child.stdout?.on("data", (bytes: Buffer) => this.#captureRaw("stdout", bytes));
    child.stderr?.on("data", (bytes: Buffer) => {
      this.#stderrTail = (this.#stderrTail + bytes.toString("utf8")).slice(-STDERR_TAIL);
      this.#captureRaw("stderr", bytes);
    });
    // `close` comes after all output has been read, so that the words of a fatal error are known.
    child.once("close", (code, signal) => this.#died(code, signal));
    child.once("error", (error) => {
      this.#stderrTail += error.message;
      if (child.pid === undefined) this.#died(null, null);
    });
  }

  #hear(message: FromChild): void {
    switch (message[0]) {
      case "ready":
        this.#isReady = true;
        this.#options.onFree(this);
        break;
      case "said":
        this.#say(message[1], message[2]);
        break;
      case "ask":
        void this.#answer(message[1], message[2]);
        break;
      case "done":
        this.#done(message[1]);
        break;
    }
  }

  /** Output that did not pass through `process.stdout` may still be on its way: one more look at all files brings it. */
  #done(result: CallResult): void {
    if (result.leaving === true) this.#isLeaving = true;
    setImmediate(() => setImmediate(() => this.#settle(result)));
  }

  #settle(result: CallResult): void {
    const call = this.#call;
    if (call === null) return;
    this.#say(result.lines ?? [], []);
    this.#release();
    call.done(result);
    this.#onDone?.();
    if (this.isFree) this.#options.onFree(this);
  }

  #died(code: number | null, signal: NodeJS.Signals | null): void {
    const call = this.#call;
    this.#isLeaving = true;
    const death = deathOf({ code, signal, stderr: this.#stderrTail, memoryMiB: this.memoryMiB });
    this.#release();
    call?.done({ outcome: death });
    this.#options.onExit(this, `${death.message}${death.detail === undefined ? "" : `: ${death.detail}`}`);
  }

  #release(): void {
    this.#captures.stdout?.end();
    this.#captures.stderr?.end();
    this.#captures = {};
    this.#call = null;
  }

  #say(lines: readonly ChildLine[], xcoms: readonly XComWrite[]): void {
    const attempt = this.#call?.attempt;
    if (attempt === undefined) return;
    for (const [elapsed, level, source, message] of lines) {
      attempt.log.write({ at: this.#begun + elapsed, level: LEVELS[level] ?? "info", source, message });
    }
    attempt.pushXComs(xcoms);
  }

  #captureRaw(source: "stdout" | "stderr", bytes: Buffer): void {
    if (this.#call === null) return;
    const { clock, masker } = this.#options;
    const { log } = this.#call.attempt;
    this.#captures[source] ??= new OutputCapture({ log, clock, masker, source, maxValueBytes: 0 });
    this.#captures[source].feed(bytes);
  }

  async #answer(number: number, question: TaskQuestion): Promise<void> {
    const attempt = this.#call?.attempt;
    if (attempt === undefined) return;
    try {
      const value = await this.#options.ask(attempt, question);
      this.#tell(value === undefined ? ["answer", number] : ["answer", number, value]);
    } catch (error) {
      this.#tell(["refuse", number, askError(error)]);
    }
  }

  #tell(message: ToChild): void {
    // A child that dies at this moment is noticed by its exit.
    if (this.#process.connected) this.#process.send(message, () => {});
  }
}

function askError(error: unknown): AskError {
  const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
  return { message: String(message ?? error), ...(typeof code === "string" ? { code } : {}) };
}

/** Only what a task may see; the rest of the facts is for templates. */
function shownOf(run: Attempt["order"]["run"]): ChildCall["run"] & object {
  const { dagId, runId, logicalDate, dataIntervalStart, dataIntervalEnd, runAfter, conf, params, timezone } = run;
  return { dagId, runId, logicalDate, dataIntervalStart, dataIntervalEnd, runAfter, conf, params, timezone };
}
