/**
 * Named pipes for the output of commands, used again and again. Not the pipes that Node makes: those are sockets, which a
 * command cannot open as /dev/stdout, and one pipe for both streams keeps their order.
 */
import { mkdirSync, rmSync, unlink } from "node:fs";
import { join } from "node:path";

/** Made at once, since making one takes a process. */
const BATCH = 8;

export interface FifoPoolOptions {
  readonly folder: string;
  /** Makes the pipes; rejects with why it could not. */
  readonly make: (paths: readonly string[]) => Promise<void>;
}

export class FifoPool {
  readonly #options: FifoPoolOptions;
  readonly #free: string[] = [];
  #making: Promise<void> | null = null;
  #made = 0;

  constructor(options: FifoPoolOptions) {
    this.#options = options;
    mkdirSync(options.folder, { recursive: true });
  }

  /** One that nobody uses; undefined: none is ready, see `more`. */
  take(): string | undefined {
    return this.#free.pop();
  }

  /** Resolves when there may be one to take. */
  async more(): Promise<void> {
    if (this.#free.length > 0) return;
    this.#making ??= this.#make().finally(() => (this.#making = null));
    await this.#making;
  }

  /** Its last writer has closed it: it may serve again. */
  giveBack(path: string): void {
    this.#free.push(path);
  }

  /** Somebody still has it open for writing, so what he writes must not reach the next reader. */
  retire(path: string): void {
    unlink(path, () => {});
  }

  close(): void {
    rmSync(this.#options.folder, { recursive: true, force: true });
  }

  async #make(): Promise<void> {
    const paths = Array.from({ length: BATCH }, () => join(this.#options.folder, String(++this.#made)));
    await this.#options.make(paths);
    this.#free.push(...paths);
  }
}
