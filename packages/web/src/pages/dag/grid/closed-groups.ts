/** Which groups of a grid are closed: all but those that the address names; if it names none, those of a large DAG in which all is well. */
import type { Grid } from "./grid.ts";

/** In `open` of the address: all groups are closed, or all are open. No group has such a name. */
export const NO_GROUP = "-";
export const ALL_GROUPS = "*";

/** Larger DAGs begin with their groups closed, but those in which something has failed. */
const OPEN_ROWS = 200;

type Drawn = Pick<Grid, "rows" | "columns">;

/** @param open of the address; undefined: it says nothing */
export function closedGroups({ rows, columns }: Drawn, open: readonly string[] | undefined): ReadonlySet<string> {
  if (open?.includes(ALL_GROUPS) === true) return new Set();
  const isLarge = rows.length > OPEN_ROWS;
  const named = new Set(open);
  const isCalm = (at: number): boolean => !columns.some(({ letters }) => letters[at] === "f");
  const closed = rows.flatMap(({ id, children }, at) => {
    if (children === undefined) return [];
    return (open === undefined ? isLarge && isCalm(at) : !named.has(id)) ? [id] : [];
  });
  return new Set(closed);
}

/** What the address says of it; undefined: nothing, as these are closed anyway. */
export function openOf(grid: Drawn, closed: ReadonlySet<string>): readonly string[] | undefined {
  const usual = closedGroups(grid, undefined);
  if (usual.symmetricDifference(closed).size === 0) return undefined;
  if (closed.size === 0) return [ALL_GROUPS];
  const open = grid.rows.flatMap(({ id, children }) => (children === undefined || closed.has(id) ? [] : [id]));
  return open.length === 0 ? [NO_GROUP] : open;
}
