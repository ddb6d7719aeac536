import type { Json, RunState } from "@momiji/core";
import { expect, test } from "vitest";
import { testContext } from "./task-context.testing.ts";
import { type TriggerDagRunParams, triggerDagRunOperator } from "./trigger-dag-run.ts";

const world = (): { runs: Map<string, RunState>; xcoms: Map<string, Json> } => ({ runs: new Map(), xcoms: new Map() });
const poke = (
  shared: ReturnType<typeof world>,
  params: Partial<TriggerDagRunParams>,
  attemptId = "attempt-1",
): unknown =>
  triggerDagRunOperator.poke(testContext({ ...shared, attemptId, paused: ["still"] }), { dagId: "other", ...params });

test("it is done once the run exists, and gives its id", async () => {
  const shared = world();
  expect(await poke(shared, { conf: { a: 1 } })).toEqual({ done: true, value: "operator_triggered__attempt-1" });
  expect([...shared.runs]).toEqual([["other/operator_triggered__attempt-1", "queued"]]);
  expect(shared.xcoms.get("t/trigger_run_id")).toBe("operator_triggered__attempt-1");
});

test.each([undefined, "mine"])(
  "asked again it starts nothing twice and waits for its run (run id %s)",
  async (runId) => {
    const shared = world();
    const params = { waitForCompletion: true, ...(runId === undefined ? {} : { runId }) };
    const id = runId ?? "operator_triggered__attempt-1";
    expect(await poke(shared, params)).toEqual({ done: false });
    expect(await poke(shared, params)).toEqual({ done: false });
    expect(shared.runs.size).toBe(1);
    shared.runs.set(`other/${id}`, "success");
    expect(await poke(shared, params)).toEqual({ done: true, value: id });
    shared.runs.set(`other/${id}`, "failed");
    await expect(poke(shared, params)).rejects.toThrow(`run ${id} of DAG other ended as failed`);
    expect(await poke(shared, { ...params, allowedStates: ["failed"], failedStates: [] })).toEqual({
      done: true,
      value: id,
    });
  },
);

test("another attempt starts another run", async () => {
  const shared = world();
  await poke(shared, { waitForCompletion: true });
  // A new attempt begins without what the last one has left.
  shared.xcoms.clear();
  await poke(shared, { waitForCompletion: true }, "attempt-2");
  expect(shared.runs.size).toBe(2);
});

test("a run of that id that somebody else made fails the task, or skips it if asked", async () => {
  const shared = world();
  shared.runs.set("other/mine", "running");
  await expect(poke(shared, { runId: "mine" })).rejects.toThrow("DAG other already has the run mine");
  await expect(poke(shared, { runId: "mine", skipWhenAlreadyExists: true })).rejects.toMatchObject({
    name: "SkipTask",
  });
});

test("asked to reset, it clears the run that is there once, and waits for it", async () => {
  const shared = world();
  shared.runs.set("other/mine", "failed");
  const params = { runId: "mine", resetDagRun: true, waitForCompletion: true };
  expect(await poke(shared, params)).toEqual({ done: false });
  expect(shared.runs.get("other/mine")).toBe("queued");
  shared.runs.set("other/mine", "success");
  expect(await poke(shared, params)).toEqual({ done: true, value: "mine" });
  expect(shared.runs.get("other/mine")).toBe("success");
});

test("a run that is deleted while it is waited for is told", async () => {
  const shared = world();
  await poke(shared, { waitForCompletion: true });
  shared.runs.clear();
  await expect(poke(shared, { waitForCompletion: true })).rejects.toThrow("of DAG other was deleted");
  expect(shared.runs.size).toBe(0);
});

test("asked to, it fails where the DAG is paused", async () => {
  await expect(poke(world(), { dagId: "still", failWhenDagIsPaused: true })).rejects.toThrow("Dag still is paused");
  expect(await poke(world(), { dagId: "still" })).toMatchObject({ done: true });
});
