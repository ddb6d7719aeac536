/** A command given as text, split into words. */

/**
 * As a POSIX shell splits it (quotes, backslashes), without running anything. A text that is a list in JSON is that list, as in
 * Airflow. Throws for a quote that is not closed.
 */
export function wordsOf(command: string | readonly string[]): readonly string[] {
  if (typeof command !== "string") return command.map(String);
  return jsonList(command) ?? split(command);
}

function jsonList(text: string): readonly string[] | null {
  if (!text.trimStart().startsWith("[")) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : null;
  } catch {
    return null;
  }
}

/** What is quoted singly, doubly (with escapes), escaped, or plain; then whether a space ends the word. */
const PART = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)|(\s+)/gy;

function split(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const at = PART.lastIndex;
    const match = PART.exec(text);
    if (match === null) throw new Error(`a quote is not closed: ${text.slice(at)}`);
    const [, single, double, escaped, plain, space] = match;
    if (space === undefined) word = (word ?? "") + (single ?? unescaped(double) ?? escaped ?? plain ?? "");
    else if (word !== null) {
      words.push(word);
      word = null;
    }
  }
  return word === null ? words : [...words, word];
}

/** Within double quotes a backslash means something before these only. */
function unescaped(text: string | undefined): string | undefined {
  return text?.replace(/\\(["\\$`])/g, "$1");
}
