/** Ctrl-C in a run of a DAG once, in the process that a person has. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

/** The job outside is a folder, whose file tells how far it is. */
const DAG_FILE = `
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dag, defineJobOperator } from "momiji";
import { bash } from "momiji/operators";

const folder = FOLDER;
const endless = defineJobOperator({
  name: "endless",
  async launch(ctx) {
    writeFileSync(join(folder, "job"), "runs");
    return {};
  },
  async follow(ctx) {
    ctx.line({ message: "the job runs", source: "stdout", position: "1" });
    while (readFileSync(join(folder, "job"), "utf8") === "runs") await new Promise((resolve) => setTimeout(resolve, 20));
    return { outcome: { kind: "cancelled", message: "" } };
  },
  async cancel() {
    await new Promise((resolve) => setTimeout(resolve, 300));
    writeFileSync(join(folder, "job"), "cancelled");
  },
  async release() {
    writeFileSync(join(folder, "released"), "");
  },
});

export default dag({ id: "interrupted" }, () => {
  const job = endless("job", {}, { retries: 2, retryDelay: { hours: 1 } });
  job.before(bash("follower", { command: "echo too late", triggerRule: "all_done" }));
  bash("command", { command: "echo the command runs; sleep 1000" });
});
`;

const folder = mkdtempSync(join(tmpdir(), "momiji-interrupt-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["dags test", ["dags", "test"], []],
  ["tasks test", ["tasks", "test"], ["job"]],
])(
  "%s ends what runs, jobs outside too, and says so by its exit code",
  { timeout: 120_000 },
  async (_, words, task) => {
    for (const name of ["job", "released"]) rmSync(join(folder, name), { force: true });
    const file = join(folder, "interrupted.ts");
    writeFileSync(file, DAG_FILE.replace("FOLDER", JSON.stringify(folder)));
    const { child, output } = momiji([...words, file, ...task]);
    await said(child, output, task.length > 0 ? ["the job runs"] : ["the job runs", "the command runs"]);
    child.kill("SIGINT");
    const [exitCode] = (await once(child, "close")) as [number | null];
    expect(output.text).toMatch(/job +\| failed .*interrupted by Ctrl-C/);
    expect(output.text).toMatch(/interrupted manual__\S+: .*\(interrupted\)/);
    expect(output.text).not.toContain("too late");
    expect(readFileSync(join(folder, "job"), "utf8")).toBe("cancelled");
    expect(existsSync(join(folder, "released"))).toBe(true);
    expect(exitCode).toBe(130);
  },
);

interface Output {
  text: string;
}

function momiji(args: readonly string[]): { child: ChildProcess; output: Output } {
  const program = new URL("../main.ts", import.meta.url).pathname;
  const env = { ...process.env, MOMIJI_HOME: join(folder, "home"), NO_COLOR: "1" };
  const child = spawn(process.execPath, ["--conditions=source", program, ...args], { env, cwd: folder });
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (output.text += String(text)));
  return { child, output };
}

async function said(child: ChildProcess, output: Output, words: readonly string[]): Promise<void> {
  while (!words.every((each) => output.text.includes(each))) {
    if (child.exitCode !== null) throw new Error(`it ended before that: ${output.text}`);
    await Promise.race([once(child.stdout ?? child, "data"), once(child, "close")]);
  }
}
