import { symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tempFolder } from "../dag-processor.fixture.ts";
import { findDagFiles } from "./find-dag-files.ts";

const find = (...folders: string[]) => findDagFiles(folders, "/no/bundles");

async function namesIn(folder: string): Promise<string[]> {
  return (await find(folder)).files.map(({ name }) => name);
}

test("modules in all subfolders are found, in order of name", async () => {
  const folder = await tempFolder({ "b.js": "", "a.ts": "", "team/c.mts": "", "team/deep/d.mjs": "" });
  expect(await namesIn(folder)).toEqual(["a.ts", "b.js", "team/c.mts", "team/deep/d.mjs"]);
});

test("packages, hidden files, tests, declarations and other files are left alone", async () => {
  const folder = await tempFolder({
    "node_modules/x/index.js": "",
    ".git/hook.js": "",
    ".hidden.ts": "",
    "a.test.ts": "",
    "b.d.ts": "",
    "c.json": "",
    "d.cts": "",
    "e.ts~": "",
  });
  expect(await namesIn(folder)).toEqual([]);
});

test("what .momijiignore names is left alone, in the folder it lies in and below", async () => {
  const folder = await tempFolder({
    ".momijiignore": "lib/\n",
    "a.ts": "",
    "lib/b.ts": "",
    "team/.momijiignore": "c.ts",
    "team/c.ts": "",
    "c.ts": "",
  });
  expect(await namesIn(folder)).toEqual(["a.ts", "c.ts"]);
});

test("a folder that is called like a module is a folder", async () => {
  const folder = await tempFolder({ "x.ts/a.ts": "" });
  expect(await namesIn(folder)).toEqual(["x.ts/a.ts"]);
});

test("a link that leads nowhere is told", async () => {
  const folder = await tempFolder({ "a.ts": "" });
  await symlink("nowhere.ts", join(folder, "link.ts"));
  const found = await find(folder);
  expect(found.files.map(({ name }) => name)).toEqual(["a.ts"]);
  expect([...found.troubles]).toEqual([["link.ts", { message: "This symbolic link leads nowhere" }]]);
});

test("a link to itself is told", async () => {
  const folder = await tempFolder();
  await symlink("self.ts", join(folder, "self.ts"));
  expect((await find(folder)).troubles.get("self.ts")?.message).toBe(
    "This symbolic link cannot be followed: its symbolic links lead in a circle",
  );
});

test("a socket that is called like a module is told and not read", async () => {
  const folder = await tempFolder();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(folder, "x.ts"), resolve));
  onTestFinished(() => void server.close());
  expect((await find(folder)).troubles.get("x.ts")?.message).toBe("This is neither a file nor a folder");
});

test("links to files and folders are followed, a link to a folder above is not followed again", async () => {
  const elsewhere = await tempFolder({ "b.ts": "", "sub/c.ts": "" });
  const folder = await tempFolder({ "a.ts": "" });
  await symlink(join(elsewhere, "b.ts"), join(folder, "b.ts"));
  await symlink(join(elsewhere, "sub"), join(folder, "team"));
  await symlink(folder, join(folder, "again"));
  expect(await namesIn(folder)).toEqual(["a.ts", "b.ts", "team/c.ts"]);
});

test("with several folders the names are absolute, and a file in two of them counts once", async () => {
  const folder = await tempFolder({ "team/a.ts": "" });
  const other = await tempFolder({ "a.ts": "" });
  const names = (await find(folder, join(folder, "team"), other)).files.map(({ name }) => name);
  expect(names).toEqual([join(folder, "team/a.ts"), join(other, "a.ts")].sort());
});

test("a DAG folder that is not there is refused", async () => {
  const folder = join(await tempFolder(), "missing");
  await expect(find(folder)).rejects.toThrow(`The DAG folder ${folder} cannot be read: it does not exist`);
});

test("a DAG folder that is a file is refused", async () => {
  const folder = join(await tempFolder({ "a.ts": "" }), "a.ts");
  await expect(find(folder)).rejects.toThrow("it is not a folder");
});

test("bundles are no DAG files, wherever they lie", async () => {
  const folder = await tempFolder({ "a.ts": "", "home/bundles/0123.mjs": "" });
  const { files } = await findDagFiles([folder], join(folder, "home/bundles"));
  expect(files.map(({ name }) => name)).toEqual(["a.ts"]);
});

test("settings of the folders and of those above are named, there or not", async () => {
  const folder = await tempFolder({ "dags/tsconfig.json": "{}" });
  const { settings } = await find(join(folder, "dags"));
  expect(settings).toEqual(expect.arrayContaining([join(folder, "package.json"), join(folder, "dags/tsconfig.json")]));
});
