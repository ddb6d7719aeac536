/** A grid as the server answers it, and as it changes by live events: pure data, a column a run, the newest first. */
import type { components, LiveEvent } from "@momiji/client";

export type GridRow = components["schemas"]["GridRow"];
export type GridRun = components["schemas"]["GridRun"];
export type CellExtra = components["schemas"]["GridCellExtra"];

/** Of `cells` one text a run: a letter a row, each with how often it comes. */
export type GridAnswer = components["schemas"]["Grid"];

export interface GridColumn {
  readonly run: GridRun;
  /** One letter a row. */
  readonly letters: string;
  readonly extra: ReadonlyMap<number, CellExtra>;
}

export interface Grid {
  /** Up to where it has seen events. */
  readonly seq: string;
  readonly rows: readonly GridRow[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly columns: readonly GridColumn[];
  readonly next: string | null;
  /** It does not begin with the newest run. */
  readonly hasNewer: boolean;
}

const NOT_STARTED = ".";
const NOT_THERE = "-";

export function readGrid({ seq, rows, runs, cells, extra, next }: GridAnswer, hasNewer = false): Grid {
  const extras = runs.map(() => new Map<number, CellExtra>());
  for (const [run, row, more] of extra) extras[run]?.set(row, more);
  const columns = runs.map((run, at) => ({
    run,
    letters: unpacked(cells[at] ?? ""),
    extra: extras[at] ?? new Map<number, CellExtra>(),
  }));
  return { seq, rows, rowOf: new Map(rows.map(({ id }, at) => [id, at])), columns, next, hasNewer };
}

/** `s3f` becomes `sssf`. */
function unpacked(cells: string): string {
  return cells.replaceAll(/([^\d])(\d+)/g, (_all, letter: string, count: string) => letter.repeat(Number(count)));
}

/** @returns the grid after the event; `stale`: only the server knows what it is now */
export function applyEvent(grid: Grid, { event, data }: LiveEvent): Grid | "stale" {
  // How many deadlines a run has missed in all only the server counts.
  if (event === "reset" || event === "stale" || event === "deadline") return "stale";
  if (event === "run") return applyRun(grid, data);
  return event === "ti" ? applyInstance(grid, data) : grid;
}

const RUN_STATES: { readonly [letter: string]: GridRun["state"] } = {
  q: "queued",
  r: "running",
  s: "success",
  f: "failed",
};

function applyRun(grid: Grid, data: LiveEvent["data"]): Grid | "stale" {
  if (data["gone"] === true) return { ...grid, columns: grid.columns.filter(({ run }) => run.id !== data.r) };
  const { r: id = "", s: letter = "" } = data;
  const at = grid.columns.findIndex(({ run }) => run.id === data.r);
  const old = grid.columns[at];
  const told: GridRun = {
    // What events do not tell.
    interval: old?.run.interval ?? null,
    triggeredBy: old?.run.triggeredBy ?? "",
    ...(old?.run.missed === undefined ? {} : { missed: old.run.missed }),
    id,
    state: RUN_STATES[letter] ?? "queued",
    type: data["type"] as string,
    logicalDate: data["logicalDate"] as string | null,
    runAfter: data["runAfter"] as string,
    queued: data["queued"] as string | null,
    start: data["start"] as string | null,
    end: data["end"] as string | null,
    version: data["version"] as number,
    note: data["note"] === true,
  };
  if (old !== undefined)
    // Cleared onto another version it may have other tasks.
    return old.run.version === told.version
      ? { ...grid, columns: grid.columns.with(at, { ...old, run: told }) }
      : "stale";
  const newest = grid.columns[0]?.run;
  if (grid.hasNewer && (newest === undefined || told.runAfter > newest.runAfter)) return grid;
  if (newest !== undefined && newest.version !== told.version) return "stale";
  if (newest === undefined && grid.rows.some(({ versions }) => versions !== undefined)) return "stale";
  const before = grid.columns.findIndex(({ run }) => run.runAfter <= told.runAfter);
  // Older than everything that is shown.
  if (before < 0 && grid.next !== null) return grid;
  const letters = grid.rows.map(({ versions }) => (isIn(versions, told.version) ? NOT_STARTED : NOT_THERE)).join("");
  const column = { run: told, letters, extra: new Map<number, CellExtra>() };
  return { ...grid, columns: grid.columns.toSpliced(before < 0 ? grid.columns.length : before, 0, column) };
}

function isIn(versions: GridRow["versions"], version: number): boolean {
  if (versions === undefined) return true;
  return versions.some(([first, last]) => version >= first && (last === null || version <= last));
}

function applyInstance(grid: Grid, data: LiveEvent["data"]): Grid | "stale" {
  const at = grid.columns.findIndex(({ run }) => run.id === data.r);
  const column = grid.columns[at];
  if (column === undefined) return grid;
  const row = grid.rowOf.get(data.t ?? "");
  // Of one instance of several nobody tells which state it has left.
  if (row === undefined || (data.m ?? -1) >= 0) return "stale";
  const letters = withAncestors(grid.rows, replaced(column.letters, row, data.s ?? NOT_STARTED), row);
  const { n: tries = 1 } = data;
  const extra = tries > 1 ? new Map(column.extra).set(row, { ...column.extra.get(row), t: tries }) : column.extra;
  return { ...grid, columns: grid.columns.with(at, { ...column, letters, extra }) };
}

function replaced(letters: string, row: number, letter: string): string {
  return letters.slice(0, row) + letter + letters.slice(row + 1);
}

/** As the server orders them: the first that is there stands for a group. */
const PRIORITY = ["f", "u", "y", "e", "q", "c", "d", "a", "r", "t", ".", "s", "k", "x"];

function withAncestors(rows: readonly GridRow[], letters: string, changed: number): string {
  let all = letters;
  for (let group = rows[changed]?.parent ?? -1; group >= 0; group = rows[group]?.parent ?? -1) {
    const inside = new Set<string>();
    for (let row = group + 1; row < rows.length && (rows[row]?.depth ?? 0) > (rows[group]?.depth ?? 0); row++)
      inside.add(all[row] ?? NOT_THERE);
    all = replaced(all, group, PRIORITY.find((letter) => inside.has(letter)) ?? NOT_THERE);
  }
  return all;
}

/** Rows that are shown: those in no closed group. */
export function openRows(rows: readonly GridRow[], isOpen: (row: GridRow, at: number) => boolean): readonly number[] {
  const shown: number[] = [];
  let hiddenBelow = Infinity;
  for (const [at, row] of rows.entries()) {
    if (row.depth > hiddenBelow) continue;
    hiddenBelow = Infinity;
    shown.push(at);
    if (row.children !== undefined && !isOpen(row, at)) hiddenBelow = row.depth;
  }
  return shown;
}
