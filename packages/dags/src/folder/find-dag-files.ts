/** Walks the DAG folders and finds the files that may export DAGs. Reads no file but `.momijiignore`. */
import type { Dirent } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { ImportErrorInput } from "@momiji/store";
import type { DagFile } from "./dag-file.ts";
import { IGNORE_FILE, type IgnoreRules, isIgnored, parseIgnoreRules } from "./ignore-rules.ts";
import { whyUnreadable } from "./why-unreadable.ts";

export interface FoundFiles {
  /** In order of name. */
  readonly files: readonly DagFile[];
  /** What could not be looked at, by name: a broken link, a folder without permission. */
  readonly troubles: ReadonlyMap<string, ImportErrorInput>;
  /** Files that change how DAG files below them are bundled, in and above the folders; some may not be there. */
  readonly settings: readonly string[];
  /** False if a folder could not be read: what is missing from `files` is then not known to be gone. */
  readonly isComplete: boolean;
}

const DAG_FILE = /\.(?:ts|mts|js|mjs)$/;
const NO_DAG_FILE = /\.(?:d|test)\.[a-z]+$/;
const SETTINGS = new Set(["tsconfig.json", "package.json"]);

/** Whether a file of this name has a meaning of its own, whoever imports it. */
export function isNoted(name: string): boolean {
  return isDagFile(name) || SETTINGS.has(name) || name === IGNORE_FILE;
}

function isDagFile(name: string): boolean {
  return DAG_FILE.test(name) && !NO_DAG_FILE.test(name);
}

/**
 * @param folders absolute paths
 * @param bundleDir absolute; what is made of DAG files is none, wherever it lies
 * @throws if one of the folders themselves is not there or cannot be read
 */
export async function findDagFiles(folders: readonly string[], bundleDir: string): Promise<FoundFiles> {
  const walk = new Walk(folders.length > 1, await realpath(bundleDir).catch(() => bundleDir));
  for (const folder of folders) await walk.root(folder);
  walk.files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return walk;
}

class Walk implements FoundFiles {
  readonly files: DagFile[] = [];
  readonly troubles = new Map<string, ImportErrorInput>();
  readonly settings: string[] = [];
  isComplete = true;
  readonly #namesAreAbsolute: boolean;
  /** Real paths of the folders that are not to be entered (again). */
  readonly #seen: Set<string>;
  #folder = "";

  constructor(namesAreAbsolute: boolean, closedFolder: string) {
    this.#namesAreAbsolute = namesAreAbsolute;
    this.#seen = new Set([closedFolder]);
  }

  async root(folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      throw new Error(`The DAG folder ${folder} cannot be read: ${whyUnreadable(error)}`);
    });
    this.#folder = await realpath(folder);
    for (
      let above = dirname(this.#folder);
      !this.settings.includes(join(above, "package.json"));
      above = dirname(above)
    ) {
      for (const name of SETTINGS) this.settings.push(join(above, name));
    }
    await this.#entries(this.#folder, entries, []);
  }

  async #into(path: string, chain: readonly IgnoreRules[]): Promise<void> {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      await this.#entries(path, entries, chain);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
      this.isComplete = false;
      this.troubles.set(this.#nameOf(path), { message: `This folder cannot be read: ${whyUnreadable(error)}` });
    }
  }

  async #entries(path: string, entries: readonly Dirent[], outer: readonly IgnoreRules[]): Promise<void> {
    const real = await realpath(path);
    // A link may lead to a folder above itself: each folder is entered once.
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    let chain = outer;
    if (entries.some((entry) => entry.name === IGNORE_FILE)) {
      chain = [...outer, parseIgnoreRules(slashed(path), await readFile(join(path, IGNORE_FILE), "utf8"))];
    }
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const child = join(path, entry.name);
      const kind = entry.isSymbolicLink() ? await this.#kindOfTarget(child) : kindOf(entry);
      if (!isIgnored(chain, slashed(child), kind === "folder")) await this.#visit(child, kind, chain);
    }
  }

  async #visit(path: string, kind: Kind, chain: readonly IgnoreRules[]): Promise<void> {
    if (kind === "folder") return this.#into(path, chain);
    const base = path.slice(path.lastIndexOf(sep) + 1);
    if (SETTINGS.has(base)) this.settings.push(path);
    if (!isDagFile(base)) return;
    const name = this.#nameOf(path);
    if (kind === "file") this.files.push({ name, path, folder: this.#folder });
    else this.troubles.set(name, { message: kind.trouble });
  }

  async #kindOfTarget(path: string): Promise<Kind> {
    try {
      return kindOf(await stat(path));
    } catch (error) {
      const broken = (error as NodeJS.ErrnoException).code === "ENOENT";
      return {
        trouble: `This symbolic link ${broken ? "leads nowhere" : `cannot be followed: ${whyUnreadable(error)}`}`,
      };
    }
  }

  #nameOf(path: string): string {
    return slashed(this.#namesAreAbsolute ? path : relative(this.#folder, path));
  }
}

type Kind = "file" | "folder" | { readonly trouble: string };

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): Kind {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : { trouble: "This is neither a file nor a folder" };
}

function slashed(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
