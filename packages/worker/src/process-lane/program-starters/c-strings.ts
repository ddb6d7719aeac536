/** Lists of texts as C has them: NUL at the end of each, and an array of where they stand, ended by a null. */
import type { getRawPointer } from "node:ffi";

const MAX_BYTES = 1024 * 1024;
const MAX_STRINGS = 8 * 1024;

/** The longest that a character can become in UTF-8. */
const BYTES_OF_CHARACTER = 3;

/** One piece of memory for all lists, used again and again: nothing that C is given may be moved or collected meanwhile. */
export class CStrings {
  readonly #text = Buffer.allocUnsafeSlow(MAX_BYTES);
  readonly #pointers = new BigUint64Array(MAX_STRINGS);
  readonly #base: bigint;
  #used = 0;
  #count = 0;

  constructor(pointerOf: typeof getRawPointer) {
    this.#base = pointerOf(this.#text);
  }

  /** The memory of all lists given before is used again. */
  clear(): void {
    this.#used = 0;
    this.#count = 0;
  }

  /** The array of pointers; null: there is no room for it, or one holds a NUL character itself. */
  add(strings: readonly string[]): BigUint64Array | null {
    const from = this.#count;
    if (from + strings.length >= MAX_STRINGS) return null;
    for (const string of strings) if (!this.#addOne(string)) return null;
    this.#pointers[this.#count++] = 0n;
    return this.#pointers.subarray(from, this.#count);
  }

  #addOne(string: string): boolean {
    if (this.#used + string.length * BYTES_OF_CHARACTER >= MAX_BYTES || string.includes("\0")) return false;
    this.#pointers[this.#count++] = this.#base + BigInt(this.#used);
    this.#used += this.#text.write(string, this.#used);
    this.#text[this.#used++] = 0;
    return true;
  }
}
