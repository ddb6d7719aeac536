import { newTaskInstance } from "@momiji/core";
import { expect, test } from "vitest";
import { allDags } from "../dag-scope.ts";
import { createRun, newRun, publish, scheduler } from "../conformance/samples.ts";
import { openConnection, openSqliteStore } from "./open.ts";
import { testFolder } from "./test-folder.ts";

const newPath = testFolder();

test("what another process writes is counted", async () => {
  const path = newPath();
  const store = await openSqliteStore({ path });
  await publish(store, "a");
  const owner = await scheduler(store);
  const { runKey } = await createRun(store, newRun("a", 0));
  await owner.commit({ runKey, expectRevision: 0, insert: [newTaskInstance("extract", 0)] });
  const total = async (): Promise<number> => {
    const page = { order: [], limit: 1 };
    return (await store.listTaskInstancesPage({ filter: {}, page, scope: allDags })).total;
  };
  expect(await total()).toBe(1);
  const other = openConnection({ path });
  other.run(
    `INSERT INTO task_instance (run_key, task_id, map_index, try_number, max_tries, lost_attempts) VALUES (?, 'extract', 7, 0, 0, 0)`,
    runKey,
  );
  other.close();
  expect(await total()).toBe(2);
  await store.close();
});
