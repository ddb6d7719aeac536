/** What is made of what: assets and DAGs as a graph in columns, from the left to the right. */
import type { AssetRow } from "../assets.ts";

export interface LineageNode {
  /** `asset 1`, `dag etl` */
  readonly id: string;
  readonly kind: "asset" | "dag";
  readonly label: string;
  readonly assetId: number | null;
  readonly column: number;
  readonly row: number;
}

/** `reads`: a task takes it, and nothing begins by it. */
export interface LineageEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: "makes" | "starts" | "reads";
}

export interface Lineage {
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly LineageEdge[];
  readonly columns: number;
  readonly rows: number;
}

/** @param around only what leads to this asset and what comes of it; absent: everything */
export function lineageOf(assets: readonly AssetRow[], around?: number): Lineage {
  const all = edgesOf(assets);
  const wanted = around === undefined ? null : reach(all, `asset ${around}`);
  const edges = wanted === null ? all : all.filter(({ from, to }) => wanted.has(from) && wanted.has(to));
  const ids = new Set(edges.flatMap(({ from, to }) => [from, to]));
  if (around !== undefined) ids.add(`asset ${around}`);
  const columnOf = columnsOf(ids, edges);
  const names = new Map(assets.map(({ id, name }) => [`asset ${id}`, name]));
  const ordered = inRows(ids, edges, columnOf);
  return {
    nodes: ordered.map(({ id, column, row }) => nodeOf(id, { column, row, name: names.get(id) })),
    edges,
    columns: Math.max(0, ...ordered.map(({ column }) => column + 1)),
    rows: Math.max(0, ...ordered.map(({ row }) => row + 1)),
  };
}

function nodeOf(
  id: string,
  { column, row, name }: { readonly column: number; readonly row: number; readonly name: string | undefined },
): LineageNode {
  const label = id.slice(id.indexOf(" ") + 1);
  if (!id.startsWith("asset ")) return { id, kind: "dag", label, assetId: null, column, row };
  return { id, kind: "asset", label: name ?? label, assetId: Number(label), column, row };
}

function edgesOf(assets: readonly AssetRow[]): readonly LineageEdge[] {
  const edges = assets.flatMap((asset): readonly LineageEdge[] => {
    const own = `asset ${asset.id}`;
    const started = new Set(asset.scheduled_dags.map(({ dag_id: dagId }) => dagId));
    return [
      ...asset.producing_tasks.map(({ dag_id: dagId }) => ({ from: `dag ${dagId}`, to: own, kind: "makes" }) as const),
      ...[...started].map((dagId) => ({ from: own, to: `dag ${dagId}`, kind: "starts" }) as const),
      ...asset.consuming_tasks
        .filter(({ dag_id: dagId }) => !started.has(dagId))
        .map(({ dag_id: dagId }) => ({ from: own, to: `dag ${dagId}`, kind: "reads" }) as const),
    ];
  });
  // Several tasks of a DAG are one edge.
  return [...new Map(edges.map((edge) => [`${edge.from}\n${edge.to}`, edge])).values()];
}

/** Everything before, and everything after. */
function reach(edges: readonly LineageEdge[], start: string): ReadonlySet<string> {
  const after = Map.groupBy(edges, ({ from }) => from);
  const before = Map.groupBy(edges, ({ to }) => to);
  const walk = (next: (id: string) => readonly string[]): ReadonlySet<string> => {
    const seen = new Set([start]);
    for (const id of seen) for (const one of next(id)) seen.add(one);
    return seen;
  };
  return walk((id) => (after.get(id) ?? []).map(({ to }) => to)).union(
    walk((id) => (before.get(id) ?? []).map(({ from }) => from)),
  );
}

/** Each as far to the right as the longest way to it; a circle is cut where it is entered. */
function columnsOf(ids: ReadonlySet<string>, edges: readonly LineageEdge[]): ReadonlyMap<string, number> {
  const before = Map.groupBy(edges, ({ to }) => to);
  const columns = new Map<string, number>();
  const open = new Set<string>();
  const visit = (id: string): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    if (open.has(id)) return -1;
    open.add(id);
    const column = 1 + Math.max(-1, ...(before.get(id) ?? []).map(({ from }) => visit(from)));
    open.delete(id);
    columns.set(id, column);
    return column;
  };
  for (const id of ids) visit(id);
  return columns;
}

interface Placed {
  readonly id: string;
  readonly column: number;
  readonly row: number;
}

/** In each column near those that they come from. */
function inRows(
  ids: ReadonlySet<string>,
  edges: readonly LineageEdge[],
  columnOf: ReadonlyMap<string, number>,
): readonly Placed[] {
  const before = Map.groupBy(edges, ({ to }) => to);
  const rows = new Map<string, number>();
  const columns = Map.groupBy([...ids], (id) => columnOf.get(id) ?? 0);
  return [...columns.keys()]
    .toSorted((a, b) => a - b)
    .flatMap((column) => {
      const centre = (id: string): number => {
        const near = (before.get(id) ?? []).flatMap(({ from }) => rows.get(from) ?? []);
        return near.length === 0 ? 0 : near.reduce((sum, row) => sum + row, 0) / near.length;
      };
      const sorted = (columns.get(column) ?? []).toSorted((a, b) => centre(a) - centre(b) || a.localeCompare(b));
      let free = 0;
      return sorted.map((id) => {
        const row = Math.max(free, Math.round(centre(id)));
        free = row + 1;
        rows.set(id, row);
        return { id, column, row };
      });
    });
}
