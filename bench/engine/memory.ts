/** `memory-100k`: does memory grow with what was done? Linux only. It runs once: it takes minutes. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scratchFolder } from "../engine-under-test.ts";
import { median } from "../measure.ts";
import { processTree, pssMegabytes } from "../process-tree.ts";
import type { Bench, Report } from "../result.ts";
import { type ServerProcess, startServer } from "../server-process.ts";
import { ownNode, seconds, settle } from "../settle.ts";

const TASKS_OF_RUN = 1000;
const RUNS_AT_ONCE = 2;
const SAMPLES = 10;

const NO_OPS = `import { dag } from "momiji";
const options = { schedule: null, isPausedUponCreation: false, maxActiveTasks: ${TASKS_OF_RUN} };
export default dag({ ...options, id: "memory" }, ({ task }) => {
  for (let index = 0; index < ${TASKS_OF_RUN}; index++) task(\`t\${index}\`, () => undefined);
});\n`;

const RUNS = "/api/v2/dags/memory/dagRuns";

/** Triggers so many runs, a few at once, and waits for their success. */
async function runAll({ api }: ServerProcess, runs: number): Promise<void> {
  let left = runs;
  const work = async (): Promise<void> => {
    while (left-- > 0) {
      const { dag_run_id: id } = await api.post<{ dag_run_id: string }>(RUNS, {});
      await api.until<{ state: string }>(`${RUNS}/${encodeURIComponent(id)}`, ({ state }) => state === "success");
    }
  };
  await Promise.all(Array.from({ length: RUNS_AT_ONCE }, work));
}

async function settledPss({ pid }: ServerProcess): Promise<number> {
  await settle();
  const samples: number[] = [];
  for (let count = 0; count < SAMPLES; count++) {
    samples.push(pssMegabytes(processTree(pid)));
    await seconds(1);
  }
  return median(samples);
}

async function memory100k(report: Report): Promise<void> {
  const scratch = scratchFolder();
  let server: ServerProcess | undefined;
  try {
    const dags = join(scratch.path, "dags");
    mkdirSync(dags);
    writeFileSync(join(dags, "memory.ts"), NO_OPS);
    server = await startServer({ home: join(scratch.path, "home"), dags, node: ownNode(scratch.path) });
    await server.api.served();
    await server.api.until("/api/v2/dags/memory", () => true);
    await runAll(server, 10);
    const after10k = await settledPss(server);
    await runAll(server, 90);
    const after100k = await settledPss(server);
    const target = { of: "ratio", atLeast: 0.9, atMost: 1.1 } as const;
    const metric = "PSS after 100,000 (floor: after 10,000)";
    report({ name: "memory-100k", metric, value: after100k, unit: "MB", floor: after10k, target });
  } finally {
    await server?.killAll();
    scratch.remove();
  }
}

export const memories: readonly Bench[] = [{ name: "memory-100k", group: "engine", run: memory100k }];
