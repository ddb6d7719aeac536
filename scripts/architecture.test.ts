import { describe, expect, it } from "vitest";
import { checkArchitecture } from "./architecture/check-architecture.ts";
import { rules } from "./architecture-rules.ts";
import { type Files, packageFiles, plantWorkspace } from "./fixtures/planted-workspace.ts";

/** The exceptions name files of the real tree; here there are none to excuse. */
const strict = { ...rules, exceptions: {} };

function findingsIn(planted: Files): string[] {
  return checkArchitecture(plantWorkspace(planted), strict).map(({ rule, file, line }) => `${rule} ${file}:${line}`);
}

/** Lays code over a sound file, one line below its end. */
function core(code: string): Files {
  return {
    "packages/core/src/instant.ts": `export type Micros = number;\nexport const second: Micros = 1;\n${code}\n`,
  };
}

function sdk(code: string): Files {
  return {
    "packages/sdk/src/every.ts": `import { second } from "@momiji/core";\nexport const minute = second;\n${code}\n`,
  };
}

it("finds nothing in a sound workspace", () => {
  expect(findingsIn({})).toEqual([]);
});

describe("imports", () => {
  const line3 = "packages/sdk/src/every.ts:3";
  it.each([
    ["another package's inner path", 'import "@momiji/core/src/instant.ts";', `inner-path ${line3}`],
    ["another package's folder", 'import "../../core/src/instant.ts";', `inner-path ${line3}`],
    ["its own index", 'import "./index.ts";', `own-barrel ${line3}`],
    ["its own name", 'export * from "@momiji/sdk";', `own-barrel ${line3}`],
    ["a file that is not there", 'import "./every.js";', `unresolved-import ${line3}`],
    ["an inner path as a type", 'export type M = import("@momiji/core/src/instant.ts").Micros;', `inner-path ${line3}`],
    ["an inner path later", 'export const later = import("@momiji/core/src/instant.ts");', `inner-path ${line3}`],
  ])("finds an import of %s", (_what, code, finding) => {
    expect(findingsIn(sdk(code))).toContain(finding);
  });

  it("lets a declared subpath in", () => {
    expect(findingsIn({ ...sdk('import "@momiji/core/extra";'), "packages/core/src/extra.ts": "" })).toEqual([]);
  });

  it("finds an import that the table does not allow, as a type too", () => {
    const store = packageFiles("packages/store", ["packages/sdk"]);
    const planted = {
      ...store,
      "packages/store/src/index.ts":
        '/** The store. */\nimport type { minute } from "@momiji/sdk";\nexport type M = typeof minute;',
    };
    expect(findingsIn(planted)).toContain("package-imports packages/store/src/index.ts:2");
  });

  it("holds a provider to the contracts", () => {
    const code = '/** Docker. */\nimport "@momiji/store";\n';
    const planted = {
      ...packageFiles("providers/docker", ["packages/store"]),
      ...packageFiles("packages/store"),
      "providers/docker/src/index.ts": code,
    };
    expect(findingsIn(planted)).toContain("package-imports providers/docker/src/index.ts:2");
  });

  it("lets tests alone import what is theirs", () => {
    const code = '/** The client. */\nimport "@momiji/store";\n';
    const planted = {
      ...packageFiles("packages/client", ["packages/store"]),
      ...packageFiles("packages/store"),
      "packages/client/src/index.ts": code,
      "packages/client/src/calls.test.ts": code,
    };
    const found = findingsIn(planted).filter((finding) => finding.startsWith("package-imports"));
    expect(found).toEqual(["package-imports packages/client/src/index.ts:2"]);
  });

  it("finds a package that is not in the table", () => {
    expect(findingsIn(packageFiles("packages/misplaced"))).toContain(
      "unknown-package packages/misplaced/package.json:1",
    );
  });
});

describe("manifests", () => {
  it("finds an import that is not declared", () => {
    expect(findingsIn(packageFiles("packages/sdk"))).toEqual(["dependencies packages/sdk/package.json:1"]);
  });

  it("finds a dependency that nothing imports", () => {
    const planted = { "packages/sdk/src/every.ts": "export const minute = 60;\n" };
    expect(findingsIn(planted)).toEqual(["dependencies packages/sdk/package.json:1"]);
  });

  it.each([
    ["is missing", []],
    ["is too many", [{ path: "../core" }, { path: "../store" }]],
  ])("finds a reference of tsconfig.json that %s", (_what, references) => {
    const planted = { "packages/sdk/tsconfig.json": JSON.stringify({ references }) };
    expect(findingsIn(planted)).toEqual(["references packages/sdk/tsconfig.json:1"]);
  });

  it("finds a package that the root does not build", () => {
    const planted = { "tsconfig.json": JSON.stringify({ references: [{ path: "packages/core" }] }) };
    expect(findingsIn(planted)).toEqual(["references tsconfig.json:1"]);
  });
});

describe("cycles", () => {
  it.each([
    ["values", 'import { minute } from "./every.ts";\nexport const hour = 60 * minute;'],
    ["types alone", 'import type { minute } from "./every.ts";\nexport type Hour = typeof minute;'],
  ])("finds files that go round by %s", (_what, hour) => {
    const planted = { ...sdk('export type { Hour } from "./hour.ts";'), "packages/sdk/src/hour.ts": hour };
    expect(findingsIn(planted)).toEqual(["file-cycle packages/sdk/src/every.ts:1"]);
  });

  it("finds packages that go round", () => {
    const planted = { ...packageFiles("packages/core", ["packages/sdk"]), ...core('export * from "@momiji/sdk";') };
    expect(findingsIn(planted)).toContain("package-cycle packages/core/package.json:1");
  });
});

describe("purity of core", () => {
  it.each([
    'import "node:fs";',
    'import "lodash";',
    "export const now = Date.now();",
    "export const now = (when: Date): number => when.getTime();",
    'const key = "Date";\nexport const now = globalThis[key];',
    "export const timer = setTimeout(() => {}, 1);",
    "export const timer = setInterval(() => {}, 1);",
    "export const chance = Math.random();",
    "export const { random } = Math;",
    'export const chance = Math["random"]();',
    "export const id = crypto.randomUUID();",
    "export const start = performance.now();",
    "export const home = process.cwd();",
    'export const page = fetch("/");',
    'console.log("here");',
    "const { log } = console;\nexport { log };",
  ])("finds %s", (code) => {
    expect(findingsIn(core(code)).map((finding) => finding.split(" ")[0])).toContain("pure");
  });

  it("lets the pure libraries, keys and arithmetic be", () => {
    const code = 'import "temporal-polyfill";\nexport const spec = { process: Math.max(1, 2), fetch: "x".length };';
    expect(findingsIn(core(code))).toEqual([]);
  });

  it("finds the runtime's clock in Temporal", () => {
    const code = 'import { Temporal } from "temporal-polyfill";\nexport const now = Temporal.Now.instant();';
    expect(findingsIn(core(code))).toContain("pure packages/core/src/instant.ts:4");
  });

  it("leaves the tests of core free", () => {
    expect(
      findingsIn({ "packages/core/src/instant.test.ts": 'import "node:fs";\nexport const now = Date.now();' }),
    ).toEqual([]);
  });
});

describe("browsers", () => {
  it.each([
    ["a module", 'import "node:fs";'],
    ["a module's type", 'export type P = import("node:http").Server;'],
    ["a global", "export const text = Buffer.from([]);"],
  ])("finds %s that only Node has, but not in a test", (_what, code) => {
    const planted = {
      ...packageFiles("packages/client"),
      "packages/client/src/index.ts": `/** The client. */\n${code}\n`,
      "packages/client/src/calls.test.ts": `\n${code}\n`,
    };
    const found = findingsIn(planted).filter((finding) => finding.startsWith("browsers"));
    expect(found).toEqual(["browsers packages/client/src/index.ts:2"]);
  });
});

describe("the world outside", () => {
  it.each([
    ["environment", "export const home = process.env.HOME;"],
    ["environment", "export const { env } = process;"],
    ["environment", 'import { env } from "node:process";'],
    ["clock", "export const now = Date.now();"],
    ["clock", "export const now = new Date();"],
    ["clock", "export const now = Temporal.Now.instant();"],
  ])("finds a reader of the %s: %s", (rule, code) => {
    expect(findingsIn(sdk(code))).toEqual([`${rule} packages/sdk/src/every.ts:3`]);
  });

  it("excuses a named file, and finds an exception that is not needed", () => {
    const root = plantWorkspace(sdk("export const now = Date.now();"));
    const clock = [
      { path: "packages/sdk/src/every.ts", reason: "the one clock" },
      { path: "packages/core/", reason: "was one once" },
    ];
    const findings = checkArchitecture(root, { ...rules, exceptions: { clock } });
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ["unused-exception", 'packages/core/ no longer needs its exception from "clock": take it out'],
    ]);
  });
});

describe("the shape of files", () => {
  it.each([
    "packages/sdk/src/utils.ts",
    "packages/sdk/src/string-helpers.ts",
    "packages/sdk/src/common/text.ts",
    "packages/sdk/src/lease-manager.ts",
    "packages/sdk/src/types.ts",
  ])("finds the name %s", (path) => {
    expect(findingsIn({ [path]: "export {};" })).toEqual([`file-name ${path}:1`]);
  });

  it("finds an index without its opening comment", () => {
    const planted = { "packages/sdk/src/index.ts": 'export * from "./every.ts";\n' };
    expect(findingsIn(planted)).toEqual(["opening-comment packages/sdk/src/index.ts:1"]);
  });
});

describe("ARCHITECTURE.md", () => {
  const core = "| `core` | decisions | pure libraries |";
  it.each([
    ["a package without a row", core, "architecture-page ARCHITECTURE.md:1"],
    [
      "a row without a package",
      `${core}\n| \`sdk\` | authoring | core |\n| \`lost\` | | core |`,
      "architecture-page ARCHITECTURE.md:3",
    ],
    [
      "other imports than the rules have",
      `${core}\n| \`sdk\` | authoring | core, store |`,
      "architecture-page ARCHITECTURE.md:2",
    ],
    [
      "all of them where the rules have one",
      `${core}\n| \`sdk\` | authoring | all but cli |`,
      "architecture-page ARCHITECTURE.md:2",
    ],
  ])("finds %s", (_what, page, finding) => {
    expect(findingsIn({ "ARCHITECTURE.md": page })).toEqual([finding]);
  });
});
