/** Loads files that changed and publishes what became of them. */
import type { BundleOutcome } from "./bundling/bundler.ts";
import type { FileLoader } from "./file-loader.ts";
import type { FileState, FileTable } from "./file-table.ts";
import type { DagFile } from "./folder/dag-file.ts";
import { FileStamps } from "./folder/file-stamps.ts";
import { LoadQueue, type QueueItem } from "./load-queue.ts";
import { PublishGate } from "./publish-gate.ts";
import type { Publisher } from "./publisher.ts";

export interface LoadingLog {
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}

export interface LoadingOptions {
  readonly loader: FileLoader;
  readonly publisher: Publisher;
  readonly table: FileTable;
  readonly log: LoadingLog;
  /** Told of the files that a bundle was made of. */
  readonly onInputs: (paths: readonly string[]) => void;
}

export interface LoadReason {
  /** From the look at the folders that found the change. */
  readonly stamps: FileStamps;
  /** Evaluate even if the bundle is the one that is published. */
  readonly isForced: boolean;
}

interface Queued extends QueueItem, LoadReason {
  readonly file: DagFile;
}

/** So long are child processes kept after the last file: saves come in rows. */
const REST_AFTER_MILLIS = 5_000;

const RETRY_AFTER_MILLIS = 1_000;

export class Loading {
  readonly #options: LoadingOptions;
  readonly #queue: LoadQueue<Queued>;
  readonly #gate = new PublishGate();
  #files: ReadonlyMap<string, DagFile> = new Map();
  #restTimer: NodeJS.Timeout | undefined;
  readonly #retries = new Set<NodeJS.Timeout>();
  #saved: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: LoadingOptions) {
    this.#options = options;
    this.#queue = new LoadQueue(
      (batch) => this.#load(batch),
      () => this.#onIdle(),
    );
  }

  /** The files that there are; the others are forgotten. */
  know(files: readonly DagFile[]): void {
    this.#files = new Map(files.map((file) => [file.name, file]));
    this.#options.table.keep(this.#files);
  }

  /** What failed before comes last: it may take its whole time limit again. */
  add(names: readonly string[], reason: LoadReason): void {
    const files = names.map((name) => this.#files.get(name)).filter((file) => file !== undefined);
    const failed = ({ name }: DagFile): number => Number(this.#options.publisher.hasFailed(name));
    const ordered = files.toSorted((a, b) => failed(a) - failed(b));
    this.#queue.add(ordered.map((file) => ({ name: file.name, folder: file.folder, file, ...reason })));
  }

  /** Resolves when there is nothing to load any more. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** What is added from now on is evaluated in processes that have not seen it. */
  renew(): void {
    this.#options.loader.renew();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#restTimer);
    for (const timer of this.#retries) clearTimeout(timer);
    this.#queue.clear();
    this.#options.loader.close();
    await this.#queue.idle();
    await this.#options.loader.rest();
    await this.#saved;
  }

  async #load(batch: readonly Queued[]): Promise<readonly Promise<void>[]> {
    clearTimeout(this.#restTimer);
    const outcomes = await this.#options.loader.bundle(batch.map(({ file }) => file));
    return outcomes.map((outcome, index) => this.#finish(batch[index] as Queued, outcome));
  }

  async #finish(item: Queued, outcome: BundleOutcome): Promise<void> {
    const { table, log } = this.#options;
    try {
      const state = await this.#publish(item, outcome);
      if (state !== null) table.set(item.name, state);
    } catch (error) {
      log.error(`${item.name} could not be published; trying again in 1 s`, error);
      table.set(item.name, {
        inputs: [item.file.path],
        signature: "",
        hash: "",
        dagIds: [],
        status: "unsettled",
        wanted: [],
      });
      this.#addLater(item);
    }
  }

  /** A store that is full or busy for a while must not cost a DAG until its file is saved again. */
  #addLater({ name }: Queued): void {
    if (this.#isStopped) return;
    const timer = setTimeout(() => {
      this.#retries.delete(timer);
      this.add([name], { stamps: new FileStamps(), isForced: true });
    }, RETRY_AFTER_MILLIS).unref();
    this.#retries.add(timer);
  }

  /** What is known of the file from now on; null: it is not there any more. */
  async #publish({ name, stamps, isForced }: Queued, outcome: BundleOutcome): Promise<FileState | null> {
    const { loader, publisher, table, onInputs } = this.#options;
    const before = table.get(name);
    const inputs = outcome.bundle === null ? [outcome.file.path] : outcome.inputs;
    const hash = outcome.bundle?.hash ?? "";
    const signature = await stamps.signature(inputs);
    onInputs(inputs);
    if (!isForced && before?.status === "good" && before.hash === hash) return { ...before, inputs, signature };
    const wanted: string[] = [];
    const evaluation = loader.evaluate(outcome, (dagId) => {
      const holder = publisher.claim(dagId, name);
      if (holder !== null) wanted.push(dagId);
      return holder;
    });
    const input = await this.#gate.after(evaluation);
    if (this.#isStopped) return null;
    if (!this.#files.has(name)) {
      publisher.release(name);
      return null;
    }
    await publisher.publish(input);
    const status = outcome.bundle === null ? "unsettled" : input.errors.length === 0 ? "good" : "broken";
    return { inputs, signature, hash, dagIds: input.dags.map(({ dagId }) => dagId), status, wanted };
  }

  #onIdle(): void {
    clearTimeout(this.#restTimer);
    if (this.#isStopped) return;
    const { table, loader, log } = this.#options;
    const save = (): Promise<void> => table.save();
    this.#saved = this.#saved
      .then(save)
      .catch((error) => log.warn(`The manifest of DAG files was not written: ${error}`));
    this.#restTimer = setTimeout(() => void loader.rest(), REST_AFTER_MILLIS).unref();
  }
}
