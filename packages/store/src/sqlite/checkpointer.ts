/**
 * Moves the write-ahead log into the database file in a thread of its own, since it syncs twice and would stop the event
 * loop for tens of milliseconds. SQLite's own checkpoint stays as a backstop at a far higher mark.
 */
import { Worker } from "node:worker_threads";

/** Estimated pages in the log from which a checkpoint is worth its price: about 4 MiB. */
const WORTH_PAGES = 1_000;

const PAGES_A_COMMIT = 3;
const ROWS_A_PAGE = 10;

export class Checkpointer {
  readonly #path: string;
  #pages = 0;
  #thread: Worker | null = null;
  #isBusy = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** A transaction wrote about so many rows. The thread is kept: to start one costs more than a checkpoint. */
  wrote(rows: number): void {
    // A database in memory has no log.
    if (this.#path === ":memory:") return;
    this.#pages += PAGES_A_COMMIT + rows / ROWS_A_PAGE;
    if (this.#pages < WORTH_PAGES || this.#isBusy) return;
    this.#pages = 0;
    this.#isBusy = true;
    this.#thread ??= this.#start();
    this.#thread.postMessage(null);
  }

  async stop(): Promise<void> {
    await this.#thread?.terminate();
  }

  #start(): Worker {
    const module = `./checkpoint-thread${import.meta.url.slice(import.meta.url.lastIndexOf("."))}`;
    const thread = new Worker(new URL(module, import.meta.url), { workerData: this.#path });
    thread.on("message", () => (this.#isBusy = false));
    thread.on("error", () => undefined);
    thread.once("exit", () => {
      this.#thread = null;
      this.#isBusy = false;
    });
    thread.unref();
    return thread;
  }
}
