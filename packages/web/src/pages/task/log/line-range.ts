/** The lines that a link leads to: `120`, or `120-131`. */

export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** @returns null: it names no lines */
export function readLineRange(text: string | undefined): LineRange | null {
  const found = /^(\d{1,12})(?:-(\d{1,12}))?$/.exec(text ?? "");
  if (found === null) return null;
  const [, first = "", last = first] = found;
  const [from, to] = [Number(first), Number(last)].toSorted((a, b) => a - b) as [number, number];
  return from < 1 ? null : { from, to };
}

export function writeLineRange({ from, to }: LineRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** A click on a number chooses its line; with shift all from the one that was chosen before. */
export function withLine(range: LineRange | null, number: number, isMore: boolean): LineRange {
  if (!isMore || range === null) return { from: number, to: number };
  return number < range.from ? { from: number, to: range.to } : { from: range.from, to: number };
}
