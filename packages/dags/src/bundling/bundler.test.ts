import { readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { dagText, tempFolder } from "../dag-processor.fixture.ts";
import { type BundleOutcome, Bundler } from "./bundler.ts";

// Child processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const SHARED = "export const greet = (name: string): string => `hello ${name}`;\n";

function bundlerIn(bundleDir: string): Bundler {
  const bundler = new Bundler(bundleDir);
  onTestFinished(() => bundler.rest());
  return bundler;
}

async function bundle(
  folder: string,
  names: readonly string[],
  bundleDir = join(folder, ".bundles"),
): Promise<BundleOutcome[]> {
  return bundlerIn(bundleDir).bundle(names.map((name) => ({ name, folder, path: join(folder, name) })));
}

function good(outcome: BundleOutcome | undefined): BundleOutcome & { readonly bundle: { hash: string; path: string } } {
  if (outcome === undefined || outcome.bundle === null) throw new Error(JSON.stringify(outcome));
  return outcome;
}

const MANY = {
  "lib/shared.ts": SHARED,
  "data.json": '{ "rows": [1, 2] }',
  "node_modules/old/index.js": 'exports.old = require("./part.js");\n',
  "node_modules/old/part.js": "module.exports = 7;\n",
  "a.ts": `import { greet } from "./lib/shared.ts";\n${dagText("a", { before: 'greet("a");' })}`,
  "team/b.ts": `import { greet } from "../lib/shared.ts";\nimport data from "../data.json";\n${dagText("b", { before: "greet(String(data.rows));" })}`,
  "c.js": `import { old } from "old";\nimport { join } from "node:path";\n${dagText("c", { before: "join(String(old));" })}`,
  "d.mjs": dagText("d", { before: 'const lazy = () => import("./lib/shared.ts");\nlazy();' }),
};
const NAMES = ["a.ts", "team/b.ts", "c.js", "d.mjs"];

test("the same sources give the same bundle, byte for byte, in any folder", async () => {
  const first = await bundle(await tempFolder(MANY), NAMES);
  const second = await bundle(await tempFolder(MANY), NAMES);
  expect(first.map((outcome) => good(outcome).bundle.hash)).toEqual(second.map((outcome) => good(outcome).bundle.hash));
});

test("a file alone gives the same bundle as among others", async () => {
  const folder = await tempFolder(MANY);
  const together = await bundle(folder, NAMES);
  for (const [index, name] of NAMES.entries()) {
    const [alone] = await bundle(folder, [name]);
    expect(good(alone)).toEqual(good(together[index]));
  }
});

test("a bundle is named by its hash, lies there whole, and is not written twice", async () => {
  const folder = await tempFolder({ "a.ts": dagText("a") });
  const bundleDir = await tempFolder();
  const [outcome] = await bundle(folder, ["a.ts"], bundleDir);
  const { hash, path } = good(outcome).bundle;
  expect(path).toBe(join(bundleDir, `${hash}.mjs`));
  await utimes(path, 1, 1);
  await bundle(folder, ["a.ts"], bundleDir);
  expect((await stat(path)).mtimeMs).toBe(1_000);
  expect(await readdir(bundleDir)).toEqual([`${hash}.mjs`]);
});

test("a bundle that was cut short is written again", async () => {
  const folder = await tempFolder({ "a.ts": dagText("a") });
  const { path } = good((await bundle(folder, ["a.ts"]))[0]).bundle;
  const whole = await readFile(path, "utf8");
  await writeFile(path, "");
  await bundle(folder, ["a.ts"]);
  expect(await readFile(path, "utf8")).toBe(whole);
});

test("what a bundle was made of is known, whatever kind of file it is", async () => {
  const folder = await tempFolder(MANY);
  const [a, b, c] = await bundle(folder, NAMES);
  const inputs = (outcome: BundleOutcome | undefined): string[] => {
    const found = good(outcome);
    return "inputs" in found ? found.inputs.map((path) => path.slice(folder.length + 1)).sort() : [];
  };
  expect(inputs(a)).toEqual(["a.ts", "lib/shared.ts"]);
  expect(inputs(b)).toEqual(["data.json", "lib/shared.ts", "team/b.ts"]);
  expect(inputs(c)).toEqual(["c.js", "node_modules/old/index.js", "node_modules/old/part.js"]);
});

test("Momiji is left to the running installation, packages of the folder are put in", async () => {
  const folder = await tempFolder(MANY);
  const [outcome] = await bundle(folder, ["c.js"]);
  const code = await readFile(good(outcome).bundle.path, "utf8");
  expect(code).toContain('from "@momiji/sdk"');
  expect(code).toContain("module.exports = 7");
});

test("a package that the folder does not have comes from the installation, under the same name everywhere", async () => {
  const text = 'import { string } from "zod/mini";\nexport const shape = string();\n';
  const [first] = await bundle(await tempFolder({ "a.ts": text }), ["a.ts"]);
  const deep = await tempFolder({ "deep/er/a.ts": text });
  const [second] = await bundle(join(deep, "deep/er"), ["a.ts"]);
  expect(good(first).bundle.hash).toBe(good(second).bundle.hash);
});

test("the author's text is kept in the source map, that of packages is not", async () => {
  const folder = await tempFolder(MANY);
  const code = await readFile(good((await bundle(folder, ["c.js"]))[0]).bundle.path, "utf8");
  const map = JSON.parse(Buffer.from(code.slice(code.lastIndexOf(",") + 1), "base64").toString()) as {
    sources: string[];
    sourcesContent: (string | null)[];
  };
  const kept = map.sources.filter((_, index) => map.sourcesContent[index] !== null);
  expect(kept).toEqual(["c.js"]);
  expect(map.sources).toContain("node_modules/old/part.js");
});

test("text and data of any kind can be imported, and are inputs", async () => {
  const text = 'import query from "./query.sql" with { type: "text" };\nconsole.log(query);\n';
  const folder = await tempFolder({ "a.ts": text, "query.sql": "select 1" });
  const [outcome] = await bundle(folder, ["a.ts"]);
  expect(await readFile(good(outcome).bundle.path, "utf8")).toContain("select 1");
  expect(good(outcome)).toMatchObject({ inputs: [join(folder, "a.ts"), join(folder, "query.sql")] });
});

test("a broken file breaks no other in its batch", async () => {
  const folder = await tempFolder({ "a.ts": dagText("a"), "b.ts": "const = 1;\n", "c.ts": dagText("c") });
  const outcomes = await bundle(folder, ["a.ts", "b.ts", "c.ts"]);
  expect(outcomes.map(({ bundle: made }) => made !== null)).toEqual([true, false, true]);
});

test("files of one name and several extensions do not get in each other's way", async () => {
  const folder = await tempFolder({ "a.ts": dagText("ts"), "a.mjs": dagText("mjs"), "0.js": dagText("zero") });
  const outcomes = await bundle(folder, ["a.ts", "a.mjs", "0.js"]);
  const texts = await Promise.all(outcomes.map((outcome) => readFile(good(outcome).bundle.path, "utf8")));
  expect(texts.map((text) => /id: "(\w+)"/.exec(text)?.[1])).toEqual(["ts", "mjs", "zero"]);
});

test("after a rest bundling goes on", async () => {
  const folder = await tempFolder({ "a.ts": dagText("a") });
  const bundler = bundlerIn(join(folder, ".bundles"));
  const files = [{ name: "a.ts", folder, path: join(folder, "a.ts") }];
  const [before] = await bundler.bundle(files);
  await bundler.rest();
  const [after] = await bundler.bundle(files);
  expect(good(after)).toEqual(good(before));
});

test("a file that asks where it lies is told its own place, not the bundle's", async () => {
  const asks = dagText("a", {
    before: "export const place = [import.meta.dirname, import.meta.filename, import.meta.url];",
  });
  const folder = await tempFolder({ "team/a.ts": asks });
  const [outcome] = await bundle(folder, ["team/a.ts"]);
  const text = await readFile(good(outcome).bundle.path, "utf8");
  for (const place of [join(folder, "team"), join(folder, "team/a.ts"), `file://${join(folder, "team/a.ts")}`]) {
    expect(text).toContain(JSON.stringify(place));
  }
});
