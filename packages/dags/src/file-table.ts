/** What the processor knows of each DAG file, in memory and, across starts, in the manifest. */
import { readdir } from "node:fs/promises";
import { basename } from "node:path";
import type { DagRecord } from "@momiji/store";
import { bundlePath } from "./bundling/write-bundle.ts";
import type { FileStamps } from "./folder/file-stamps.ts";
import { type KnownFile, readManifest, writeManifest } from "./manifest.ts";

export interface FileState extends KnownFile {
  /**
   * `good`: the store has it as it is. `broken`: only a change of its inputs can mend it. `unsettled`: something else may,
   * a module that appears, a disk that has room again; it is tried again whenever anything changes.
   */
  readonly status: "good" | "broken" | "unsettled";
  /** DAG ids that it would hold if another file did not. */
  readonly wanted: readonly string[];
}

export class FileTable {
  readonly #bundleDir: string;
  readonly #states = new Map<string, FileState>();
  #key: string | null = null;
  #inputs: ReadonlySet<string> | null = null;
  #isSaved = true;

  constructor(bundleDir: string) {
    this.#bundleDir = bundleDir;
  }

  get isOpen(): boolean {
    return this.#key !== null;
  }

  /** Takes from the manifest what the store agrees with. `good`: its DAGs without errors, by file; `failed`: files with. */
  async open(
    key: string,
    good: ReadonlyMap<string, readonly DagRecord[]>,
    failed: (file: string) => boolean,
  ): Promise<void> {
    this.#key = key;
    const bundles = new Set(await readdir(this.#bundleDir));
    for (const [name, file] of await readManifest(this.#bundleDir, key)) {
      const path = bundlePath(this.#bundleDir, file.hash);
      const dags = good.get(name) ?? [];
      const agree =
        !failed(name) &&
        bundles.has(basename(path)) &&
        dags.length === file.dagIds.length &&
        dags.every(
          ({ dagId, bundle }) => file.dagIds.includes(dagId) && bundle.hash === file.hash && bundle.path === path,
        );
      if (agree) this.#states.set(name, { ...file, status: "good", wanted: [] });
    }
  }

  /** What all files depend on is as `key` says; true if that is news. */
  changeKey(key: string): boolean {
    const isNew = this.#key !== key;
    this.#key = key;
    return isNew;
  }

  get(name: string): FileState | undefined {
    return this.#states.get(name);
  }

  set(name: string, state: FileState): void {
    this.#inputs = null;
    this.#isSaved = false;
    this.#states.set(name, state);
  }

  /** Forgets all files but these. */
  keep(names: { has(name: string): boolean }): void {
    for (const name of this.#states.keys()) {
      if (names.has(name)) continue;
      this.#isSaved = false;
      this.#states.delete(name);
    }
  }

  async needsLoading(name: string, stamps: FileStamps): Promise<boolean> {
    const state = this.#states.get(name);
    if (state === undefined || state.status === "unsettled") return true;
    return (await stamps.signature(state.inputs)) !== state.signature;
  }

  /** The files that would hold one of these DAG ids. */
  wanting(dagIds: readonly string[]): string[] {
    return [...this.#states].filter(([, { wanted }]) => wanted.some((id) => dagIds.includes(id))).map(([name]) => name);
  }

  /** Every file that some bundle was made of. */
  inputs(): ReadonlySet<string> {
    this.#inputs ??= new Set([...this.#states.values()].flatMap(({ inputs }) => inputs));
    return this.#inputs;
  }

  async save(): Promise<void> {
    if (this.#isSaved || this.#key === null) return;
    this.#isSaved = true;
    const good = [...this.#states].filter(([, { status, wanted }]) => status === "good" && wanted.length === 0);
    await writeManifest(this.#bundleDir, this.#key, new Map(good));
  }
}
