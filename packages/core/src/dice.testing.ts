/** Chance that a seed repeats, for tests. Not exported. */

/** A number from 0 up to, and without, the number of sides. */
export type Dice = (sides: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed | 1;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}
