/** Empty folders for commands without a working folder, as Airflow gives each a temporary one. */
import { mkdirSync, rmdirSync, rm, statSync } from "node:fs";
import { join } from "node:path";

export class WorkFolders {
  readonly #root: string;
  #made = 0;

  constructor(root: string) {
    this.#root = root;
  }

  create(): string {
    const folder = join(this.#root, String(++this.#made));
    try {
      mkdirSync(folder);
    } catch {
      mkdirSync(folder, { recursive: true });
    }
    return folder;
  }

  /** With all that is in it; the command may have removed it itself. */
  remove(folder: string): void {
    try {
      rmdirSync(folder);
    } catch {
      rm(folder, { recursive: true, force: true }, () => {});
    }
  }

  /** Null: it is a folder. */
  problemWith(cwd: string): string | null {
    const found = statSync(cwd, { throwIfNoEntry: false });
    if (found === undefined) return `there is no folder ${cwd}, given as \`cwd\``;
    return found.isDirectory() ? null : `${cwd}, given as \`cwd\`, is not a folder`;
  }
}
