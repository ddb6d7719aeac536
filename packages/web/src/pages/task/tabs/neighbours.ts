/** What stands around a task, two levels up and down: tasks, assets, other DAGs. */
import type { Structure } from "../../dag/graph/graph-query.ts";

export type Neighbour = Structure["rows"][number];

/** From the farthest above to the farthest below, the task itself in the middle; empty: the version has no such task. */
export function neighboursOf(
  { rows, edges }: Pick<Structure, "rows" | "edges">,
  taskId: string,
): readonly (readonly Neighbour[])[] {
  const self = rows.findIndex(({ id }) => id === taskId);
  if (self < 0) return [];
  const [above, below] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (const [from, to] of edges) {
    above.set(to, [...(above.get(to) ?? []), from]);
    below.set(from, [...(below.get(from) ?? []), to]);
  }
  const [up, upper] = levels(above, self);
  const [down, lower] = levels(below, self);
  return [upper, up, [self], down, lower].map((level) => level.flatMap((at) => rows[at] ?? []));
}

/** Each row once, at its nearest. */
function levels(
  next: ReadonlyMap<number, readonly number[]>,
  self: number,
): readonly [readonly number[], readonly number[]] {
  const first = [...new Set(next.get(self) ?? [])];
  const second = new Set(first.flatMap((each) => next.get(each) ?? []));
  for (const near of [self, ...first]) second.delete(near);
  return [first, [...second]];
}
