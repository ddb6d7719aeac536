/** How many runs a grid begins with: those that the window has room for, and a few to which one scrolls, whereupon older ones come. */

/** Pixels of a run's column, and of what stands beside the grid. */
export const COLUMN = 20;
const BESIDE = 104;

const BEYOND = 5;
const LEAST = 25;

/** The server answers no more at once. */
export const MOST_AT_ONCE = 100;

/** @param width of the window, in pixels @param names what the names of the tasks take of it */
export function fittingRuns(width: number, names: number): number {
  const columns = Math.ceil((width - BESIDE - names) / COLUMN) + BEYOND;
  return Math.min(MOST_AT_ONCE, Math.max(LEAST, columns));
}
