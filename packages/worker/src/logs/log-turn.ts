/** The logs that have something to write at the end of this turn of the event loop. */
import type { AttemptLog } from "./attempt-log.ts";

export class LogTurn {
  #logs = new Set<AttemptLog>();

  add(log: AttemptLog): void {
    if (this.#logs.size === 0) setImmediate(() => this.#flush());
    this.#logs.add(log);
  }

  #flush(): void {
    const logs = this.#logs;
    this.#logs = new Set();
    for (const log of logs) log.flush();
  }
}
