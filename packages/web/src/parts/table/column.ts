/** A column of a list: what it is called, how wide it is, what it shows, and what is left of it on a narrow page. */
import type { ReactNode } from "react";

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Stands above it instead of its title, for which there is no room. */
  readonly sign?: string;
  /** A track of a CSS grid: `8rem`, `minmax(10rem, 2fr)`. */
  readonly track: string;
  /** What the list's `order_by` calls it; absent: it cannot be sorted by. */
  readonly sort?: string;
  /** Pixels that the list must be wide for it; absent: any. A column that somebody chose is always there. */
  readonly from?: number;
  /** On a phone: the first line of the card, its right end, or a line with the column's name. Absent: not there. */
  readonly card?: "title" | "side" | "line";
  /** Only there when it is chosen. */
  readonly isExtra?: true;
  /** Cannot be hidden. */
  readonly isFixed?: true;
  readonly draw: (row: Row) => ReactNode;
  /** For files: without it the column is left out of them. */
  readonly text?: (row: Row) => string | number | null;
}

/** Narrower lists show a card a row. */
export const CARDS_BELOW = 640;

/**
 * @param chosen ids in their order, as somebody put them; undefined: nobody did, so the width of the list decides
 */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
  width: number,
): readonly Column<Row>[] {
  if (width < CARDS_BELOW) return columns.filter(({ card }) => card !== undefined);
  if (chosen === undefined) return columns.filter(({ isExtra, from = 0 }) => isExtra !== true && width >= from);
  const fixed = columns.filter(({ id, isFixed }) => isFixed === true && !chosen.includes(id));
  return [...fixed, ...chosen.flatMap((id) => columns.find((column) => column.id === id) ?? [])];
}

/** A click on a column's name: downwards first, since the newest and the most is what people look for; then upwards. */
export function nextSort(sort: string | undefined, by: string): string {
  return sort === `-${by}` ? by : `-${by}`;
}

export function ariaSort(sort: string | undefined, by: string | undefined): "ascending" | "descending" | undefined {
  if (by === undefined || sort?.replace(/^-/, "") !== by) return undefined;
  return sort.startsWith("-") ? "descending" : "ascending";
}
