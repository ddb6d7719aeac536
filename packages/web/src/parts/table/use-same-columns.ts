/** Columns that are made anew with each drawing, though nothing of them has changed. */
import { useState } from "react";
import type { Column } from "./column.ts";

/** @returns the ones before, as long as they are the same: rows need not be drawn again for them */
export function useSameColumns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const [kept, setKept] = useState(columns);
  if (kept === columns || areSame(kept, columns)) return kept;
  setKept(columns);
  return columns;
}

function areSame<Row>(some: readonly Column<Row>[], others: readonly Column<Row>[]): boolean {
  return some.length === others.length && some.every((column, at) => isSame(column, others[at] ?? column));
}

function isSame<Row>(column: Column<Row>, other: Column<Row>): boolean {
  const names = Object.keys({ ...column, ...other }) as (keyof Column<Row>)[];
  return names.every((name) => column[name] === other[name]);
}
