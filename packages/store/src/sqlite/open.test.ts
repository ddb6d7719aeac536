import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { createRun, file, NEW_YEAR, newRun, publish, runningRun, spec } from "../conformance/samples.ts";
import { openConnection, openSqliteStore } from "./open.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { testFolder } from "./test-folder.ts";

const newPath = testFolder();

async function soundFile(): Promise<string> {
  const path = newPath();
  const store = await openSqliteStore({ path });
  await runningRun(store);
  await store.close();
  return path;
}

/** Writes noise into the file from an offset on. */
function scribble(path: string, offset: number, bytes = 512): void {
  const handle = openSync(path, "r+");
  writeSync(handle, Buffer.alloc(bytes, 0x5a), 0, bytes, offset);
  closeSync(handle);
}

async function refusal(path: string, more: { readOnly?: boolean } = {}): Promise<{ code: string; message: string }> {
  return openSqliteStore({ path, ...more }).then(
    () => ({ code: "opened", message: "" }),
    (error) => error,
  );
}

describe("opening a file that is not Momiji's", () => {
  test("refuses a file that is no database", async () => {
    const path = newPath();
    writeFileSync(path, "dag_id,run_id\n".repeat(200));
    const error = await refusal(path);
    expect(error.code).toBe("store_not_a_database");
    expect(error.message).toContain(path);
  });

  test("refuses a database of somebody else's and does not touch it", async () => {
    const path = newPath();
    const other = new DatabaseSync(path);
    other.exec("CREATE TABLE book (title)");
    other.close();
    const before = statSync(path);
    expect((await refusal(path)).code).toBe("store_foreign_database");
    expect(statSync(path)).toMatchObject({ size: before.size, mtimeMs: before.mtimeMs });
  });

  test("refuses a schema of a later version", async () => {
    const path = await soundFile();
    const later = new DatabaseSync(path);
    later.exec("PRAGMA user_version = 999");
    later.close();
    expect((await refusal(path)).code).toBe("store_too_new");
  });

  test("says what is in the way where there can be no file", async () => {
    const path = newPath();
    expect(await refusal(dirname(path))).toMatchObject({
      code: "store_cannot_open",
      message: expect.stringContaining("it is a folder"),
    });
    const missing = join(path, "momiji.db");
    expect(await refusal(missing)).toMatchObject({
      code: "store_cannot_open",
      message: expect.stringContaining(`no folder ${path}`),
    });
  });
});

describe("opening a damaged file", () => {
  test("refuses a file that was cut off", async () => {
    const path = await soundFile();
    truncateSync(path, statSync(path).size - 8_192);
    expect((await refusal(path)).code).toBe("store_damaged");
  });

  test("refuses a file with noise in it", async () => {
    const path = await soundFile();
    scribble(path, 4_096 * 3);
    expect((await refusal(path)).code).toBe("store_damaged");
  });

  test("finds a damaged root page of a large file without reading the whole", async () => {
    const path = await soundFile();
    const large = openConnection({ path });
    const store = new SqliteStore(large, { pausedAtCreation: true });
    await store.setPool({ name: "wide", slots: 1, includeDeferred: false, description: "x".repeat(5 * 1024 * 1024) });
    const root = large.get<{ rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'task_instance'");
    await store.close();
    scribble(path, 4_096 * ((root?.rootpage ?? 1) - 1));
    expect((await refusal(path)).code).toBe("store_damaged");
  });
});

describe("opening for reading", () => {
  test("needs a file with the tables of this version", async () => {
    const path = newPath();
    expect(await refusal(path, { readOnly: true })).toMatchObject({
      code: "store_cannot_open",
      message: expect.stringContaining("no such file"),
    });
    new DatabaseSync(path).exec("PRAGMA journal_mode = WAL");
    expect((await refusal(path, { readOnly: true })).code).toBe("store_not_migrated");
  });

  test("sees what a writer commits meanwhile, and writes nothing itself", async () => {
    const path = newPath();
    const writer = await openSqliteStore({ path });
    await publish(writer, "etl");
    const reader = await openSqliteStore({ path, readOnly: true });
    expect(await reader.listRuns({})).toEqual([]);
    const run = await createRun(writer, newRun("etl", 0));
    expect(await reader.listRuns({})).toEqual([run]);
    await expect(reader.setPaused("etl", false, NEW_YEAR)).rejects.toMatchObject({ code: "store_read_only" });
    await expect(reader.createRuns([], NEW_YEAR).then(() => createRun(reader, newRun("etl", 1)))).rejects.toMatchObject(
      {
        code: "store_read_only",
      },
    );
    await reader.close();
    await writer.close();
  });

  test("works on a copy of the file alone", async () => {
    const path = await soundFile();
    const folder = `${path}.copy`;
    mkdirSync(folder);
    copyFileSync(path, join(folder, "copy.db"));
    const reader = await openSqliteStore({ path: join(folder, "copy.db"), readOnly: true });
    expect(await reader.listDags()).toHaveLength(1);
    await reader.close();
  });
});

describe("settings of the store", () => {
  test("are the durable ones unless asked otherwise", () => {
    const settings = (synchronous?: "full" | "normal") => {
      const db = openConnection({ path: newPath(), ...(synchronous && { synchronous }) });
      const found = [db.get("PRAGMA journal_mode"), db.get("PRAGMA synchronous"), db.get("PRAGMA foreign_keys")];
      db.close();
      return found.map((row) => Object.values(row as object)[0]);
    };
    expect(settings()).toEqual(["wal", 2, 1]);
    expect(settings("normal")).toEqual(["wal", 1, 1]);
  });

  test("new DAGs may start unpaused", async () => {
    const store = await openSqliteStore({ path: newPath(), pausedAtCreation: false });
    await store.publishFile(file("a.ts", [spec("a"), spec("b", { isPausedUponCreation: true })]), NEW_YEAR);
    expect(await store.listDags()).toMatchObject([{ isPaused: false }, { isPaused: true }]);
    await store.close();
  });
});

describe("a disk that is full", () => {
  test("loses the commit as a whole, says so, and goes on when there is space", async () => {
    const db = openConnection({ path: newPath() });
    const store = new SqliteStore(db, { pausedAtCreation: true });
    const { run, owner } = await runningRun(store);
    const before = await store.findRun("etl", run.runId);
    const pages = db.get<{ page_count: number }>("PRAGMA page_count")?.page_count ?? 0;
    const xcoms = [{ taskId: "extract", mapIndex: -1, xcoms: [{ key: "k", value: "x".repeat(200_000) }] }];
    const change = { runKey: run.runKey, expectRevision: 1, run: { ...run, note: "large" }, xcoms };
    db.script(`PRAGMA max_page_count = ${pages}`);
    await expect(owner.commit(change)).rejects.toMatchObject({ code: "store_full", retryable: true });
    expect(await store.findRun("etl", run.runId)).toEqual(before);
    db.script("PRAGMA max_page_count = 100000");
    expect(await owner.commit(change)).toMatchObject({ stale: [] });
    expect(await store.check()).toEqual([]);
    await store.close();
  });

  test("is named to everybody whose writes shared the transaction", async () => {
    const db = openConnection({ path: newPath() });
    const store = new SqliteStore(db, { pausedAtCreation: true });
    const event = (attemptId: string) => ({ type: "deferred" as const, attemptId, at: NEW_YEAR, until: null });
    const pages = db.get<{ page_count: number }>("PRAGMA page_count")?.page_count ?? 0;
    db.script(`PRAGMA max_page_count = ${pages}`);
    const writes = ["small", "x".repeat(200_000), "small"].map((id) => store.appendInbox([event(id)], NEW_YEAR));
    const answers = await Promise.allSettled(writes);
    const full = { status: "rejected", reason: expect.objectContaining({ code: "store_full" }) };
    expect(answers).toEqual([full, full, full]);
    expect(await store.readInbox(10)).toEqual([]);
    await store.appendInbox([event("small")], NEW_YEAR);
    expect(await store.readInbox(10)).toHaveLength(1);
    await store.close();
  });
});

describe("another process that holds the file", () => {
  async function heldStore(busyTimeoutMillis: number) {
    const path = await soundFile();
    const store = await openSqliteStore({ path, busyTimeoutMillis });
    const other = new DatabaseSync(path);
    other.exec("BEGIN EXCLUSIVE");
    return { store, other };
  }

  test("is waited for, and named when it takes too long", async () => {
    const { store, other } = await heldStore(1);
    await expect(store.setPaused("etl", true, NEW_YEAR)).rejects.toMatchObject({ code: "store_busy", retryable: true });
    expect(await store.trouble()).toMatchObject({ code: "store_busy" });
    other.exec("ROLLBACK");
    expect(await store.trouble()).toBeNull();
    expect(await store.setPaused("etl", true, NEW_YEAR)).toBe(true);
    other.close();
    await store.close();
  });

  test("is waited for by those who write alone; what they write is written once", async () => {
    const { store, other } = await heldStore(60_000);
    const told: unknown[] = [];
    store.subscribe((notice) => told.push(notice.kind));
    const writing = [store.setPaused("etl", true, NEW_YEAR), store.createRuns([newRun("etl", 7)], NEW_YEAR)] as const;
    expect(await store.listRuns({ dagId: "etl" })).toHaveLength(1);
    expect(await store.trouble()).toMatchObject({ code: "store_busy" });
    expect(told).toEqual([]);
    other.exec("ROLLBACK");
    expect((await Promise.all(writing))[1]).toMatchObject([{ created: true }]);
    expect(await store.listRuns({ dagId: "etl" })).toHaveLength(2);
    expect(new Set(told)).toEqual(new Set(["dags", "runs"]));
    expect(await store.trouble()).toBeNull();
    other.close();
    await store.close();
  });
});
