/** The example of an operator of outside jobs runs as it stands, and leaves nothing. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("examples/job_operator.ts counts in a command of its own, and hands its last line on", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-example-"));
  const file = fileURLToPath(new URL("../../../../examples/job_operator.ts", import.meta.url));
  const program = fileURLToPath(new URL("../main.ts", import.meta.url));
  const env = { ...process.env, MOMIJI_HOME: join(folder, "home"), TMPDIR: folder, NO_COLOR: "1" };
  const args = ["--conditions=source", program, "dags", "test", file];
  const output = execFileSync(process.execPath, args, { env, encoding: "utf8" });
  expect(output).toMatch(/\[count\] the command runs in /);
  expect(output).toMatch(/\[count\] 1 of manual__\S+\n\[count\] 2 of manual__\S+\n\[count\] 3 of manual__\S+\n/);
  expect(output).toContain('[report] the last line was: "done"');
  expect(output).toMatch(/^count +\| success/m);
  expect(readdirSync(folder).filter((name) => name.startsWith("momiji-detached-"))).toEqual([]);
  rmSync(folder, { recursive: true });
});
