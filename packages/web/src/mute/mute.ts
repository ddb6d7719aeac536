/** Failures that somebody does not want to hear of for a while: theirs alone, kept in their preferences. */
import { readInstant } from "../format/instant.ts";
import { isoText } from "../format/wall.ts";
import type { Preferences } from "../preferences/read-preferences.ts";

export type Muted = Preferences["muted"];

export interface FailedThing {
  readonly dagId: string;
  /** Null: the run failed, but none of its tasks. */
  readonly taskId: string | null;
}

export const MUTED_MILLIS = 3_600_000;

function nameOf({ dagId, taskId }: FailedThing): string {
  return taskId === null ? dagId : `${dagId}\n${taskId}`;
}

/** Until when, in milliseconds since the epoch; null: it is not muted. */
export function mutedUntil(muted: Muted, thing: FailedThing, now: number): number | null {
  const until = readInstant(muted[nameOf(thing)]);
  return until !== null && until > now ? until : null;
}

/** Whether some failure of the DAG is muted: who mutes a task does not want to hear that its run failed. */
export function hasMuted(muted: Muted, dagId: string, now: number): boolean {
  return Object.entries(muted).some(
    ([name, until]) => (name === dagId || name.startsWith(`${dagId}\n`)) && (readInstant(until) ?? 0) > now,
  );
}

/** What is over is left out. @param until null: it is heard again */
export function withMuted(muted: Muted, thing: FailedThing, at: { readonly until: number | null; now: number }): Muted {
  const name = nameOf(thing);
  const others = Object.entries(muted).filter(([each, until]) => each !== name && (readInstant(until) ?? 0) > at.now);
  return Object.fromEntries(at.until === null ? others : [...others, [name, isoText(at.until)]]);
}

/** When the next of them is over; null: none is muted. */
export function nextEnd(muted: Muted, now: number): number | null {
  const ends = Object.values(muted).flatMap((until) => readInstant(until) ?? []);
  const coming = ends.filter((end) => end > now);
  return coming.length === 0 ? null : Math.min(...coming);
}
