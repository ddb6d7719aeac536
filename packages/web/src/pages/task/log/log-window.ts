/**
 * Lines of any number, of which pages are read as they come on the screen: what is kept is what was looked at last. Pure but for
 * the reading, which is given. A line's place is its number, or its rank among those that a filter lets through; from 0.
 */
import type { LogLine } from "@momiji/client";

const PAGE = 500;

/** About 32 MB: some hundred thousand usual lines, or a few that are megabytes long. */
const MOST_CHARACTERS = 16_000_000;

interface Page {
  readonly lines: (LogLine | undefined)[];
  characters: number;
  isReading: boolean;
}

export class LogWindow {
  readonly #pages = new Map<number, Page>();
  readonly #read: (place: number, limit: number) => Promise<readonly LogLine[]>;
  readonly #tell: () => void;

  /** @param tell something that may be on the screen was read */
  constructor(read: (place: number, limit: number) => Promise<readonly LogLine[]>, tell: () => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** @returns undefined: not read yet; it is read now */
  line(place: number): LogLine | undefined {
    const page = this.#pages.get(Math.floor(place / PAGE));
    const line = page?.lines[place % PAGE];
    if (line === undefined && page?.isReading !== true) void this.#load(Math.floor(place / PAGE));
    return line;
  }

  /** What is there without being read. */
  known(place: number): LogLine | undefined {
    return this.#pages.get(Math.floor(place / PAGE))?.lines[place % PAGE];
  }

  /** Lines that follow each other, from a place on. */
  put(place: number, lines: readonly LogLine[]): void {
    for (const [at, line] of lines.entries()) {
      const page = this.#page(Math.floor((place + at) / PAGE));
      if (page.lines[(place + at) % PAGE] !== undefined) continue;
      page.lines[(place + at) % PAGE] = line;
      page.characters += line.m.length;
    }
    this.#forget(Math.floor(place / PAGE));
  }

  #page(number: number): Page {
    const known = this.#pages.get(number);
    if (known !== undefined) return known;
    const page = { lines: [], characters: 0, isReading: false };
    this.#pages.set(number, page);
    return page;
  }

  async #load(number: number): Promise<void> {
    const page = this.#page(number);
    page.isReading = true;
    try {
      this.put(number * PAGE, await this.#read(number * PAGE, PAGE));
      this.#tell();
    } catch {
      // Asked again when it is looked at again.
    } finally {
      page.isReading = false;
    }
  }

  /** The farthest from where the reader is. */
  #forget(near: number): void {
    let characters = 0;
    for (const page of this.#pages.values()) characters += page.characters;
    const farthest = [...this.#pages.keys()].toSorted((a, b) => Math.abs(b - near) - Math.abs(a - near));
    for (const number of farthest) {
      if (characters <= MOST_CHARACTERS || number === near) return;
      characters -= this.#pages.get(number)?.characters ?? 0;
      this.#pages.delete(number);
    }
  }
}
