import { describe, expect, test } from "vitest";
import { runningRun } from "../conformance/samples.ts";
import type { Problem } from "../store.ts";
import { openConnection } from "./open.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { testFolder } from "./test-folder.ts";

const newPath = testFolder();

/** What `check` says of a store with one running run after somebody changed it by hand. */
async function problemsAfter(script: string): Promise<Problem[]> {
  const db = openConnection({ path: newPath() });
  const store = new SqliteStore(db, { pausedAtCreation: true });
  await runningRun(store);
  db.script(script);
  const problems = await store.check();
  await store.close();
  return problems;
}

describe("checking a store", () => {
  test.each([
    [
      "rows without the row they belong to",
      "PRAGMA foreign_keys = OFF; DELETE FROM dag_run",
      /1 rows of task_instance belong to rows of dag_run/,
    ],
    ["tables changed by hand", "CREATE INDEX mine ON dag_run (note)", /tables are not the ones/],
    [
      "a finished run with an unfinished task instance",
      "UPDATE dag_run SET state = 'failed'; UPDATE task_instance SET state = 'scheduled'",
      /1 finished runs.*etl scheduled__day_0/,
    ],
    [
      "an attempt without its id",
      "UPDATE task_instance SET state = 'running'",
      /without the id of an attempt.*extract/,
    ],
    ["an outcome that is no JSON", "UPDATE task_instance SET outcome = '{'", /outcome that cannot be read/],
    ["a missing default pool", "DELETE FROM pool", /default_pool/],
    [
      "a value that a constraint forbids",
      "PRAGMA ignore_check_constraints = ON; UPDATE pool SET slots = -9; PRAGMA ignore_check_constraints = OFF",
      /damaged.*CHECK constraint/,
    ],
  ])("finds %s and says what to do", async (_, script, what) => {
    const problems = await problemsAfter(script);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.what).toMatch(what);
    expect(problems[0]?.remedy).toMatch(/\.$/);
  });
});
