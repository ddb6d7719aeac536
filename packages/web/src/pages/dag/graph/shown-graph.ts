/** What of a DAG's tasks and edges a graph shows: closed groups stand for what is in them, and edges lead to whatever is shown. */
import { ALL_GROUPS } from "../grid/closed-groups.ts";
import { neighboursOf, reached } from "../grid/select-rows.ts";
import type { Structure } from "./graph-query.ts";
import type { Facts } from "./node-facts.ts";

/** Of rows of the structure; `null` of a version that is compared: it is in both. */
export type Difference = "added" | "removed" | "changed";

export interface ShownNode {
  readonly id: string;
  readonly row: Structure["rows"][number];
  /** The opened group around it; null: none. */
  readonly parent: string | null;
  /** Of groups: whether what is in them is shown. */
  readonly isOpen: boolean;
}

export interface ShownEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
}

export interface ShownGraph {
  /** A group before what is in it. */
  readonly nodes: readonly ShownNode[];
  readonly edges: readonly ShownEdge[];
}

export interface Focus {
  readonly root: string;
  readonly dir: "up" | "down" | "both";
  /** Steps along the edges. */
  readonly depth: number;
}

interface How {
  readonly open: ReadonlySet<string>;
  readonly focus: Focus | null;
}

export function shownGraph({ rows, edges }: Pick<Structure, "rows" | "edges">, { open, focus }: How): ShownGraph {
  const focused = focus === null ? null : focusedRows({ rows, edges }, focus);
  const isShown = rows.map((_, at) => {
    if (focused !== null && !focused.has(at)) return false;
    return ancestorsOf(rows, at).every((group) => open.has(rows[group]?.id ?? ""));
  });
  const nodes = rows.flatMap((row, at): readonly ShownNode[] => {
    if (!isShown[at]) return [];
    const isOpen = row.children !== undefined && open.has(row.id);
    return [{ id: row.id, row, parent: rows[row.parent]?.id ?? null, isOpen }];
  });
  return { nodes, edges: shownEdges({ rows, edges }, (at) => standsFor(rows, isShown, at)) };
}

/** The groups around a row, the innermost first. */
function ancestorsOf(rows: Structure["rows"], at: number): readonly number[] {
  const all: number[] = [];
  for (let group = rows[at]?.parent ?? -1; group >= 0; group = rows[group]?.parent ?? -1) all.push(group);
  return all;
}

/** Itself, or the closed group that it is in; null: neither is shown. */
function standsFor(rows: Structure["rows"], isShown: readonly boolean[], at: number): number | null {
  return [at, ...ancestorsOf(rows, at)].find((row) => isShown[row]) ?? null;
}

function shownEdges(
  { rows, edges }: Pick<Structure, "rows" | "edges">,
  shownAs: (row: number) => number | null,
): readonly ShownEdge[] {
  const found = new Map<string, ShownEdge>();
  for (const [from, to, label] of edges) {
    const [a, b] = [shownAs(from), shownAs(to)];
    if (a === null || b === null || a === b) continue;
    const [source, target] = [rows[a]?.id ?? "", rows[b]?.id ?? ""];
    const id = `${source}\n${target}`;
    if (found.get(id)?.label == null) found.set(id, { id, from: source, to: target, label });
  }
  return [...found.values()];
}

/** The root, what is so many steps before or after it, and the groups around all of them. */
function focusedRows(
  { rows, edges }: Pick<Structure, "rows" | "edges">,
  { root, dir, depth }: Focus,
): ReadonlySet<number> | null {
  const at = rows.findIndex(({ id }) => id === root);
  if (at < 0) return null;
  const { before, after } = neighboursOf(rows.length, edges);
  const roots = new Set(
    rows.flatMap((row, number) =>
      number === at || (row.children === undefined && ancestorsOf(rows, number).includes(at)) ? [number] : [],
    ),
  );
  const up = dir === "down" ? roots : reached(roots, before, depth);
  const down = dir === "up" ? roots : reached(roots, after, depth);
  const all = up.union(down);
  return new Set([...all].flatMap((row) => [row, ...ancestorsOf(rows, row)]));
}

/** Larger graphs open with their groups closed. */
const OPEN_NODES = 300;

/** @param chosen from the address; undefined: as the graph opens by itself */
export function openGroups(rows: Structure["rows"], chosen: readonly string[] | undefined): ReadonlySet<string> {
  if (chosen !== undefined && !chosen.includes(ALL_GROUPS)) return new Set(chosen);
  const isClosed = chosen === undefined && rows.length > OPEN_NODES;
  return new Set(isClosed ? [] : rows.flatMap(({ id, children }) => (children === undefined ? [] : [id])));
}

/** Tasks that ended otherwise in the run that is compared have changed too, if there is nothing else to say of them. */
export function withStates(
  differences: ReadonlyMap<string, Difference>,
  facts: Facts,
): ReadonlyMap<string, Difference> {
  const others = [...facts].filter(([, { beside }]) => beside !== null);
  return new Map([...others.map(([id]): readonly [string, Difference] => [id, "changed"]), ...differences]);
}

/** Both versions in one, and how each task and edge differs. */
export function comparedGraph(now: Structure, then: Structure, changed: ReadonlySet<string>) {
  const known = new Map(now.rows.map(({ id }, at) => [id, at]));
  const removed = then.rows.filter(({ id }) => !known.has(id));
  const rows = [...now.rows];
  for (const row of removed) {
    const around = then.rows[row.parent]?.id;
    const parent = around === undefined ? -1 : (known.get(around) ?? -1);
    known.set(row.id, rows.length);
    rows.push({ ...row, parent });
  }
  const old = new Set(then.rows.map(({ id }) => id));
  const differences = new Map<string, Difference>();
  for (const { id } of now.rows) {
    if (!old.has(id)) differences.set(id, "added");
    else if (changed.has(id)) differences.set(id, "changed");
  }
  for (const { id } of removed) differences.set(id, "removed");
  const nameOf = ([from, to]: Structure["edges"][number], of: Structure): string =>
    `${of.rows[from]?.id}\n${of.rows[to]?.id}`;
  const nowEdges = new Set(now.edges.map((edge) => nameOf(edge, now)));
  const thenEdges = new Set(then.edges.map((edge) => nameOf(edge, then)));
  const gone = then.edges.filter((edge) => !nowEdges.has(nameOf(edge, then)));
  for (const edge of now.edges) if (!thenEdges.has(nameOf(edge, now))) differences.set(nameOf(edge, now), "added");
  for (const edge of gone) differences.set(nameOf(edge, then), "removed");
  const placed = gone.map(([from, to, label]): Structure["edges"][number] => [
    known.get(then.rows[from]?.id ?? "") ?? -1,
    known.get(then.rows[to]?.id ?? "") ?? -1,
    label,
  ]);
  return { rows, edges: [...now.edges, ...placed], differences };
}
