/** What the rows of runs tell of a store that a server writes: read beside it, by plain SQL, since thousands are counted. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface EndedRuns {
  readonly count: number;
  /** Microseconds UTC; null: none has ended. */
  readonly lastEnd: number | null;
}

export class RunTable {
  readonly #database: DatabaseSync;

  constructor(home: string) {
    this.#database = new DatabaseSync(join(home, "momiji.db"), { readOnly: true });
  }

  /** Successful runs that were due in a span of time. */
  succeeded(from: number, before: number): EndedRuns {
    const query = this.#database.prepare(
      `SELECT count(*) AS "count", max(end_date) AS "lastEnd" FROM dag_run
       WHERE run_after >= ? AND run_after < ? AND state = 'success'`,
    );
    const { count = 0, lastEnd = null } = query.get(from, before) ?? {};
    return { count: Number(count), lastEnd: lastEnd === null ? null : Number(lastEnd) };
  }

  /** Milliseconds from the due moment of each run of a DAG to the start of its only task, the oldest run first. */
  lagsOf(dagId: string): number[] {
    const rows = this.#database
      .prepare(
        `SELECT (task_instance.start_date - run_after) / 1000.0 AS "millis" FROM dag_run JOIN task_instance USING (run_key)
         WHERE dag_id = ? ORDER BY run_key`,
      )
      .all(dagId) as { readonly millis: number }[];
    return rows.map(({ millis }) => millis);
  }

  close(): void {
    this.#database.close();
  }
}
