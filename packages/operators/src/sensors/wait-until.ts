/** The answer of a sensor that waits for a moment: asked once more when it has come, and not before. */
import { fromTemporal, type Micros, MILLISECOND } from "@momiji/core/time";
import type { PokeAnswer, TaskContext } from "@momiji/sdk";

export function waitUntil(ctx: TaskContext, target: Micros): PokeAnswer {
  if (fromTemporal(ctx.now()) >= target) return true;
  return { done: false, askAgainAt: Math.ceil(target / MILLISECOND) };
}
