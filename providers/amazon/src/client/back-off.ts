/** How long to wait before a server is asked again that gave no good answer. */

const FIRST_MILLIS = 250;
const LONGEST_MILLIS = 30_000;

/** Doubles with each failure; half of it is chance, so that many who wait do not all come back at once. */
export function backOffMillis(failures: number): number {
  const whole = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.min(failures - 1, 20));
  return whole / 2 + (Math.random() * whole) / 2;
}
