/** Tells the listeners of this process that something changed. */
import type { StoreNotice } from "./store.ts";

type Listener = (notice: StoreNotice) => void;

export class Notices {
  readonly #listeners = new Set<Listener>();

  /** Whether anybody listens: what only a notice needs is not looked up for nobody. */
  get wanted(): boolean {
    return this.#listeners.size > 0;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Call after the commit. Listeners run in a microtask, so that none of them stands inside the write. */
  send(notice: StoreNotice): void {
    for (const listener of this.#listeners) queueMicrotask(() => listener(notice));
  }
}
