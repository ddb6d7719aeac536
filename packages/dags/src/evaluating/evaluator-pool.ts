/** Child processes that evaluate bundles: as many as are useful, each for many files, none while there is nothing to do. */
import type { Evaluation, EvaluationJob } from "./evaluation.ts";
import { EvaluatorProcess, type ProcessOutcome } from "./evaluator-process.ts";
import type { EvaluatorLimits } from "./start-evaluator.ts";

export class EvaluatorPool {
  readonly #limits: EvaluatorLimits;
  readonly #size: number;
  #idle: EvaluatorProcess[] = [];
  readonly #busy = new Set<EvaluatorProcess>();
  readonly #waiting: (() => void)[] = [];
  /** Busy ones that are not to be used again. */
  readonly #outdated = new WeakSet<EvaluatorProcess>();
  #isClosed = false;

  constructor(limits: EvaluatorLimits, size: number) {
    this.#limits = limits;
    this.#size = size;
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
    while (this.#busy.size >= this.#size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const process =
      (isNew ? undefined : this.#idle.findLast(({ isAlive }) => isAlive)) ?? new EvaluatorProcess(this.#limits);
    this.#idle = this.#idle.filter((each) => each !== process && each.isAlive);
    this.#busy.add(process);
    if (this.#isClosed) process.end();
    return process;
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
