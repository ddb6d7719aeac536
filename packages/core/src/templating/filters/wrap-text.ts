/** Python's `textwrap.wrap` of one line: no tabs expanded, white space at line ends dropped. */
import { raise } from "../errors.ts";
import { textLength, textSlice } from "../python/text.ts";

export interface WrapOptions {
  readonly width: number;
  readonly breakLongWords: boolean;
  readonly breakOnHyphens: boolean;
}

const SPACE = "[\\t\\n\\v\\f\\r ]";
const NO_SPACE = "[^\\t\\n\\v\\f\\r ]";
const WORD = "[\\p{L}\\p{N}_]";
const WORD_END = "[\\p{L}\\p{N}_!\"'&.,?]";
const LETTER = "[\\p{L}_]";
const HYPHENATED = new RegExp(
  `(${SPACE}+|(?<=${WORD_END})-{2,}(?=${WORD})|${NO_SPACE}+?(?:-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})|(?=${SPACE}|$)|(?<=${WORD_END})(?=-{2,}${WORD})))`,
  "u",
);
const SIMPLE = new RegExp(`(${SPACE}+)`);

/** The lines of a paragraph, at most `width` characters each. */
export function wrapText(text: string, options: WrapOptions): string[] {
  if (options.width <= 0) raise("ValueError", `invalid width ${options.width} (must be > 0)`);
  const chunks = text
    .split(options.breakOnHyphens ? HYPHENATED : SIMPLE)
    .filter((chunk) => chunk !== undefined && chunk !== "");
  chunks.reverse();
  const lines: string[] = [];
  while (chunks.length > 0) {
    const line = nextLine(chunks, options, lines.length > 0);
    if (line !== "") lines.push(line);
  }
  return lines;
}

/** Takes from the end of `chunks` what fits on a line. */
function nextLine(chunks: string[], options: WrapOptions, notFirst: boolean): string {
  const line: string[] = [];
  let room = options.width;
  if (notFirst && (chunks.at(-1) as string).trim() === "") chunks.pop();
  while (chunks.length > 0 && textLength(chunks.at(-1) as string) <= room) {
    const chunk = chunks.pop() as string;
    line.push(chunk);
    room -= textLength(chunk);
  }
  if (chunks.length > 0 && textLength(chunks.at(-1) as string) > options.width)
    breakWord(chunks, { line, room }, options);
  if (line.at(-1)?.trim() === "") line.pop();
  return line.join("");
}

/** A word longer than a line: as much of it as fits, or alone on its line. */
function breakWord(
  chunks: string[],
  place: { readonly line: string[]; readonly room: number },
  options: WrapOptions,
): void {
  const { line, room } = place;
  if (!options.breakLongWords) {
    if (line.length === 0) line.push(chunks.pop() as string);
    return;
  }
  const chunk = chunks.pop() as string;
  let end = room;
  if (options.breakOnHyphens && textLength(chunk) > room) {
    const hyphen = textSlice(chunk, 0, room).lastIndexOf("-");
    if (hyphen > 0 && /[^-]/.test(chunk.slice(0, hyphen))) end = hyphen + 1;
  }
  line.push(textSlice(chunk, 0, end));
  const rest = textSlice(chunk, end, textLength(chunk));
  if (rest !== "") chunks.push(rest);
}
