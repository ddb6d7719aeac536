/** The program in docs/guides/typescript-client.md runs as it stands there, against a real server. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { readServerFile } from "../home.ts";
import { startStandalone } from "../presets/standalone.ts";

const DAG = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "hello", isPausedUponCreation: false }, () => void bash("greet", { command: "echo hello; echo again" }));
`;
const PACKAGE = join(import.meta.dirname, "..", "..");
const GUIDE = join(PACKAGE, "..", "..", "docs", "guides", "typescript-client.md");

/** Where the package's own imports are found. */
function program(): string {
  const [, code] = /```ts\n([^]*?)```/.exec(readFileSync(GUIDE, "utf8")) ?? [];
  if (code === undefined) throw new Error("the guide has no program");
  const folder = mkdtempSync(join(PACKAGE, ".guide-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "program.ts"), code);
  return join(folder, "program.ts");
}

test("the program of the guide triggers a run, waits for it, reads its log, and tells an error", async () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-guide-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "dags"));
  writeFileSync(join(folder, "dags", "hello.ts"), DAG);
  const flags = new Map<string, string | number>([
    ["server.port", 0],
    ["logging.level", "error"],
  ]);
  const options = { home: join(folder, "home"), folders: [join(folder, "dags")], flags, env: {} };
  const server = await startStandalone(options);
  onTestFinished(() => server.stop());
  await server.loaded;
  const env = { ...process.env, MOMIJI_URL: server.address, MOMIJI_TOKEN: readServerFile(server.home)?.token };
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--conditions=source", program()], { env });
  const lines = stdout.trim().split("\n");
  expect(lines.filter((line) => line.startsWith("the run is")).at(-1)).toBe("the run is success");
  expect(lines.filter((line) => /^\d+: /.test(line)).map((line) => line.replace(/^\d+: /, ""))).toEqual([
    "hello",
    "again",
  ]);
  expect(lines.slice(-2)).toEqual([
    "hello ended as success; it has 1 run",
    "404 dag_not_found: The Dag with ID: `nowhere` was not found",
  ]);
});
