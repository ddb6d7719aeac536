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
  readonly #byTask = new Map<string, MicrosSpan>();

  /** False also of what is not known yet. */
  isShort(call: FunctionCall): boolean {
    return (this.#byTask.get(nameOf(call)) ?? SHORT) < SHORT;
  }

  note(call: FunctionCall, took: MicrosSpan | undefined): void {
    const name = nameOf(call);
    const known = this.#byTask.get(name);
    if (this.#byTask.size >= REMEMBERED && known === undefined) this.#byTask.clear();
    // One that did not end is as good as endless.
    const last = took ?? Number.MAX_SAFE_INTEGER;
    this.#byTask.set(name, known === undefined || last > SHORT ? last : known + WEIGHT * (last - known));
  }
}

function nameOf({ attempt: { order } }: FunctionCall): string {
  return `${order.run.dagId}\n${order.task.taskId}`;
}
