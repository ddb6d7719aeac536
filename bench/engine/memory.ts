/** `idle`, `memory-100k`: what the process tree of a server holds and uses. Linux only. Each runs once: they take minutes. */
import { once } from "node:events";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scratchFolder } from "../engine-under-test.ts";
import { startIdleNode } from "../floors/bare-node.ts";
import { median } from "../measure.ts";
import { commandOf, cpuMillis, processTree, pssMegabytes } from "../process-tree.ts";
import type { Bench, Report } from "../result.ts";
import { root, type ServerProcess, startServer } from "../server-process.ts";

const IDLE_SECONDS = 60;

/** Files have been loaded and their processes ended; of the children for functions all but one have ended (after 60 s). */
const SETTLE_SECONDS = 80;

const seconds = (count: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, count * 1000));

/**
 * A Node of its own for what is measured. The program's text is shared by all processes that run the same file, so that
 * the more of them a machine runs, this one included, the less of it each would be charged with.
 */
function ownNode(folder: string): string {
  const path = join(folder, "node");
  copyFileSync(process.execPath, path);
  return path;
}

async function idle(report: Report): Promise<void> {
  const scratch = scratchFolder();
  let server: ServerProcess | undefined;
  try {
    const node = ownNode(scratch.path);
    const bare = await startIdleNode(node);
    const floor = pssMegabytes([bare.pid]);
    await bare.end();
    const hook = fileURLToPath(new URL("count-statements.mjs", import.meta.url));
    server = await startServer({ home: join(scratch.path, "home"), dags: join(root, "examples"), node, hook });
    await server.api.served();
    await server.api.until<{ dag_runs: readonly { state: string }[] }>("/api/v2/dags/hello/dagRuns", ({ dag_runs: [run] }) => run?.state === "success");
    await seconds(SETTLE_SECONDS);
    const before = { cpu: cpuMillis(processTree(server.pid)), statements: await statementsOf(server) };
    await seconds(IDLE_SECONDS);
    const statements = (await statementsOf(server)) - before.statements;
    const tree = processTree(server.pid);
    const cpu = cpuMillis(tree) - before.cpu;
    for (const pid of tree) process.stderr.write(`  ${pssMegabytes([pid]).toFixed(1)} MB  ${commandOf(pid).slice(0, 150)}\n`);
    const name = "idle";
    report({ name, metric: "PSS of the process tree", value: pssMegabytes(tree), unit: "MB", floor, target: { of: "value", atMost: 160 } });
    report({ name, metric: "CPU of the process tree", value: (cpu / (IDLE_SECONDS * 1000)) * 100, unit: "% of a core", target: { of: "value", atMost: 0.5 } });
    report({ name, metric: "statements that reach the store", value: statements / IDLE_SECONDS, unit: "1/s", target: { of: "value", atMost: 0 } });
  } finally {
    await server?.killAll();
    scratch.remove();
  }
}

async function statementsOf({ process: child }: ServerProcess): Promise<number> {
  child.send("count");
  const [statements] = (await once(child, "message")) as [number];
  return statements;
}

const TASKS_OF_RUN = 1000;
const RUNS_AT_ONCE = 2;

const NO_OPS = `import { dag } from "momiji";
export default dag({ id: "memory", schedule: null, isPausedUponCreation: false, maxActiveTasks: ${TASKS_OF_RUN} }, ({ task }) => {
  for (let index = 0; index < ${TASKS_OF_RUN}; index++) task(\`t\${index}\`, () => undefined);
});\n`;

/** Triggers so many runs, a few at once, and waits for their success. */
async function runAll({ api }: ServerProcess, runs: number): Promise<void> {
  let left = runs;
  const work = async (): Promise<void> => {
    while (left-- > 0) {
      const { dag_run_id: id } = await api.post<{ dag_run_id: string }>("/api/v2/dags/memory/dagRuns", {});
      await api.until<{ state: string }>(`/api/v2/dags/memory/dagRuns/${encodeURIComponent(id)}`, ({ state }) => state === "success");
    }
  };
  await Promise.all(Array.from({ length: RUNS_AT_ONCE }, work));
}

/** After everything that ends by itself has ended. The collector is left to itself: no collection is forced. */
async function settledPss({ pid }: ServerProcess): Promise<number> {
  await seconds(SETTLE_SECONDS);
  const samples: number[] = [];
  for (let count = 0; count < 10; count++) {
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
    report({ name: "memory-100k", metric: "PSS after 100,000, floor: 10,000", value: after100k, unit: "MB", floor: after10k, target });
  } finally {
    await server?.killAll();
    scratch.remove();
  }
}

export const memories: readonly Bench[] = [
  { name: "idle", group: "engine", run: idle },
  { name: "memory-100k", group: "engine", run: memory100k },
];
