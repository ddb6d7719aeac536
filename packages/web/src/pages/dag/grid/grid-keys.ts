/** Where a key leads in a grid. */

export interface Place {
  readonly row: number;
  /** -1: the name of the row. */
  readonly column: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
  letterAt(place: Place): string;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

const PAGE = 10;

/** @returns null: the key is not one of ours */
export function moved({ row, column }: Place, { key, ctrlKey }: Key, size: Size): Place | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case "ArrowUp":
      return { row: Math.max(0, row - 1), column };
    case "ArrowDown":
      return { row: Math.min(last.row, row + 1), column };
    case "ArrowLeft":
      return { row, column: Math.max(-1, column - 1) };
    case "ArrowRight":
      return { row, column: Math.min(last.column, column + 1) };
    case "Home":
      return { row: ctrlKey ? 0 : row, column: 0 };
    case "End":
      return { row: ctrlKey ? last.row : row, column: last.column };
    case "PageUp":
      return { row: Math.max(0, row - PAGE), column };
    case "PageDown":
      return { row: Math.min(last.row, row + PAGE), column };
    case "n":
      return nextFailed({ row, column }, size, 1);
    case "N":
      return nextFailed({ row, column }, size, -1);
    default:
      return null;
  }
}

/** Down the column, then the newer ones; from the last to the first again. */
function nextFailed(from: Place, { rows, columns, letterAt }: Size, step: 1 | -1): Place {
  const count = rows * columns;
  const start = Math.max(0, from.column) * rows + from.row;
  for (let steps = 1; steps <= count; steps++) {
    const at = (start + step * steps + count * 2) % count;
    const place = { row: at % rows, column: Math.floor(at / rows) };
    if (letterAt(place) === "f") return place;
  }
  return from;
}

/** Cells between two corners, both included. */
export interface Range {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

export function rangeOf(one: Place, other: Place): Range {
  const pair = (a: number, b: number): readonly [number, number] => [Math.min(a, b), Math.max(a, b)];
  return { rows: pair(one.row, other.row), columns: pair(Math.max(0, one.column), Math.max(0, other.column)) };
}

/** Keys that make a range larger when Shift is held. */
export const EXTENDING: ReadonlySet<string> = new Set([
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Home",
  "End",
  "PageUp",
  "PageDown",
]);
