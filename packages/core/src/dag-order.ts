/** Order and cycles of a directed graph whose nodes are numbers. */

export interface Edges {
  readonly upstream: readonly (readonly number[])[];
  readonly downstream: readonly (readonly number[])[];
}

/** Every node after all its upstreams. Shorter than the graph if there is a cycle: nodes in or behind it are missing. */
export function topologicalOrder({ upstream, downstream }: Edges): readonly number[] {
  const waiting = upstream.map((above) => above.length);
  const order: number[] = [];
  waiting.forEach((count, node) => {
    if (count === 0) order.push(node);
  });
  for (let done = 0; done < order.length; done++) {
    for (const node of downstream[order[done] as number] as readonly number[]) {
      const left = (waiting[node] as number) - 1;
      waiting[node] = left;
      if (left === 0) order.push(node);
    }
  }
  return order;
}

/**
 * A cycle of a graph that has one, along the edges, its first node again at the end.
 *
 * Going up from any node that the order leaves out never leaves the left-out nodes, so it meets one of them again.
 */
export function findCycle(edges: Edges): readonly number[] {
  const ordered = new Set(topologicalOrder(edges));
  const seenAt = new Map<number, number>();
  const path: number[] = [];
  let node = edges.upstream.findIndex((_, index) => !ordered.has(index));
  while (!seenAt.has(node)) {
    seenAt.set(node, path.length);
    path.push(node);
    node = (edges.upstream[node] as readonly number[]).find((up) => !ordered.has(up)) as number;
  }
  return fromLowest(path.slice(seenAt.get(node)).reverse());
}

/** The same cycle from its lowest node on, so that the same graph always gives the same path. */
function fromLowest(cycle: readonly number[]): readonly number[] {
  const lowest = cycle.reduce((a, b) => Math.min(a, b));
  const at = cycle.indexOf(lowest);
  return [...cycle.slice(at), ...cycle.slice(0, at), lowest];
}

/** Every node that can be reached from these along the edges, themselves left out unless they are reached too. */
export function reachable(from: readonly number[], next: (node: number) => readonly number[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [...from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const other of next(node)) {
      if (reached.has(other)) continue;
      reached.add(other);
      open.push(other);
    }
  }
  return reached;
}
