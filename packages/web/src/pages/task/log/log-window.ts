/**
 * A log of any length, of which pages are read as they come on the screen: what is kept is what was looked at last. Pure but for
 * the reading, which is given.
 */
import type { LogLine } from "@momiji/client";

const PAGE = 500;
const MOST_PAGES = 40;

export class LogWindow {
  readonly #pages = new Map<number, readonly LogLine[] | "reading">();
  readonly #read: (from: number, limit: number) => Promise<readonly LogLine[]>;
  readonly #tell: () => void;

  /** @param tell something that may be on the screen was read */
  constructor(read: (from: number, limit: number) => Promise<readonly LogLine[]>, tell: () => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** @param number from 1 @returns undefined: not read yet; it is read now */
  line(number: number): LogLine | undefined {
    const page = Math.floor((number - 1) / PAGE);
    const lines = this.#pages.get(page);
    if (lines === undefined) void this.#load(page);
    return lines === undefined || lines === "reading" ? undefined : lines[(number - 1) % PAGE];
  }

  /** Lines have been added: the last page is no longer whole. */
  grew(from: number): void {
    for (const page of this.#pages.keys()) if (page >= Math.floor((from - 1) / PAGE)) this.#pages.delete(page);
  }

  async #load(page: number): Promise<void> {
    this.#pages.set(page, "reading");
    try {
      this.#pages.set(page, await this.#read(page * PAGE + 1, PAGE));
    } catch {
      // Asked again when it is looked at again.
      this.#pages.delete(page);
      return;
    }
    this.#forget(page);
    this.#tell();
  }

  /** The farthest from where the reader is. */
  #forget(near: number): void {
    const pages = [...this.#pages.keys()].toSorted((a, b) => Math.abs(b - near) - Math.abs(a - near));
    for (const page of pages.slice(0, Math.max(0, pages.length - MOST_PAGES))) this.#pages.delete(page);
  }
}
