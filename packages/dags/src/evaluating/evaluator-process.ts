/** One child process that evaluates bundles, seen from its parent. */
import type { ChildProcess } from "node:child_process";
import type { Trouble } from "../import-errors/trouble.ts";
import type { Evaluation, EvaluationJob, EvaluatorMessage } from "./evaluation.ts";
import { residentMiB } from "./process-memory.ts";
import { type EvaluatorLimits, startEvaluator } from "./start-evaluator.ts";
import { whereItIs } from "./where-it-is.ts";

/** How often a file that takes its time is looked after. */
const MEMORY_CHECK_MILLIS = 50;
/** What is kept of V8's last words, and how long they are waited for. */
const LAST_WORDS_CHARS = 16_384;
const LAST_WORDS_MILLIS = 200;
/** What is thrown where a typed array, or a filled buffer, finds no room. */
const REFUSED_ALLOCATION = /allocation failed|failed to allocate memory/i;

/** `died`: the process ended by itself, which may be the fault of a file before this one. */
export type ProcessOutcome = Evaluation & { readonly died: boolean };

export class EvaluatorProcess {
  readonly #child: ChildProcess;
  readonly #limits: EvaluatorLimits;
  readonly #ready: Promise<void>;
  #lastWords = "";
  #evaluated = 0;
  #residentMiB = 0;
  /** How the process ended; null: it did not. */
  #ending: string | null = null;
  #isDoomed = false;
  #settle: ((outcome: ProcessOutcome) => void) | null = null;

  constructor(limits: EvaluatorLimits) {
    this.#limits = limits;
    this.#child = startEvaluator(limits);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ready = promise;
    this.#child.on("message", (message: EvaluatorMessage) => {
      if (message.kind === "ready") resolve();
      else this.#finish(message);
    });
    this.#child.stderr?.on("data", (text: Buffer) => {
      this.#lastWords = (this.#lastWords + text.toString("latin1")).slice(-LAST_WORDS_CHARS);
    });
    const onEnd = (how: string): void => {
      this.#ending ??= how;
      resolve();
      this.#settle?.(this.#endedBy(how));
    };
    this.#child.on("error", ({ message }) => onEnd(message));
    this.#child.on("close", (code, signal) => onEnd(signal ?? `exit code ${code}`));
    // A process that the file started and left behind may hold the pipe open: then its words are not waited for.
    this.#child.on("exit", (code, signal) => {
      setTimeout(() => onEnd(signal ?? `exit code ${code}`), LAST_WORDS_MILLIS).unref();
    });
  }

  /** How many files ran in this process. */
  get evaluated(): number {
    return this.#evaluated;
  }

  get isAlive(): boolean {
    return this.#ending === null && !this.#isDoomed;
  }

  /** Memory that it held after the last file. */
  get residentMiB(): number {
    return this.#residentMiB;
  }

  /** One at a time. Never rejects; a file that ended the process or had to be stopped leaves it dead. */
  async evaluate(job: EvaluationJob): Promise<ProcessOutcome> {
    const { promise, resolve } = Promise.withResolvers<ProcessOutcome>();
    this.#settle = resolve;
    await this.#ready;
    if (this.#ending !== null) return this.#endedBy(this.#ending);
    this.#evaluated += 1;
    const { evaluateTimeoutMillis, memoryLimitMiB } = this.#limits;
    const timer = setTimeout(() => void this.#stop(tooLong(evaluateTimeoutMillis)), evaluateTimeoutMillis);
    const check = setInterval(() => {
      if ((residentMiB(this.#child.pid ?? 0) ?? 0) <= memoryLimitMiB) return;
      clearInterval(check);
      void this.#stop(tooMuch(memoryLimitMiB));
    }, MEMORY_CHECK_MILLIS);
    this.#child.send(job);
    const outcome = await promise;
    clearTimeout(timer);
    clearInterval(check);
    this.#settle = null;
    return outcome;
  }

  /** Ends the process, whatever it does. */
  end(): void {
    this.#isDoomed = true;
    this.#child.kill("SIGKILL");
  }

  #finish(message: Extract<EvaluatorMessage, { readonly kind: "evaluated" }>): void {
    this.#residentMiB = message.residentMiB;
    this.#settle?.({ ...this.#explainMemory(message.evaluation), died: false });
  }

  async #stop(message: string): Promise<void> {
    if (this.#isDoomed) return;
    this.#isDoomed = true;
    const stack = await whereItIs(this.#child);
    const trouble: Trouble = stack === null ? { message } : { message, stack };
    this.#settle?.({ specs: [], troubles: [trouble], died: false });
    this.end();
  }

  /** A refused allocation is an exception like any other; that it has to do with a limit only the parent knows. */
  #explainMemory({ specs, troubles }: Evaluation): Evaluation {
    const explain = (trouble: Trouble): Trouble => {
      if (!REFUSED_ALLOCATION.test(trouble.message)) return trouble;
      return { ...trouble, message: `${tooMuch(this.#limits.memoryLimitMiB)} (${trouble.message})` };
    };
    return { specs, troubles: troubles.map(explain) };
  }

  #endedBy(how: string): ProcessOutcome {
    return { specs: [], troubles: [{ message: this.#explainEnd(how) }], died: true };
  }

  #explainEnd(how: string): string {
    if (this.#evaluated === 0)
      return `The process that loads DAG files did not start (${how}) ${this.#lastWords}`.trim();
    if (this.#lastWords.includes("out of memory")) return tooMuch(this.#limits.memoryLimitMiB);
    return `The file ended the process that loaded it (${how})`;
  }
}

function tooLong(millis: number): string {
  return `The file took longer than ${millis / 1_000} s to load: look for an endless loop, or for work that belongs into a task`;
}

function tooMuch(limitMiB: number): string {
  return `The file needed more than ${limitMiB} MiB of memory to load: work on large data belongs into a task`;
}
