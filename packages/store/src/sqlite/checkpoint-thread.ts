/** Checkpoints the database whose path it is given whenever it is asked to, beside the connection that writes. */
import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";

parentPort?.on("message", () => {
  // A connection of its own for each checkpoint: an open one would keep the log from being removed at the end.
  try {
    const database = new DatabaseSync(workerData as string, { timeout: 0 });
    try {
      database.exec("PRAGMA wal_checkpoint(PASSIVE)");
    } finally {
      database.close();
    }
  } catch {
    // One that fails is made up for by the next, at the latest by SQLite's own.
  }
  parentPort?.postMessage(null);
});
