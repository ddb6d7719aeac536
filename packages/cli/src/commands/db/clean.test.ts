import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DAY, type DagSpec, newTaskInstance, parseInstant } from "@momiji/core";
import { openSqliteStore } from "@momiji/store";
import { logPath } from "@momiji/worker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createContext } from "../../context.ts";
import { type Home, homeAt, prepareHome } from "../../home.ts";
import { createProgram } from "../../program.ts";

const NEW_YEAR = parseInstant("2026-01-01T00:00:00Z");
const BEFORE = ["db", "clean", "--clean-before-timestamp", "2026-01-05"];
let folder: string;
let home: Home;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "momiji-clean-"));
  home = homeAt(folder);
  prepareHome(home);
  await history();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function momiji(...argv: readonly string[]): Promise<string> {
  let printed = "";
  const print = (text: string): void => void (printed += text);
  const context = createContext({ cwd: folder, env: { MOMIJI_HOME: folder }, print, warn: print });
  await createProgram(context).parseAsync(["node", "momiji", ...argv]);
  return printed;
}

const spec: DagSpec = {
  version: 1,
  dagId: "etl",
  schedule: { kind: "none" },
  timezone: "UTC",
  catchup: false,
  templateStyle: "json",
  source: { file: "etl.ts" },
  tasks: [{ taskId: "a", operator: "empty", lane: "empty", upstream: [] }],
};

/** Ten finished runs of the first days of the year, each with a log; a bundle that is in use and one that is not. */
async function history(): Promise<void> {
  const store = await openSqliteStore({ path: home.store });
  const used = join(home.bundles, "used.mjs");
  await store.publishFile({ file: "etl.ts", bundle: { hash: "h", path: used }, dags: [spec], errors: [] }, NEW_YEAR);
  const { fence } = await store.claimDags({ owner: "o", leaseSeconds: null, takeover: true });
  for (let day = 0; day < 10; day++) {
    const at = NEW_YEAR + day * DAY;
    const dates = { logicalDate: at, dataIntervalStart: null, dataIntervalEnd: null, runAfter: at };
    const birth = { dagId: "etl", runId: `day ${day}`, runType: "scheduled", triggeredBy: "timetable" } as const;
    const [created] = await store.createRuns([{ ...birth, conf: {}, dagVersion: 1, note: null, ...dates }], at);
    if (created?.created !== true) throw new Error("the run was not made");
    const insert = [{ ...newTaskInstance("a", 0), state: "success" as const }];
    const run = { ...created.run, state: "success" as const };
    await store.commit({ owner: "o", fence, now: at, runs: [{ runKey: run.runKey, expectRevision: 0, run, insert }] });
    write(logOf(day), at);
  }
  await store.close();
  write(used, NEW_YEAR);
  write(join(home.bundles, "unused.mjs"), NEW_YEAR);
  write(join(home.bundles, "fresh.mjs"), NEW_YEAR + 5 * DAY);
}

function logOf(day: number): string {
  return logPath(home.logs, { dagId: "etl", runId: `day ${day}`, taskId: "a", mapIndex: -1, tryNumber: 1 });
}

function write(path: string, at: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "x");
  utimesSync(path, at / 1e6, at / 1e6);
}

async function runsLeft(): Promise<number> {
  return (JSON.parse(await momiji("dags", "list-runs", "etl", "-o", "json")) as unknown[]).length;
}

test("a dry run counts and removes nothing", async () => {
  const rows = JSON.parse(await momiji(...BEFORE, "--dry-run", "-o", "json")) as unknown;
  expect(rows).toEqual([
    { table: "dag_run", rows: 4 },
    { table: "dag_version", rows: 0 },
    { table: "import_error", rows: 0 },
  ]);
  expect(await runsLeft()).toBe(10);
});

test("runs go with their logs and leave a copy; bundles go that nothing needs", async () => {
  const said = await momiji(...BEFORE, "--yes");
  expect(said).toMatch(/^Removed 4 runs, 4 log files, 1 bundles\nA copy of the runs is in .*archive/);
  expect(await runsLeft()).toBe(6);
  expect([0, 3, 4].map((day) => existsSync(logOf(day)))).toEqual([false, false, true]);
  expect(readdirSync(home.bundles).sort()).toEqual(["fresh.mjs", "used.mjs"]);
  const [archive] = readdirSync(join(folder, "archive"));
  const lines = readFileSync(join(folder, "archive", archive ?? ""), "utf8")
    .trim()
    .split("\n");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject(
    [0, 1, 2, 3].map((day) => ({ dag_run_id: `day ${day}`, task_instances: [{ task_id: "a", state: "success" }] })),
  );
  expect(await momiji("db", "check")).toContain("is sound");
});

test.each([
  [["--skip-archive", "--keep-last", "8"], 8],
  [["--exclude-dag-ids", "etl"], 10],
  [["--dag-ids", "other"], 10],
  [["--tables", "log,bundle"], 10],
])("%j leaves %i runs", async (options, left) => {
  await momiji(...BEFORE, "--yes", ...options);
  expect(await runsLeft()).toBe(left);
  expect(existsSync(logOf(0))).toBe(false);
  expect(existsSync(join(folder, "archive"))).toBe(false);
});

test.each([
  [[], "say --yes"],
  [["--yes", "--tables", "nonsense"], "there is no table nonsense"],
  [["--yes", "--keep-last", "0"], "--keep-last"],
])("%j removes nothing and says why", async (options, message) => {
  await expect(momiji(...BEFORE, ...options)).rejects.toThrow(message);
  await expect(momiji("db", "clean", "--clean-before-timestamp", "soon", "--yes")).rejects.toThrow(
    "is no date-time with an offset",
  );
  expect(await runsLeft()).toBe(10);
});
