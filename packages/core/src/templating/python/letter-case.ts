/** Upper and lower case, and the `is...` questions of `str`. */

const SPACE_ONLY = /^[\s\x1c-\x1f\x85]+$/u;

/** First character upper, the rest lower. */
export function capitalize(text: string): string {
  const [first = ""] = text;
  return titleChar(first) + text.slice(first.length).toLowerCase();
}

/** Characters that title case differs from upper case for (digraphs) keep their second letter small. */
function titleChar(char: string): string {
  const upper = char.toUpperCase();
  const [first = ""] = upper;
  return first + upper.slice(first.length).toLowerCase();
}

/** Every run of letters begins with upper case. */
export function titleCase(text: string): string {
  let inWord = false;
  let out = "";
  for (const char of text) {
    out += inWord ? char.toLowerCase() : titleChar(char);
    inWord = isCased(char);
  }
  return out;
}

export function swapCase(text: string): string {
  return Array.from(text, (char) => (isUpperChar(char) ? char.toLowerCase() : char.toUpperCase())).join("");
}

function isCased(char: string): boolean {
  return /\p{Cased}/u.test(char);
}

function isUpperChar(char: string): boolean {
  return /[\p{Lu}\p{Lt}]/u.test(char);
}

/** Answers of `str.isalpha` and its kin; every one is false for the empty text unless noted. */
export const TEXT_QUESTIONS: { readonly [name: string]: (text: string) => boolean } = {
  isalnum: (text) => /^[\p{L}\p{N}]+$/u.test(text),
  isalpha: (text) => /^\p{L}+$/u.test(text),
  /** True for the empty text. */
  isascii: (text) => !/[^\0-\x7f]/.test(text),
  isdecimal: (text) => /^\p{Nd}+$/u.test(text),
  isdigit: (text) => /^[\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u2468]+$/u.test(text),
  isidentifier: (text) => /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text),
  islower: (text) => /\p{Cased}/u.test(text) && !/[\p{Lu}\p{Lt}]/u.test(text),
  isnumeric: (text) => /^\p{N}+$/u.test(text),
  isspace: (text) => SPACE_ONLY.test(text),
  istitle: (text) => /\p{Cased}/u.test(text) && titleCase(text) === text,
  isupper: (text) => /\p{Cased}/u.test(text) && !/[\p{Ll}\p{Lt}]/u.test(text),
};
