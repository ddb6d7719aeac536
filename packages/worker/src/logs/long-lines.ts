/**
 * Lines that arrive in pieces, on their way into a log. A secret must not lie across a cut, so of each piece as much as the
 * longest secret is held back until the next one.
 */
import type { Masker } from "@momiji/core";

export class LongLines<Source extends string> {
  readonly #masker: Masker;
  readonly #held = new Map<Source, string>();

  constructor(masker: Masker) {
    this.#masker = masker;
  }

  /** What can be written now. `goesOn`: more of the same line follows. */
  add(source: Source, message: string, goesOn: boolean): readonly string[] {
    const held = this.#held.get(source);
    if (held === undefined && !goesOn) return [message];
    const text = (held ?? "") + message;
    this.#held.delete(source);
    if (!goesOn) return [text];
    const masked = this.#masker.mask(text);
    const cut = Math.max(0, masked.length - this.#masker.longest);
    this.#held.set(source, masked.slice(cut));
    return cut === 0 ? [] : [masked.slice(0, cut)];
  }

  /** What is held back still. */
  end(): readonly (readonly [Source, string])[] {
    const rest = [...this.#held];
    this.#held.clear();
    return rest;
  }
}
