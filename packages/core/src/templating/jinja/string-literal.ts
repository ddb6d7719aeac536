/** The escapes of string literals: Python's `unicode-escape`. */
import { TemplateError } from "../errors.ts";

const ESCAPE = /\\(\n|[0-7]{1,3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\}|[\s\S])/g;

const SIMPLE: { readonly [letter: string]: string } = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** The text that a literal (without its quotes) stands for. */
export function unescapeString(literal: string, line: number): string {
  if (!literal.includes("\\")) return literal;
  return literal.replace(ESCAPE, (whole, escape: string) => {
    const simple = Object.hasOwn(SIMPLE, escape) ? SIMPLE[escape] : undefined;
    if (simple !== undefined) return simple;
    if (/^[0-7]/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8));
    if (/^[xuU].+/.test(escape)) return codePoint(Number.parseInt(escape.slice(1), 16), line);
    if (/^[xuUN]/.test(escape))
      throw new TemplateError("TemplateSyntaxError", `truncated or unknown \\${escape} escape`, line);
    return whole;
  });
}

function codePoint(code: number, line: number): string {
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  throw new TemplateError("TemplateSyntaxError", "illegal Unicode character", line);
}
