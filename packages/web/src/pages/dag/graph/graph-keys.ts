/** Where a key leads in a graph: arrows follow edges, across them to the nodes beside. */
import type { ShownGraph } from "./shown-graph.ts";
import type { Layout } from "./layout.ts";

export interface Spot {
  readonly id: string;
  /** In the graph as a whole, of its centre. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Positions within groups become positions in the graph. */
export function spotsOf({ nodes }: ShownGraph, layout: Layout): ReadonlyMap<string, Spot> {
  const placed = new Map(layout.nodes.map((each) => [each.id, each]));
  const corners = new Map<string, readonly [number, number]>();
  const spots = new Map<string, Spot>();
  for (const { id, parent } of nodes) {
    const own = placed.get(id);
    if (own === undefined) continue;
    const [left, top] = corners.get(parent ?? "") ?? [0, 0];
    const corner = [left + own.x, top + own.y] as const;
    corners.set(id, corner);
    const { width, height } = own;
    spots.set(id, { id, x: corner[0] + width / 2, y: corner[1] + height / 2, width, height });
  }
  return spots;
}

type Step = "before" | "after" | "left" | "right";

const RIGHT: { readonly [key: string]: Step } = {
  ArrowLeft: "before",
  ArrowRight: "after",
  ArrowUp: "left",
  ArrowDown: "right",
};
const DOWN: { readonly [key: string]: Step } = {
  ArrowUp: "before",
  ArrowDown: "after",
  ArrowLeft: "left",
  ArrowRight: "right",
};

interface Place {
  readonly graph: ShownGraph;
  readonly spots: ReadonlyMap<string, Spot>;
  readonly direction: "right" | "down";
}

/** @returns the node that it leads to; null: the key is not one of ours, or leads nowhere */
export function steppedTo(from: string | null, key: string, { graph, spots, direction }: Place): string | null {
  const step = (direction === "right" ? RIGHT : DOWN)[key];
  if (step === undefined) return null;
  const here = spots.get(from ?? "");
  if (here === undefined) return graph.nodes.find(({ isOpen }) => !isOpen)?.id ?? null;
  const along = direction === "right" ? "x" : "y";
  const across = direction === "right" ? "y" : "x";
  const near = (ids: readonly string[]): string | null =>
    ids
      .flatMap((id) => spots.get(id) ?? [])
      .toSorted((a, b) => Math.abs(a[across] - here[across]) - Math.abs(b[across] - here[across]))[0]?.id ?? null;
  if (step === "after") return near(graph.edges.flatMap((edge) => (edge.from === here.id ? [edge.to] : [])));
  if (step === "before") return near(graph.edges.flatMap((edge) => (edge.to === here.id ? [edge.from] : [])));
  const sign = step === "right" ? 1 : -1;
  const extent = direction === "right" ? here.width : here.height;
  const beside = graph.nodes.flatMap(({ id, isOpen }) => {
    const spot = spots.get(id);
    const isBeside =
      spot !== undefined &&
      Math.abs(spot[along] - here[along]) < extent / 2 &&
      (spot[across] - here[across]) * sign > 0;
    return isBeside && !isOpen ? [id] : [];
  });
  return near(beside);
}
