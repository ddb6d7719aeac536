/** What the clock of a zone says before and after a change that is near. Pure. */
import { offsetText } from "../../../format/instant.ts";

/** Longer than any clock jumps, and shorter than the time between two changes. */
const NEAR_MILLIS = 3 * 3_600_000;

/** @param at milliseconds since the epoch, of a run at a change to or from summer time */
export function offsetsAround(at: number, zone: string): { readonly before: string; readonly after: string } {
  return { before: offsetText(at - NEAR_MILLIS, zone), after: offsetText(at + NEAR_MILLIS, zone) };
}
