/** The function of all function tasks. */
import { setTimeout as pause } from "node:timers/promises";
import type { TaskContext } from "momiji";
import { Trace } from "./trace.ts";

export interface Step {
  /** What it adds to the sum of its inputs. */
  readonly own: number;
  /** Lines of output. */
  readonly lines: number;
  /** Whether it pauses in the middle, see `pauseMillis`. */
  readonly isSlow?: boolean;
  /** Pauses without letting go of the event loop, so that no message reaches its process. */
  readonly isBlocking?: boolean;
  /** Its first attempt that comes so far fails. */
  readonly fails?: boolean;
}

const MODULUS = 1_000_003;

/**
 * Some attempts take longer than a server needs to come up again: those must be ended before the next one begins. Most do
 * not, so that work goes forward however often the server dies.
 */
function pauseMillis(attemptId: string): number {
  return /[0-4]$/.test(attemptId) ? 4_000 : 50;
}

export function sumOf(own: number, inputs: readonly number[]): number {
  return inputs.reduce((sum, input) => (sum + input) % MODULUS, own);
}

export async function runStep(step: Step, ctx: TaskContext<unknown>, inputs: readonly number[]): Promise<number> {
  const { own, lines, isSlow = false, isBlocking = false, fails = false } = step;
  const trace = new Trace(ctx);
  trace.begin();
  for (let line = 1; line <= lines; line++) {
    say(ctx, line, lines);
    if (line !== Math.floor(lines / 2)) continue;
    const millis = isSlow ? pauseMillis(ctx.attemptId) : 0;
    if (isBlocking) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, millis);
    else if (isSlow) await pause(millis);
    trace.note("step");
  }
  const isToFail = fails && trace.isFirst("failed");
  trace.end();
  if (isToFail) throw new Error("fails once, on purpose");
  return sumOf(own, inputs);
}

/** Through each of the ways that output can take. */
function say(ctx: TaskContext<unknown>, line: number, lines: number): void {
  const text = `line ${line} of ${lines}`;
  if (line % 3 === 0) ctx.log.info(text);
  else if (line % 3 === 1) console.log(text);
  else process.stderr.write(`${text}\n`);
}
