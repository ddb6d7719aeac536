/** What waits for slots and what holds them, over all runs. */
import { newTaskInstance, type TaskState } from "@momiji/core";
import { expect, test } from "vitest";
import { createRun, NEW_YEAR, newRun, publish, runningRun, scheduler, type OpenStore } from "./samples.ts";

export function activity(open: OpenStore): void {
  test("task instances that wait for slots or hold them are listed with their runs; others are not", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const states: TaskState[] = ["scheduled", "running", "deferred", "success", null, "up_for_retry", "awaiting_input"];
    const insert = states.map((state, at) => ({
      ...newTaskInstance(`t${at}`, 0),
      state,
      attemptId: state === null || state === "scheduled" ? null : `a${at}`,
      ...(state === "running" ? { worker: "w", queuedAt: NEW_YEAR, startDate: NEW_YEAR + 1 } : {}),
    }));
    await owner.commit({ runKey: run.runKey, expectRevision: 1, insert });
    const { runKey, dagId, dagVersion, runId, logicalDate, runAfter } = run;
    const nobody = { worker: null, queuedAt: null, startDate: null };
    const of = (taskId: string, state: TaskState) => ({ taskId, mapIndex: -1, state, ...nobody });
    const running = { ...of("t1", "running"), worker: "w", queuedAt: NEW_YEAR, startDate: NEW_YEAR + 1 };
    const expected = [of("t0", "scheduled"), running, of("t2", "deferred")];
    expect(await store.listActiveInstances()).toEqual(
      expected.map((each) => ({ runKey, dagId, dagVersion, runId, logicalDate, runAfter, isOff: true, ...each })),
    );
    await store.setPaused("etl", false, NEW_YEAR);
    expect((await store.listActiveInstances()).some(({ isOff }) => isOff)).toBe(false);
    const ended = { ...run, state: "failed" as const, endDate: NEW_YEAR };
    await owner.commit({ runKey, expectRevision: 2, run: ended });
    expect(await store.listActiveInstances()).toEqual([]);
  });

  test("a DAG has a scheduler while somebody's lease on it lives", async () => {
    const store = await open();
    await publish(store, "a");
    expect(await store.hasScheduler("a")).toBe(false);
    await scheduler(store);
    await createRun(store, newRun("a", 0));
    expect([await store.hasScheduler("a"), await store.hasScheduler("none")]).toEqual([true, false]);
    await store.releaseClaims("scheduler");
    expect(await store.hasScheduler("a")).toBe(false);
  });
}
