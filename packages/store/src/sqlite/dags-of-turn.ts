/**
 * DAGs by their ids, read once in a turn of the event loop: five hundred clients that trigger a DAG at once each ask for it,
 * with a document that has to be parsed. Whatever this connection writes meanwhile is seen at once.
 */
import type { DagFilter, DagRecord } from "../store.ts";
import type { Connection } from "./connection.ts";
import { listDags } from "./dags.ts";

export class DagsOfTurn {
  readonly #db: Connection;
  /** By filter. */
  readonly #read = new Map<string, readonly DagRecord[]>();
  /** What the connection had written then. */
  #writes = 0;

  constructor(db: Connection) {
    this.#db = db;
  }

  list(filter: DagFilter): DagRecord[] {
    if (filter.dagIds === undefined) return listDags(this.#db, filter);
    if (this.#writes !== this.#db.writes) this.#read.clear();
    const key = JSON.stringify([filter.dagIds, filter.includeInactive === true]);
    let found = this.#read.get(key);
    if (found === undefined) {
      found = listDags(this.#db, filter);
      if (this.#read.size === 0) setImmediate(() => this.#read.clear());
      this.#read.set(key, found);
      this.#writes = this.#db.writes;
    }
    return [...found];
  }
}
