/** Python's `str` over JavaScript's: lengths and indexes count code points, not UTF-16 units. */

const SURROGATE = /[\ud800-\udfff]/;
const NOT_PRINTABLE = /[\p{C}\p{Z}]/u;

/** Whether UTF-16 units and code points are the same in this text. */
function isSimple(text: string): boolean {
  return !SURROGATE.test(text);
}

export function textLength(text: string): number {
  return isSimple(text) ? text.length : Array.from(text).length;
}

/** The characters (code points) of a text. */
export function characters(text: string): readonly string[] {
  return isSimple(text) ? text.split("") : Array.from(text);
}

/** `text[start:end]` for indexes within the text. */
export function textSlice(text: string, start: number, end: number): string {
  return isSimple(text) ? text.slice(start, end) : Array.from(text).slice(start, end).join("");
}

/** `repr` of a str: single quotes, unless only double quotes save escaping. */
export function quoteText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const char of text) out += escapeCharacter(char, quote);
  return out + quote;
}

function escapeCharacter(char: string, quote: string): string {
  if (char === quote || char === "\\") return `\\${char}`;
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  if (char === "\t") return "\\t";
  if (char === " " || !NOT_PRINTABLE.test(char)) return char;
  const code = char.codePointAt(0) as number;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

/** `str.isprintable`. */
export function isPrintable(text: string): boolean {
  return !NOT_PRINTABLE.test(text.replaceAll(" ", ""));
}

/** `repr` with everything outside ASCII escaped, as `%a` and `!a` want it. */
export function asciiOnly(text: string): string {
  let out = "";
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    if (code < 0x80) out += char;
    else if (code < 0x100) out += `\\x${code.toString(16)}`;
    else
      out += code < 0x10000 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
  }
  return out;
}

/** Python's white space (`str.isspace`), as the inside of a character class. */
export const SPACE_CLASS = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

/** Code point order, as Python compares strings. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  if (isSimple(left) && isSimple(right)) return left < right ? -1 : 1;
  const [a, b] = [Array.from(left), Array.from(right)];
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i] as string).codePointAt(0)! - (b[i] as string).codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
