import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dag } from "@momiji/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testContext } from "../task-context.testing.ts";
import { dateTimeSensorOperator } from "./date-time.ts";
import { externalTaskSensor, externalTaskSensorOperator } from "./external-task.ts";
import { type FileSensorParams, fileSensorOperator } from "./file.ts";
import type { ExternalTaskSensorParams } from "./poke-external-tasks.ts";
import { timeDeltaSensorOperator } from "./time-delta.ts";

test("timeDeltaSensor counts from the end of the data interval, and asks for the moment it waits for", () => {
  const params = { deltaSeconds: 3600 };
  const target = Date.parse("2026-01-02T01:00Z");
  expect(timeDeltaSensorOperator.poke(testContext({ now: "2026-01-02T00:59:59.999Z" }), params)).toEqual({
    done: false,
    askAgainAt: target,
  });
  expect(timeDeltaSensorOperator.poke(testContext({ now: "2026-01-02T01:00Z" }), params)).toBe(true);
  expect(timeDeltaSensorOperator.poke(testContext({ now: "2026-01-02T01:00Z", logicalDate: null }), params)).toBe(true);
});

test("timeDeltaSensor takes a time of its own where it is mapped", () => {
  const poke = (now: string): unknown => timeDeltaSensorOperator.poke(testContext({ now }), { delta: { hours: 1 } });
  expect(poke("2026-01-02T00:59:59Z")).toMatchObject({ done: false });
  expect(poke("2026-01-02T01:00:00Z")).toBe(true);
});

test("dateTimeSensor reads wall time in the DAG's zone", () => {
  const poke = (now: string, targetTime: string): unknown =>
    dateTimeSensorOperator.poke(testContext({ now }), { targetTime });
  expect(poke("2026-01-02T00:00Z", "2026-01-02T09:00")).toBe(true);
  expect(poke("2026-01-02T00:00Z", "2026-01-02 09:00:00.0005")).toEqual({
    done: false,
    askAgainAt: Date.parse("2026-01-02T00:00:00.001Z"),
  });
  expect(poke("2026-01-02T00:00Z", "2026-01-02T00:00:00+00:00")).toBe(true);
  expect(() => poke("2026-01-02T00:00Z", "soon")).toThrow('targetTime: "soon" is no date');
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "file-sensor-"));
  await mkdir(join(folder, "empty", "deeper"), { recursive: true });
  await mkdir(join(folder, "full", "deeper"), { recursive: true });
  await writeFile(join(folder, "full", "deeper", "a.csv"), "");
  await writeFile(join(folder, "odd[1].txt"), "");
});
afterAll(() => rm(folder, { recursive: true }));

test.each<[string, FileSensorParams, string | undefined]>([
  ["a file", { path: "full/deeper/a.csv" }, "full/deeper/a.csv"],
  ["a file that is not there", { path: "full/b.csv" }, undefined],
  ["a folder with a file somewhere", { path: "full" }, "full"],
  ["a folder of empty folders", { path: "empty" }, undefined],
  ["a pattern", { path: "full/*/*.csv" }, "full/deeper/a.csv"],
  ["a pattern that nothing fits", { path: "full/*.csv" }, undefined],
  ["a pattern of any depth", { path: "**/*.csv", recursive: true }, "full/deeper/a.csv"],
  ["a pattern of one level", { path: "**/*.csv" }, undefined],
  ["a name that looks like a pattern", { path: "odd[1].txt" }, "odd[1].txt"],
])("fileSensor finds %s or waits", async (_what, params, found) => {
  const answer = await fileSensorOperator.poke(testContext(), { ...params, path: join(folder, params.path) });
  expect(answer).toEqual(found === undefined ? { done: false } : { done: true, value: join(folder, found) });
});

test("fileSensor refuses a path that means something else on each machine", async () => {
  await expect(fileSensorOperator.poke(testContext(), { path: "a.csv" })).rejects.toMatchObject({ name: "FailTask" });
});

const statesAt = {
  "other at 2026-01-01T00:00:00Z": {
    run: "success",
    tasks: { a: ["success"], b: ["failed"], c: ["success", "running"], d: ["skipped"], "g.a": ["success"], "g.b": [] },
  },
  "other at 2025-12-31T00:00:00Z": { run: "running", tasks: {} },
} as const;
const tasks = { other: ["a", "b", "g.a", "g.b"] };
const external = async (params: Partial<ExternalTaskSensorParams>): Promise<unknown> =>
  externalTaskSensorOperator.poke(testContext({ statesAt, tasks }), { dagId: "other", ...params });

test("externalTaskSensor waits for the run of the same date, or of an earlier one", async () => {
  expect(await external({})).toBe(true);
  expect(await external({ executionDeltaSeconds: 86_400 })).toBe(false);
  expect(await external({ executionDeltaSeconds: 3600 })).toBe(false);
});

test("externalTaskSensor of a run without a date asks for the moment of the run", async () => {
  const at = { "other at 2026-01-02T00:00:00Z": { run: "success", tasks: {} } } as const;
  const ctx = testContext({ statesAt: at, logicalDate: null });
  expect(await externalTaskSensorOperator.poke(ctx, { dagId: "other" })).toBe(true);
});

test("externalTaskSensor waits for every task of a group, also of one that is not there yet", async () => {
  expect(await external({ taskGroupId: "g" })).toBe(false);
  const allowed = { taskGroupId: "g", allowedStates: ["success", "failed"] } as const;
  const both = {
    ...statesAt["other at 2026-01-01T00:00:00Z"],
    tasks: { "g.a": ["success"], "g.b": ["failed"] },
  } as const;
  const done = testContext({ statesAt: { "other at 2026-01-01T00:00:00Z": both }, tasks });
  expect(await externalTaskSensorOperator.poke(done, { dagId: "other", ...allowed })).toBe(true);
  const failing = { dagId: "other", taskGroupId: "g", failedStates: ["failed"] } as const;
  await expect(externalTaskSensorOperator.poke(done, failing)).rejects.toThrow("group g of DAG other is failed");
  expect(await external({ taskGroupId: "none" })).toBe(false);
});

test.each([
  [{ taskIds: ["a", "absent"] }, "The external task absent in DAG other does not exist."],
  [{ taskGroupId: "none" }, "The external task group 'none' in DAG 'other' does not exist."],
  [{ dagId: "gone" }, "The external DAG gone does not exist."],
])(
  "externalTaskSensor that checks existence fails at once on %j, or is skipped if it is soft",
  async (params, said) => {
    await expect(external({ ...params, checkExistence: true })).rejects.toMatchObject({ name: "Error", message: said });
    const soft = external({ ...params, checkExistence: true, softFail: true });
    await expect(soft).rejects.toMatchObject({ name: "SkipTask", message: said });
  },
);

test("externalTaskSensor waits for all runs that its function names", async () => {
  let dates: readonly string[] = ["2026-01-01T00:00Z"];
  const built = dag({ id: "d" }, () => {
    externalTaskSensor("wait", { dagId: "other", executionDateFn: (date) => (expect(date.day).toBe(1), dates) });
  });
  const body = built.bodyOf("wait");
  if (body?.kind !== "sensor") throw new Error("a sensor was expected");
  const ask = () => body.definition.poke(testContext({ statesAt }), { dagId: "other" });
  expect(await ask()).toBe(true);
  dates = [...dates, "2025-12-31T00:00Z"];
  expect(await ask()).toBe(false);
});

test.each([
  [{ executionDelta: { hours: 1 }, executionDateFn: () => [] }, "give one of them"],
  [{ taskGroupId: "g", taskIds: ["a"] }, "name no tasks beside it"],
])("externalTaskSensor refuses what contradicts itself: %j", (options, said) => {
  expect(() => dag({ id: "d" }, () => void externalTaskSensor("wait", { dagId: "other", ...options }))).toThrow(said);
});

test("externalTaskSensor waits for all instances of all its tasks", async () => {
  expect(await external({ taskIds: ["a"] })).toBe(true);
  expect(await external({ taskIds: ["a", "c"] })).toBe(false);
  expect(await external({ taskIds: ["a", "b"] })).toBe(false);
  expect(await external({ taskIds: ["a", "b"], allowedStates: ["success", "failed"] })).toBe(true);
  expect(await external({ taskIds: ["absent"] })).toBe(false);
});

test("externalTaskSensor fails or is skipped on the states that say so", async () => {
  await expect(external({ taskIds: ["a", "b"], failedStates: ["failed"] })).rejects.toMatchObject({
    name: "Error",
    message: "a, b of DAG other is failed",
  });
  await expect(external({ taskIds: ["b"], failedStates: ["failed"], softFail: true })).rejects.toMatchObject({
    name: "SkipTask",
  });
  await expect(external({ taskIds: ["d"], skippedStates: ["skipped"] })).rejects.toMatchObject({ name: "SkipTask" });
});
