/**
 * Finds many texts in one pass: Wu and Manber's search, which looks at the end of a window as wide as the shortest text
 * and mostly moves on by nearly that width. A regular expression of as many alternatives is ten to thirty times slower.
 */

/** Windows are judged by so many characters at their end. */
const BLOCK = 3;
const TABLE = 1 << 17;
const MASK_OF_TABLE = TABLE - 1;

/** The shortest text that can be searched for. */
export const SHORTEST = 4;

export class SecretSearch {
  /** Length of the shortest text: the width of a window. */
  #width = 0;
  /** How far a window that ends so can move on; 0: a text may begin in it. */
  #shifts = new Uint8Array(TABLE);
  /** Texts by the end of their first window, longer ones first. */
  #texts = new Map<number, string[]>();
  readonly #all = new Set<string>();

  get size(): number {
    return this.#all.size;
  }

  /** Adds texts of at least `SHORTEST` characters. */
  add(texts: readonly string[]): void {
    const fresh = texts.filter((text) => !this.#all.has(text) && this.#all.add(text));
    if (fresh.length === 0) return;
    const shortest = fresh.reduce((least, { length }) => Math.min(least, length), MAX_WIDTH);
    if (this.#width === 0 || shortest < this.#width) this.#rebuild(shortest);
    else for (const text of fresh) this.#enter(text);
  }

  /** The text with every occurrence replaced: the leftmost first, of several that begin there the longest. */
  replace(text: string, replacement: string): string {
    if (this.#width === 0) return text;
    let out = "";
    let kept = 0;
    for (let end = this.#next(text, this.#width - 1); end < text.length;) {
      const start = end - this.#width + 1;
      const found = this.#textAt(text, start, end);
      if (found === undefined) {
        end = this.#next(text, end + 1);
        continue;
      }
      out += text.slice(kept, start) + replacement;
      kept = start + found.length;
      end = this.#next(text, kept + this.#width - 1);
    }
    return kept === 0 && out === "" ? text : out + text.slice(kept);
  }

  /** The first window end from here on at which a text may begin; the text's length or more: there is none. */
  #next(text: string, from: number): number {
    const shifts = this.#shifts;
    let end = from;
    while (end < text.length) {
      const shift = shifts[blockAt(text, end)] as number;
      if (shift === 0) return end;
      end += shift;
    }
    return end;
  }

  #textAt(text: string, start: number, end: number): string | undefined {
    return this.#texts.get(blockAt(text, end))?.find((candidate) => text.startsWith(candidate, start));
  }

  #rebuild(width: number): void {
    this.#width = width;
    this.#shifts = new Uint8Array(TABLE).fill(width - BLOCK + 1);
    this.#texts = new Map();
    for (const text of this.#all) this.#enter(text);
  }

  #enter(text: string): void {
    const last = this.#width - 1;
    for (let end = BLOCK - 1; end <= last; end++) {
      const block = blockAt(text, end);
      this.#shifts[block] = Math.min(this.#shifts[block] as number, last - end);
    }
    const block = blockAt(text, last);
    const same = this.#texts.get(block);
    if (same === undefined) this.#texts.set(block, [text]);
    else {
      same.push(text);
      same.sort((a, b) => b.length - a.length);
    }
  }
}

/** A shift fits into a byte. */
const MAX_WIDTH = 250;

function blockAt(text: string, end: number): number {
  return ((text.charCodeAt(end - 2) << 10) ^ (text.charCodeAt(end - 1) << 5) ^ text.charCodeAt(end)) & MASK_OF_TABLE;
}
