/** `momiji dags delete` against a real server, with real logs on disk. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createContext } from "../../context.ts";
import { type Standalone, startStandalone } from "../../presets/standalone.ts";
import { createProgram } from "../../program.ts";

const dagFile = (id: string): string => `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "${id}", isPausedUponCreation: false }, () => void bash("hello", { command: "echo hello" }));
`;
const folder = mkdtempSync(join(tmpdir(), "momiji-delete-"));
const home = join(folder, "home");
let server: Standalone;

async function start(): Promise<Standalone> {
  const flags = new Map<string, string | number>([
    ["server.port", 0],
    ["logging.level", "error"],
  ]);
  const started = await startStandalone({ home, folders: [join(folder, "dags")], flags });
  await started.loaded;
  return started;
}

beforeAll(async () => {
  mkdirSync(join(folder, "dags"));
  for (const id of ["gone", "stays"]) writeFileSync(join(folder, "dags", `${id}.ts`), dagFile(id));
  server = await start();
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function momiji(...argv: readonly string[]): Promise<{ printed: string; warned: string }> {
  let printed = "";
  let warned = "";
  const context = createContext({
    cwd: folder,
    env: { MOMIJI_HOME: home },
    print: (text) => void (printed += text),
    warn: (text) => void (warned += text),
  });
  await createProgram(context).parseAsync(["node", "momiji", ...argv]);
  return { printed, warned };
}

const logs = (id: string): boolean => existsSync(join(home, "logs", `dag_id=${id}`));

test("it lists first, does it with --yes, takes the logs along, and says when a file brings the DAG back", async () => {
  await (
    await server.trigger("stays")
  ).ended;
  expect([logs("stays"), existsSync(join(home, "log-notes"))]).toEqual([true, false]);
  const shown = await momiji("dags", "delete", "stays", "-o", "json");
  expect(JSON.parse(shown.printed)).toEqual([{ dag_id: "stays", fileloc: "stays.ts", runs: 1, unfinished_runs: 0 }]);
  expect(shown.warned).toContain("say --yes");
  expect(logs("stays")).toBe(true);
  const done = await momiji("dags", "delete", "stays", "--yes");
  expect(done.warned).toBe("stays came back without its history: stays.ts still defines it\n");
  expect(logs("stays")).toBe(false);
  expect((await momiji("dags", "list-runs", "stays", "-o", "json")).printed).toBe("[]\n");
  await (
    await server.trigger("stays")
  ).ended;
});

test("without a server it is done all the same, and a DAG without a file does not come back", async () => {
  await (
    await server.trigger("gone")
  ).ended;
  await server.stop();
  rmSync(join(folder, "dags", "gone.ts"));
  expect((await momiji("dags", "delete", "gone", "-y")).printed).toContain("gone.ts");
  expect(logs("gone")).toBe(false);
  server = await start();
  expect(await server.dagIds()).toEqual(["stays"]);
  await (
    await server.trigger("stays")
  ).ended;
  await expect(momiji("dags", "delete", "gone", "-y")).rejects.toThrow("Dag with id: gone was not found");
});
