/**
 * What is known on disk of logs that are not wholly in the store yet: one small file a log, written before its first line, so that
 * whatever the worker dies of, the next one ships the rest. A log that is wholly there has none.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface ShipNote {
  readonly log: string;
  /** The file here was new: if the store has records already, those here follow them. */
  readonly isNew: boolean;
  /** What is added to a number here to get the one in the store: the file of an earlier part was removed. */
  readonly shift: number;
  /** Output was taken back after this number (as it is here), and the store may not know it; null: none was. */
  readonly cut: number | null;
}

export class ShipNotes {
  readonly #folder: string;

  /** `folder` is created when the first is written. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  find(log: string): ShipNote | null {
    return parse(join(this.#folder, fileName(log)));
  }

  /** Those of earlier lives. */
  all(): ShipNote[] {
    return names(this.#folder).flatMap((name) => parse(join(this.#folder, name)) ?? []);
  }

  write(note: ShipNote): void {
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, fileName(note.log));
    writeFileSync(`${path}.new`, JSON.stringify(note));
    renameSync(`${path}.new`, path);
  }

  remove(log: string): void {
    rmSync(join(this.#folder, fileName(log)), { force: true });
  }
}

function fileName(log: string): string {
  return `${createHash("sha256").update(log).digest("hex").slice(0, 40)}.json`;
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}

/** Null: there is none, or it was cut short by a power loss. */
function parse(path: string): ShipNote | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as ShipNote;
  } catch {
    return null;
  }
}
