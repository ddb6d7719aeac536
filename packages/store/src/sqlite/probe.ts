/** A quick look for damage at the start: its cost is bounded, however large the file is. */
import { StoreError } from "../errors.ts";
import type { Connection } from "./connection.ts";

/** Files up to this size are looked through whole, which takes some milliseconds. */
const WHOLE_BYTES = 4 * 1024 * 1024;

/** One text for each table, that reads the way from the root to its last row: the end of a file is what breaks first. */
const SELECT_PROBES = `
  SELECT 'SELECT * FROM "' || t.name || '" ORDER BY '
    || group_concat('"' || c.name || '" DESC', ', ' ORDER BY c.pk) || ' LIMIT 1' AS text
  FROM sqlite_schema t JOIN pragma_table_info(t.name) c
  WHERE t.type = 'table' AND c.pk > 0 GROUP BY t.name`;

/**
 * Opening has read the header and the schema, and SQLite has compared the file's length with its header. This reads on:
 * a small file whole, of a large one the end of every table; `check` does the rest when somebody asks for it.
 * @throws StoreError `store_damaged`
 */
export function probe(db: Connection): void {
  if (fileBytes(db) > WHOLE_BYTES) {
    for (const { text } of db.all<{ text: string }>(SELECT_PROBES)) db.get(text);
    return;
  }
  const finding = db.get<{ quick_check: string }>("PRAGMA quick_check(1)")?.quick_check;
  if (finding !== "ok") throw new StoreError("store_damaged", `${db.path}: ${finding}`);
}

function fileBytes(db: Connection): number {
  const pages = db.get<{ page_count: number }>("PRAGMA page_count")?.page_count ?? 0;
  return pages * (db.get<{ page_size: number }>("PRAGMA page_size")?.page_size ?? 0);
}
