/** Tasks that start runs of other DAGs, and that wait for them, in a real server. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DagRun } from "@momiji/core";
import { openSqliteStore } from "@momiji/store";
import { afterAll, beforeAll, expect, test } from "vitest";
import { homeAt } from "../home.ts";
import { type Standalone, startStandalone } from "../presets/standalone.ts";

const DATE = "2026-11-10T00:00:00Z";

const DAGS = `import { dag } from "momiji";
import { bash, dateTimeSensor, externalTaskSensor, timeDeltaSensor, triggerDagRun } from "momiji/operators";

const on = { isPausedUponCreation: false } as const;
const soon = { pokeInterval: { seconds: 0.1 } } as const;

export const other = dag({ id: "other", ...on }, ({ group }) => {
  group("load", () => [bash("a", { command: "echo a" }), bash("b", { command: "echo b" })]);
});
export const still = dag({ id: "still", isPausedUponCreation: true }, () => void bash("a", { command: "true" }));

export const resets = dag({ id: "resets", ...on }, ({ chain }) => {
  const it = { dagId: "other", runId: "mine", logicalDate: "${DATE}", waitForCompletion: true, ...soon };
  chain(triggerDagRun("first", it), triggerDagRun("again", { ...it, runId: "another", resetDagRun: true, note: "twice" }));
});
export const twice = dag({ id: "twice", ...on }, () => {
  triggerDagRun("same", { dagId: "other", runId: "mine" });
  triggerDagRun("paused", { dagId: "still", failWhenDagIsPaused: true });
  triggerDagRun.map("each", { runId: ["m1", "m2"] }, { dagId: "other", logicalDate: null, waitForCompletion: true, ...soon });
});
export const waits = dag({ id: "waits", ...on }, () => {
  const executionDateFn = () => "${DATE}";
  externalTaskSensor("group", { dagId: "other", taskGroupId: "load", executionDateFn, ...soon });
  externalTaskSensor.map("each", { taskId: ["load.a", "load.b"] }, { dagId: "other", executionDateFn, ...soon });
  timeDeltaSensor.map("deltas", { delta: [{ seconds: 0 }, { seconds: -1 }] });
  dateTimeSensor.map("dates", { targetTime: ["2026-01-01", "2026-01-02"] });
  externalTaskSensor("absent", { dagId: "other", taskIds: ["load.a", "load.c"], checkExistence: true, ...soon });
});
`;
const folder = mkdtempSync(join(tmpdir(), "momiji-other-"));
const home = join(folder, "home");
let server: Standalone;

beforeAll(async () => {
  mkdirSync(join(folder, "dags"));
  writeFileSync(join(folder, "dags", "dags.ts"), DAGS);
  const flags = new Map<string, string | number>([
    ["server.port", 0],
    ["logging.level", "error"],
  ]);
  server = await startStandalone({ home, folders: [join(folder, "dags")], flags });
  await server.loaded;
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The run after its end, and how each task instance ended: its state, or what it failed with. */
async function ends(dagId: string): Promise<{ run: DagRun; tasks: { readonly [name: string]: unknown } }> {
  const { ended, runId } = await server.trigger(dagId);
  await ended;
  const store = await openSqliteStore({ path: homeAt(home).store, readOnly: true });
  const found = await store.findRun(dagId, runId);
  await store.close();
  if (found === null) throw new Error("the run is gone");
  const tasks = found.instances.map(({ taskId, mapIndex, state, outcome }) => [
    mapIndex < 0 ? taskId : `${taskId}[${mapIndex}]`,
    outcome?.kind === "failed" ? outcome.message : state,
  ]);
  return { run: found.run, tasks: Object.fromEntries(tasks) };
}

async function attemptsOfOther(): Promise<number> {
  const store = await openSqliteStore({ path: homeAt(home).store, readOnly: true });
  const found = await store.findRun("other", "mine");
  await store.close();
  return found?.instances.find(({ taskId }) => taskId === "load.a")?.tryNumber ?? 0;
}

test("a run of the same date is cleared and runs again, and is waited for under its own id", async () => {
  expect((await ends("resets")).tasks).toEqual({ first: "success", again: "success" });
  expect(await attemptsOfOther()).toBe(2);
});

test("a run that exists and a DAG that is paused fail the task, and each mapped instance waits for its own run", async () => {
  const { tasks } = await ends("twice");
  expect(tasks).toMatchObject({
    same: expect.stringContaining("already has the run mine") as string,
    paused: expect.stringContaining("Dag still is paused") as string,
    "each[0]": "success",
    "each[1]": "success",
  });
});

test("a sensor waits for a group at the date of its function, and one that checks says which task is not there", async () => {
  const { tasks } = await ends("waits");
  expect(tasks).toEqual({
    group: "success",
    "each[0]": "success",
    "each[1]": "success",
    "deltas[0]": "success",
    "deltas[1]": expect.stringContaining("delta") as string,
    "dates[0]": "success",
    "dates[1]": "success",
    absent: expect.stringContaining("The external task load.c in DAG other does not exist.") as string,
  });
});
