/** Connections of types `fs` (a path) and `sqlite` (a database file): what they name is there and can be read. */
import { stat } from "node:fs/promises";
import type { Connection, ConnectionCheck } from "@momiji/sdk";

/** Airflow's `FSHook`: `extra.path`; what is named need not be a file. */
export const checkFs: ConnectionCheck = async (connection, _signal, reach) => {
  const { extra, host } = connection;
  const named = typeof extra["path"] === "string" ? extra["path"] : host;
  if (named === undefined) throw missing(connection, "path in its extra");
  const path = await reach.pathOf(named);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Error(`${path} is not there, or cannot be read`);
  return `${path} is ${found.isDirectory() ? "a folder" : "a file"}`;
};

/** Opened to read: a file that is not there is not made. */
export const checkSqlite: ConnectionCheck = async (connection, _signal, reach) => {
  if (connection.host === undefined) throw missing(connection, "path of a file as its host");
  const host = await reach.pathOf(connection.host);
  const { DatabaseSync } = await import("node:sqlite");
  if ((await stat(host).catch(() => null)) === null) throw new Error(`${host} is not there, or cannot be read`);
  const db = new DatabaseSync(host, { readOnly: true });
  try {
    const { tables } = db.prepare("SELECT count(*) AS tables FROM sqlite_master WHERE type = 'table'").get() as {
      tables: number;
    };
    return `${host} is a database of ${tables} tables`;
  } finally {
    db.close();
  }
};

function missing({ id }: Connection, what: string): Error {
  return new Error(`connection "${id}" has no ${what}`);
}
