/** `resume`: the server is killed while 1,000 commands run; how long until the first of them runs again? */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStore } from "@momiji/store";
import { scratchFolder } from "../engine-under-test.ts";
import { median, timed } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { type ServerProcess, startServer } from "../server-process.ts";

const TASKS = 1000;
const REPEATS = 5;

/** Each command says when it begins, by the clock of the machine, and then holds its place. */
const dagFile = (began: string): string => `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "resume", schedule: null, isPausedUponCreation: false, maxActiveTasks: ${TASKS} }, () => {
  for (let index = 0; index < ${TASKS}; index++) bash(\`t\${index}\`, { command: "echo $EPOCHREALTIME >> ${began}; exec sleep 3600" });
});\n`;

/** All of them run at once, however often they were lost. */
const SETTINGS = { MOMIJI__CORE__PARALLELISM: String(TASKS), MOMIJI__CORE__MAXLOSTATTEMPTS: "100" };

interface Site {
  readonly home: string;
  readonly dags: string;
  /** File in which each command that begins leaves a line. */
  readonly began: string;
}

function prepare(folder: string): Site {
  const site = { home: join(folder, "home"), dags: join(folder, "dags"), began: join(folder, "began") };
  for (const path of [site.home, site.dags]) mkdirSync(path);
  writeFileSync(join(site.dags, "resume.ts"), dagFile(site.began));
  writeFileSync(site.began, "");
  return site;
}

const storeOf = ({ home }: Site): string => join(home, "momiji.db");

/** The default pool has 128 slots, as in Airflow. */
async function widenPool(site: Site): Promise<void> {
  const store = await openSqliteStore({ path: storeOf(site) });
  for (const pool of await store.listPools()) await store.setPool({ ...pool, slots: TASKS });
  await store.close();
}

async function linesOf({ began }: Site, count: number): Promise<string[]> {
  for (;;) {
    const lines = readFileSync(began, "utf8").split("\n").slice(0, -1);
    if (lines.length >= count) return lines;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Milliseconds from the start of a server until the first command runs; it is left running, with all of them. */
async function measureResume(site: Site): Promise<{ millis: number; server: ServerProcess }> {
  writeFileSync(site.began, "");
  const start = performance.timeOrigin + performance.now();
  const server = await startServer({ ...site, env: SETTINGS });
  const [first = ""] = await linesOf(site, 1);
  const millis = Number(first) * 1000 - start;
  await linesOf(site, TASKS);
  return { millis, server };
}

/** Opening the store and reading the rows of the instances that are out. */
function readRows(site: Site): Promise<number> {
  return timed(async () => {
    const database = new DatabaseSync(storeOf(site));
    const rows = database.prepare("SELECT * FROM task_instance WHERE state IN ('queued', 'running')").all();
    database.close();
    if (rows.length !== TASKS) throw new Error(`${rows.length} task instances are active, not ${TASKS}`);
  });
}

async function resume(report: Report): Promise<void> {
  const scratch = scratchFolder();
  let server: ServerProcess | undefined;
  try {
    const site = prepare(scratch.path);
    await widenPool(site);
    server = await startServer({ ...site, env: SETTINGS });
    await server.api.served();
    await server.api.until("/api/v2/dags/resume", () => true);
    await server.api.post("/api/v2/dags/resume/dagRuns", {});
    await linesOf(site, TASKS);
    const values: number[] = [];
    const floors: number[] = [];
    for (let count = 0; count <= REPEATS; count++) {
      // The last of them may have begun, but the engine not know it yet.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await server.kill();
      floors.push(await readRows(site));
      const measured = await measureResume(site);
      server = measured.server;
      // The first is the warm-up.
      if (count > 0) values.push(measured.millis);
    }
    report({
      name: "resume",
      metric: "first task running again",
      value: median(values),
      unit: "ms",
      floor: median(floors.slice(1)),
      target: { of: "value", atMost: 2000 },
    });
  } finally {
    await server?.killAll();
    scratch.remove();
  }
}

export const resumes: readonly Bench[] = [{ name: "resume", group: "engine", run: resume }];
