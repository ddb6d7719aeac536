/** The worker's side of one function child. */
import type { ChildProcess } from "node:child_process";
import {
  type Clock,
  type Json,
  type Micros,
  type TaskQuestion,
  textsIn,
  type XComWrite,
  type Masker,
} from "@momiji/core";
import type { Attempt } from "../attempt.ts";
import { LongLines } from "../logs/long-lines.ts";
import { OutputCapture } from "../logs/output-capture.ts";
import type { Params } from "../process-lane/command.ts";
import { forkSibling } from "../sibling-process.ts";
import {
  type AskError,
  type CallResult,
  type ChildCall,
  type ChildLine,
  type ChildSource,
  type ChildSettings,
  type FromChild,
  LEVELS,
  type ToChild,
} from "./child-protocol.ts";
import { deathOf } from "./child-death.ts";

/** A function to run or a sensor to ask, for one attempt. */
export interface FunctionCall {
  readonly attempt: Attempt;
  readonly params: Params;
  /** Only what functions of the bundle make of its mapping is wanted. */
  readonly valuesOnly?: true;
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
  readonly ask: (attempt: Attempt, question: TaskQuestion) => Promise<Json | undefined>;
  /** It has loaded, or has come to the end of a call and can take another. */
  readonly onFree: (child: FunctionChild) => void;
  /** Calls that it was given and has not begun; others may have them. */
  readonly onBack: (calls: readonly FunctionCall[]) => void;
  readonly onExit: (child: FunctionChild, death: string) => void;
}

type Order = Attempt["order"];

/** A call while it is put together. */
type Message = { -readonly [Name in keyof ChildCall]: ChildCall[Name] };

const STDERR_TAIL = 4096;

export class FunctionChild {
  readonly memoryMiB: number;
  /** Hashes of the bundles that it has loaded, the one used last at the end. */
  readonly bundles = new Set<string>();
  readonly #options: FunctionChildOptions;
  readonly #process: ChildProcess;
  /** The call that runs, then those that follow it, by attempt. */
  readonly #calls = new Map<string, FunctionCall>();
  /** How calls ended of which output may still be on its way. */
  readonly #results = new Map<string, CallResult>();
  /** Those that ended in this turn of the event loop. */
  #ended: string[] = [];
  /** Calls given in this turn of the event loop: they travel together. */
  #outgoing: ChildCall[] = [];
  #captures: { stdout?: OutputCapture; stderr?: OutputCapture } = {};
  readonly #longLines: LongLines<ChildSource>;
  #lastRun: Order["run"] | null = null;
  #lastBundle: Order["bundle"] | null = null;
  #begun = 0;
  #stderrTail = "";
  #isReady = false;
  #isLeaving = false;

  constructor(options: FunctionChildOptions) {
    this.memoryMiB = options.memoryMiB;
    this.#options = options;
    this.#longLines = new LongLines(options.masker);
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
    return this.#isReady && !this.#isLeaving && this.#calls.size === 0;
  }

  /** Calls that it has, the one that runs included; none while it cannot be given more. */
  get load(): number {
    return this.#calls.size;
  }

  /** It takes calls, also ahead of time. */
  get isOpen(): boolean {
    return this.#isReady && !this.#isLeaving;
  }

  /** A message with calls is being put together: one more costs next to nothing. */
  get isWriting(): boolean {
    return this.#outgoing.length > 0;
  }

  /** When the call that runs began. */
  get busySince(): Micros {
    return this.#begun;
  }

  /** The call that runs. */
  get current(): FunctionCall | undefined {
    return this.#calls.values().next().value;
  }

  /** It has been ready once. */
  get hasStarted(): boolean {
    return this.#isReady;
  }

  get isStarting(): boolean {
    return !this.#isReady && !this.#isLeaving;
  }

  /** Runs it once those that it was given before have ended. */
  give(call: FunctionCall): void {
    const { order } = call.attempt;
    this.bundles.delete(order.bundle.hash);
    this.bundles.add(order.bundle.hash);
    this.#calls.set(order.attemptId, call);
    if (this.#calls.size === 1) this.#begin(call);
    if (this.#outgoing.push(this.#message(call)) === 1) queueMicrotask(() => this.#send());
  }

  /** Asks for the calls that have not begun; `onBack` follows, unless the code that runs blocks its process. */
  takeBack(): void {
    this.#tell(["back"]);
  }

  /** Asks the call to end, if it has not already, and the child with it. */
  end(call: FunctionCall, reason: string): void {
    this.#tell(["end", call.attempt.id, reason]);
  }

  /** No more calls: an idle child ends at once, by losing its worker. */
  retire(): void {
    this.#isLeaving = true;
    if (this.#process.connected) this.#process.disconnect();
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
        this.#say(message[1], message[2], message[3]);
        break;
      case "secret":
        this.#options.masker.add(textsIn(message[1]));
        break;
      case "ask":
        void this.#answer(message[1], message[2], message[3]);
        break;
      case "done":
        this.#done(message[1], message[2]);
        break;
      case "back":
        this.#options.onBack(this.#remove(message[1]));
        if (this.isFree) this.#options.onFree(this);
        break;
      case "leaving":
        this.#isLeaving = true;
        this.#options.onBack(this.#remove([...this.#calls.keys()].filter((id) => !this.#results.has(id))));
        break;
    }
  }

  #begin(call: FunctionCall): void {
    this.#begun = this.#options.clock.now();
    call.begun(this.#process.pid ?? 0);
  }

  /** What goes without saying is left out: every byte is written here, and read there. */
  #message({ attempt: { order }, params, valuesOnly }: FunctionCall): ChildCall {
    const { run, task, bundle, mapIndex, inputs, callback, deferral } = order;
    const call: Message = {
      id: order.attemptId,
      taskId: task.taskId,
      tryNumber: order.tryNumber,
      maxTries: order.maxTries,
      push: task.doXcomPush !== false,
      now: this.#options.clock.now(),
    };
    if (this.#lastBundle !== bundle) call.bundle = this.#lastBundle = bundle;
    if (this.#lastRun !== run) {
      this.#lastRun = run;
      call.run = shownOf(run);
    }
    if (mapIndex !== -1) call.mapIndex = mapIndex;
    if (!isEmpty(inputs)) call.inputs = inputs;
    if (!isEmpty(params)) call.params = params;
    if (order.mapped) call.mapped = order.mapped;
    if (order.mapped && task.groupInputs) call.groupInputs = task.groupInputs;
    if (valuesOnly) call.valuesOnly = valuesOnly;
    if (callback !== undefined) call.callback = callback;
    if (task.outlets !== undefined) call.outlets = task.outlets;
    return Object.assign(call, resumeOf(deferral));
  }

  #send(): void {
    const calls = this.#outgoing;
    this.#outgoing = [];
    this.#tell(["calls", calls]);
  }

  #remove(ids: readonly string[]): FunctionCall[] {
    return ids.flatMap((id) => {
      const call = this.#calls.get(id);
      this.#calls.delete(id);
      return call ?? [];
    });
  }

  /** Output that did not pass through `process.stdout` may still be on its way: one more look at all files brings it. */
  #done(id: string, result: CallResult): void {
    if (result.leaving === true) this.#isLeaving = true;
    this.#results.set(id, result);
    if (this.#ended.push(id) > 1) return;
    setImmediate(() => {
      const ended = this.#ended;
      this.#ended = [];
      setImmediate(() => this.#settleAll(ended));
    });
  }

  #settleAll(ids: readonly string[]): void {
    for (const id of ids) this.#settle(id);
    if (this.isOpen) this.#options.onFree(this);
  }

  #settle(id: string): void {
    const call = this.#calls.get(id);
    const result = this.#results.get(id);
    this.#results.delete(id);
    if (call === undefined || result === undefined) return;
    this.#say(id, result.lines ?? [], []);
    this.#endLongLines(id);
    call.attempt.log.drop(result.dropped ?? 0);
    this.#endCaptures();
    this.#calls.delete(id);
    call.done(result);
    if (result.leaving === true) this.#options.onBack(this.#remove([...this.#calls.keys()]));
    const next = this.current;
    if (next !== undefined) this.#begin(next);
  }

  #died(code: number | null, signal: NodeJS.Signals | null): void {
    this.#isLeaving = true;
    for (const id of this.#results.keys()) this.#settle(id);
    const death = deathOf({ code, signal, stderr: this.#stderrTail, memoryMiB: this.memoryMiB });
    this.#endCaptures();
    const [call, ...notBegun] = this.#calls.values();
    this.#calls.clear();
    call?.done({ outcome: death, leaving: true });
    this.#options.onExit(this, `${death.message}${death.detail === undefined ? "" : `: ${death.detail}`}`);
    this.#options.onBack(notBegun);
  }

  /** A line that was cut and whose end never came: what was held back of it. */
  #endLongLines(id: string): void {
    const log = this.#calls.get(id)?.attempt.log;
    for (const [source, message] of this.#longLines.end()) {
      log?.write({ at: this.#options.clock.now(), level: "info", source, message });
    }
  }

  #endCaptures(): void {
    this.#captures.stdout?.end();
    this.#captures.stderr?.end();
    this.#captures = {};
  }

  #say(id: string, lines: readonly ChildLine[], xcoms: readonly XComWrite[]): void {
    const attempt = this.#calls.get(id)?.attempt;
    if (attempt === undefined) return;
    for (const [elapsed, level, source, message, goesOn = false] of lines) {
      const at = this.#begun + elapsed;
      for (const part of this.#longLines.add(source, message, goesOn)) {
        attempt.log.write({ at, level: LEVELS[level] ?? "info", source, message: part });
      }
    }
    attempt.pushXComs(xcoms);
  }

  #captureRaw(source: "stdout" | "stderr", bytes: Buffer): void {
    const { current } = this;
    if (current === undefined) return;
    const { clock, masker } = this.#options;
    const { log } = current.attempt;
    this.#captures[source] ??= new OutputCapture({ log, clock, masker, source, maxValueBytes: 0 });
    this.#captures[source].feed(bytes);
  }

  async #answer(id: string, number: number, question: TaskQuestion): Promise<void> {
    const attempt = this.#calls.get(id)?.attempt;
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

function isEmpty(values: { readonly [name: string]: unknown }): boolean {
  return Object.keys(values).length === 0;
}

function askError(error: unknown): AskError {
  const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
  return { message: String(message ?? error), ...(typeof code === "string" ? { code } : {}) };
}

/** A task that was deferred goes on with what its trigger gave. */
function resumeOf(deferral: Order["deferral"]): Pick<ChildCall, "resume"> {
  if (deferral?.resume === undefined || deferral.fired === undefined) return {};
  const { resume: name, fired, state } = deferral;
  return { resume: { name, event: fired.event, ...(state === undefined ? {} : { state }) } };
}

/** Only what a task may see; the rest of the facts is for templates. */
function shownOf(run: Order["run"]): ChildCall["run"] & object {
  const { dagId, runId, runType, logicalDate, dataIntervalStart, dataIntervalEnd, runAfter, timezone } = run;
  const { conf, params, triggeringAssetEvents } = run;
  return {
    dagId,
    runId,
    runType,
    logicalDate,
    dataIntervalStart,
    dataIntervalEnd,
    runAfter,
    timezone,
    conf,
    params,
    ...(triggeringAssetEvents && { triggeringAssetEvents }),
  };
}
