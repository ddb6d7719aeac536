import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { rules } from "./architecture-rules.ts";
import { type Files, plantWorkspace } from "./fixtures/planted-workspace.ts";

const home = resolve(import.meta.dirname, "..");

/** The rules that oxlint, with our configuration, sees broken in the planted files. */
function lint(planted: Files): string[] {
  const root = plantWorkspace(planted);
  copyFileSync(join(home, ".oxlintrc.json"), join(root, ".oxlintrc.json"));
  symlinkSync(join(home, "node_modules"), join(root, "node_modules"));
  const { stdout } = spawnSync(join(home, "node_modules/.bin/oxlint"), ["-f", "json", ...Object.keys(planted)], {
    cwd: root,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
  return [...new Set(diagnostics.map(({ code }) => code))];
}

const manyLines = (count: number) => "  total += 1;\n".repeat(count);

it.each([
  ["eslint(max-lines)", `${"\n".repeat(400)}export const here = 1;\n`],
  [
    "eslint(max-lines-per-function)",
    `export function long() {\n  let total = 0;\n${manyLines(50)}  return total;\n}\n`,
  ],
  ["eslint(max-params)", "export const add = (a: number, b: number, c: number, d: number) => a + b + c + d;\n"],
  ["eslint(no-console)", 'console.log("here");\nexport {};\n'],
  ["import(no-self-import)", 'import { a } from "./planted.ts";\nexport const b = a;\n'],
  ["typescript(no-explicit-any)", "export const loose = (value: any): unknown => value;\n"],
  // Not a silenced check: a file that is planted for the linter to refuse, as all of these.
  ["typescript(ban-ts-comment)", "// @ts-ignore\nexport const loose: number = '';\n"],
  ["typescript(consistent-type-imports)", 'import { Stats } from "node:fs";\nexport type S = Stats;\n'],
  ["typescript(no-floating-promises)", "export function start(work: () => Promise<void>): void {\n  work();\n}\n"],
  ["unicorn(prefer-node-protocol)", 'export { readFileSync } from "fs";\n'],
])("the linter sees %s", (code, text) => {
  expect(lint({ "packages/sdk/src/planted.ts": text })).toContain(code);
});

it("the linter sees a cycle of types", () => {
  const planted = {
    "packages/sdk/src/a.ts": 'import type { B } from "./b.ts";\nexport type A = B | 1;\n',
    "packages/sdk/src/b.ts": 'import type { A } from "./a.ts";\nexport type B = A | 2;\n',
  };
  expect(lint(planted)).toContain("import(no-cycle)");
});

it("the linter sees a file name that is not in kebab case", () => {
  expect(lint({ "packages/sdk/src/taskState.ts": "export const a = 1;\n" })).toContain("unicorn(filename-case)");
});

it("the linter sees a test that is skipped or alone", () => {
  const test =
    'import { expect, it } from "vitest";\nit.skip("a", () => expect(1).toBe(1));\nit.only("b", () => expect(1).toBe(1));\n';
  const seen = lint({ "packages/sdk/src/every.test.ts": test });
  expect(seen).toEqual(expect.arrayContaining(["vitest(no-disabled-tests)", "vitest(no-focused-tests)"]));
});

it("the linter sees an inner path of a package outside of the packages", () => {
  const planted = { "bench/planted.ts": 'export * from "../packages/core/src/instant.ts";\n' };
  expect(lint(planted)).toContain("eslint(no-restricted-imports)");
});

it.each([
  'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
  "export const now = Date.now();\n",
])("the linter sees that core is not pure: %s", (text) => {
  const seen = lint({ "packages/core/src/planted.ts": text });
  expect(seen.join()).toMatch(/no-restricted-(imports|globals)/);
});

it("the linter and the architecture check forbid core the same globals", () => {
  const config = readFileSync(join(home, ".oxlintrc.json"), "utf8").replaceAll(/^\s*\/\/.*$/gm, "");
  const { overrides } = JSON.parse(config) as { overrides: { rules: Record<string, unknown> }[] };
  const lists = overrides.map((override) => override.rules["eslint/no-restricted-globals"]).filter(Array.isArray);
  expect(lists).toEqual([["error", ...rules.impureGlobals]]);
});
