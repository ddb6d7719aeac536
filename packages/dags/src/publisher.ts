/** What the store has of DAG files, and the way there. */
import type { Clock } from "@momiji/core";
import type { DagRecord, PublishFile, PublishResult, Store } from "@momiji/store";

export type DagStore = Pick<Store, "publishFile" | "retireFiles" | "listDags" | "listImportErrors">;

/** A file was published, or retired (then `errors` is empty, and so is `changed`). */
export interface PublishedFile extends PublishResult {
  readonly file: string;
  readonly errors: PublishFile["errors"];
}

export interface PublisherOptions {
  readonly store: DagStore;
  readonly clock: Pick<Clock, "now">;
  readonly onPublished: (published: PublishedFile) => void;
  /** DAG ids that no file holds any more. */
  readonly onFreed: (dagIds: readonly string[]) => void;
}

export class Publisher {
  readonly #options: PublisherOptions;
  /** By DAG id, the file that holds it. */
  readonly #holders = new Map<string, string>();
  /** By file, what was last published of it if it had errors. */
  readonly #failures = new Map<string, string>();
  /** Files of which the store has a DAG or an error. */
  readonly #files = new Set<string>();

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** Learns what the store has. Resolves to its active DAGs without import errors, by file. */
  async open(): Promise<ReadonlyMap<string, readonly DagRecord[]>> {
    const { store } = this.#options;
    const [dags, errors] = await Promise.all([store.listDags(), store.listImportErrors()]);
    for (const { file } of errors) {
      this.#files.add(file);
      this.#failures.set(file, "");
    }
    const good = new Map<string, DagRecord[]>();
    for (const dag of dags.filter(({ isActive }) => isActive)) {
      this.#files.add(dag.file);
      this.#holders.set(dag.dagId, dag.file);
      if (!dag.hasImportErrors) good.set(dag.file, [...(good.get(dag.file) ?? []), dag]);
    }
    return good;
  }

  get files(): readonly string[] {
    return [...this.#files];
  }

  hasFailed(file: string): boolean {
    return this.#failures.has(file);
  }

  /** The other file that holds the id; null: it is `file`'s from now on. */
  claim(dagId: string, file: string): string | null {
    const holder = this.#holders.get(dagId);
    if (holder !== undefined && holder !== file) return holder;
    this.#holders.set(dagId, file);
    return null;
  }

  /** Nothing is written where the store would not change: a module without DAGs, a failure it was told already. */
  async publish(input: PublishFile): Promise<void> {
    const { store, clock } = this.#options;
    const { file, dags, errors } = input;
    if (dags.length === 0 && errors.length === 0 && !this.#files.has(file)) return;
    const failure = JSON.stringify(input);
    if (errors.length > 0 && this.#failures.get(file) === failure) return;
    this.#files.add(file);
    const result = await store.publishFile(input, clock.now());
    if (errors.length > 0) this.#failures.set(file, failure);
    else this.#failures.delete(file);
    this.#options.onPublished({ ...result, file, errors });
    this.#free(result.gone);
  }

  async retire(files: readonly string[]): Promise<void> {
    if (files.length === 0) return;
    const { store, clock } = this.#options;
    const result = await store.retireFiles(files, clock.now());
    for (const file of files) {
      this.#files.delete(file);
      this.#failures.delete(file);
      const held = this.#heldBy(file);
      this.#options.onPublished({
        file,
        changed: [],
        gone: held.filter((dagId) => result.gone.includes(dagId)),
        errors: [],
      });
      this.#free(held);
    }
  }

  /** Ids that were claimed for a file that is gone before it was published. */
  release(file: string): void {
    this.#free(this.#heldBy(file));
  }

  #heldBy(file: string): string[] {
    return [...this.#holders].flatMap(([dagId, holder]) => (holder === file ? [dagId] : []));
  }

  #free(dagIds: readonly string[]): void {
    for (const dagId of dagIds) this.#holders.delete(dagId);
    if (dagIds.length > 0) this.#options.onFreed(dagIds);
  }
}
