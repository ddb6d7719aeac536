/**
 * `dags-5000`, `catchup-10y`: as much as there is, at once. They take minutes, so they run once: the first minute of
 * `dags-5000` is its warm-up, `catchup-10y` is long enough to be its own.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startStandalone } from "momiji/standalone";
import { callFloor } from "../engine/chains.ts";
import { scratchFolder, startEngine } from "../engine-under-test.ts";
import { median } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { seconds } from "../settle.ts";
import { RunTable } from "./run-table.ts";

const TASKS_OF_RUN = 10;
const MINUTE_MICROS = 60_000_000;
const TARGET = { of: "value", atLeast: 3000 } as const;

const TASKS = `for (let index = 0; index < ${TASKS_OF_RUN}; index++) task(\`t\${index}\`, () => undefined);`;

/** Calls a second of the bare work; a tenth of the work tells it. */
async function floorRate(): Promise<number> {
  const calls = 5000;
  return (calls / median(await callFloor(calls, 0))) * 1000;
}

const now = (): number => (performance.timeOrigin + performance.now()) * 1000;

const DAGS = 5000;
const MINUTES = 1;

/** The longest that is waited for the runs of one minute. */
const LONGEST_SECONDS = 120;

const dueEachMinute = `import { dag } from "momiji";
export default Array.from({ length: ${DAGS} }, (_, number) =>
  dag({ id: \`due_\${number}\`, schedule: "* * * * *", startDate: "2026-01-01T00:00", catchup: false }, ({ task }) => {
    ${TASKS}
  }),
);\n`;

async function dags5000(report: Report): Promise<void> {
  const floor = await floorRate();
  const engine = await startEngine({ "due.ts": dueEachMinute });
  const table = new RunTable(engine.home);
  const rates: number[] = [];
  try {
    for (let minute = 0; minute <= MINUTES; minute++) {
      const due = Math.ceil(now() / MINUTE_MICROS) * MINUTE_MICROS;
      await seconds((due - now()) / 1e6);
      const end = await endOfRuns(() => table.succeeded(due, due + 1), DAGS);
      if (minute > 0) rates.push((DAGS * TASKS_OF_RUN) / ((end - due) / 1e6));
    }
  } finally {
    table.close();
    await engine.stop();
  }
  const metric = "task instances a second";
  report({ name: "dags-5000", metric, value: median(rates), unit: "1/s", floor, target: TARGET });
}

/** The instant at which the last of so many runs ended. */
async function endOfRuns(look: () => { count: number; lastEnd: number | null }, wanted: number): Promise<number> {
  for (let waited = 0; waited < LONGEST_SECONDS; waited++) {
    const { count, lastEnd } = look();
    if (count === wanted && lastEnd !== null) return lastEnd;
    await seconds(1);
  }
  throw new Error(`${look().count} of ${wanted} runs have ended after ${LONGEST_SECONDS} s`);
}

const DAYS = 3650;

const everyDay = `import { dag } from "momiji";
const options = { schedule: "0 0 * * *", startDate: "2010-01-01T00:00", endDate: "2019-12-29T00:00", catchup: true };
export default dag({ ...options, id: "ten_years", isPausedUponCreation: true }, ({ task }) => {
  ${TASKS}
});\n`;

async function catchup10y(report: Report): Promise<void> {
  const floor = await floorRate();
  const scratch = scratchFolder();
  const folder = join(scratch.path, "dags");
  mkdirSync(folder);
  writeFileSync(join(folder, "ten-years.ts"), everyDay);
  const home = join(scratch.path, "home");
  // The guard against catching up by mistake is what a person would confirm here.
  const flags = new Map<string, string | number>([
    ["server.port", 0],
    ["logging.level", "error"],
    ["core.catchupLimit", 10_000],
  ]);
  const server = await startStandalone({ home, folders: [folder], flags });
  const table = new RunTable(home);
  try {
    await server.loaded;
    const start = now();
    await server.setPaused("ten_years", false);
    const end = await endOfRuns(() => table.succeeded(0, start), DAYS);
    const rate = (DAYS * TASKS_OF_RUN) / ((end - start) / 1e6);
    const metric = "task instances a second";
    report({ name: "catchup-10y", metric, value: rate, unit: "1/s", floor, target: TARGET });
  } finally {
    table.close();
    await server.stop();
    scratch.remove();
  }
}

export const bursts: readonly Bench[] = [
  { name: "dags-5000", group: "scale", run: dags5000 },
  { name: "catchup-10y", group: "scale", run: catchup10y },
];
