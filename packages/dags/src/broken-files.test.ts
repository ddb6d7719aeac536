import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PublishFile } from "@momiji/store";
import { afterAll, describe, expect, test, vi } from "vitest";
import { dagText, tempFolder } from "./dag-processor.fixture.ts";
import { DEFAULT_LIMITS } from "./defaults.ts";
import type { EvaluatorLimits } from "./evaluating/start-evaluator.ts";
import { FileLoader } from "./file-loader.ts";
import { loadDagFile } from "./load-dag-file.ts";

// Child processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const IMPORT = 'import { dag } from "@momiji/sdk";\n';

const bundleDir = await mkdtemp(join(tmpdir(), "momiji-bundles-"));
/** One for all, so that each file also shows that those before it did the process no harm. */
const loader = new FileLoader({ ...DEFAULT_LIMITS, bundleDir, concurrency: 1 });
afterAll(async () => {
  loader.close();
  await loader.rest();
  await rm(bundleDir, { recursive: true });
});

async function load(text: string): Promise<PublishFile> {
  const folder = await tempFolder({ "broken.ts": text });
  const [outcome] = await loader.bundle([{ name: "broken.ts", path: join(folder, "broken.ts"), folder }]);
  if (outcome === undefined) throw new Error("no outcome");
  return loader.evaluate(outcome, () => null);
}

async function loadWithin(limits: Partial<EvaluatorLimits>, text: string): Promise<PublishFile> {
  const folder = await tempFolder({ "broken.ts": text });
  return loadDagFile(join(folder, "broken.ts"), { bundleDir, ...limits });
}

/** One task `a`, then `body`, on the lines after the first. */
function oneDag(options: string, body: string): string {
  return `${IMPORT}export default dag({ id: "x", ${options} }, ({ task }) => {\n${body}\n});\n`;
}

interface Broken {
  readonly what: string;
  readonly text: string;
  readonly message: string | RegExp;
  /** Line and, where it is certain, column of the error; null: nobody can know. */
  readonly at: readonly [line: number, column?: number] | null;
}

const BROKEN: readonly Broken[] = [
  { what: "a syntax error", text: `${IMPORT}const x = ;\n`, message: 'Unexpected ";"', at: [2, 11] },
  {
    what: "a syntax error after a wide character",
    text: "const x = 'é😀' + ;\n",
    message: 'Unexpected ";"',
    at: [1, 19],
  },
  { what: "an exception", text: `${IMPORT}\nthrow new Error("boom");\n`, message: "boom", at: [3, 7] },
  {
    what: "an exception with a name",
    text: "const rows = null;\nrows.map(String);\n",
    message: /^TypeError: Cannot read/,
    at: [2, 6],
  },
  {
    what: "an exception in a timer",
    text: "setTimeout(() => {\n  throw new Error('late');\n});\nawait new Promise(() => setTimeout(() => {}, 1e6));\n",
    message: "late",
    at: [2, 9],
  },
  {
    what: "something thrown that is no error",
    text: "throw { code: 7 };\n",
    message: 'The file threw {"code":7}',
    at: null,
  },
  {
    what: "a rejection that nobody handles",
    text: "async function f() {\n  await null;\n  throw new Error('unseen');\n}\nf();\n",
    message: "unseen",
    at: [3, 9],
  },
  {
    what: "an error with a cause",
    text: "throw new Error('outer', { cause: new Error('inner') });\n",
    message: "outer (cause: inner)",
    at: [1, 7],
  },
  {
    what: "endless recursion",
    text: "const f = (): number => f() + 1; f();\n",
    message: "RangeError: Maximum call stack size exceeded",
    at: [1],
  },
  {
    what: "a module that is not there",
    text: 'import { x } from "./nope.ts";\nx();\n',
    message: 'Cannot find "./nope.ts"',
    at: [1, 19],
  },
  {
    what: "a package that is not there",
    text: '\nimport x from "@no/such/thing";\nx();\n',
    message: /^Cannot find the package "@no\/such": install it/,
    at: [2, 15],
  },
  {
    what: "an import that Momiji does not have",
    text: '\nimport { dagg } from "@momiji/sdk";\ndagg();\n',
    message: /does not provide an export named 'dagg'/,
    at: [2, 10],
  },
  {
    what: "a DAG without options",
    text: `${IMPORT}export default dag({} as never, () => {});\n`,
    message: /DAG/,
    at: [2, 16],
  },
  {
    what: "a bad cron",
    text: oneDag('schedule:\n  "99 * * * *"', 'task("a", () => 1);'),
    message: /^DAG "x": .*99/,
    at: [3, 3],
  },
  {
    what: "a cycle",
    text: oneDag(
      "schedule: null",
      'const a = task("a", () => 1);\nconst b = task("b", () => 1);\na.before(b);\nb.before(a);',
    ),
    message: /a -> b -> a/,
    at: [3, 16],
  },
  {
    what: "a task id given twice",
    text: oneDag("schedule: null", 'task("a", () => 1);\ntask("a", () => 1);'),
    message: /"a"/,
    at: [4, 1],
  },
  {
    what: "a DAG id given twice",
    text: `${dagText("same")}export const again = dag({ id: "same", schedule: null }, () => {});\n`,
    message: /^The DAG id "same" is defined twice in this file/,
    at: [6, 32],
  },
  {
    what: "a value that JSON cannot hold",
    text: oneDag("schedule: null, description: 10n as never", ""),
    message: /description/,
    at: [2],
  },
  { what: "process.exit", text: `${IMPORT}process.exit(3);\n`, message: /^process\.exit\(3\) was called/, at: [2, 9] },
  {
    what: "process.exit in a promise",
    text: "Promise.resolve().then(() => process.exit());\nawait new Promise(() => {});\n",
    message: /^process\.exit\(\) was called/,
    at: [1, 38],
  },
  {
    what: "process.abort",
    text: "process.abort();\n",
    message: "The file ended the process that loaded it (SIGABRT)",
    at: null,
  },
  {
    what: "a signal to itself",
    text: "process.kill(process.pid, 'SIGKILL');\nawait new Promise(() => setTimeout(() => {}, 1e6));\n",
    message: "The file ended the process that loaded it (SIGKILL)",
    at: null,
  },
  {
    what: "a promise at top level that never settles",
    text: "await new Promise(() => {});\n",
    message: /^The file never finishes loading/,
    at: null,
  },
  {
    what: "one large allocation that is filled",
    text: "export const rows = Buffer.alloc(2_000_000_000, 1);\n",
    message: /^The file needed more than 512 MiB of memory.*allocate memory/,
    at: [1, 28],
  },
  {
    what: "one large allocation",
    text: "const rows = [];\nrows.push(Buffer.alloc(2 * 1024 ** 3));\n",
    message: /^The file needed more than 512 MiB of memory.*allocation failed/,
    at: [2, 18],
  },
  {
    what: "an exception at the end of 10 MB",
    text: `${IMPORT}export const text = \`${`${"x".repeat(999)}\n`.repeat(10_000)}\`;\nthrow new Error("far");\n`,
    message: "far",
    at: [10_003, 7],
  },
  {
    what: "an exception in a line of 10 MB",
    text: `export const text = "${"x".repeat(10_000_000)}"; throw new Error("far");\n`,
    message: "far",
    at: [1, 10_000_031],
  },
  {
    what: "an exception after a byte order mark, with Windows line ends",
    text: "\uFEFFconst a = 1;\r\n\r\nthrow new Error('boom');\r\n",
    message: "boom",
    at: [3, 7],
  },
];

describe("a file that cannot be loaded is an import error with its place", () => {
  test.each(BROKEN)("$what", async ({ text, message, at }) => {
    const { errors } = await load(text);
    expect(errors).toHaveLength(1);
    const [error] = errors;
    if (typeof message === "string") expect(error?.message).toBe(message);
    else expect(error?.message).toMatch(message);
    const [line, column = error?.column] = at ?? [];
    expect([error?.line, error?.column]).toEqual([line, column]);
    if (at !== null) expect(error?.frame).toMatch(new RegExp(`^broken.ts:${line}:${column}\\n(.*\\n)*> +${line} \\|`));
  });
});

describe("a file that never ends is stopped, at the line where it is", () => {
  const LIMIT = { evaluateTimeoutMillis: 1_000 };

  test("an endless loop", async () => {
    const { errors } = await loadWithin(LIMIT, `let i = 0;\nfunction spin() {\n  while (true) i += 1;\n}\nspin();\n`);
    expect(errors).toMatchObject([
      { line: 3, message: expect.stringMatching(/^The file took longer than 1 s to load/) },
    ]);
    expect(errors[0]?.stack).toContain("at spin (broken.ts:3:");
  });

  test("a flood of output", async () => {
    const { errors } = await loadWithin(LIMIT, "\nfor (;;) console.log('x'.repeat(10_000));\n");
    expect(errors).toMatchObject([{ line: 2, message: expect.stringContaining("took longer than 1 s") }]);
  });

  test("a promise that something may still settle", async () => {
    const { errors } = await loadWithin(LIMIT, "setInterval(() => {}, 1e6);\nawait new Promise(() => {});\n");
    expect(errors).toMatchObject([{ message: expect.stringContaining("took longer than 1 s") }]);
  });
});

describe("a file that needs too much memory is stopped, at the line where it is", () => {
  const LIMIT = { memoryLimitMiB: 128 };

  test("on the heap", async () => {
    const text = "const rows: number[][] = [];\nfor (;;) {\n  rows.push(new Array(1000).fill(Math.random()));\n}\n";
    const { errors } = await loadWithin(LIMIT, text);
    expect(errors).toMatchObject([{ line: 3, message: expect.stringContaining("more than 128 MiB of memory") }]);
  });

  test("beside the heap", async () => {
    const text = "const rows: Uint8Array[] = [];\nfor (;;) {\n  rows.push(new Uint8Array(1e6).fill(1));\n}\n";
    const { errors } = await loadWithin(LIMIT, text);
    expect(errors).toMatchObject([{ line: 3, message: expect.stringContaining("more than 128 MiB of memory") }]);
  });
});

test("each error of a build is told", async () => {
  const { errors } = await load('import "./a.ts";\nimport "./b.ts";\n');
  expect(errors.map(({ message }) => message)).toEqual(['Cannot find "./a.ts"', 'Cannot find "./b.ts"']);
});

test("a native add-on is told with what to do instead", async () => {
  const folder = await tempFolder({ "a.ts": 'import addon from "./addon.node";\naddon();\n', "addon.node": "\x7fELF" });
  const { errors } = await loadDagFile(join(folder, "a.ts"), { bundleDir: join(folder, "bundles") });
  expect(errors).toMatchObject([
    { line: 1, column: 19, message: expect.stringContaining("Native add-ons cannot be used") },
  ]);
});

test("an error in a module that the file imports is told with that module's place", async () => {
  const folder = await tempFolder({
    "lib/rows.ts": "export function rows(): never {\n  throw new Error('no rows');\n}\n",
    "a.ts": 'import { rows } from "./lib/rows.ts";\n\nrows();\n',
  });
  const { errors } = await loadDagFile(join(folder, "a.ts"), { bundleDir: join(folder, "bundles") });
  expect(errors).toEqual([
    {
      message: "no rows (in lib/rows.ts, line 2)",
      frame: expect.stringMatching(/^lib\/rows\.ts:2:9\n/),
      stack: "no rows\n    at rows (lib/rows.ts:2:9)\n    at a.ts:3:1",
    },
  ]);
});

test.each([
  ["a link that leads nowhere", "nowhere.ts", "it does not exist"],
  ["a link to itself", "a.ts", "its symbolic links lead in a circle"],
  ["a folder", ".", "it is a folder"],
])("%s cannot be read", async (_what, target, reason) => {
  const folder = await tempFolder();
  await symlink(target, join(folder, "a.ts"));
  const { errors } = await loadDagFile(join(folder, "a.ts"), { bundleDir });
  expect(errors).toEqual([{ message: `The file cannot be read: ${reason}` }]);
});

test("of a file with a good and a bad DAG the good one is there", async () => {
  const { dags, errors } = await load(
    `${dagText("good")}export const bad = dag({ id: "bad", schedule: "x" }, () => {});\n`,
  );
  expect(dags.map(({ dagId }) => dagId)).toEqual(["good"]);
  expect(errors).toMatchObject([{ line: 6, message: expect.stringContaining('DAG "bad"') }]);
});

test.each([
  ["an empty file", ""],
  ["a module without DAGs", "export const n = 1;\n"],
  ["a file that prints", "console.log('out');\nconsole.error('err');\nprocess.stdout.write('x');\n"],
  ["a file with a byte order mark", "\uFEFFexport const n = 1;\r\n"],
  ["a file that waits at top level", "await new Promise((resolve) => setTimeout(resolve, 1));\n"],
])("%s is no error", async (_what, text) => {
  expect(await load(text)).toMatchObject({ dags: [], errors: [], bundle: { hash: expect.any(String) } });
});
