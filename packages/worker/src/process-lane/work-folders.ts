/**
 * Empty folders for commands without a working folder of their own, as Airflow gives each a temporary one. One that is
 * left empty serves again: making and removing a folder takes longer than anything else about starting a command.
 */
import { mkdirSync, readdirSync, rm, statSync } from "node:fs";
import { join } from "node:path";

export class WorkFolders {
  readonly #root: string;
  readonly #free: string[] = [];
  #made = 0;

  constructor(root: string) {
    this.#root = root;
  }

  take(): string {
    const free = this.#free.pop();
    if (free !== undefined && isEmptyFolder(free)) return free;
    const folder = join(this.#root, String(++this.#made));
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** What the command left in it goes; it may have removed the folder itself. */
  giveBack(folder: string): void {
    if (isEmptyFolder(folder)) this.#free.push(folder);
    else rm(folder, { recursive: true, force: true }, () => {});
  }

  /** Null: it is a folder. */
  problemWith(cwd: string): string | null {
    const found = statSync(cwd, { throwIfNoEntry: false });
    if (found === undefined) return `there is no folder ${cwd}, given as \`cwd\``;
    return found.isDirectory() ? null : `${cwd}, given as \`cwd\`, is not a folder`;
  }
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}
