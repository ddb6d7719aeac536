/** Which rows of a log are drawn: all, up to as many as a browser can. */

/** Of 19 pixels each; browsers draw nothing taller than about 33 million. */
const MOST = 1_500_000;

/** @param around the row that must be among them @returns the first, and how many */
export function drawnRows(count: number, around: number): { readonly first: number; readonly drawn: number } {
  if (count <= MOST) return { first: 0, drawn: count };
  return { first: Math.min(Math.max(0, around - MOST / 2), count - MOST), drawn: MOST };
}
