/** Brings a database file to the schema of this version: numbered steps, forward only, verified after each. */
import { StoreError } from "../errors.ts";
import { sha256 } from "../sha256.ts";
import type { Connection } from "./connection.ts";
import type { Migration } from "./migration.ts";
import { initial } from "./migrations/0001-initial.ts";
import { settings } from "./migrations/0002-settings.ts";
import { assets } from "./migrations/0003-assets.ts";
import { alarms } from "./migrations/0004-alarms.ts";
import { acts } from "./migrations/0005-acts.ts";
import { mapping } from "./migrations/0006-mapping.ts";
import { deferral } from "./migrations/0007-deferral.ts";
import { pausedReason } from "./migrations/0008-paused-reason.ts";
import { dagDeletion } from "./migrations/0009-dag-deletion.ts";
import { jobs } from "./migrations/0010-jobs.ts";
import { access } from "./migrations/0011-access.ts";
import { lists } from "./migrations/0012-lists.ts";
import { states } from "./migrations/0013-states.ts";
import { listIndexes } from "./migrations/0014-list-indexes.ts";
import { overviews } from "./migrations/0015-overviews.ts";
import { endedRuns } from "./migrations/0016-ended-runs.ts";
import { renderedFields } from "./migrations/0017-rendered-fields.ts";

/** "MOMI" in the file's header: `file` and SQLite tools show whose database it is. */
const APPLICATION_ID = 0x4d4f4d49;

export const MIGRATIONS: readonly Migration[] = [
  initial,
  settings,
  assets,
  alarms,
  acts,
  mapping,
  deferral,
  pausedReason,
  dagDeletion,
  jobs,
  access,
  lists,
  states,
  listIndexes,
  overviews,
  endedRuns,
  renderedFields,
];

export const LATEST = MIGRATIONS.length;

/**
 * The number of the last step that ran; 0 for a new, empty file. Call it within a transaction: what it reads must be of
 * one moment, since another process may be migrating.
 */
export function schemaVersion(db: Connection): number {
  const version = db.get<{ user_version: number }>("PRAGMA user_version")?.user_version ?? 0;
  const applicationId = db.get<{ application_id: number }>("PRAGMA application_id")?.application_id ?? 0;
  if (applicationId !== APPLICATION_ID) {
    const isEmpty = applicationId === 0 && version === 0 && schemaTexts(db).length === 0;
    if (!isEmpty) throw new StoreError("store_foreign_database", db.path);
  }
  if (version > LATEST) {
    throw new StoreError("store_too_new", `${db.path} has schema ${version}, this version knows ${LATEST}`);
  }
  return version;
}

/**
 * Runs the steps that are missing, all in one transaction: it fails as a whole or not at all. Of two processes that
 * start at once the second waits for the write lock and then finds nothing left to do.
 */
export function migrate(db: Connection, migrations: readonly Migration[] = MIGRATIONS): void {
  // A table that is made anew gives up its rows for a moment, which must not reach those that point to them. Only
  // outside of a transaction can this be switched; what the steps leave is checked instead.
  db.script("PRAGMA foreign_keys = OFF");
  try {
    db.write(() => {
      const missing = migrations.slice(schemaVersion(db));
      for (const migration of missing) {
        apply(db, migration);
        db.script(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migration.number}`);
      }
      if (missing.length > 0) requireForeignKeys(db);
    });
  } finally {
    db.script("PRAGMA foreign_keys = ON");
  }
}

function requireForeignKeys(db: Connection): void {
  const [broken] = db.all<{ table: string; parent: string }>("PRAGMA foreign_key_check");
  if (broken === undefined) return;
  throw new StoreError(
    "store_migration_failed",
    `${db.path}: a row of ${broken.table} belongs to a row of ${broken.parent} that is not there`,
  );
}

function apply(db: Connection, migration: Migration): void {
  const step = `${db.path}, step ${migration.number} (${migration.name})`;
  try {
    db.script(migration.sql);
  } catch (error) {
    // A full disk or a damaged file has a code of its own; what is left is a statement that the tables refuse.
    if (error instanceof StoreError || !(error instanceof Error)) throw error;
    throw new StoreError("store_migration_failed", `${step}: ${error.message}`, { cause: error });
  }
  if (schemaHash(db) !== migration.schemaHash) {
    throw new StoreError("store_migration_failed", `${step}: the tables do not look as they should afterwards`);
  }
}

/** A fingerprint of all tables and indexes; white space does not count. */
export function schemaHash(db: Connection): string {
  return sha256(
    schemaTexts(db)
      .map((text) => text.replace(/\s+/g, " "))
      .join("\n"),
  );
}

/** The statements that make up the schema, in a fixed order. */
export function schemaTexts(db: Connection): string[] {
  const rows = db.all<{ sql: string }>(
    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name, type",
  );
  return rows.map((row) => row.sql);
}
