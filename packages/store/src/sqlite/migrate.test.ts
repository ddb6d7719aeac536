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
