/**
 * A process for `crash.test.ts`: commits one revision after another and tells each that was acknowledged, until it is
 * killed or loses its fence.
 */
import { newTaskInstance, type DagRun } from "@momiji/core";
import { FenceLost, type RunCommit } from "../store.ts";
import { openSqliteStore } from "./open.ts";

const [path = "", runKey = "0"] = process.argv.slice(2);
const owner = `writer ${process.pid}`;
const store = await openSqliteStore({ path });
const { fence } = await store.claimDags({ owner, leaseSeconds: null, takeover: true });
const run = (await store.loadRuns([Number(runKey)]))[0]?.run;
if (run === undefined) throw new Error(`there is no run ${runKey}`);

/** Every row of it tells the revision that it makes. */
function change(run: DagRun, expectRevision: number): RunCommit {
  const revision = expectRevision + 1;
  return {
    runKey: run.runKey,
    expectRevision,
    run: { ...run, note: `note ${revision}` },
    update: [{ ...newTaskInstance("extract", 0), tryNumber: revision }],
    xcoms: [{ taskId: "extract", mapIndex: -1, xcoms: [{ key: `revision_${revision}`, value: owner }] }],
  };
}

try {
  for (let revision = run.revision; ; revision++) {
    await store.commit({ owner, fence, now: 0, runs: [change(run, revision)] });
    process.stdout.write(`${revision + 1}\n`);
  }
} catch (error) {
  process.exitCode = error instanceof FenceLost ? 0 : 1;
  await store.close();
}
