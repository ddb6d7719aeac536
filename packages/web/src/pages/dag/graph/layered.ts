/**
 * A layered layout: layers by the longest way, order by the middle of the neighbours, and each group laid out by itself. Costs are
 * near the number of edges; why it is our own stands in docs/adr.
 */
import { GAP, type Layout, type LayoutInput, type LayoutNode, PADDING, type Placed } from "./layout.ts";

/** How often nodes are put in order by their neighbours, there and back. */
const SWEEPS = 4;

interface Box {
  readonly id: string;
  /** Along the layers, and across them. */
  readonly along: number;
  readonly across: number;
}

const NOWHERE = { along: 0, across: 0 };

interface Spot {
  readonly along: number;
  readonly across: number;
}

export function layered({ nodes, edges, direction }: LayoutInput): Layout {
  const inside = Map.groupBy(nodes, ({ parent }) => parent);
  const local = edgesByGroup(nodes, edges);
  const placed: Placed[] = [];
  const isRight = direction === "right";
  const measure = (group: string | null): { readonly width: number; readonly height: number } => {
    const own = inside.get(group) ?? [];
    const sizes = own.map(({ id, width, height }) => (inside.has(id) ? measure(id) : { width, height }));
    const boxes = own.map(({ id }, at): Box => {
      const { width = 0, height = 0 } = sizes[at] ?? {};
      return { id, along: isRight ? width : height, across: isRight ? height : width };
    });
    const spots = placeBoxes(boxes, local.get(group) ?? []);
    const [left, top] = group === null ? [0, 0] : [PADDING.side, PADDING.top];
    let [right, bottom] = [0, 0];
    for (const [at, { id }] of boxes.entries()) {
      const { along, across } = spots[at] ?? NOWHERE;
      const { width = 0, height = 0 } = sizes[at] ?? {};
      const [x, y] = isRight ? [left + along, top + across] : [left + across, top + along];
      placed.push({ id, x, y, width, height });
      right = Math.max(right, x + width);
      bottom = Math.max(bottom, y + height);
    }
    return group === null
      ? { width: right, height: bottom }
      : { width: right + PADDING.side, height: bottom + PADDING.side };
  };
  return { ...measure(null), nodes: placed };
}

/** Each edge belongs to the innermost group around both its ends, between what is directly in it. */
function edgesByGroup(nodes: readonly LayoutNode[], edges: LayoutInput["edges"]) {
  const parentOf = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const chainOf = (id: string): readonly string[] => {
    const chain = [id];
    for (let up = parentOf.get(id) ?? null; up !== null; up = parentOf.get(up) ?? null) chain.push(up);
    return chain.reverse();
  };
  const local = new Map<string | null, (readonly [string, string])[]>();
  for (const [from, to] of edges) {
    const [a, b] = [chainOf(from), chainOf(to)];
    let depth = 0;
    while (depth < a.length && a[depth] === b[depth]) depth++;
    const [source, target] = [a[depth], b[depth]];
    if (source === undefined || target === undefined) continue;
    const group = a[depth - 1] ?? null;
    const own = local.get(group);
    if (own === undefined) local.set(group, [[source, target]]);
    else own.push([source, target]);
  }
  return local;
}

function placeBoxes(boxes: readonly Box[], edges: readonly (readonly [string, string])[]): readonly Spot[] {
  const indexOf = new Map(boxes.map(({ id }, at) => [id, at]));
  const before: number[][] = boxes.map(() => []);
  const after: number[][] = boxes.map(() => []);
  for (const [from, to] of edges) {
    const [a, b] = [indexOf.get(from), indexOf.get(to)];
    if (a === undefined || b === undefined) continue;
    after[a]?.push(b);
    before[b]?.push(a);
  }
  const layers = ordered(layersOf(before, after), before, after);
  const across = acrossOf(layers, boxes, { before, after });
  const along: number[] = [];
  let start = 0;
  for (const layer of layers) {
    for (const at of layer) along[at] = start;
    start += Math.max(...layer.map((at) => boxes[at]?.along ?? 0)) + GAP.layer;
  }
  return boxes.map((_, at) => ({ along: along[at] ?? 0, across: across[at] ?? 0 }));
}

type Lists = readonly (readonly number[])[];

/** By the longest way that leads there. A circle, which no DAG has, would stay in the first layer. */
function layersOf(before: Lists, after: Lists): number[][] {
  const waiting = before.map(({ length }) => length);
  const layerOf = before.map(() => 0);
  const ready = waiting.flatMap((count, at) => (count === 0 ? [at] : []));
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    for (const at of after[next] ?? []) {
      layerOf[at] = Math.max(layerOf[at] ?? 0, (layerOf[next] ?? 0) + 1);
      waiting[at] = (waiting[at] ?? 0) - 1;
      if (waiting[at] === 0) ready.push(at);
    }
  }
  const layers: number[][] = [];
  for (const [at, layer] of layerOf.entries()) (layers[layer] ??= []).push(at);
  return layers.filter((layer) => layer !== undefined);
}

/** Each layer by the middle of its neighbours, so that few edges cross. */
function ordered(layers: number[][], before: Lists, after: Lists): number[][] {
  const rank: number[] = [];
  const number = (layer: readonly number[]): void =>
    layer.forEach((at, index) => (rank[at] = (index + 0.5) / layer.length));
  for (const layer of layers) number(layer);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0;
    for (const layer of isDown ? layers : layers.toReversed()) {
      const middle = new Map(
        layer.map((at) => [
          at,
          mean(
            ((isDown ? before : after)[at] ?? []).map((other) => rank[other] ?? 0),
            rank[at] ?? 0,
          ),
        ]),
      );
      layer.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
      number(layer);
    }
  }
  return layers;
}

function mean(values: readonly number[], otherwise: number): number {
  return values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Beside their neighbours as far as there is room. */
function acrossOf(
  layers: readonly (readonly number[])[],
  boxes: readonly Box[],
  { before, after }: { readonly before: Lists; readonly after: Lists },
): readonly number[] {
  const centre: number[] = [];
  const sizeOf = (at: number): number => boxes[at]?.across ?? 0;
  for (const layer of layers) stack(layer, { centre, sizeOf, wanted: (at) => centre[at] ?? 0 });
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const sides = sweep % 2 === 0 ? before : after;
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = (at: number): number =>
        mean(
          (sides[at] ?? []).map((other) => centre[other] ?? 0),
          centre[at] ?? 0,
        );
      stack(layer, { centre, sizeOf, wanted });
    }
  }
  const top = boxes.reduce((least, _, at) => Math.min(least, (centre[at] ?? 0) - sizeOf(at) / 2), Infinity);
  return boxes.map((_, at) => (centre[at] ?? 0) - sizeOf(at) / 2 - top);
}

interface Stack {
  readonly centre: number[];
  sizeOf(at: number): number;
  wanted(at: number): number;
}

/** In order and apart, as near as possible to where each would be: what was pushed down is pulled back together. */
function stack(layer: readonly number[], { centre, sizeOf, wanted }: Stack): void {
  let end = -Infinity;
  let excess = 0;
  const places = layer.map((at) => {
    const half = sizeOf(at) / 2;
    const place = Math.max(wanted(at), end + half);
    end = place + half + GAP.node;
    excess += place - wanted(at);
    return place;
  });
  const back = excess / Math.max(1, layer.length);
  for (const [index, at] of layer.entries()) centre[at] = (places[index] ?? 0) - back;
}
