/** Unix wildcards as Python's `fnmatch` has them: `*` and `?` match any character, a slash too; `[seq]` and `[!seq]`. */

const WILD = /[[*?]/;

/** What all keys that can match begin with. */
export function fixedStart(pattern: string): string {
  return pattern.slice(0, Math.max(0, pattern.search(WILD)) || (WILD.test(pattern) ? 0 : pattern.length));
}

export function wildcard(pattern: string): RegExp {
  let source = "";
  for (let at = 0; at < pattern.length;) {
    const char = pattern.charAt(at++);
    const end = char === "[" ? endOfSet(pattern, at) : -1;
    if (char === "*") source += ".*";
    else if (char === "?") source += ".";
    else if (end === -1) source += char.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
    else {
      source += setOf(pattern.slice(at, end));
      at = end + 1;
    }
  }
  return new RegExp(`^(?:${source})$`, "su");
}

/** -1: the bracket is one as any other character. A bracket directly after the opening one belongs to the set. */
function endOfSet(pattern: string, from: number): number {
  const first = pattern[from] === "!" ? from + 1 : from;
  return pattern.indexOf("]", pattern[first] === "]" ? first + 1 : first);
}

function setOf(inner: string): string {
  const isNot = inner.startsWith("!");
  const chars = (isNot ? inner.slice(1) : inner)
    .replaceAll(/[\\^[\]&~|]/g, String.raw`\$&`)
    .replaceAll(/^-|-$/g, String.raw`\-`);
  return `[${isNot ? "^" : ""}${chars}]`;
}
