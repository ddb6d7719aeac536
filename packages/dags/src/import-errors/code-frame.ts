/** A place in an author's file; line and column count from 1, columns in UTF-16 units as editors count them. */
export interface SourcePlace {
  /** Path as people know it. */
  readonly file: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const LINES_AROUND = 2;
/** Longer lines (minified code, data) are cut around the caret. */
const WIDTH = 120;

/** Five lines with the place in their middle and a caret under it, headed by where that is. */
export function codeFrame({ file, text, line, column }: SourcePlace): string {
  const lines = linesAround(text, line);
  const first = Math.max(1, line - LINES_AROUND);
  const digits = String(first + lines.length - 1).length;
  const offset = Math.max(0, column - 1 - WIDTH / 2);
  const shown = [`${file}:${line}:${column}`];
  for (const [index, content] of lines.entries()) {
    const number = first + index;
    const cut = content.slice(offset, offset + WIDTH).replaceAll("\t", " ");
    shown.push(`${number === line ? ">" : " "} ${String(number).padStart(digits)} | ${cut}`.trimEnd());
    if (number === line) shown.push(`  ${" ".repeat(digits)} | ${" ".repeat(column - 1 - offset)}^`);
  }
  return shown.join("\n");
}

/** The lines around number `line`, without splitting a file of megabytes. */
function linesAround(text: string, line: number): string[] {
  const first = Math.max(1, line - LINES_AROUND);
  const lines: string[] = [];
  let start = 0;
  for (let number = 1; number <= line + LINES_AROUND && start <= text.length; number += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if (number >= first) lines.push(text.slice(start, end).replace(/\r$/, ""));
    start = end + 1;
  }
  return lines;
}
