/** A text cut where what is sought begins and ends. */

export interface Part {
  readonly text: string;
  readonly isSought: boolean;
}

/** Marks of a line; more say nothing more. */
const MOST = 200;

/** @param sought with the flag `g` */
export function partsOf(text: string, sought: RegExp | null): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: found, index } of sought === null ? [] : text.matchAll(sought)) {
    if (found === "") continue;
    if (index > end) parts.push({ text: text.slice(end, index), isSought: false });
    parts.push({ text: found, isSought: true });
    end = index + found.length;
    if (parts.length >= MOST) break;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), isSought: false });
  return parts;
}

/** Null: nothing is sought, or it is no pattern. */
export function soughtIn(text: string, isPattern: boolean): RegExp | null {
  if (text === "") return null;
  try {
    return new RegExp(isPattern ? text : RegExp.escape(text), "giu");
  } catch {
    return null;
  }
}
