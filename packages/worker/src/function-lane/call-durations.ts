/** How long the functions of tasks took, so that it is known which of them are short. */
import { MILLISECOND, type MicrosSpan } from "@momiji/core";
import type { FunctionCall } from "./function-child.ts";

/** Too short to have waited for anything, or to make another call wait noticeably. */
const SHORT: MicrosSpan = 2 * MILLISECOND;

/** More tasks than this are not remembered: all are forgotten, and learnt again. */
const REMEMBERED = 20_000;

/** The newest duration counts this much against what was known. */
const WEIGHT = 0.3;

export class CallDurations {
  /** By DAG, then by task. */
  readonly #byTask = new Map<string, Map<string, MicrosSpan>>();
  #remembered = 0;

  /** False also of what is not known yet. */
  isShort(call: FunctionCall): boolean {
    return (this.#known(call) ?? SHORT) < SHORT;
  }

  note(call: FunctionCall, took: MicrosSpan | undefined): void {
    const { run, task } = call.attempt.order;
    const known = this.#known(call);
    if (known === undefined && ++this.#remembered > REMEMBERED) this.#forget();
    // One that did not end is as good as endless.
    const last = took ?? Number.MAX_SAFE_INTEGER;
    const duration = known === undefined || last > SHORT ? last : known + WEIGHT * (last - known);
    const ofDag = this.#byTask.get(run.dagId);
    if (ofDag === undefined) this.#byTask.set(run.dagId, new Map([[task.taskId, duration]]));
    else ofDag.set(task.taskId, duration);
  }

  #known({ attempt }: FunctionCall): MicrosSpan | undefined {
    const { run, task } = attempt.order;
    return this.#byTask.get(run.dagId)?.get(task.taskId);
  }

  #forget(): void {
    this.#byTask.clear();
    this.#remembered = 1;
  }
}
