import { describe, expect, test } from "vitest";
import { runningRun } from "../conformance/samples.ts";
import { openSqliteStore } from "./open.ts";
import { startSibling, testFolder } from "./test-folder.ts";

const newPath = testFolder();

/** It starts processes, which takes its time on a machine with other work. */
const TIMEOUT_MILLIS = 60_000;

describe("a writer that is killed", { timeout: TIMEOUT_MILLIS }, () => {
  test("leaves everything that it acknowledged, whole, and a sound file", async () => {
    const path = newPath();
    const first = await openSqliteStore({ path });
    const { run } = await runningRun(first);
    await first.close();
    let acknowledged = run.revision;
    for (const commits of [1, 7, 40]) {
      const writer = startSibling("crash-writer-main", path, String(run.runKey));
      for (let done = 0; done < commits; done++) acknowledged = Number(await writer.line());
      writer.process.kill("SIGKILL");
      await writer.ended;

      const store = await openSqliteStore({ path });
      const found = await store.findRun("etl", run.runId);
      const revision = found?.run.revision ?? 0;
      expect(revision).toBeGreaterThanOrEqual(acknowledged);
      expect(found).toMatchObject({ run: { note: `note ${revision}` }, instances: [{ tryNumber: revision }] });
      const keys = Array.from({ length: revision - 1 }, (_, at) => `revision_${at + 2}`);
      const at = { runKey: run.runKey, taskId: "extract", mapIndex: -1 };
      expect(await store.getXComs(keys.map((key) => ({ ...at, key })))).not.toContain(undefined);
      expect(await store.getXComs([{ ...at, key: `revision_${revision + 1}` }])).toEqual([undefined]);
      expect(await store.check()).toEqual([]);
      await store.close();
    }
  });

  test("writes nothing any more once another one has taken over, even if it still lives", async () => {
    const path = newPath();
    // The other one commits without a pause: on a busy machine it may be long until this one gets between.
    const store = await openSqliteStore({ path, busyTimeoutMillis: 25_000 });
    const { run } = await runningRun(store);
    const writer = startSibling("crash-writer-main", path, String(run.runKey));
    await writer.line();
    const { fence } = await store.claimDags({ owner: "next", leaseSeconds: null, takeover: true });
    const revision = (await store.findRun("etl", run.runId))?.run.revision ?? 0;
    await writer.ended;
    expect(writer.process.exitCode).toBe(0);
    const runs = [{ runKey: run.runKey, expectRevision: revision }];
    expect(await store.commit({ owner: "next", fence, now: 0, runs })).toEqual({
      stale: [],
      refused: [],
      created: [],
      paused: [],
    });
    await store.close();
  });
});
