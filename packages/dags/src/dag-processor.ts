/** Keeps the store in step with the DAG folders. */
import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "@momiji/core";
import { DEFAULT_LIMITS } from "./defaults.ts";
import type { EvaluatorLimits } from "./evaluating/start-evaluator.ts";
import { FileLoader } from "./file-loader.ts";
import { FileTable } from "./file-table.ts";
import { FileStamps } from "./folder/file-stamps.ts";
import { findDagFiles, type FoundFiles, isNoted } from "./folder/find-dag-files.ts";
import { FolderWatch } from "./folder/folder-watch.ts";
import { installationKey } from "./installation-key.ts";
import { Loading, type LoadingLog } from "./loading.ts";
import { type DagStore, type PublishedFile, Publisher } from "./publisher.ts";

/** Between two looks for a folder that was not there at the start. */
const RETRY_MILLIS = 1_000;

export interface DagProcessorOptions extends Partial<EvaluatorLimits> {
  readonly folders: readonly string[];
  /** Where bundles and the manifest lie; nobody else writes there. */
  readonly bundleDir: string;
  /** All DAG files that it knows are this processor's: those that are not found are retired. */
  readonly store: DagStore;
  readonly clock: Pick<Clock, "now">;
  /** Files evaluated at once; default: as many as there are cores, and two at least, so that one that hangs stops no other. */
  readonly concurrency?: number;
  readonly log: LoadingLog;
}

export interface DagProcessor {
  /** Absolute, as given. */
  readonly folders: readonly string[];
  /**
   * Looks at the folders and begins to load what is new; from then on every change is loaded by itself.
   * @throws if a folder is not there or cannot be read; it is looked for each second then, and loaded and watched once it can be
   */
  start(): Promise<void>;
  /** Resolves when all that was found at the start is published. */
  readonly loaded: Promise<void>;
  /** Resolves when changes are seen by themselves. */
  readonly watching: Promise<void>;
  /** Looks at the folders now; resolves when all that changed is published. */
  refresh(): Promise<void>;
  /** Loads all files anew, changed or not; resolves when they are published. */
  reserialize(): Promise<void>;
  /** Loads this file anew if it is there, changed or not; resolves when it is published. */
  reload(file: string): Promise<void>;
  /** Called after each file that was published or retired. Returns how to end that. */
  onPublished(listener: (published: PublishedFile) => void): () => void;
  /** Ends watching and child processes; nothing is published afterwards. */
  stop(): Promise<void>;
}

export function createDagProcessor(options: DagProcessorOptions): DagProcessor {
  return new Processor(options);
}

class Processor implements DagProcessor {
  readonly folders: readonly string[];
  readonly loaded: Promise<void>;
  readonly watching: Promise<void>;
  readonly #options: DagProcessorOptions;
  readonly #bundleDir: string;
  readonly #publisher: Publisher;
  readonly #table: FileTable;
  readonly #loading: Loading;
  readonly #watch: FolderWatch;
  readonly #listeners = new Set<(published: PublishedFile) => void>();
  readonly #resolveLoaded: () => void;
  readonly #resolveWatching: () => void;
  #lastLook: Promise<void> = Promise.resolve();
  readonly #stopped = new AbortController();

  constructor(options: DagProcessorOptions) {
    const { store, clock, log, concurrency = Math.max(2, availableParallelism()) } = options;
    this.#options = options;
    this.folders = options.folders.map((folder) => resolve(folder));
    this.#bundleDir = resolve(options.bundleDir);
    this.#table = new FileTable(this.#bundleDir);
    this.#publisher = new Publisher({
      store,
      clock,
      onPublished: (published) => this.#listeners.forEach((listener) => listener(published)),
      onFreed: (dagIds) => this.#loading.add(this.#table.wanting(dagIds), { stamps: new FileStamps(), isForced: true }),
    });
    this.#watch = new FolderWatch({
      onChange: () => this.#lookSoon(),
      matters: (path) => isNoted(basename(path)) || this.#table.inputs().has(path),
      onError: (error) => log.error("Changes of DAG files may go unseen", error),
    });
    this.#loading = new Loading({
      loader: new FileLoader({ ...DEFAULT_LIMITS, ...options, bundleDir: this.#bundleDir, concurrency }),
      publisher: this.#publisher,
      table: this.#table,
      log,
      onInputs: (paths) => this.#watch.add(paths),
    });
    ({ promise: this.loaded, resolve: this.#resolveLoaded } = Promise.withResolvers<void>());
    ({ promise: this.watching, resolve: this.#resolveWatching } = Promise.withResolvers<void>());
  }

  async start(): Promise<void> {
    await mkdir(this.#bundleDir, { recursive: true });
    try {
      await this.#begin();
    } catch (error) {
      void this.#beginLater();
      throw error;
    }
  }

  async refresh(): Promise<void> {
    await this.#lookNow();
    await this.#loading.idle();
  }

  async reserialize(): Promise<void> {
    this.#loading.renew();
    await this.#lookNow({ isForced: true });
    await this.#loading.idle();
  }

  async reload(file: string): Promise<void> {
    await this.#lookNow();
    this.#loading.add([file], { stamps: new FileStamps(), isForced: true });
    await this.#loading.idle();
  }

  onPublished(listener: (published: PublishedFile) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#watch.close();
    await this.#lastLook;
    await this.#loading.stop();
  }

  async #begin(): Promise<void> {
    await this.#lookNow();
    void this.#loading.idle().then(this.#resolveLoaded);
    this.#watchFolders().catch((error) => this.#options.log.error("The DAG folders are not watched", error));
  }

  /** Why it could not be done at once is known to whoever has started it. */
  async #beginLater(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const hasBegun = await pause(RETRY_MILLIS, undefined, { signal, ref: false })
        .then(() => this.#begin())
        .then(() => true)
        .catch(() => false);
      if (hasBegun) return;
    }
  }

  async #watchFolders(): Promise<void> {
    this.#watch.add(this.#table.inputs());
    await this.#watch.open(this.folders, this.#bundleDir);
    this.#lookSoon();
    this.#resolveWatching();
  }

  #lookSoon(): void {
    this.#lookNow().catch((error) => this.#options.log.error("The DAG folders could not be looked at", error));
  }

  /** One look at a time. */
  #lookNow({ isForced } = { isForced: false }): Promise<void> {
    const look = this.#lastLook.then(() => this.#look(isForced));
    this.#lastLook = look.catch(() => undefined);
    return look;
  }

  async #look(isForced: boolean): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    const found = await findDagFiles(this.folders, this.#bundleDir);
    const stamps = new FileStamps();
    const key = await installationKey(stamps, found.settings);
    if (!this.#table.isOpen) {
      await this.#table.open(key, await this.#publisher.open(), (file) => this.#publisher.hasFailed(file));
    }
    const isAllChanged = this.#table.changeKey(key) || isForced;
    this.#loading.know(found.files);
    await this.#publishFound(found);
    const names = found.files.map(({ name }) => name);
    const hasChanged = await Promise.all(
      names.map(async (name) => isAllChanged || this.#table.needsLoading(name, stamps)),
    );
    this.#loading.add(
      names.filter((_, index) => hasChanged[index]),
      { stamps, isForced },
    );
  }

  /** What a look tells by itself: files that are gone, and what cannot even be looked at. */
  async #publishFound({ files, troubles, isComplete }: FoundFiles): Promise<void> {
    const names = new Set([...files.map(({ name }) => name), ...troubles.keys()]);
    if (isComplete) await this.#publisher.retire(this.#publisher.files.filter((name) => !names.has(name)));
    for (const [file, trouble] of troubles) {
      await this.#publisher.publish({ file, bundle: null, dags: [], errors: [trouble] });
    }
  }
}
