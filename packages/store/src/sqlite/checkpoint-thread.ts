/** One checkpoint of the database whose path it is given, beside the connection that writes. */
import { DatabaseSync } from "node:sqlite";
import { workerData } from "node:worker_threads";

const database = new DatabaseSync(workerData as string, { timeout: 0 });
try {
  database.exec("PRAGMA wal_checkpoint(PASSIVE)");
} finally {
  database.close();
}
