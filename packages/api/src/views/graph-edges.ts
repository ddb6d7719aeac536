/** The edges of a graph by the rows of its grid, with the words that their author wrote at them. */
import type { DagGraph } from "@momiji/core";
import type { GridRow } from "./grid-rows.ts";

export type RowEdge = readonly [from: number, to: number, label: string | null];

export function graphEdges({ tasks }: DagGraph, rows: readonly GridRow[]): readonly RowEdge[] {
  const rowOf = new Map(rows.map(({ id }, row) => [id, row]));
  return tasks.flatMap(({ taskId, upstream, spec: { edgeLabels = {} } }) =>
    upstream.map((index): RowEdge => {
      const from = tasks[index]?.taskId ?? "";
      return [rowOf.get(from) ?? -1, rowOf.get(taskId) ?? -1, edgeLabels[from] ?? null];
    }),
  );
}
