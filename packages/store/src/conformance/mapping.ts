/** What mapped tasks need: rows that give way to others, all values of a task at once, and how many elements they have. */
import { newTaskInstance, RETURN_VALUE, type TaskInstance } from "@momiji/core";
import { expect, test } from "vitest";
import { runningRun, type OpenStore } from "./samples.ts";

const instance = (taskId: string, mapIndex: number, more: Partial<TaskInstance> = {}): TaskInstance => ({
  ...newTaskInstance(taskId, 0, mapIndex),
  state: "success",
  ...more,
});

export function mapping(open: OpenStore): void {
  test("an expansion takes the one row away with all that hangs on it, and puts the others in its place", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const { runKey } = run;
    const one = { taskId: "each", mapIndex: -1 };
    await owner.commit({
      runKey,
      expectRevision: 1,
      insert: [instance("each", -1, { attemptId: "a", tryNumber: 2 })],
      history: [instance("each", -1, { attemptId: "b", tryNumber: 1 })],
      xcoms: [{ ...one, xcoms: [{ key: "k", value: 1 }] }],
    });
    const many = [0, 1, 2].map((mapIndex) => instance("each", mapIndex));
    await owner.commit({ runKey, expectRevision: 2, remove: [one], insert: many });
    const found = await store.findRun("etl", run.runId);
    expect(found?.instances.filter(({ taskId }) => taskId === "each")).toEqual(many);
    expect(await store.listAttempts(runKey, "each", -1)).toEqual([]);
    expect(await store.getXComs([{ runKey, ...one, key: "k" }])).toEqual([undefined]);
  });

  test("the values of all instances come by map index, without those of removed ones", async () => {
    const store = await open();
    const { run, owner } = await runningRun(store);
    const { runKey } = run;
    const returned = (taskId: string, mapIndex: number, value: number | string[] | object) => ({
      taskId,
      mapIndex,
      xcoms: [{ key: RETURN_VALUE, value: value as never }],
    });
    await owner.commit({
      runKey,
      expectRevision: 1,
      insert: [
        ...[10, 9, 2, 0].map((mapIndex) => instance("each", mapIndex)),
        instance("each", 11, { state: "removed" }),
        ...["list", "fields", "nothing"].map((taskId) => instance(taskId, -1)),
      ],
      xcoms: [
        returned("each", 10, 100),
        returned("each", 9, 90),
        returned("each", 0, 0),
        returned("each", 11, 110),
        returned("list", -1, ["a", "b"]),
        returned("fields", -1, { a: 1, b: 2, c: 3 }),
      ],
    });
    expect(
      await store.listXComs([
        { runKey, taskId: "each", key: RETURN_VALUE },
        { runKey, taskId: "nothing", key: RETURN_VALUE },
      ]),
    ).toEqual([[0, 90, 100], []]);
    const names = (await store.listXComNames(runKey)).map(({ taskId, mapIndex }) => `${taskId} ${mapIndex}`);
    expect(names).toEqual(["each 0", "each 9", "each 10", "each 11", "fields -1", "list -1"]);
    expect(await store.listXComNames(runKey, "list")).toEqual([{ taskId: "list", mapIndex: -1, key: RETURN_VALUE }]);
    expect(await store.listXComNames(runKey + 1)).toEqual([]);
    expect(await store.returnedLengths(runKey, ["each", "list", "fields", "nothing"])).toEqual(
      new Map([
        [
          "each",
          new Map([
            [0, 1],
            [9, 1],
            [10, 1],
          ]),
        ],
        ["list", new Map([[-1, 2]])],
        ["fields", new Map([[-1, 3]])],
        ["nothing", new Map()],
      ]),
    );
  });
}
