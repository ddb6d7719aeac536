/** Retries in a run of a DAG, or of one task, once. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { createContext } from "../context.ts";
import { createProgram } from "../program.ts";

const DAG_FILE = `
import { dag } from "momiji";
export default dag({ id: "tried", defaults: { retries: 1, retryDelay: { seconds: 1 } } }, ({ task }) => {
  const rows = task("rows", () => [1, 2, 3]);
  task("total", { rows }, ({ rows }) => rows.length);
  task("second", ({ tryNumber }) => { if (tryNumber === 1) throw new Error("not yet"); });
});
`;

const folder = mkdtempSync(join(tmpdir(), "momiji-retries-"));
const file = join(folder, "tried.ts");
writeFileSync(file, DAG_FILE);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function momiji(...argv: readonly string[]): Promise<{ printed: string; warned: string }> {
  onTestFinished(() => void (process.exitCode = undefined));
  const said = { printed: "", warned: "" };
  const context = createContext({
    cwd: folder,
    env: { MOMIJI_HOME: join(folder, "home") },
    print: (text) => void (said.printed += text),
    warn: (text) => void (said.warned += text),
  });
  await createProgram(context).parseAsync(["node", "momiji", ...argv]);
  return said;
}

test("dags test says which task waits for its next try, and until when", async () => {
  const { printed, warned } = await momiji("dags", "test", file);
  expect(printed).toMatch(/second +\| success +\| 2 /);
  expect(warned).toMatch(/^second failed in try 1 of 2; the next one begins at \S+Z \(Ctrl-C ends the run\)\n$/);
});

test("tasks test tries once, whatever retries the task has", async () => {
  const { printed, warned } = await momiji("tasks", "test", file, "second");
  expect(printed).toMatch(/second +\| failed +\| 1 .*not yet/);
  expect(warned).toBe("");
});

test("tasks test says which inputs a task does not get", async () => {
  const { warned } = await momiji("tasks", "test", file, "total");
  expect(warned).toBe("rows is undefined in total, since no upstream runs; `momiji dags test` runs the whole DAG\n");
});
