/** Patterns as SQL's LIKE, whatever a user writes: never slower than the lengths of pattern and text multiplied. */
import { patternsOf, prefixesOf, type TextMatch } from "@momiji/store";

/** Whether a text is looked for, as in the lists of the store. */
export function isMatched(text: string, match: TextMatch | undefined): boolean {
  const [patterns, prefixes] = [patternsOf(match), prefixesOf(match)];
  const isLike = patterns.length === 0 || patterns.some((pattern) => isLikePattern(text, `%${pattern}%`));
  return isLike && (prefixes.length === 0 || prefixes.some((prefix) => text.startsWith(prefix)));
}

/** Whether the whole text is like the pattern: `%` is anything, `_` one character, letters of any case. */
export function isLikePattern(text: string, pattern: string): boolean {
  const [letters, wanted] = [Array.from(text.toLowerCase()), Array.from(pattern.toLowerCase())];
  let at = 0;
  let next = 0;
  // Where to go on if what follows the last `%` does not fit here: it may take one more character.
  let afterAny = -1;
  let anyUntil = 0;
  while (at < letters.length) {
    const one = wanted[next];
    if (one === "%") {
      afterAny = ++next;
      anyUntil = at;
    } else if (one !== undefined && (one === "_" || one === letters[at])) {
      at++;
      next++;
    } else if (afterAny >= 0) {
      next = afterAny;
      at = ++anyUntil;
    } else return false;
  }
  return wanted.slice(next).every((one) => one === "%");
}
