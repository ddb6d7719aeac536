/** The bare durable transaction: one row rewritten and synced, as often as the engine commits. */
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";

export interface Durable {
  /** One transaction that rewrites `rows` rows. */
  commit(rows?: number): void;
  close(): void;
}

export function openDurable(folder: string, synchronous: "FULL" | "NORMAL" = "FULL"): Durable {
  const database = new DatabaseSync(join(folder, "floor.db"));
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; CREATE TABLE row (id INTEGER PRIMARY KEY, state TEXT NOT NULL) STRICT`,
  );
  const write = database.prepare(
    "INSERT INTO row (id, state) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state",
  );
  let count = 0;
  return {
    commit(rows = 1) {
      database.exec("BEGIN IMMEDIATE");
      for (let row = 0; row < rows; row++) write.run(count++ % 5000, "success");
      database.exec("COMMIT");
    },
    close: () => database.close(),
  };
}
