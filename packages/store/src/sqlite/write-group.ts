/**
 * Writes that are asked for within one turn of the event loop share one transaction, and so one sync: five hundred
 * clients that trigger at once do not wait for five hundred syncs. Each stands in a savepoint of its own, so one that is
 * refused takes nothing else back.
 */
import type { Connection } from "./connection.ts";

interface Asked {
  work(): unknown;
  resolve(answer: never): void;
  reject(error: unknown): void;
}

export class WriteGroup {
  readonly #db: Connection;
  #asked: Asked[] = [];

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Resolves once the work is durable. */
  write<Answer>(work: () => Answer): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      if (this.#asked.push({ work, resolve, reject }) === 1) setImmediate(() => this.flush());
    });
  }

  flush(): void {
    const asked = this.#asked;
    this.#asked = [];
    if (asked.length === 0) return;
    const answers: (() => void)[] = [];
    try {
      this.#db.write(() => {
        for (const each of asked) answers.push(this.#attempt(each));
      });
    } catch (error) {
      for (const { reject } of asked) reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  #attempt({ work, resolve, reject }: Asked): () => void {
    this.#db.run("SAVEPOINT asked");
    try {
      const answer = work();
      this.#db.run("RELEASE asked");
      return () => resolve(answer as never);
    } catch (error) {
      // A full disk ends the whole transaction: then there is no savepoint left, and all are told why.
      if (!this.#db.isInTransaction) throw error;
      this.#db.run("ROLLBACK TO asked");
      this.#db.run("RELEASE asked");
      return () => reject(error);
    }
  }
}
