import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testContext } from "../task-context.testing.ts";
import { dateTimeSensorOperator } from "./date-time.ts";
import { externalTaskSensorOperator, type ExternalTaskSensorParams } from "./external-task.ts";
import { type FileSensorParams, fileSensorOperator } from "./file.ts";
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
    tasks: { a: ["success"], b: ["failed"], c: ["success", "running"], d: ["skipped"] },
  },
  "other at 2025-12-31T00:00:00Z": { run: "running", tasks: {} },
} as const;
const external = async (params: Partial<ExternalTaskSensorParams>): Promise<unknown> =>
  externalTaskSensorOperator.poke(testContext({ statesAt }), { dagId: "other", ...params });

test("externalTaskSensor waits for the run of the same date, or of an earlier one", async () => {
  expect(await external({})).toBe(true);
  expect(await external({ executionDeltaSeconds: 86_400 })).toBe(false);
  expect(await external({ executionDeltaSeconds: 3600 })).toEqual({ done: false });
  await expect(externalTaskSensorOperator.poke(testContext({ logicalDate: null }), { dagId: "other" })).rejects.toThrow(
    "no logical date",
  );
});

test("externalTaskSensor waits for all instances of all its tasks", async () => {
  expect(await external({ taskIds: ["a"] })).toBe(true);
  expect(await external({ taskIds: ["a", "c"] })).toBe(false);
  expect(await external({ taskIds: ["a", "b"] })).toBe(false);
  expect(await external({ taskIds: ["a", "b"], allowedStates: ["success", "failed"] })).toBe(true);
  expect(await external({ taskIds: ["absent"] })).toBe(false);
  await expect(external({ taskIds: ["absent"], checkExistence: true })).rejects.toThrow(
    "the run of DAG other has no task absent",
  );
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
