/** The tasks of the cells that were chosen: of a group all that is in it, and nothing that its run does not have. */
import { type Range } from "./grid-keys.ts";
import type { Grid, GridColumn } from "./grid.ts";

export interface ChosenTask {
  readonly runId: string;
  readonly taskId: string;
}

interface Shown {
  readonly grid: Pick<Grid, "rows">;
  /** Numbers of the rows that are shown. */
  readonly shown: readonly number[];
  readonly columns: readonly GridColumn[];
}

export function chosenTasks({ rows, columns }: Range, { grid, shown, columns: all }: Shown): readonly ChosenTask[] {
  const numbers = new Set(shown.slice(rows[0], rows[1] + 1).flatMap((number) => insideOf(grid.rows, number)));
  return all.slice(columns[0], columns[1] + 1).flatMap(({ run, letters }) =>
    [...numbers].flatMap((number) => {
      const row = grid.rows[number];
      const isThere = (letters[number] ?? "-") !== "-";
      return row !== undefined && isThere ? [{ runId: run.id, taskId: row.id }] : [];
    }),
  );
}

/** @returns the row itself, or of a group the tasks in it, at any depth */
function insideOf(rows: Grid["rows"], number: number): readonly number[] {
  const row = rows[number];
  if (row?.children === undefined) return [number];
  const inside: number[] = [];
  for (let next = number + 1; (rows[next]?.depth ?? -1) > row.depth; next++)
    if (rows[next]?.children === undefined) inside.push(next);
  return inside;
}
