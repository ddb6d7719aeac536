/** A grid with older runs than it had: tasks that only older versions have come as rows at the end. */
import type { Grid, GridColumn, GridRow } from "./grid.ts";

const NOT_THERE = "-";

type Versions = GridRow["versions"];

export function withOlder(grid: Grid, older: Grid): Grid {
  const more = older.rows.filter(({ id }) => !grid.rowOf.has(id));
  const rows = [...grid.rows.map((row) => withVersions(row, older)), ...more.map(atTop)];
  const rowOf = new Map(rows.map(({ id }, at) => [id, at]));
  const places = older.rows.map(({ id }) => rowOf.get(id) ?? -1);
  const known = new Set(grid.columns.map(({ run }) => run.id));
  const fresh = older.columns.filter(({ run }) => !known.has(run.id));
  return {
    ...grid,
    rows,
    rowOf,
    columns: [
      ...grid.columns.map((column) => ({ ...column, letters: column.letters + NOT_THERE.repeat(more.length) })),
      ...fresh.map((column) => moved(column, places, rows.length)),
    ],
    next: older.next,
  };
}

/** Where it stood in the other grid says nothing here. */
function atTop(row: GridRow): GridRow {
  const { label: _label, ...rest } = row;
  return { ...rest, depth: 0, parent: -1 };
}

/** Whichever of the two knows of a version that lacks the task. */
function withVersions(row: GridRow, older: Grid): GridRow {
  const versions = joined(row.versions, older.rows[older.rowOf.get(row.id) ?? -1]?.versions);
  return versions === undefined ? row : { ...row, versions };
}

function joined(one: Versions, other: Versions): Versions {
  const [a] = one ?? [];
  const [b] = other ?? [];
  if (a === undefined || b === undefined) return one ?? other;
  const last = a[1] === null || b[1] === null ? null : Math.max(a[1], b[1]);
  return [[Math.min(a[0], b[0]), last]];
}

function moved({ run, letters, extra }: GridColumn, places: readonly number[], count: number): GridColumn {
  const own = Array.from({ length: count }, () => NOT_THERE);
  for (const [row, place] of places.entries()) own[place] = letters[row] ?? NOT_THERE;
  const entries = [...extra].map(([row, more]) => [places[row] ?? -1, more] as const);
  return { run, letters: own.join(""), extra: new Map(entries) };
}
