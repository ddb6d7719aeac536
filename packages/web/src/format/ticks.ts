/** Where an axis of time has its marks: at round moments, as a clock has them. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 5, 10, 30, 100, 365].map((days) => days * DAY),
];

/**
 * Milliseconds, at most `most` of them, from `from` on and before `to`.
 * @param zero where counting begins: midnight of the zone, or the beginning of what is shown
 */
export function roundTicks(
  { from, to }: { readonly from: number; readonly to: number },
  most: number,
  zero = 0,
): readonly number[] {
  const step = STEPS.find((each) => (to - from) / each <= most - 1) ?? (to - from) / most;
  const first = zero + Math.ceil((from - zero) / step) * step;
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / step)) }, (_, index) => first + index * step);
}
