/** Names that somebody may have meant who wrote another one. */
import { fold } from "./fold.ts";

interface Named {
  readonly name: string;
}

const MOST = 5;

/** Those that a few letters tell apart, the nearest first. */
export function nearest<Item extends Named>(sought: string, items: readonly Item[]): readonly Item[] {
  const folded = fold(sought);
  return items
    .map((item) => ({ item, far: farness(folded, fold(item.name)) }))
    .filter(({ far }) => far <= Math.max(2, folded.length / 3))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ item }) => item);
}

/** Letters to change, put in or take out; a part of the other is nearly it. */
function farness(one: string, other: string): number {
  if (one !== "" && other.includes(one)) return 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1];
    for (let column = 1; column <= other.length; column++) {
      const change = (row[column - 1] ?? 0) + (other[column - 1] === letter ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
