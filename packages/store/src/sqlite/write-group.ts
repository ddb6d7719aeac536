/**
 * Writes that are asked for within one turn of the event loop share one transaction, and so one sync: five hundred
 * clients that trigger at once do not wait for five hundred syncs. If one of them is refused all are taken back and done
 * once more, each in a savepoint of its own, so that the one that is refused takes nothing else back. Not at once in
 * savepoints: SQLite copies every page that changes after one into a journal, which made a burst of triggers twice as dear.
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

  /** Resolves once the work is durable. It may be done twice, the first time being taken back. */
  write<Answer>(work: () => Answer): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      if (this.#asked.push({ work, resolve, reject }) === 1) setImmediate(() => this.flush());
    });
  }

  flush(): void {
    const asked = this.#asked;
    this.#asked = [];
    if (asked.length === 0) return;
    try {
      const answers = this.#together(asked);
      for (const answer of answers) answer();
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  /** @throws what refuses the one that was asked for, or all of them. */
  #together(asked: readonly Asked[]): (() => void)[] {
    try {
      return this.#db.write(() => asked.map(answerOf));
    } catch (error) {
      if (asked.length === 1) throw error;
    }
    return this.#db.write(() => asked.map((each) => this.#apart(each)));
  }

  #apart(each: Asked): () => void {
    this.#db.run("SAVEPOINT asked");
    try {
      const answer = answerOf(each);
      this.#db.run("RELEASE asked");
      return answer;
    } catch (error) {
      // A full disk ends the whole transaction: then there is no savepoint left, and all are told why.
      if (!this.#db.isInTransaction) throw error;
      this.#db.run("ROLLBACK TO asked");
      this.#db.run("RELEASE asked");
      return () => each.reject(error);
    }
  }
}

function answerOf({ work, resolve }: Asked): () => void {
  const answer = work();
  return () => resolve(answer as never);
}
