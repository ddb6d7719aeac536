/** Commands that read say the same of a server elsewhere as of its home. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createContext } from "../context.ts";
import { type Standalone, startStandalone } from "../presets/standalone.ts";
import { createProgram } from "../program.ts";

const DAGS = `import { asset, dag } from "momiji";
const rows = asset("rows");
export const etl = dag({ id: "etl", schedule: "0 3 * * *", timezone: "Asia/Tokyo", startDate: "2099-01-01T00:00", isPausedUponCreation: false, tags: ["a"] }, ({ task }) => {
  const fetched = task("fetch", { outlets: rows }, (ctx) => { ctx.log.info("fetches"); return [1]; });
  const verify = task("verify", { retries: 0, triggerRule: "all_done" }, () => { throw new Error("bad rows"); });
  verify.after(fetched);
});
export const waits = dag({ id: "waits", schedule: rows, isPausedUponCreation: true }, ({ task }) => void task("t", () => 1));
`;
const PASSWORD = "a long password of a test";
const folder = mkdtempSync(join(tmpdir(), "momiji-reading-"));
const home = join(folder, "home");
let server: Standalone;
let runId: string;

beforeAll(async () => {
  mkdirSync(join(folder, "dags"));
  writeFileSync(join(folder, "dags", "etl.ts"), DAGS);
  writeFileSync(join(folder, "dags", "broken.ts"), "export default 1 +;\n");
  server = await startStandalone({
    home,
    folders: [join(folder, "dags")],
    flags: new Map<string, string | number>([
      ["server.port", 0],
      ["logging.level", "error"],
    ]),
    env: { MOMIJI_ADMIN_PASSWORD: PASSWORD },
  });
  await Promise.all([server.loaded, server.firstPassword]);
  const run = await server.trigger("etl");
  ({ runId } = run);
  await run.ended;
  await momiji("auth", "login", "--url", server.address, "-u", "admin", "-p", PASSWORD, "--env", "there");
  await momiji("variables", "set", "greeting", "hello", "--env", "there");
  await momiji("variables", "set", "api_key", "hidden", "--env", "there");
  await momiji("connections", "add", "db", "--conn-uri", "postgres://me:secret@db:5432/x", "--env", "there");
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function momiji(...argv: readonly string[]): Promise<string> {
  let printed = "";
  const context = createContext({
    cwd: folder,
    env: { HOME: join(folder, "person") },
    print: (text) => void (printed += text),
    warn: () => undefined,
  });
  const before = process.exitCode;
  await createProgram(context).parseAsync(["node", "momiji", ...argv]);
  process.exitCode = before;
  return printed;
}

test.each([
  ["dags list"],
  ["dags details etl"],
  ["dags list-runs etl"],
  ["dags list-import-errors"],
  ["dags next-execution etl -n 3"],
  ["dags explain waits"],
  ["dags explain etl --run-id RUN"],
  ["tasks list etl"],
  ["tasks explain etl RUN verify"],
  ["tasks required-actions"],
  ["tasks xcom etl RUN"],
  ["assets list"],
  ["assets events --name rows"],
  ["assets details --name rows"],
  ["callbacks list"],
  ["deadlines list"],
  ["events list --limit 2"],
  ["backfill list"],
  ["pools list"],
  ["variables list"],
  ["connections list"],
])("momiji %s", async (command) => {
  const argv = [...command.replace("RUN", runId).split(" "), "-o", "json"];
  const there = await momiji(...argv, "--env", "there");
  expect(there).toBe(await momiji(...argv, "--home", home));
  expect(JSON.parse(there)).toBeInstanceOf(Array);
});

test("a log is printed line by line, also while it is followed, and of an attempt that there was", async () => {
  const argv = ["tasks", "logs", "etl", runId, "fetch"];
  const there = await momiji(...argv, "--env", "there");
  expect(there).toContain("fetches\n");
  expect(there).toBe(await momiji(...argv, "--home", home));
  expect(await momiji(...argv, "--env", "there", "--follow")).toBe(there);
  const none = momiji(...argv, "--env", "there", "--try-number", "2");
  await expect(none).rejects.toMatchObject({ code: "not_found", remedy: "correct --try-number" });
});

test("states of a run are told in the same words", async () => {
  const argv = ["tasks", "states-for-dag-run", "etl", runId, "-o", "json"];
  const [there, here] = [await momiji(...argv, "--env", "there"), await momiji(...argv, "--home", home)].map(
    (text) => JSON.parse(text) as object[],
  );
  expect(there).toHaveLength(2);
  expect(here).toMatchObject(there ?? []);
  expect(there).toContainEqual(expect.objectContaining({ task_id: "verify", state: "failed", message: "bad rows" }));
});

test("a DAG is drawn the same", async () => {
  const drawn = async (...place: string[]) => (await momiji("dags", "show", "etl", ...place)).split("\n\n")[1];
  expect(await drawn("--env", "there")).toContain("└ verify [function] <- fetch  (all_done)");
  expect(await drawn("--env", "there")).toBe(await drawn("--home", home));
});

test("a server elsewhere tells values, and no secrets", async () => {
  const get = (key: string) => momiji("variables", "get", key, "--env", "there");
  expect([await get("greeting"), await get("api_key")]).toEqual(["hello\n", "***\n"]);
  await expect(get("none")).rejects.toMatchObject({ code: "not_found" });
  const shown = await momiji("connections", "get", "db", "--env", "there", "-o", "json");
  expect(JSON.parse(shown)).toMatchObject([{ conn_id: "db", host: "db", login: "me", password: "***" }]);
  await expect(momiji("dags", "details", "none", "--env", "there")).rejects.toMatchObject({ code: "not_found" });
  await expect(momiji("dags", "details", "none", "--home", home)).rejects.toMatchObject({ code: "not_found" });
});
