/**
 * Which tasks a filter means. Words that stand together must all hold: a part of a name, `load*` with a wildcard, `+load` with
 * everything before it, `load+2` with two steps after it, `state:failed` in some run that is shown, `operator:bash`.
 */
import { type State, STATES, stateOfLetter } from "../../../states/state.ts";
import type { Grid, GridRow } from "./grid.ts";

/** By row the rows that come right before it and right after it. */
export interface Neighbours {
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
}

export type Rows = ReadonlySet<number>;

/** What a DAG's edges between rows are as neighbours. */
export function neighboursOf(count: number, edges: readonly (readonly [number, number, ...unknown[]])[]): Neighbours {
  const before: number[][] = Array.from({ length: count }, () => []);
  const after: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of edges) {
    after[from]?.push(to);
    before[to]?.push(from);
  }
  return { before, after };
}

/** Whether the filter asks what comes before or after something. */
export function needsEdges(filter: string): boolean {
  return filter.split(/\s+/).some((word) => SIDES.exec(word)?.some((part, at) => at !== 2 && part?.includes("+")));
}

/** `2+name+`: everything two steps before `name`, it, and everything after it. */
const SIDES = /^((?:\d*)\+)?(.*?)(\+(?:\d*))?$/;

interface Data {
  readonly rows: Grid["rows"];
  readonly columns: Grid["columns"];
  /** Null: not known yet, so that nothing comes before or after anything. */
  readonly neighbours: Neighbours | null;
}

/** @returns null: the filter is empty, so that every row is meant */
export function selectedRows(filter: string, data: Data): Rows | null {
  const words = folded(filter)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return null;
  const [first = new Set<number>(), ...others] = words.map((word) => rowsOfWord(word, data));
  return others.reduce<Rows>((rows, other) => rows.intersection(other), first);
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function rowsOfWord(word: string, data: Data): Rows {
  const state = /^state:(.*)$/.exec(word)?.[1];
  if (state !== undefined) return rowsInState(state, data);
  const operator = /^operator:(.*)$/.exec(word)?.[1];
  if (operator !== undefined) return matching(data.rows, ({ operator: own = "" }) => folded(own).includes(operator));
  const [, before, name = "", after] = SIDES.exec(word) ?? [];
  const named = rowsNamed(name, data.rows, before !== undefined || after !== undefined);
  const { neighbours } = data;
  if (neighbours === null) return named;
  return named
    .union(before === undefined ? named : reached(named, neighbours.before, stepsOf(before)))
    .union(after === undefined ? named : reached(named, neighbours.after, stepsOf(after)));
}

function stepsOf(side: string): number {
  const number = side.replace("+", "");
  return number === "" ? Infinity : Number(number);
}

function matching(rows: readonly GridRow[], holds: (row: GridRow) => boolean): Rows {
  return new Set(rows.flatMap((row, at) => (row.children === undefined && holds(row) ? [at] : [])));
}

function rowsInState(word: string, { rows, columns }: Data): Rows {
  const wanted = new Set<State | null>(STATES.filter((state) => state.startsWith(word)));
  return new Set(
    rows.flatMap(({ children }, at) =>
      children === undefined && columns.some(({ letters }) => wanted.has(stateOfLetter(letters[at] ?? "-")))
        ? [at]
        : [],
    ),
  );
}

/** A group's name means what is in it. @param isWhole of `+name` the name itself is meant, if there is one */
function rowsNamed(name: string, rows: readonly GridRow[], isWhole: boolean): Rows {
  const pattern = new RegExp(`^${name.split("*").map(RegExp.escape).join(".*")}$`);
  const namesOf = ({ id, label = id }: GridRow): readonly string[] => [folded(id), folded(label)];
  const exact = withInside(rows, (row) => namesOf(row).some((own) => pattern.test(own)));
  if (name.includes("*") || (isWhole && exact.size > 0)) return exact;
  return withInside(rows, (row) => namesOf(row).some((own) => own.includes(name)));
}

function withInside(rows: readonly GridRow[], holds: (row: GridRow) => boolean): Rows {
  const meant: (boolean | undefined)[] = [];
  for (const [at, row] of rows.entries()) meant[at] = holds(row) || (row.parent >= 0 && meant[row.parent]);
  return new Set(rows.flatMap(({ children }, at) => (children === undefined && meant[at] ? [at] : [])));
}

/** What is at most so many steps away, along the edges of one direction. */
export function reached(from: Rows, edges: readonly (readonly number[])[], steps: number): Rows {
  const all = new Set(from);
  let edge = [...from];
  for (let step = 0; step < steps && edge.length > 0; step++) {
    edge = [...new Set(edge.flatMap((row) => edges[row] ?? []))].filter((row) => !all.has(row));
    for (const row of edge) all.add(row);
  }
  return all;
}

const PROBLEMS: ReadonlySet<string> = new Set(["f", "u"]);

/** Tasks that have failed, or could not run for that, in some run that is shown. */
export function rowsWithProblems({ rows, columns }: Pick<Grid, "rows" | "columns">): Rows {
  return new Set(
    rows.flatMap(({ children }, at) =>
      children === undefined && columns.some(({ letters }) => PROBLEMS.has(letters[at] ?? "")) ? [at] : [],
    ),
  );
}

/** Those and the groups around them, in the order of the grid. */
export function withGroups(rows: readonly GridRow[], chosen: Rows): readonly number[] {
  const all = new Set(chosen);
  for (const row of chosen)
    for (let group = rows[row]?.parent ?? -1; group >= 0; group = rows[group]?.parent ?? -1) all.add(group);
  return [...all].toSorted((a, b) => a - b);
}
