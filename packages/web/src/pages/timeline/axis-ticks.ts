/** Where the axis of a timeline has its marks: as many as have room for their words beside each other. */
import { roundTicks } from "../../format/ticks.ts";

/** Pixels of a letter of the axis at the most, and of what stands around the words of a mark. */
const LETTER = 7.5;
const AROUND = 12;

interface Room {
  /** Pixels; 0: not measured yet. */
  readonly width: number;
  /** Of the words of a mark. */
  readonly letters: number;
}

/** @param zero where counting begins: midnight of the zone */
export function axisTicks(
  { from, to }: { readonly from: number; readonly to: number },
  { width, letters }: Room,
  zero: number,
): readonly number[] {
  if (width === 0) return [];
  const most = width / (letters * LETTER + AROUND);
  // None begins where its words would not fit any more.
  const round = most <= 2 ? [] : roundTicks({ from, to: to - (to - from) / most }, most, zero);
  return round.length === 0 ? [from] : round;
}
