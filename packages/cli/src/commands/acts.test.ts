/** What people do to runs from the command line, against a real server in this process. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createContext } from "../context.ts";
import { type Standalone, startStandalone } from "../presets/standalone.ts";
import { createProgram } from "../program.ts";

const DAG = `import { dag } from "momiji";
export default dag(
  { id: "daily", schedule: "@daily", startDate: "2026-11-10T00:00", endDate: "2026-11-10T00:00", isPausedUponCreation: false },
  ({ task, chain }) => {
    chain(task("a", () => 1), task("b", () => { throw new Error("no"); }), task("c", () => 2));
  },
);
`;
const folder = mkdtempSync(join(tmpdir(), "momiji-acts-"));
const home = join(folder, "home");
let server: Standalone;

beforeAll(async () => {
  mkdirSync(join(folder, "dags"));
  writeFileSync(join(folder, "dags", "daily.ts"), DAG);
  const flags = new Map<string, string | number>([
    ["server.port", 0],
    ["logging.level", "error"],
  ]);
  server = await startStandalone({ home, folders: [join(folder, "dags")], flags });
  await server.loaded;
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function momiji(...argv: readonly string[]): Promise<{ rows: readonly Row[]; warned: string }> {
  let printed = "";
  let warned = "";
  const context = createContext({
    cwd: folder,
    env: { MOMIJI_HOME: home },
    print: (text) => void (printed += text),
    warn: (text) => void (warned += text),
  });
  await createProgram(context).parseAsync(["node", "momiji", ...argv]);
  return { rows: printed === "" ? [] : (JSON.parse(printed) as Row[]), warned };
}

type Row = { readonly [column: string]: unknown };
const JSON_OUT = ["-o", "json"] as const;

/** A run that has ended: b failed, so c could not run. */
async function failedRun(): Promise<string> {
  const { ended } = await server.trigger("daily");
  const run = await ended;
  expect(run.state).toBe("failed");
  return run.runId;
}

test("tasks clear lists what would run again, and lets it run again when told so", async () => {
  const run = await failedRun();
  const clear = ["tasks", "clear", "daily", "--run-id", run, "-t", "^b$", "-d", ...JSON_OUT];
  const shown = await momiji(...clear);
  expect(shown.rows.map(({ task_id: id, state }) => [id, state])).toEqual([
    ["b", "failed"],
    ["c", "upstream_failed"],
  ]);
  expect(shown.warned).toContain("say --yes");
  const done = await momiji(...clear, "--yes");
  expect(done.rows.map(({ task_id: id, state }) => [id, state])).toEqual([
    ["b", null],
    ["c", null],
  ]);
  expect(done.warned).toBe("");
});

test("a task, then its run, are marked, and the run is deleted", async () => {
  const run = await failedRun();
  const marked = await momiji("tasks", "set-state", "daily", run, "b", "success", "-y", ...JSON_OUT);
  expect(marked.rows).toMatchObject([{ task_id: "b", state: "success" }]);
  const noted = await momiji("dags", "set-state", "daily", run, "success", "-y", "--note", "by hand", ...JSON_OUT);
  expect(noted.rows).toMatchObject([{ dag_run_id: run, state: "success", note: "by hand" }]);
  const listed = await momiji("dags", "delete-run", "daily", run, ...JSON_OUT);
  expect(listed.rows).toMatchObject([{ dag_run_id: run, state: "success", note: "by hand" }]);
  expect(listed.warned).toContain("say --yes");
  await momiji("dags", "delete-run", "daily", run, "--yes");
  await expect(momiji("dags", "clear", "daily", "--run-id", run)).rejects.toMatchObject({ code: "not_found" });
});

test("a pattern that fits no task, and one that is none, are named with what there is", async () => {
  const run = await failedRun();
  const clear = ["tasks", "clear", "daily", "--run-id", run, "-t"];
  await expect(momiji(...clear, "zzz")).rejects.toThrow("fits no task of daily: a, b, c");
  await expect(momiji(...clear, "(")).rejects.toThrow("--task-regex");
});

test("a backfill is planned, made and shown; one that does not exist is named", async () => {
  const range = ["--dag-id", "daily", "--from-date", "2026-11-10T00:00:00Z", "--to-date", "2026-11-12T00:00:00Z"];
  const plan = await momiji("backfill", "create", ...range, "--dry-run", ...JSON_OUT);
  expect(plan.rows.map(({ logical_date: date }) => date)).toEqual([
    "2026-11-10T00:00:00Z",
    "2026-11-11T00:00:00Z",
    "2026-11-12T00:00:00Z",
  ]);
  const [made] = (await momiji("backfill", "create", ...range, "--max-active-runs", "1", ...JSON_OUT)).rows;
  const id = String(made?.["id"]);
  expect((await momiji("backfill", "list", "--dag-id", "daily", ...JSON_OUT)).rows).toMatchObject([
    { max_active_runs: 1 },
  ]);
  expect((await momiji("backfill", "show", id, ...JSON_OUT)).rows).toHaveLength(3);
  await expect(momiji("backfill", "pause", "99")).rejects.toMatchObject({ code: "not_found" });
});

test("what was done can be looked up by what, to whom, by whom and since when", async () => {
  const runId = await failedRun();
  await momiji("tasks", "set-state", "daily", runId, "b", "skipped", "--yes", ...JSON_OUT);
  const listed = async (...filter: readonly string[]) =>
    (await momiji("events", "list", "--run-id", runId, ...filter, ...JSON_OUT)).rows.map(({ event }) => event);
  expect(await listed()).toEqual(["patch_task_instance", "trigger_dag_run"]);
  expect(await listed("--task-id", "b")).toEqual(["patch_task_instance"]);
  expect(await listed("--event", "trigger_dag_run", "clear_dag_run")).toEqual(["trigger_dag_run"]);
  expect(await listed("--user", "embedded")).toEqual(["trigger_dag_run"]);
  expect(await listed("--limit", "1")).toEqual(["patch_task_instance"]);
  const [mark] = (await momiji("events", "list", "--run-id", runId, "--task-id", "b", ...JSON_OUT)).rows;
  const when = String(mark?.["when"]);
  expect(mark).toMatchObject({ dag_id: "daily", task_id: "b", extra: expect.stringContaining("skipped") });
  expect(await listed("--since", when)).toEqual(["patch_task_instance"]);
  expect(await listed("--until", when)).toEqual(["trigger_dag_run"]);
  await expect(momiji("events", "list", "--since", "yesterday")).rejects.toMatchObject({ code: "usage" });
  await expect(momiji("events", "list", "--limit", "many")).rejects.toMatchObject({ code: "usage" });
});

test.each([
  ["dags trigger", ["dags", "trigger", "daily", "-l", "yesterday"], "--logical-date"],
  [
    "backfill create",
    ["backfill", "create", "--dag-id", "daily", "--from-date", "2026-01", "--to-date", "x"],
    "--from-date",
  ],
  ["tasks clear", ["tasks", "clear", "daily", "-e", "2026-01-01T00:00"], "--end-date"],
  ["events list", ["events", "list", "--since", "1 May"], "--since"],
  ["db clean", ["db", "clean", "--clean-before-timestamp", "2026-13-01", "--dry-run"], "--clean-before-timestamp"],
  ["dags test", ["dags", "test", "daily", "noon"], "logical_date"],
])("%s names the date that it cannot read, and shows how to write one", async (_, argv, option) => {
  await expect(momiji(...argv)).rejects.toMatchObject({
    code: "usage",
    message: expect.stringMatching(`^${option}: ".+" is no date-time with an offset$`),
    remedy: "write it like 2026-01-31T03:00:00+09:00, or 2026-01-31 for midnight in UTC",
  });
});

test("a day alone is its midnight in UTC", async () => {
  const { rows } = await momiji("dags", "trigger", "daily", "-l", "2026-02-03", ...JSON_OUT);
  expect(rows).toMatchObject([{ logical_date: "2026-02-03T00:00:00Z" }]);
});

test("a value that the server refuses is not told in the words of its JSON", async () => {
  const run = await failedRun();
  await expect(momiji("dags", "set-state", "daily", run, "lost")).rejects.toMatchObject({
    code: "refused",
    remedy: "correct it; --help says what the command takes",
  });
});

test("a DAG that has run for the last time says so, beside the empty list", async () => {
  await failedRun();
  const { rows, warned } = await momiji("dags", "next-execution", "daily", ...JSON_OUT);
  expect(rows).toEqual([]);
  expect(warned).toBe("daily has no next run: its schedule asks for none, or for none any more\n");
});

test("a format that logs do not have is refused", async () => {
  const logs = momiji("tasks", "logs", "daily", "r", "a", "-o", "yaml");
  await expect(logs).rejects.toThrow('--output must be one of plain, json, not "yaml"');
});
