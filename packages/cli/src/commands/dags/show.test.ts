/** `momiji dags show` of a file, also of one that is not there. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createContext } from "../../context.ts";
import { createProgram } from "../../program.ts";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "momiji-show-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function shown(options: string): Promise<string> {
  const folder = newFolder();
  const file = join(folder, "d.ts");
  writeFileSync(
    file,
    `import { dag, every } from "momiji";\nexport default dag({ id: "d", ${options} }, ({ task }) => void task("t", () => 1));\n`,
  );
  return momiji(folder, "dags", "show", file);
}

async function momiji(cwd: string, ...argv: readonly string[]): Promise<string> {
  let printed = "";
  const context = createContext({ cwd, env: {}, print: (text) => void (printed += text), warn: () => {} });
  await createProgram(context).parseAsync(["node", "momiji", ...argv]);
  return printed;
}

test.each([
  ["schedule: '0 3 * * *'", /^schedule +0 3 \* \* \*$/m],
  ["schedule: every({ minutes: 3 }), startDate: '2026-11-01T14:04'", /^schedule +0:03:00$/m],
])("%s is told as lists tell it", async (options, words) => {
  expect(await shown(options)).toMatch(words);
});

test("a DAG that runs by hand alone shows no schedule", async () => {
  expect(await shown("description: 'by hand'")).not.toContain("schedule");
});

test.each(["dags/nightly.ts", "nightly.ts", "./dags"])("%s, which is no file, is said to be none", async (named) => {
  const folder = newFolder();
  await expect(momiji(folder, "dags", "show", named)).rejects.toMatchObject({
    code: "not_found",
    message: `there is no DAG file ${join(folder, named)}`,
  });
});

test("a project folder that cannot be made is refused in words", async () => {
  const folder = newFolder();
  writeFileSync(join(folder, "file"), "");
  await expect(momiji(folder, "init", "file/project")).rejects.toMatchObject({
    code: "refused",
    message: expect.stringMatching(/project cannot be written: ENOTDIR/),
  });
});
