/** Tells that something in the DAG folders changed; what, the processor finds out by looking. */
import { realpath } from "node:fs/promises";
import { basename, sep } from "node:path";
import type { FSWatcher } from "chokidar";
import { IGNORE_FILE } from "./ignore-rules.ts";

/** A save is several events; so long must there be silence after the last one. */
const QUIET_MILLIS = 50;
/** A folder in which something is written all the time is looked at this often nevertheless. */
const LONGEST_WAIT_MILLIS = 300;

export interface FolderWatchOptions {
  /** Called once for all that changes together. */
  readonly onChange: () => void;
  /** Whether anybody cares for what is in this file; that it comes or goes is always told. */
  readonly matters: (path: string) => boolean;
  readonly onError: (error: unknown) => void;
}

export class FolderWatch {
  readonly #options: FolderWatchOptions;
  readonly #outside = new Set<string>();
  /** Files that were named before the folders were watched. */
  readonly #early = new Set<string>();
  #folders: readonly string[] = [];
  #watcher: FSWatcher | null = null;
  #isClosed = false;
  #quiet: NodeJS.Timeout | undefined;
  #longest: NodeJS.Timeout | undefined;

  constructor(options: FolderWatchOptions) {
    this.#options = options;
  }

  /** Resolves when every change from then on is told. What is in `bundleDir` is not watched. */
  async open(paths: readonly string[], bundleDir: string): Promise<void> {
    const { watch } = await import("chokidar");
    const [closed, ...folders] = await Promise.all([bundleDir, ...paths].map((path) => realpath(path)));
    if (this.#isClosed) return;
    this.#folders = folders;
    const watcher = watch([...folders], {
      ignoreInitial: true,
      ignorePermissionErrors: true,
      atomic: false,
      ignored: (path) => path === closed || (!folders.includes(path) && isHidden(basename(path))),
    });
    this.#watcher = watcher;
    watcher.on("all", (event, path) => (event === "change" && !this.#options.matters(path) ? undefined : this.#note()));
    watcher.on("error", this.#options.onError);
    const { promise, resolve } = Promise.withResolvers<void>();
    watcher.once("ready", () => resolve());
    await promise;
    this.add(this.#early);
    this.#early.clear();
  }

  /** Watches those of the files that lie outside the folders; packages are not watched. */
  add(files: Iterable<string>): void {
    for (const file of files) {
      if (this.#watcher === null) this.#early.add(file);
      if (this.#watcher === null || this.#outside.has(file) || !this.#isOutside(file)) continue;
      this.#outside.add(file);
      this.#watcher.add(file);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#forgetTimers();
    await this.#watcher?.close();
  }

  #isOutside(file: string): boolean {
    return !file.includes(`${sep}node_modules${sep}`) && !this.#folders.some((folder) => file.startsWith(folder + sep));
  }

  #note(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#tell(), QUIET_MILLIS);
    this.#longest ??= setTimeout(() => this.#tell(), LONGEST_WAIT_MILLIS);
  }

  #tell(): void {
    this.#forgetTimers();
    this.#options.onChange();
  }

  #forgetTimers(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#longest);
    this.#longest = undefined;
  }
}

function isHidden(name: string): boolean {
  return name === "node_modules" || (name.startsWith(".") && name !== IGNORE_FILE);
}
