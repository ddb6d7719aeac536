/** What waits for a place: higher priority first, among equals who came first. */
import { BinaryHeap } from "@momiji/core";

interface Entry<Item> {
  readonly priority: number;
  readonly number: number;
  /** Null once it was removed; the entry then stays in the heap until it comes up. */
  item: Item | null;
}

export class OrderQueue<Item> {
  readonly #heap = new BinaryHeap<Entry<Item>>(compare);
  readonly #entries = new Map<Item, Entry<Item>>();
  #pushed = 0;

  get size(): number {
    return this.#entries.size;
  }

  push(item: Item, priority: number): void {
    const entry = { priority, number: ++this.#pushed, item };
    this.#entries.set(item, entry);
    this.#heap.push(entry);
  }

  /** The next one, which stays in the queue. */
  peek(): Item | undefined {
    this.#dropRemoved();
    return this.#heap.peek()?.item ?? undefined;
  }

  shift(): Item | undefined {
    const item = this.peek();
    if (item !== undefined) this.delete(item);
    return item;
  }

  /** True if it was in the queue. */
  delete(item: Item): boolean {
    const entry = this.#entries.get(item);
    if (entry === undefined) return false;
    entry.item = null;
    this.#entries.delete(item);
    this.#dropRemoved();
    return true;
  }

  /** Those that wait, in no particular order. */
  items(): Item[] {
    return [...this.#entries.keys()];
  }

  #dropRemoved(): void {
    while (this.#heap.peek()?.item === null) this.#heap.pop();
  }
}

function compare<Item>(a: Entry<Item>, b: Entry<Item>): number {
  return b.priority - a.priority || a.number - b.number;
}
