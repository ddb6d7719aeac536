/** Which lines of a log are drawn: all, up to as many as a browser can. */

/** Of 19 pixels each; browsers draw nothing taller than about 33 million. */
const MOST = 1_500_000;

/** @param around number of the line that must be among them, from 1 */
export function drawnLines(count: number, around: number): { readonly first: number; readonly drawn: number } {
  if (count <= MOST) return { first: 1, drawn: count };
  const first = Math.min(Math.max(1, around - MOST / 2), count - MOST + 1);
  return { first, drawn: MOST };
}
