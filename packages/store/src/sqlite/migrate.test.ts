import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { Connection } from "./connection.ts";
import { LATEST, migrate, MIGRATIONS, schemaHash, schemaTexts, schemaVersion } from "./migrate.ts";
import type { Migration } from "./migration.ts";
import { openSqliteStore } from "./open.ts";
import { startSibling, testFolder } from "./test-folder.ts";

const newPath = testFolder();

function connect(path = newPath()): Connection {
  return new Connection(new DatabaseSync(path), path);
}

describe("migrations", () => {
  test("are numbered from 1 without gaps", () => {
    expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });

  test("lead to the recorded schema", async () => {
    const db = connect();
    migrate(db);
    expect(schemaVersion(db)).toBe(LATEST);
    await expect(`${schemaTexts(db).join(";\n\n")};\n`).toMatchFileSnapshot("./migrations/schema.sql");
    db.close();
  });

  test("do nothing the second time", () => {
    const db = connect();
    migrate(db);
    const before = schemaHash(db);
    migrate(db);
    expect(schemaHash(db)).toBe(before);
    db.close();
  });

  test("run once when several processes start at once", { timeout: 60_000 }, async () => {
    const path = newPath();
    const openers = Array.from({ length: 4 }, () => startSibling("racing-opener-main", path));
    for (const opener of openers) expect(await opener.line()).toBe("ready");
    for (const opener of openers) opener.process.stdin?.write("go\n");
    for (const opener of openers) expect(await opener.line()).toBe("1");
    for (const opener of openers) await opener.ended;
    const store = await openSqliteStore({ path });
    expect(await store.check()).toEqual([]);
    await store.close();
  });
});

describe("a migration that fails", () => {
  const second = (sql: string): Migration => ({ number: LATEST + 1, name: "second", sql, schemaHash: "" });

  test.each([
    ["because a statement is refused", "CREATE TABLE extra (a); CREATE TABLE pool (a)", /already exists/],
    ["because it left other tables than it should", "CREATE TABLE extra (a)", /do not look as they should/],
  ])("%s changes nothing", (_, sql, message) => {
    const db = connect();
    migrate(db);
    const before = schemaHash(db);
    const failing = () => migrate(db, [...MIGRATIONS, second(sql)]);
    expect(failing).toThrow(expect.objectContaining({ code: "store_migration_failed" }));
    expect(failing).toThrow(message);
    expect(schemaHash(db)).toBe(before);
    expect(schemaVersion(db)).toBe(LATEST);
    db.close();
  });
});

describe("making the table of runs anew", () => {
  test("keeps runs with everything that belongs to them", () => {
    const db = connect();
    const before = MIGRATIONS.findIndex(({ name }) => name === "assets");
    migrate(db, MIGRATIONS.slice(0, before));
    db.script(`
      INSERT INTO dag_version VALUES ('d', 1, 'h', '{}', 'b', '/b', 1);
      INSERT INTO dag (dag_id, file, version, is_active, is_paused, created_at, updated_at) VALUES ('d', 'f', 1, 1, 0, 1, 1);
      INSERT INTO dag_run (dag_id, run_id, run_type, triggered_by, run_after, conf, state, queued_at, dag_version)
        VALUES ('d', 'r', 'manual', 'cli', 1, '{}', 'running', 1, 1);
      INSERT INTO task_instance (run_key, task_id, map_index, state, try_number, max_tries, lost_attempts)
        VALUES (1, 't', -1, 'success', 1, 0, 0);
      INSERT INTO xcom VALUES (1, 't', -1, 'return_value', '7')`);
    migrate(db);
    expect(db.all("SELECT run_id, state FROM dag_run JOIN xcom USING (run_key)")).toEqual([
      { run_id: "r", state: "running" },
    ]);
    expect(db.run("DELETE FROM dag_run")).toBe(1);
    expect(db.all("SELECT * FROM task_instance")).toEqual([]);
    db.close();
  });
});
