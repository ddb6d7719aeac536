/** `load-1000`: 1,000 DAG files in a new home, and then one of them is saved. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startStandalone } from "momiji/standalone";
import { apiOf } from "../api-client.ts";
import { scratchFolder } from "../engine-under-test.ts";
import { loadBarely } from "../floors/bare-loader.ts";
import { median, percentile, repeat } from "../measure.ts";
import type { Bench, Report } from "../result.ts";

const FILES = 1000;
const REPEATS = 5;
const SAVES = 10;

const source = (index: number): string => `import { dag } from "momiji";
import { bash } from "momiji/operators";

export default dag({ id: "load_${index}", schedule: "0 3 * * *", startDate: "2026-01-01T00:00" }, ({ task }) => {
  const rows = task("rows", () => [1, 2, 3]);
  const total = task("total", { rows }, ({ rows }) => rows.reduce((sum, row) => sum + row, ${index}));
  total.before(bash("report", { command: "date" }));
});\n`;

interface Loaded {
  readonly millis: number;
  /** From the end of each save to the new version in an answer of the server. */
  readonly saves: readonly number[];
}

/** A server in a new home: how long until all files are loaded. */
async function load(folder: string, saves: number): Promise<Loaded> {
  const scratch = scratchFolder();
  const start = performance.now();
  const flags = new Map<string, string | number>([
    ["server.port", 0],
    ["logging.level", "error"],
  ]);
  const server = await startStandalone({ home: scratch.path, folders: [folder], flags });
  try {
    await server.loaded;
    const millis = performance.now() - start;
    const loaded = await server.dagIds();
    if (loaded.length !== FILES) throw new Error(`${loaded.length} DAGs were loaded, not ${FILES}`);
    const api = apiOf({ home: scratch.path, port: Number(new URL(server.address).port), pid: process.pid });
    const save = (): Promise<number> => measureSave(folder, api);
    return { millis, saves: saves === 0 ? [] : await repeat(saves, save) };
  } finally {
    await server.stop();
    scratch.remove();
  }
}

let saved = 0;

/** Saves a file in which a task is new. */
async function measureSave(folder: string, api: ReturnType<typeof apiOf>): Promise<number> {
  const index = saved++;
  const path = join(folder, `load_${index}.ts`);
  const text = readFileSync(path, "utf8").replace('bash("report"', `bash("report_${performance.now()}"`);
  writeFileSync(path, text);
  const start = performance.now();
  await api.until<{ latest_dag_version: number }>(`/api/v2/dags/load_${index}`, (dag) => dag.latest_dag_version === 2);
  return performance.now() - start;
}

async function load1000(report: Report): Promise<void> {
  const scratch = scratchFolder();
  const folder = join(scratch.path, "dags");
  try {
    mkdirSync(folder);
    const files = Array.from({ length: FILES }, (_, index) => join(folder, `load_${index}.ts`));
    files.forEach((file, index) => writeFileSync(file, source(index)));
    const floors: number[] = [];
    const values: number[] = [];
    // In turn, so that what else the machine does is the same for both; the first is the warm-up.
    for (let count = 0; count <= REPEATS; count++) {
      const floor = await loadBarely(files, scratch.path);
      const { millis } = await load(folder, 0);
      if (count === 0) continue;
      floors.push(floor);
      values.push(millis);
    }
    const { saves } = await load(folder, SAVES);
    const name = "load-1000";
    report({
      name,
      metric: "cold",
      value: median(values),
      unit: "ms",
      floor: median(floors),
      target: { of: "ratio", atMost: 2 },
    });
    report({ name, metric: "saved to visible, median", value: median(saves), unit: "ms" });
    report({
      name,
      metric: "saved to visible, slowest",
      value: percentile(saves, 100),
      unit: "ms",
      target: { of: "value", atMost: 1000 },
    });
  } finally {
    rmSync(folder, { recursive: true });
    scratch.remove();
  }
}

export const loads: readonly Bench[] = [{ name: "load-1000", group: "engine", run: load1000 }];
