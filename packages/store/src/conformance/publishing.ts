/** Publishing DAG files: versions, duplicates, import errors, DAGs that go and come back. */
import { describe, expect, test } from "vitest";
import type { DagRecord, Store } from "../store.ts";
import { file, NEW_YEAR, publish, spec, type OpenStore } from "./samples.ts";

export function publishing(open: OpenStore): void {
  describe("publishing versions", () => versions(open));
  describe("publishing the same id twice", () => duplicates(open));
  describe("publishing files with errors", () => importErrors(open));
  describe("publishing fewer DAGs than before", () => departures(open));
}

async function find(store: Store, dagId: string): Promise<DagRecord | undefined> {
  return (await store.listDags({ dagIds: [dagId], includeInactive: true }))[0];
}

function versions(open: OpenStore): void {
  test("a new DAG is paused version 1 with its spec and bundle", async () => {
    const store = await open();
    const input = file("a.ts", [spec("a", { tags: ["日本"], doc: "Two\nlines" })]);
    expect(await store.publishFile(input, NEW_YEAR)).toEqual({ changed: ["a"], gone: [] });
    expect(await store.listDags()).toEqual([
      {
        dagId: "a",
        file: "a.ts",
        isActive: true,
        isPaused: true,
        pausedReason: null,
        version: 1,
        spec: input.dags[0],
        bundle: input.bundle,
        hasImportErrors: false,
        lastInterval: null,
        catchupConfirmedAt: null,
        heldReason: null,
        createdAt: NEW_YEAR,
        updatedAt: NEW_YEAR,
      },
    ]);
  });

  test("the author decides whether a new DAG is paused, a person whether it stays so", async () => {
    const store = await open();
    await store.publishFile(file("a.ts", [spec("a", { isPausedUponCreation: false })]), NEW_YEAR);
    expect(await find(store, "a")).toMatchObject({ isPaused: false });
    await store.setPaused("a", true, NEW_YEAR + 1);
    await store.publishFile(file("a.ts", [spec("a", { isPausedUponCreation: false, doc: "new" })]), NEW_YEAR + 2);
    expect(await find(store, "a")).toMatchObject({ isPaused: true, version: 2, updatedAt: NEW_YEAR + 2 });
  });

  test("evaluating the same code again makes no version, in whatever order the fields come", async () => {
    const store = await open();
    await publish(store, "a");
    const reordered = Object.fromEntries(Object.entries(spec("a")).reverse()) as unknown as ReturnType<typeof spec>;
    expect(await store.publishFile(file("a.ts", [reordered]), NEW_YEAR + 1)).toEqual({ changed: [], gone: [] });
    expect(await find(store, "a")).toMatchObject({ version: 1, updatedAt: NEW_YEAR });
  });

  test("other code makes a version even if the spec is the same, and old versions stay", async () => {
    const store = await open();
    await publish(store, "a");
    const bundle = { hash: "other", path: "/bundles/other.mjs" };
    expect(await store.publishFile(file("a.ts", [spec("a")], { bundle }), NEW_YEAR)).toEqual({
      changed: ["a"],
      gone: [],
    });
    expect(await find(store, "a")).toMatchObject({ version: 2, bundle });
    expect(await store.loadVersion("a", 1)).toEqual({
      createdAt: NEW_YEAR,
      spec: spec("a"),
      bundle: file("a.ts", []).bundle,
    });
    expect(await store.loadVersion("a", 3)).toBeNull();
  });

  test("a bundle that lies elsewhere now is found there, without a new version", async () => {
    const store = await open();
    await publish(store, "a");
    const bundle = { hash: "hash of a.ts", path: "/moved/a.mjs" };
    expect(await store.publishFile(file("a.ts", [spec("a")], { bundle }), NEW_YEAR)).toEqual({ changed: [], gone: [] });
    expect(await find(store, "a")).toMatchObject({ version: 1, bundle });
  });
}

function duplicates(open: OpenStore): void {
  test("the first file keeps the DAG, the second gets an import error that names it", async () => {
    const store = await open();
    await store.publishFile(file("one.ts", [spec("a")]), NEW_YEAR);
    const second = file("two.ts", [spec("a", { doc: "mine" }), spec("b")]);
    expect(await store.publishFile(second, NEW_YEAR)).toEqual({ changed: ["b"], gone: [] });
    expect(await find(store, "a")).toMatchObject({ file: "one.ts", version: 1, hasImportErrors: false });
    const errors = await store.listImportErrors();
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ file: "two.ts", message: expect.stringMatching(/"a".*one\.ts/) });
  });

  test("once the first file has let go of it, the second one has it", async () => {
    const store = await open();
    await store.publishFile(file("one.ts", [spec("a")]), NEW_YEAR);
    await store.publishFile(file("two.ts", [spec("a")]), NEW_YEAR);
    expect(await store.publishFile(file("one.ts", []), NEW_YEAR)).toEqual({ changed: [], gone: ["a"] });
    expect(await store.publishFile(file("two.ts", [spec("a")]), NEW_YEAR)).toEqual({ changed: ["a"], gone: [] });
    expect(await find(store, "a")).toMatchObject({ file: "two.ts", isActive: true });
    expect(await store.listImportErrors()).toEqual([]);
  });

  test("within one file the first of two stays", async () => {
    const store = await open();
    await store.publishFile(file("a.ts", [spec("a", { doc: "first" }), spec("a", { doc: "second" })]), NEW_YEAR);
    expect((await find(store, "a"))?.spec.doc).toBe("first");
    expect(await store.listImportErrors()).toMatchObject([{ message: expect.stringContaining("twice in this file") }]);
  });
}

function importErrors(open: OpenStore): void {
  const broken = {
    bundle: null,
    errors: [{ message: "Unexpected token", line: 3, column: 7, frame: "3 | }", stack: "at x" }],
  };

  test("a broken file keeps its last good DAGs and says so", async () => {
    const store = await open();
    await publish(store, "a");
    expect(await store.publishFile(file("a.ts", [], broken), NEW_YEAR + 1)).toEqual({ changed: [], gone: [] });
    expect(await find(store, "a")).toMatchObject({ isActive: true, hasImportErrors: true, version: 1 });
    const [error] = await store.listImportErrors();
    expect(error).toEqual({ id: error?.id, file: "a.ts", at: NEW_YEAR + 1, ...broken.errors[0] });
  });

  test("the same error again stays the same, and a good file ends it", async () => {
    const store = await open();
    await store.publishFile(file("a.ts", [], broken), NEW_YEAR);
    const before = await store.listImportErrors();
    await store.publishFile(file("a.ts", [], broken), NEW_YEAR + 1);
    expect(await store.listImportErrors()).toEqual(before);
    await publish(store, "a");
    expect(await store.listImportErrors()).toEqual([]);
    expect(await find(store, "a")).toMatchObject({ hasImportErrors: false });
  });

  test("a file of which one DAG is bad publishes the others and takes none away", async () => {
    const store = await open();
    await store.publishFile(file("a.ts", [spec("a"), spec("b")]), NEW_YEAR);
    const errors = [{ message: "b: bad cron" }];
    const again = file("a.ts", [spec("a", { doc: "new" })], { errors });
    expect(await store.publishFile(again, NEW_YEAR)).toEqual({ changed: ["a"], gone: [] });
    expect(await store.listDags()).toMatchObject([
      { dagId: "a", version: 2, hasImportErrors: true },
      { dagId: "b", version: 1, hasImportErrors: true },
    ]);
  });
}

function departures(open: OpenStore): void {
  test("a DAG that left its file is inactive, and active again when it comes back", async () => {
    const store = await open();
    await store.publishFile(file("a.ts", [spec("a"), spec("b")]), NEW_YEAR);
    expect(await store.publishFile(file("a.ts", [spec("b")]), NEW_YEAR)).toEqual({ changed: [], gone: ["a"] });
    expect(await store.listDags()).toMatchObject([{ dagId: "b" }]);
    expect(await store.listDags({ dagIds: ["a"] })).toEqual([]);
    expect(await find(store, "a")).toMatchObject({ isActive: false, version: 1 });
    expect(await store.publishFile(file("a.ts", [spec("a"), spec("b")]), NEW_YEAR)).toEqual({
      changed: ["a"],
      gone: [],
    });
    expect(await find(store, "a")).toMatchObject({ isActive: true, version: 1 });
  });

  test("files that are gone take their DAGs and their import errors with them", async () => {
    const store = await open();
    await publish(store, "a", "b", "c");
    await store.publishFile(file("a.ts", [], { bundle: null, errors: [{ message: "broken" }] }), NEW_YEAR);
    expect(await store.retireFiles(["a.ts", "b.ts", "never-there.ts"], NEW_YEAR)).toEqual({
      changed: [],
      gone: ["a", "b"],
    });
    expect(await store.listDags()).toMatchObject([{ dagId: "c" }]);
    expect(await store.listImportErrors()).toEqual([]);
    expect(await store.retireFiles(["a.ts"], NEW_YEAR)).toEqual({ changed: [], gone: [] });
  });
}
