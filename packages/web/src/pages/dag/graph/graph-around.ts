/** Assets and DAGs around the tasks, as nodes of their own. */
import type { Structure } from "./graph-query.ts";

/** With what stands around the tasks as rows of their own. */
export function withAround(structure: Structure): Structure {
  const { rows, edges, around } = structure;
  const added = around.map((each) => ({
    id: `${each.kind}:${each.name}`,
    label: each.name,
    kind: "task" as const,
    depth: 0,
    parent: -1,
    operator: each.kind,
    around: each,
  }));
  const more = around.flatMap(({ before, after }, at): Structure["edges"] => [
    ...before.map((row): Structure["edges"][number] => [rows.length + at, row, null]),
    ...after.map((row): Structure["edges"][number] => [row, rows.length + at, null]),
  ]);
  return { ...structure, rows: [...rows, ...added], edges: [...edges, ...more] };
}
