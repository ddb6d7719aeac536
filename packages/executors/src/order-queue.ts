/** What waits for a place: higher priority first, among equals who came first. */
interface Entry<Item> {
  readonly priority: number;
  readonly number: number;
  /** Null once it was removed; the entry then stays in the heap until it comes up. */
  item: Item | null;
}

export class OrderQueue<Item> {
  readonly #heap: Entry<Item>[] = [];
  readonly #entries = new Map<Item, Entry<Item>>();
  #pushed = 0;

  get size(): number {
    return this.#entries.size;
  }

  push(item: Item, priority: number): void {
    const entry = { priority, number: ++this.#pushed, item };
    this.#entries.set(item, entry);
    const heap = this.#heap;
    let hole = heap.push(entry) - 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent] as Entry<Item>;
      if (goesBefore(above, entry)) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = entry;
  }

  /** The next one, which stays in the queue. */
  peek(): Item | undefined {
    this.#dropRemoved();
    return this.#heap[0]?.item ?? undefined;
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
    while (this.#heap[0]?.item === null) this.#pop();
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let hole = 0;
    for (let child = 1; child < heap.length; child = 2 * hole + 1) {
      const right = heap[child + 1];
      if (right !== undefined && goesBefore(right, heap[child] as Entry<Item>)) child++;
      const below = heap[child] as Entry<Item>;
      if (goesBefore(last, below)) break;
      heap[hole] = below;
      hole = child;
    }
    heap[hole] = last;
  }
}

function goesBefore<Item>(a: Entry<Item>, b: Entry<Item>): boolean {
  return a.priority === b.priority ? a.number < b.number : a.priority > b.priority;
}
