/** What tasks, assets and users keep, and XComs that people write. */
import { describe, expect, test } from "vitest";
import type { Store } from "../store.ts";
import { file, NEW_YEAR, type OpenStore, publish, runningRun, spec } from "./samples.ts";

const PAGE = { limit: 50, offset: 0 };

export function keptStates(open: OpenStore): void {
  describe("states of tasks", () => ofTasks(open));
  describe("states of assets", () => ofAssets(open));
  describe("what belongs to users", () => ofUsers(open));
  describe("XComs that people write", () => xcoms(open));
}

function ofTasks(open: OpenStore): void {
  test("come back as they were written, by key, and can be replaced", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const at = { runKey: run.runKey, taskId: "extract", mapIndex: -1 };
    expect(await store.putTaskState(at, { key: "z", value: null, expiresAt: null }, NEW_YEAR)).toBe(true);
    await store.putTaskState(at, { key: "a/b", value: { 紅葉: [1] }, expiresAt: NEW_YEAR + 9 }, NEW_YEAR);
    await store.putTaskState(at, { key: "z", value: 2, expiresAt: null }, NEW_YEAR + 1);
    await store.putTaskState({ ...at, mapIndex: 3 }, { key: "other", value: 1, expiresAt: null }, NEW_YEAR);
    const states = [
      { key: "a/b", value: { 紅葉: [1] }, updatedAt: NEW_YEAR, expiresAt: NEW_YEAR + 9 },
      { key: "z", value: 2, updatedAt: NEW_YEAR + 1, expiresAt: null },
    ];
    expect(await store.listTaskStates(at, PAGE, NEW_YEAR)).toEqual({ states, total: 2 });
    expect(await store.listTaskStates(at, { limit: 1, offset: 1 }, NEW_YEAR)).toEqual({
      states: [states[1]],
      total: 2,
    });
    expect(await store.findTaskState(at, "z", NEW_YEAR)).toEqual(states[1]);
    expect(await store.findTaskState(at, "none", NEW_YEAR)).toBeNull();
  });

  test("one that has expired is not there any more", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const at = { runKey: run.runKey, taskId: "extract", mapIndex: -1 };
    await store.putTaskState(at, { key: "a", value: 1, expiresAt: NEW_YEAR + 5 }, NEW_YEAR);
    expect(await store.findTaskState(at, "a", NEW_YEAR + 4)).not.toBeNull();
    expect(await store.findTaskState(at, "a", NEW_YEAR + 5)).toBeNull();
    expect(await store.listTaskStates(at, PAGE, NEW_YEAR + 5)).toEqual({ states: [], total: 0 });
    await store.putTaskState(at, { key: "b", value: 1, expiresAt: null }, NEW_YEAR + 5);
    expect(await store.removeTaskStates(at)).toBe(1);
  });

  test("go one by one, by instance, by task, and with their run", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const { runKey } = run;
    const put = (mapIndex: number, key: string) =>
      store.putTaskState({ runKey, taskId: "extract", mapIndex }, { key, value: 1, expiresAt: null }, NEW_YEAR);
    for (const key of ["a", "b", "c"]) for (const index of [0, 1]) await put(index, key);
    const of = { runKey, taskId: "extract" };
    expect(await store.removeTaskStates({ ...of, mapIndex: 0, key: "a" })).toBe(1);
    expect(await store.removeTaskStates({ ...of, mapIndex: 0 })).toBe(2);
    expect(await store.removeTaskStates(of)).toBe(3);
    await put(0, "a");
    await store.act({ now: NEW_YEAR, deleteRuns: [{ runKey, expectRevision: run.revision }], events: [] });
    expect(await store.findTaskState({ ...of, mapIndex: 0 }, "a", NEW_YEAR)).toBeNull();
    expect(await put(0, "a")).toBe(false);
  });
}

async function oneAsset(store: Store): Promise<number> {
  const orders = { name: "orders", uri: "s3://orders" };
  const makes = spec("makes", {
    tasks: [
      { taskId: "extract", operator: "empty", lane: "empty", upstream: [], outlets: [{ kind: "asset", ...orders }] },
    ],
    assets: [{ ...orders, group: "lake", extra: {} }],
  });
  await store.publishFile(file("makes.ts", [makes]), NEW_YEAR);
  const [asset] = await store.listAssets();
  if (asset === undefined) throw new Error("the asset was not published");
  return asset.id;
}

function ofAssets(open: OpenStore): void {
  test("tell who has written them, and go one by one or together", async () => {
    const store = await open();
    const id = await oneAsset(store);
    const task = { kind: "task", dagId: "makes", runId: "r", taskId: "extract", mapIndex: 2 } as const;
    expect(await store.putAssetState(id, { key: "b", value: [1], writer: task }, NEW_YEAR)).toBe(true);
    await store.putAssetState(id, { key: "a", value: "x", writer: { kind: "api" } }, NEW_YEAR + 1);
    await store.putAssetState(id, { key: "c", value: {}, writer: { kind: "watcher" } }, NEW_YEAR + 2);
    const states = [
      { key: "a", value: "x", updatedAt: NEW_YEAR + 1, writer: { kind: "api" } },
      { key: "b", value: [1], updatedAt: NEW_YEAR, writer: task },
      { key: "c", value: {}, updatedAt: NEW_YEAR + 2, writer: { kind: "watcher" } },
    ];
    expect(await store.listAssetStates(id, PAGE)).toEqual({ states, total: 3 });
    expect(await store.findAssetState(id, "b")).toEqual(states[1]);
    await store.putAssetState(id, { key: "b", value: 0, writer: { kind: "api" } }, NEW_YEAR + 3);
    expect(await store.findAssetState(id, "b")).toMatchObject({ value: 0, writer: { kind: "api" } });
    expect([await store.removeAssetStates(id, "a"), await store.removeAssetStates(id, "a")]).toEqual([1, 0]);
    expect(await store.removeAssetStates(id)).toBe(2);
  });

  test("of an asset that is not there cannot be written", async () => {
    const store = await open();
    expect(await store.putAssetState(7, { key: "a", value: 1, writer: { kind: "api" } }, NEW_YEAR)).toBe(false);
    expect(await store.listAssetStates(7, PAGE)).toEqual({ states: [], total: 0 });
  });
}

function ofUsers(open: OpenStore): void {
  test("favourites are each user's own", async () => {
    const store = await open();
    await publish(store, "b", "a");
    expect(await store.setFavorite("moon", "b", true)).toBe(true);
    expect(await store.setFavorite("moon", "b", true)).toBe(false);
    await store.setFavorite("moon", "a", true);
    await store.setFavorite("sun", "a", true);
    expect(await store.listFavorites("moon")).toEqual(["a", "b"]);
    expect(await store.setFavorite("moon", "a", false)).toBe(true);
    expect(await store.setFavorite("moon", "a", false)).toBe(false);
    expect([await store.listFavorites("moon"), await store.listFavorites("sun")]).toEqual([["b"], ["a"]]);
  });

  test("preferences are kept as they were given", async () => {
    const store = await open();
    expect(await store.findUserDocument("moon", "preferences")).toBeNull();
    await store.putUserDocument("moon", { name: "preferences", value: { theme: "dark" } }, NEW_YEAR);
    await store.putUserDocument("moon", { name: "preferences", value: { theme: "light" } }, NEW_YEAR);
    await store.putUserDocument("moon", { name: "views", value: [] }, NEW_YEAR);
    expect(await store.findUserDocument("moon", "preferences")).toEqual({ theme: "light" });
    expect(await store.findUserDocument("moon", "views")).toEqual([]);
    expect(await store.findUserDocument("sun", "views")).toBeNull();
  });
}

function xcoms(open: OpenStore): void {
  test("are written where none is, over one that is there, and removed, each with its entry in the log", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const place = { runKey: run.runKey, taskId: "extract", mapIndex: -1, key: "mine" };
    const events = [{ event: "x", owner: "moon", dagId: "etl" }];
    const put = (value: number, when: "absent" | "present") =>
      store.putXCom({ ...place, value, when }, NEW_YEAR, events);
    expect(await put(1, "present")).toBe("refused");
    expect(await put(1, "absent")).toBe("written");
    expect(await put(2, "absent")).toBe("refused");
    expect(await put(3, "present")).toBe("written");
    expect(await store.getXComs([place])).toEqual([3]);
    expect(await store.removeXCom(place, NEW_YEAR, events)).toBe(true);
    expect(await store.removeXCom(place, NEW_YEAR, events)).toBe(false);
    expect(await store.getXComs([place])).toEqual([undefined]);
    expect((await store.listEventLogs({})).total).toBe(3);
  });

  test("need a task instance", async () => {
    const store = await open();
    const { run } = await runningRun(store);
    const place = { runKey: run.runKey, taskId: "extract", mapIndex: 4, key: "mine" };
    expect(await store.putXCom({ ...place, value: 1, when: "absent" }, NEW_YEAR, [])).toBe("no_instance");
  });
}
