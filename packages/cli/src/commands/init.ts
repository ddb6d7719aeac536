/** `momiji init [DIR]`: a new project folder with a DAG and its test. Never overwrites. */
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Register } from "../context.ts";
import { CliError } from "../errors.ts";
import { makeFolder } from "../make-folder.ts";
import { VERSION } from "../version.ts";

const DAG = `import { dag } from "momiji";
import { bash } from "momiji/operators";

/** Greets every morning at 7 in Tokyo. */
export default dag(
  { id: "greet", schedule: "0 7 * * *", timezone: "Asia/Tokyo", startDate: "2026-01-01T00:00", tags: ["example"] },
  ({ task }) => {
    const name = task("name", () => "world");
    const greet = task("greet", { name }, ({ name }, ctx) => {
      ctx.log.info(\`Hello, \${name}!\`);
      return name.length;
    });
    const date = bash("date", { command: "date" });
    greet.before(date);
  },
);
`;

const TEST = `import assert from "node:assert/strict";
import { test } from "node:test";
import { runDag } from "@momiji/testing";
import greet from "../dags/greet.ts";

test("greets", async () => {
  const run = await runDag(greet, { at: "2026-01-02T07:00+09:00" });
  assert.equal(run.state, "success");
  assert.equal(run.tasks.greet?.value, 5);
});
`;

const FILES = (name: string): { readonly [path: string]: string } => ({
  "package.json": `${JSON.stringify(
    {
      name,
      private: true,
      type: "module",
      scripts: { start: "momiji standalone", test: "node --test" },
      dependencies: { momiji: `^${VERSION}` },
      devDependencies: { "@momiji/testing": `^${VERSION}` },
    },
    null,
    2,
  )}\n`,
  "dags/greet.ts": DAG,
  "test/greet.test.ts": TEST,
  ".gitignore": "node_modules/\n.momiji/\n",
});

export const registerInit: Register = (parent, context) => {
  parent
    .command("init")
    .description("make a new project folder with a DAG and a test")
    .argument("[dir]", "the folder", ".")
    .action((dir: string) => {
      const folder = resolve(context.cwd, dir);
      const name =
        folder
          .split(/[\\/]/)
          .at(-1)
          ?.toLowerCase()
          .replaceAll(/[^a-z0-9-]+/g, "-") || "dags";
      const files = Object.entries(FILES(name));
      const taken = files.map(([path]) => path).filter((path) => existsSync(join(folder, path)));
      if (taken.length > 0) {
        throw new CliError(
          "refused",
          `${folder} holds ${taken.join(", ")} already; nothing was written`,
          "choose an empty folder",
        );
      }
      write(folder, files);
      const where = relative(context.cwd, folder);
      context.print(
        `Made ${files.map(([path]) => path).join(", ")}\nNext: ${where === "" ? "" : `cd ${where} && `}npx momiji standalone\n`,
      );
    });
};

/** @throws CliError `refused` */
function write(folder: string, files: readonly (readonly [path: string, content: string])[]): void {
  try {
    for (const [path, content] of files) {
      makeFolder(dirname(join(folder, path)));
      writeFileSync(join(folder, path), content, { flag: "wx" });
    }
  } catch (error) {
    throw new CliError("refused", `${folder} cannot be written: ${(error as Error).message}`, "choose another folder");
  }
}
