/** For random histories: an attempt stops to wait, or what it waits for has happened. */
import { type Micros, SECOND } from "./instant.ts";
import type { AttemptEvent } from "./task-protocol.ts";

export function waitingEvent(
  event: { readonly attemptId: string; readonly at: Micros },
  dice: (sides: number) => number,
): AttemptEvent {
  const { at } = event;
  const until = dice(2) === 0 ? null : at + SECOND;
  const deferral = { trigger: { name: "t", params: {} }, startedAt: at, since: at };
  const roll = dice(4);
  if (roll === 0) return { type: "deferred", ...event, until };
  if (roll === 1) return { type: "deferred", ...event, until, deferral };
  if (roll === 2) return { type: "rescheduled", ...event, until: until ?? at };
  return { type: "resumed", ...event, event: dice(10), ...(until === null ? {} : { deferral }) };
}
