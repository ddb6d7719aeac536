/** Lines of a log that may have a text, found before any of them is parsed: of a million lines few have it. */

/**
 * Finds every line whose message has the text, in whichever case, and perhaps others. Lines are JSON: what is escaped there has no
 * case, so that the escaped text is in the line if the text is in the message.
 */
export function sieveFor(text: string): RegExp {
  return new RegExp(RegExp.escape(JSON.stringify(text).slice(1, -1)), "giu");
}

export function* linesHaving(text: string, sieve: RegExp): Generator<string> {
  sieve.lastIndex = 0;
  for (let found = sieve.exec(text); found !== null; found = sieve.exec(text)) {
    const end = text.indexOf("\n", found.index);
    const line = text.slice(text.lastIndexOf("\n", found.index) + 1, end < 0 ? text.length : end);
    yield line;
    if (end < 0) return;
    sieve.lastIndex = end + 1;
  }
}
