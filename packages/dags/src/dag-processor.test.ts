import { readdir, readFile, rename, rm, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { dagText, put, setUp, tempFolder } from "./dag-processor.fixture.ts";

// Child processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Each evaluation leaves a mark in a file. */
function marking(marks: string): string {
  return `import { appendFileSync } from "node:fs";\nappendFileSync(${JSON.stringify(marks)}, "x");`;
}

async function marksIn(path: string): Promise<number> {
  return (await readFile(path, "utf8").catch(() => "")).length;
}

test("all DAGs of a folder are published, also several of one file", async () => {
  const many =
    'import { dag } from "@momiji/sdk";\nexport default [1, 2, 3].map((n) => dag({ id: `many_${n}`, schedule: null }, () => {}));\n';
  const { start, active, store } = await setUp({ "a.ts": dagText("a"), "team/b.js": dagText("b"), "many.mts": many });
  await (
    await start()
  ).loaded;
  expect(await active()).toEqual(["a", "b", "many_1", "many_2", "many_3"]);
  const [record] = await store.listDags({ dagIds: ["b"] });
  expect(record).toMatchObject({
    file: "team/b.js",
    hasImportErrors: false,
    spec: { source: { file: "team/b.js", exportName: "default" } },
  });
});

test("a module that only others import is neither a DAG nor an error, and nothing is written for it", async () => {
  const { start, published, store } = await setUp({
    "lib/rows.ts": "export const rows = [1];\n",
    "a.ts": dagText("a", { before: 'import "./lib/rows.ts";' }),
  });
  await (
    await start()
  ).loaded;
  expect(published.map(({ file }) => file)).toEqual(["a.ts"]);
  expect(await store.listImportErrors()).toEqual([]);
});

test("whatever is wrong with some files, every other DAG is published", async () => {
  const { start, active, store, folder } = await setUp({
    "a_loop.ts": "for (;;);\n",
    "b_exit.ts": "process.exit(1);\n",
    "c_abort.ts": "process.abort();\n",
    "d_syntax.ts": "const = ;\n",
    "e_thrown.ts": "throw new Error('boom');\n",
    "f.ts": dagText("f"),
    "g.ts": dagText("g"),
  });
  await symlink("nowhere.ts", join(folder, "h_link.ts"));
  await (
    await start({ evaluateTimeoutMillis: 1_000 })
  ).loaded;
  expect(await active()).toEqual(["f", "g"]);
  const files = (await store.listImportErrors()).map(({ file }) => file);
  expect(files).toEqual(["a_loop.ts", "b_exit.ts", "c_abort.ts", "d_syntax.ts", "e_thrown.ts", "h_link.ts"]);
});

test("a saved file is published by itself, and only that one", async () => {
  const { start, until, folder, published } = await setUp({ "a.ts": dagText("a"), "b.ts": dagText("b") });
  const processor = await start();
  await processor.loaded;
  await processor.watching;
  published.length = 0;
  await put(folder, "a.ts", dagText("a", { taskId: "renamed" }));
  expect(await until(() => true)).toMatchObject({ file: "a.ts", changed: ["a"], errors: [] });
  await processor.refresh();
  expect(published).toHaveLength(1);
});

test("new, renamed and deleted files are noticed", async () => {
  const { start, until, folder, active } = await setUp({ "a.ts": dagText("a") });
  const processor = await start();
  await processor.watching;
  await put(folder, "deep/er/b.ts", dagText("b"));
  await until(({ changed }) => changed.includes("b"));
  await rename(join(folder, "a.ts"), join(folder, "z.ts"));
  await until(({ file, changed }) => file === "z.ts" && changed.includes("a"));
  await processor.refresh();
  expect(await active()).toEqual(["a", "b"]);
  await rm(join(folder, "deep"), { recursive: true });
  await until(({ gone }) => gone.includes("b"));
  expect(await active()).toEqual(["a"]);
});

test("a change of a shared module loads the files that import it, inside the folder and outside", async () => {
  const outside = await tempFolder({ "far.ts": "export const far = 1;\n" });
  const far = JSON.stringify(join(outside, "far.ts"));
  const { start, until, folder, published } = await setUp({
    "lib/near.ts": "export const near = 1;\n",
    "a.ts": dagText("a", { before: 'import { near } from "./lib/near.ts";\nconsole.log(near);' }),
    "b.ts": dagText("b", { before: `import { far } from ${far};\nconsole.log(far);` }),
  });
  const processor = await start();
  await processor.loaded;
  await processor.watching;
  published.length = 0;
  await put(folder, "lib/near.ts", "export const near = 2;\n");
  expect((await until(() => true)).file).toBe("a.ts");
  published.length = 0;
  await put(outside, "far.ts", "export const far = 2;\n");
  expect((await until(() => true)).file).toBe("b.ts");
});

test("a change of a file that is imported as text loads the DAG file", async () => {
  const { start, until, folder, published } = await setUp({
    "query.sql": "select 1",
    "a.ts": dagText("a", { before: 'import query from "./query.sql" with { type: "text" };\nconsole.log(query);' }),
  });
  const processor = await start();
  await processor.loaded;
  await processor.watching;
  published.length = 0;
  await put(folder, "query.sql", "select 2");
  expect(await until(() => true)).toMatchObject({ file: "a.ts", changed: ["a"] });
});

test("an error in a linked file is told under the name of the link", async () => {
  const elsewhere = await tempFolder({ "real.ts": "\nthrow new Error('boom');\n" });
  const { start, folder, store } = await setUp();
  await symlink(join(elsewhere, "real.ts"), join(folder, "link.ts"));
  await (
    await start()
  ).loaded;
  expect(await store.listImportErrors()).toMatchObject([{ file: "link.ts", line: 2, message: "boom" }]);
});

test("with a home inside the DAG folder bundles are not taken for DAG files", async () => {
  const { start, folder, active, published } = await setUp({ "a.ts": dagText("a") });
  const processor = await start({ bundleDir: join(folder, "home/bundles") });
  await processor.loaded;
  await processor.watching;
  await processor.refresh();
  expect(published).toHaveLength(1);
  expect(await active()).toEqual(["a"]);
});

test("a broken file keeps its last good version, and mends when it is mended", async () => {
  const { start, folder, store, active } = await setUp({ "a.ts": dagText("a") });
  const processor = await start();
  await processor.loaded;
  await put(folder, "a.ts", "throw new Error('boom');\n");
  await processor.refresh();
  expect(await store.listDags()).toMatchObject([{ dagId: "a", version: 1, isActive: true, hasImportErrors: true }]);
  await put(folder, "a.ts", dagText("a", { taskId: "mended" }));
  await processor.refresh();
  expect(await store.listDags()).toMatchObject([{ version: 2, hasImportErrors: false }]);
  await put(folder, "a.ts", "");
  await processor.refresh();
  expect(await active()).toEqual([]);
});

test("a file that lacks a module is loaded when the module appears", async () => {
  const { start, folder, active } = await setUp({ "a.ts": dagText("a", { before: 'import "./lib/rows.ts";' }) });
  const processor = await start();
  await processor.loaded;
  expect(await active()).toEqual([]);
  await put(folder, "lib/rows.ts", "console.log(1);\n");
  await processor.refresh();
  expect(await active()).toEqual(["a"]);
});

test("a file that was touched but not changed is not evaluated", async () => {
  const marks = join(await tempFolder(), "marks");
  const { start, folder, store } = await setUp({ "a.ts": dagText("a", { before: marking(marks) }) });
  const processor = await start();
  await processor.loaded;
  await utimes(join(folder, "a.ts"), 1, 1);
  await processor.refresh();
  expect(await marksIn(marks)).toBe(1);
  expect(await store.listDags()).toMatchObject([{ version: 1 }]);
});

test("a change of the folder's settings bundles every file anew", async () => {
  const { start, folder, store } = await setUp({
    "a.ts": dagText("a", { before: "class Point { x = 1; }\nconsole.log(Point);" }),
  });
  const processor = await start();
  await processor.loaded;
  await put(folder, "tsconfig.json", JSON.stringify({ compilerOptions: { useDefineForClassFields: false } }));
  await processor.refresh();
  expect(await store.listDags()).toMatchObject([{ version: 2 }]);
});

test("all files are evaluated anew on demand, and what is the same stays the same version", async () => {
  const marks = join(await tempFolder(), "marks");
  const { start, store } = await setUp({ "a.ts": dagText("a", { before: marking(marks) }) });
  const processor = await start();
  await processor.loaded;
  await processor.reserialize();
  expect(await marksIn(marks)).toBe(2);
  expect(await store.listDags()).toMatchObject([{ version: 1 }]);
});

test("of two files with one DAG id the first keeps it, and the second takes it over when it is free", async () => {
  const { start, folder, store } = await setUp({ "a.ts": dagText("same") });
  const processor = await start();
  await processor.loaded;
  await put(folder, "b.ts", dagText("same", { taskId: "other" }));
  await processor.refresh();
  expect(await store.listImportErrors()).toMatchObject([
    { file: "b.ts", line: 3, message: expect.stringContaining("already defined in a.ts") },
  ]);
  expect(await store.listDags()).toMatchObject([{ file: "a.ts", version: 1 }]);
  await rm(join(folder, "a.ts"));
  await processor.refresh();
  expect(await store.listDags()).toMatchObject([{ file: "b.ts", version: 2, isActive: true, hasImportErrors: false }]);
});

test("a start with known files neither bundles nor evaluates", async () => {
  const marks = join(await tempFolder(), "marks");
  const { start, bundleDir, published, active } = await setUp({
    "a.ts": dagText("a", { before: marking(marks) }),
    "lib/x.ts": "export {};\n",
  });
  const first = await start();
  await first.loaded;
  await first.stop();
  const bundles = await readdir(bundleDir);
  published.length = 0;
  await (
    await start()
  ).loaded;
  expect(await marksIn(marks)).toBe(1);
  expect(published).toEqual([]);
  expect(await readdir(bundleDir)).toEqual(bundles);
  expect(await active()).toEqual(["a"]);
});

test("a start after a change, or with another store, loads what is not known", async () => {
  const marks = join(await tempFolder(), "marks");
  const { start, folder, bundleDir, published } = await setUp({
    "a.ts": dagText("a", { before: marking(marks) }),
    "b.ts": dagText("b"),
    "c.ts": dagText("c"),
  });
  const first = await start();
  await first.loaded;
  await first.stop();
  published.length = 0;
  await put(folder, "b.ts", dagText("b", { taskId: "changed" }));
  await rm(join(folder, "c.ts"));
  const second = await start();
  await second.loaded;
  await second.stop();
  expect(published.map(({ file }) => file)).toEqual(["c.ts", "b.ts"]);
  const other = await setUp();
  await (
    await other.start({ folders: [folder], bundleDir })
  ).loaded;
  expect(await other.active()).toEqual(["a", "b"]);
});

test("what failed is tried again at the next start, after all others", async () => {
  const { start, published } = await setUp({ "a.ts": "throw new Error('boom');\n" });
  const first = await start();
  await first.loaded;
  await first.stop();
  published.length = 0;
  await (
    await start()
  ).loaded;
  expect(published).toMatchObject([{ file: "a.ts", errors: [{ message: "boom" }] }]);
});

test("the same failure is not published twice", async () => {
  const { start, published } = await setUp({ "a.ts": "const = 1;\n" });
  const processor = await start();
  await processor.refresh();
  await processor.refresh();
  expect(published).toHaveLength(1);
});

test("a DAG folder that is not there is refused, and nothing is retired", async () => {
  const { start, folder, active } = await setUp({ "a.ts": dagText("a") });
  const first = await start();
  await first.loaded;
  await first.stop();
  await rm(folder, { recursive: true });
  await expect(start()).rejects.toThrow(`The DAG folder ${folder} cannot be read`);
  expect(await active()).toEqual(["a"]);
});

test("after stopping nothing is published, not even what was being evaluated", async () => {
  const marks = join(await tempFolder(), "marks");
  const { start, published, store } = await setUp({ "a.ts": `${marking(marks)}\nfor (;;);\n`, "b.ts": dagText("b") });
  const processor = await start();
  await processor.stop();
  const before = published.length;
  await processor.loaded;
  expect(published).toHaveLength(before);
  expect(await store.listImportErrors()).toEqual([]);
});

test("many saves at once end in the last state", async () => {
  const { start, folder, store } = await setUp({ "a.ts": dagText("a") });
  const processor = await start();
  await processor.watching;
  for (let round = 0; round < 30; round += 1) await put(folder, "a.ts", dagText("a", { taskId: `t${round}` }));
  await processor.refresh();
  expect((await store.listDags())[0]?.spec.tasks[0]?.taskId).toBe("t29");
});
