/** A log store in a folder, for tests of what surrounds stores: a file a part, named by what it holds. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { LogRecord } from "@momiji/core";
import type { LogEnd, LogPart, LogStore } from "@momiji/sdk";
import { parseRecord } from "../log-format.ts";

export class FolderStore implements LogStore {
  readonly name = "a folder";
  readonly #folder: string;
  /** Nobody answers. */
  isDown = false;
  /** So many parts are kept, and the answer is lost. */
  answersToLose = 0;
  parts = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async append(log: string, { life, firstSeq, lastSeq, text }: LogPart): Promise<void> {
    this.#knock();
    const path = join(
      this.#folder,
      log,
      [life, firstSeq, lastSeq].map((each) => `${each}`.padStart(10, "0")).join("-"),
    );
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    this.parts++;
    if (this.answersToLose-- > 0) throw new Error("the answer was lost");
  }

  async end(log: string): Promise<LogEnd | null> {
    this.#knock();
    const parts = this.#partsOf(log);
    const { life } = parts.at(-1) ?? { life: 0 };
    const seqs = parts.filter((part) => part.life === life).map(({ lastSeq }) => lastSeq);
    return parts.length === 0 ? null : { life, seq: Math.max(...seqs) };
  }

  async *read(log: string, fromSeq: number): AsyncGenerator<readonly LogRecord[]> {
    this.#knock();
    const parts = this.#partsOf(log);
    let next = fromSeq;
    for (const { life, path } of parts) {
      const before = Math.min(...parts.filter((each) => each.life > life).map(({ firstSeq }) => firstSeq));
      const records = readFileSync(path, "utf8")
        .split("\n")
        .flatMap((line) => parseRecord(line) ?? [])
        .filter(({ seq }) => seq >= next && seq < before);
      next = (records.at(-1)?.seq ?? next - 1) + 1;
      if (records.length > 0) yield records;
    }
  }

  async remove(folder: string): Promise<number> {
    this.#knock();
    const path = join(this.#folder, folder);
    const logs = files(path).map((file) => dirname(file));
    rmSync(path, { recursive: true, force: true });
    return new Set(logs).size;
  }

  async removeBefore(before: number): Promise<number> {
    this.#knock();
    const old = files(this.#folder).filter((file) => statSync(file).mtimeMs * 1000 < before);
    for (const file of old) rmSync(file);
    return old.length;
  }

  #partsOf(log: string) {
    const folder = join(this.#folder, log);
    return files(folder)
      .sort()
      .map((path) => {
        const [life = 0, firstSeq = 0, lastSeq = 0] = path
          .slice(folder.length + 1)
          .split("-")
          .map(Number);
        return { path, life, firstSeq, lastSeq };
      });
  }

  #knock(): void {
    if (this.isDown) throw new Error("nobody answers");
  }
}

function files(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
