/** Child processes that evaluate bundles: as many as are useful, each for many files, none while there is nothing to do. */
import type { Evaluation, EvaluationJob } from "./evaluation.ts";
import { EvaluatorProcess, type ProcessOutcome } from "./evaluator-process.ts";
import type { EvaluatorLimits } from "./start-evaluator.ts";

/** How long a file waits for a busy process before another one is started, which would take as long. */
const PATIENCE_MILLIS = 100;

export class EvaluatorPool {
  readonly #limits: EvaluatorLimits;
  readonly #size: number;
  #idle: EvaluatorProcess[] = [];
  readonly #busy = new Set<EvaluatorProcess>();
  #waiting: (() => void)[] = [];
  /** Busy ones that are not to be used again. */
  readonly #outdated = new WeakSet<EvaluatorProcess>();
  #isClosed = false;

  constructor(limits: EvaluatorLimits, size: number) {
    this.#limits = limits;
    this.#size = size;
  }

  /** Starts a process, so that the first file need not wait for one. */
  warm(): void {
    if (!this.#isClosed && this.#idle.length + this.#busy.size === 0)
      this.#idle.push(new EvaluatorProcess(this.#limits));
  }

  /** Never rejects. */
  async evaluate(job: EvaluationJob): Promise<Evaluation> {
    const reused = await this.#acquire();
    const wasUsed = reused.evaluated > 0;
    let outcome = await this.#use(reused, job);
    // Whatever ended a process that had loaded other files before may be their doing: ask one that has not.
    if (outcome.died && wasUsed && !this.#isClosed)
      outcome = await this.#use(await this.#acquire({ isNew: true }), job);
    return { specs: outcome.specs, troubles: outcome.troubles };
  }

  /** Files given from now on are evaluated anew, even if a process has loaded them before. */
  renew(): void {
    this.rest();
    for (const process of this.#busy) this.#outdated.add(process);
  }

  /** Ends the processes that have nothing to do; the next file starts one anew. */
  rest(): void {
    for (const process of this.#idle.splice(0)) process.end();
  }

  /** Ends all processes; evaluations under way and to come resolve to a trouble. */
  close(): void {
    this.#isClosed = true;
    this.rest();
    for (const process of this.#busy) process.end();
  }

  async #acquire({ isNew } = { isNew: false }): Promise<EvaluatorProcess> {
    let isPatient = !isNew;
    while (!this.#isRoom(isPatient)) if (!(await this.#freed(isPatient))) isPatient = false;
    const process =
      (isNew ? undefined : this.#idle.findLast(({ isAlive }) => isAlive)) ?? new EvaluatorProcess(this.#limits);
    this.#idle = this.#idle.filter((each) => each !== process && each.isAlive);
    this.#busy.add(process);
    if (this.#isClosed) process.end();
    return process;
  }

  /** One has nothing to do, or may be started. */
  #isRoom(isPatient: boolean): boolean {
    if (this.#busy.size >= this.#size) return false;
    return !isPatient || this.#busy.size === 0 || this.#idle.some(({ isAlive }) => isAlive);
  }

  /** Resolves to true when a busy one is freed, and to false when patience is at an end. */
  async #freed(isPatient: boolean): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const wake = (): void => resolve(true);
    this.#waiting.push(wake);
    const timer = isPatient ? setTimeout(() => resolve(false), PATIENCE_MILLIS) : undefined;
    const wasFreed = await promise;
    clearTimeout(timer);
    this.#waiting = this.#waiting.filter((each) => each !== wake);
    return wasFreed;
  }

  async #use(process: EvaluatorProcess, job: EvaluationJob): Promise<ProcessOutcome> {
    const outcome = await process.evaluate(job);
    this.#busy.delete(process);
    if (this.#isWorn(process)) process.end();
    else this.#idle.push(process);
    this.#waiting.shift()?.();
    return outcome;
  }

  /** A process keeps every module it loaded, so it is replaced when it holds half of what it may. */
  #isWorn(process: EvaluatorProcess): boolean {
    if (!process.isAlive || this.#isClosed || this.#outdated.has(process)) return true;
    return process.residentMiB > this.#limits.memoryLimitMiB / 2;
  }
}
