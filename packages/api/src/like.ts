/** Patterns as SQL's LIKE, whatever a user writes: never slower than the lengths of pattern and text multiplied. */

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
