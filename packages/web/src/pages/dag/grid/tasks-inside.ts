/** What a group of a grid has inside, which its own letter does not say. */
import { stateOfLetter } from "../../../states/state.ts";
import type { GridRow } from "./grid.ts";

/**
 * How many tasks of a group are in which state in one run, as mapped tasks have it of their instances.
 * @param letters of the run, one a row
 * @returns undefined: the run has none of them
 */
export function tasksInside(
  rows: readonly GridRow[],
  letters: string,
  group: number,
): { readonly [state: string]: number } | undefined {
  const depth = rows[group]?.depth ?? 0;
  const counts: { [state: string]: number } = {};
  for (let at = group + 1; at < rows.length && (rows[at]?.depth ?? 0) > depth; at++) {
    const state = rows[at]?.children === undefined ? stateOfLetter(letters[at] ?? "-") : null;
    if (state !== null) counts[state] = (counts[state] ?? 0) + 1;
  }
  return Object.keys(counts).length === 0 ? undefined : counts;
}
