/** A directed graph: each node with the nodes it points at. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * One cycle for every knot of the graph, as a path that ends where it began. A knot of several cycles is shown by one of
 * them: untie it and ask again.
 */
export function findCycles(graph: Graph): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  for (const start of [...graph.keys()].sort()) {
    const cycle = done.has(start) ? undefined : cycleThrough(graph, start, done);
    if (cycle === undefined) continue;
    cycles.push(cycle);
    for (const node of cycle) done.add(node);
  }
  return cycles;
}

/** Breadth first, so that the cycle shown is a shortest one. */
function cycleThrough(graph: Graph, start: string, done: ReadonlySet<string>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) return pathTo(node, cameFrom).concat(start);
      if (cameFrom.has(next) || done.has(next)) continue;
      cameFrom.set(next, node);
      open.push(next);
    }
  }
  return undefined;
}

function pathTo(end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  for (let node: string | undefined = end; node !== undefined; node = cameFrom.get(node)) path.unshift(node);
  return path;
}
