/** A row of the list of a DAG's tasks, and its orders. */
import type { components } from "@momiji/client";
import type { GridRow } from "../grid/grid.ts";
import type { TaskNumbers } from "./task-history.ts";

export interface TaskRow {
  readonly row: GridRow;
  /** Undefined: a group, or a task that the newest version does not have. */
  readonly task: components["schemas"]["TaskResponse"] | undefined;
  readonly numbers: TaskNumbers;
}

const VALUES: { readonly [name: string]: (row: TaskRow) => number } = {
  rate: ({ numbers }) => numbers.rate ?? Infinity,
  median: ({ numbers }) => numbers.medianMillis ?? -1,
  p95: ({ numbers }) => numbers.p95Millis ?? -1,
  failures: ({ numbers }) => numbers.failures,
};

/** @param sort undefined: as they run */
export function inOrder(rows: readonly TaskRow[], sort: string | undefined): readonly TaskRow[] {
  const name = sort?.replace(/^-/, "") ?? "";
  const sign = sort?.startsWith("-") ? -1 : 1;
  if (name === "task") return rows.toSorted((a, b) => sign * (a.row.id < b.row.id ? -1 : 1));
  const value = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  return value === undefined ? rows : rows.toSorted((a, b) => sign * (value(a) - value(b)));
}
