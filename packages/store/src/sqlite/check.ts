/** `check`: looks through the whole database. Seconds for a gigabyte, so it runs only when somebody asks for it. */
import type { Problem } from "../store.ts";
import type { Connection } from "./connection.ts";
import { MIGRATIONS, schemaHash } from "./migrate.ts";

const RESTORE = "Stop Momiji, keep a copy of the file, and restore a backup (or try SQLite's `.recover`).";
const REPORT = "Please report this together with how it came about; clearing the task or the run sets it right.";

/** Rules that a constraint cannot hold. Each text counts the rows that break it and names one of them. */
const RULES: readonly { readonly text: string; readonly what: string; readonly remedy: string }[] = [
  {
    // Instances without a state may stand in a finished run: cleared ones whose run was not reset.
    text: `
      SELECT count(*) AS found, min(r.dag_id || ' ' || r.run_id) AS example FROM dag_run r
      WHERE r.state IN ('success', 'failed') AND EXISTS (
        SELECT 1 FROM task_instance t WHERE t.run_key = r.run_key AND t.state IN (
          'scheduled', 'queued', 'running', 'restarting', 'up_for_retry', 'up_for_reschedule', 'deferred', 'awaiting_input'))`,
    what: "finished runs have task instances that are not finished",
    remedy: REPORT,
  },
  {
    text: `
      SELECT count(*) AS found, min(run_key || ' ' || task_id) AS example FROM task_instance
      WHERE state IN ('queued', 'running', 'restarting', 'deferred', 'awaiting_input') AND attempt_id IS NULL`,
    what: "task instances are with a worker without the id of an attempt",
    remedy: REPORT,
  },
  {
    text: `
      SELECT count(*) AS found, min(run_key || ' ' || task_id) AS example FROM task_instance
      WHERE outcome IS NOT NULL AND NOT json_valid(outcome)`,
    what: "task instances have an outcome that cannot be read",
    remedy: RESTORE,
  },
  {
    text: `
      SELECT count(*) AS found, min(name) AS example FROM (SELECT 'default_pool' AS name)
      WHERE name NOT IN (SELECT name FROM pool)`,
    what: "pools that every task may name are missing",
    remedy: "Create the pool again with 128 slots.",
  },
];

/** Empty: no damage found. */
export function check(db: Connection): Problem[] {
  return db.read(() => [...damage(db), ...foreignKeys(db), ...schema(db), ...rules(db)]);
}

function damage(db: Connection): Problem[] {
  return db
    .all<{ integrity_check: string }>("PRAGMA integrity_check")
    .filter((row) => row.integrity_check !== "ok")
    .map((row) => ({ what: `The database file is damaged: ${row.integrity_check}`, remedy: RESTORE }));
}

function foreignKeys(db: Connection): Problem[] {
  return db
    .all<{ table: string; parent: string; found: number }>(
      `SELECT "table", parent, count(*) AS found FROM pragma_foreign_key_check() GROUP BY 1, 2`,
    )
    .map(({ table, parent, found }) => ({
      what: `${found} rows of ${table} belong to rows of ${parent} that are not there`,
      remedy: RESTORE,
    }));
}

function schema(db: Connection): Problem[] {
  if (schemaHash(db) === MIGRATIONS.at(-1)?.schemaHash) return [];
  const remedy =
    "Undo what was changed by hand (an own index, for instance): the next update of Momiji needs its own tables.";
  return [{ what: "The tables are not the ones that Momiji made", remedy }];
}

function rules(db: Connection): Problem[] {
  return RULES.flatMap(({ text, what, remedy }) => {
    const { found, example } = db.get<{ found: number; example: string | null }>(text) ?? { found: 0, example: null };
    return found === 0 ? [] : [{ what: `${found} ${what}, for example ${example}`, remedy }];
  });
}
