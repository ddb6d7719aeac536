/**
 * A small file of JSON lines of which most are soon void: appended to with one plain write (it survives the death of the
 * process, not of the machine), emptied or rewritten when it has grown.
 */
import { closeSync, ftruncateSync, openSync, renameSync, writeFileSync, writeSync } from "node:fs";

/** Size at which void lines are worth removing. */
const COMPACT_BYTES = 256 * 1024;

/** Values and rendered params may hold what others of the machine must not read. */
const OWNER_ONLY = { mode: 0o600 } as const;

export interface JournalOptions {
  readonly path: string;
  /** The lines that still count, for a rewrite. */
  readonly live: () => readonly unknown[];
  /** Told when a write fails (a full disk); the journal goes on. */
  readonly warn: (message: string) => void;
}

export class Journal {
  readonly #options: JournalOptions;
  #file: number;
  #size = 0;
  #compactAt = COMPACT_BYTES;
  #torn = false;

  /** Creates the file with the live lines in it. */
  constructor(options: JournalOptions) {
    this.#options = options;
    this.#file = this.#rewrite();
  }

  append(lines: readonly unknown[]): void {
    const text = (this.#torn ? "\n" : "") + toText(lines);
    try {
      this.#size += writeSync(this.#file, text);
      this.#torn = false;
      if (this.#size > this.#compactAt) this.#compact();
    } catch (error) {
      this.#torn = true;
      this.#options.warn(`${this.#options.path} could not be written: ${(error as Error).message}`);
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #compact(): void {
    if (this.#options.live().length === 0) {
      ftruncateSync(this.#file, 0);
      this.#size = 0;
      return;
    }
    const old = this.#file;
    this.#file = this.#rewrite();
    closeSync(old);
  }

  /** Through a second file and a rename, so that a kill in the middle leaves one or the other whole. */
  #rewrite(): number {
    const { path, live } = this.#options;
    const text = toText(live());
    if (text !== "") {
      writeFileSync(`${path}.new`, text, OWNER_ONLY);
      renameSync(`${path}.new`, path);
    }
    this.#size = Buffer.byteLength(text);
    this.#compactAt = Math.max(COMPACT_BYTES, 2 * this.#size);
    return openSync(path, "a", OWNER_ONLY.mode);
  }
}

function toText(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
