/** What waits to be loaded and what is being loaded: a file is never loaded twice at once, and its last state wins. */
export interface QueueItem {
  readonly name: string;
  /** Items of one batch have it in common. */
  readonly folder: string;
}

/** Loads a batch; resolves, to a promise for each item, when the next batch may begin. Neither may reject. */
export type LoadBatch<Item> = (items: readonly Item[]) => Promise<readonly Promise<void>[]>;

/** Enough that what they share is read once; few enough that all bundles of a batch fit into memory. */
const BATCH_SIZE = 20;

export class LoadQueue<Item extends QueueItem> {
  readonly #load: LoadBatch<Item>;
  readonly #onIdle: () => void;
  readonly #pending = new Map<string, Item>();
  readonly #running = new Set<string>();
  readonly #waiting: (() => void)[] = [];
  #isTaking = false;

  constructor(load: LoadBatch<Item>, onIdle: () => void) {
    this.#load = load;
    this.#onIdle = onIdle;
  }

  get isIdle(): boolean {
    return this.#pending.size === 0 && this.#running.size === 0 && !this.#isTaking;
  }

  /** Replaces an item of the same name that still waits. */
  add(items: readonly Item[]): void {
    for (const item of items) this.#pending.set(item.name, item);
    void this.#takeAll();
  }

  /** Forgets what waits; what is being loaded goes on. */
  clear(): void {
    this.#pending.clear();
  }

  /** Resolves when there is nothing to load any more. */
  idle(): Promise<void> {
    return this.isIdle ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  async #takeAll(): Promise<void> {
    if (this.#isTaking) return;
    this.#isTaking = true;
    for (let batch = this.#take(); batch.length > 0; batch = this.#take()) {
      const loads = await this.#load(batch);
      for (const [index, item] of batch.entries()) void loads[index]?.then(() => this.#done(item));
    }
    this.#isTaking = false;
    this.#tellIfIdle();
  }

  #take(): Item[] {
    const free = [...this.#pending.values()].filter(({ name }) => !this.#running.has(name));
    const batch = free.filter(({ folder }) => folder === free[0]?.folder).slice(0, BATCH_SIZE);
    for (const { name } of batch) {
      this.#pending.delete(name);
      this.#running.add(name);
    }
    return batch;
  }

  #done({ name }: Item): void {
    this.#running.delete(name);
    if (this.#pending.has(name)) void this.#takeAll();
    this.#tellIfIdle();
  }

  #tellIfIdle(): void {
    if (!this.isIdle) return;
    this.#onIdle();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
