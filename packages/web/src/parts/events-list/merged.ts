/** What people did and what the engine did, as one story. Pure. */
import type { EventLog } from "./event-words.ts";

/** Something that the event log does not have. */
export interface Step<Words> {
  readonly key: string;
  /** ISO 8601 */
  readonly at: string;
  readonly who: string;
  readonly words: Words;
}

export type Told<Words> = { readonly event: EventLog } | { readonly step: Step<Words> };

/**
 * The newest first.
 * @param isWhole false: older events are not read yet, and steps before those that are wait for them
 */
export function merged<Words>(
  events: readonly EventLog[],
  steps: readonly Step<Words>[],
  isWhole: boolean,
): readonly Told<Words>[] {
  const oldest = events.at(-1)?.when;
  const known = isWhole || oldest === undefined ? steps : steps.filter(({ at }) => time(at) >= time(oldest));
  const all = [...events.map((event): Told<Words> => ({ event })), ...known.toReversed().map((step) => ({ step }))];
  return all.toSorted((a, b) => time(momentOf(b)) - time(momentOf(a)));
}

function momentOf<Words>(told: Told<Words>): string {
  return "event" in told ? told.event.when : told.step.at;
}

function time(at: string): number {
  return Date.parse(at);
}
