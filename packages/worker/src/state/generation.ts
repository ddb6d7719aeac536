/**
 * Files of the state folder carry the generation of the process that wrote them: `NAME-7.ndjson` belongs to the seventh
 * worker that used the folder. A new worker reads those of earlier generations and writes its own, so that two
 * processes never write one file.
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const NAME = /^(outcomes|commands|children|fifos|work|jobs)-(\d+)(?:\.\d+)?(?:\.ndjson)?$/;

export type StateKind = "outcomes" | "commands" | "children" | "fifos" | "work" | "jobs";

export interface StateFile {
  readonly kind: StateKind;
  readonly generation: number;
  readonly path: string;
}

/** Everything that workers left in the folder, oldest generation first; creates the folder if need be. */
export function listState(folder: string): StateFile[] {
  mkdirSync(folder, { recursive: true });
  const files: StateFile[] = [];
  for (const name of readdirSync(folder)) {
    const match = NAME.exec(name);
    if (match === null) continue;
    files.push({ kind: match[1] as StateKind, generation: Number(match[2]), path: join(folder, name) });
  }
  return files.sort((a, b) => a.generation - b.generation);
}

/** Lines of a file as JSON; lines that a crash cut short are passed over. No file: no lines. */
export function readJsonLines(path: string): unknown[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });
}
