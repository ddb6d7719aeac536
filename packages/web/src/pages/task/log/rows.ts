/** What a reader sees of a log, row by row: all of it, all but folded groups, or the lines that a filter lets through. */

export interface Rows {
  readonly count: number;
  /** Number of the line, from 1. @param row from 0 */
  numberAt(row: number): number;
  /** The row of a line, or of the one that stands for it; between 0 and the last. */
  rowOf(number: number): number;
}

/** Lines `from` to `to` are not shown. */
export interface Hidden {
  readonly from: number;
  readonly to: number;
}

/** @param hidden in their order, none within another */
export function allRows(lines: number, hidden: readonly Hidden[] = []): Rows {
  const gaps = gapsOf(hidden, lines);
  const count = lines - (gaps.at(-1)?.before ?? 0) - (gaps.at(-1)?.length ?? 0);
  return {
    count,
    numberAt: (row) => {
      const gap = gaps.findLast(({ row: at }) => at <= row);
      return row + 1 + (gap === undefined ? 0 : gap.before + gap.length);
    },
    rowOf: (number) => {
      const gap = gaps.findLast(({ from }) => from <= number);
      if (gap === undefined) return bounded(number - 1, count);
      const isInside = number < gap.from + gap.length;
      return bounded(isInside ? gap.row - 1 : number - 1 - gap.before - gap.length, count);
    },
  };
}

interface Gap {
  readonly from: number;
  readonly length: number;
  /** Lines that are hidden before it. */
  readonly before: number;
  /** The first row after it. */
  readonly row: number;
}

function gapsOf(hidden: readonly Hidden[], lines: number): readonly Gap[] {
  let before = 0;
  return hidden.map(({ from, to }) => {
    const length = Math.max(0, Math.min(to, lines) - from + 1);
    const gap = { from, length, before, row: from - 1 - before };
    before += length;
    return gap;
  });
}

/** @param numbers ascending */
export function chosenRows(numbers: readonly number[]): Rows {
  return {
    count: numbers.length,
    numberAt: (row) => numbers[row] ?? 0,
    rowOf: (number) => bounded(placeOf(numbers, number), numbers.length),
  };
}

/** Where a number stands, or would stand, among ascending ones. */
export function placeOf(numbers: readonly number[], number: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bounded(row: number, count: number): number {
  return Math.max(0, Math.min(row, count - 1));
}
