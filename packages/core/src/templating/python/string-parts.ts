/** Cutting texts: split, partition, strip, lines. */
import { raise } from "../errors.ts";
import { characters, SPACE_CLASS } from "./text.ts";

const LEADING_SPACE = new RegExp(`^[${SPACE_CLASS}]+`);
const TRAILING_SPACE = new RegExp(`[${SPACE_CLASS}]+$`);
const SPACES = new RegExp(`[${SPACE_CLASS}]+`);
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

/** Without white space, or without the given characters, at one end or both. */
export function stripText(text: string, side: "left" | "right" | "both", chars: string | null): string {
  if (chars !== null) return stripCharacters(text, side, new Set(characters(chars)));
  let out = text;
  if (side !== "right") out = out.replace(LEADING_SPACE, "");
  if (side !== "left") out = out.replace(TRAILING_SPACE, "");
  return out;
}

function stripCharacters(text: string, side: "left" | "right" | "both", chars: ReadonlySet<string>): string {
  const all = characters(text);
  let [start, end] = [0, all.length];
  if (side !== "right") while (start < end && chars.has(all[start] as string)) start += 1;
  if (side !== "left") while (end > start && chars.has(all[end - 1] as string)) end -= 1;
  return all.slice(start, end).join("");
}

export interface SplitOptions {
  /** Cuts at most; negative: no limit. */
  readonly most: number;
  readonly fromEnd: boolean;
}

/** `str.split` and `str.rsplit`; null: runs of white space separate. */
export function splitText(text: string, by: string | null, options: SplitOptions): string[] {
  if (by === "") raise("ValueError", "empty separator");
  const most = options.most < 0 ? Number.POSITIVE_INFINITY : options.most;
  if (by === null) return options.fromEnd ? splitSpaceFromEnd(text, most) : splitSpace(text, most);
  const parts = text.split(by);
  if (parts.length - 1 <= most) return parts;
  if (options.fromEnd) return [parts.slice(0, parts.length - most).join(by), ...parts.slice(parts.length - most)];
  return [...parts.slice(0, most), parts.slice(most).join(by)];
}

function splitSpace(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = stripText(text, "left", null);
  while (rest !== "" && parts.length < most) {
    const end = rest.search(SPACES);
    parts.push(end < 0 ? rest : rest.slice(0, end));
    rest = end < 0 ? "" : stripText(rest.slice(end), "left", null);
  }
  return rest === "" ? parts : [...parts, rest];
}

function splitSpaceFromEnd(text: string, most: number): string[] {
  const mirror = (part: string) => characters(part).toReversed().join("");
  return splitSpace(mirror(text), most).map(mirror).reverse();
}

/** `[before, separator, after]`. */
export function partition(text: string, by: string, last: boolean): [string, string, string] {
  if (by === "") raise("ValueError", "empty separator");
  const at = last ? text.lastIndexOf(by) : text.indexOf(by);
  if (at < 0) return last ? ["", "", text] : [text, "", ""];
  return [text.slice(0, at), by, text.slice(at + by.length)];
}

/** `str.splitlines`. */
export function splitLines(text: string, keepEnds: boolean): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const match of text.matchAll(LINE_END)) {
    const end = match.index + match[0].length;
    lines.push(text.slice(start, keepEnds ? end : match.index));
    start = end;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}
