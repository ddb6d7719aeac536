/** Which of thousands of names somebody means who types a few letters: quickly, and the likeliest first. */

/** @param folded of the name, see `fold` @returns null: not this one; else the smaller the likelier */
function distance(folded: string, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const of = distanceOfWord(folded, word);
    if (of === null) return null;
    sum += of;
  }
  return sum;
}

const INSIDE = 20;
const SCATTERED = 40;

/** The whole, its beginning, the beginning of a part, somewhere inside, or its letters in order. */
function distanceOfWord(name: string, word: string): number | null {
  const at = name.indexOf(word);
  if (at === 0) return name.length === word.length ? 0 : 1 + Math.min(9, (name.length - word.length) / 10);
  if (at > 0)
    return isStart(name, at) || hasStart(name, word) ? 10 + Math.min(9, at / 10) : INSIDE + Math.min(9, at / 10);
  return word.length < 3 ? null : scattered(name, word);
}

function isStart(name: string, at: number): boolean {
  return /[^\p{L}\p{N}]/u.test(name.charAt(at - 1));
}

function hasStart(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1))
    if (at === 0 || isStart(name, at)) return true;
  return false;
}

/** Its letters in this order, not too far apart: `ngrp` is nightly_report. */
function scattered(name: string, word: string): number | null {
  let at = -1;
  let first = 0;
  for (const letter of word) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return null;
    if (letter === word[0] && first === 0) first = at;
  }
  const spread = at - first + 1 - word.length;
  return spread > 2 * word.length + 8 ? null : SCATTERED + spread;
}

interface Named {
  /** All that it is found by, folded. */
  readonly folded: string;
  readonly isHere?: true;
}

export interface Found<Item> {
  readonly item: Item;
  /** The smaller the likelier. */
  readonly far: number;
}

/** The likeliest of a list, in its own order where they are alike. */
export function likeliest<Item extends Named>(
  items: readonly Item[],
  words: readonly string[],
  most: number,
): readonly Found<Item>[] {
  const found: Found<Item>[] = [];
  for (const item of items) {
    const far = distance(item.folded, words);
    if (far !== null) found.push({ item, far: item.isHere ? far / 2 : far });
  }
  // Scattered letters are for those who find nothing otherwise.
  const near = found.filter(({ far }) => far < SCATTERED * words.length);
  return (near.length === 0 ? found : near).toSorted((a, b) => a.far - b.far).slice(0, most);
}
