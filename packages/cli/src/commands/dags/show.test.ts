/** `momiji dags show` of a file. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createContext } from "../../context.ts";
import { createProgram } from "../../program.ts";

async function shown(options: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "momiji-show-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "d.ts");
  writeFileSync(
    file,
    `import { dag, every } from "momiji";\nexport default dag({ id: "d", ${options} }, ({ task }) => void task("t", () => 1));\n`,
  );
  let printed = "";
  const context = createContext({ cwd: folder, env: {}, print: (text) => void (printed += text), warn: () => {} });
  await createProgram(context).parseAsync(["node", "momiji", "dags", "show", file]);
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
