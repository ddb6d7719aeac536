/** `starve`: five thousand task instances that cannot run, for want of slots and by limits, and now and then one that can. */
import { setTimeout as pause } from "node:timers/promises";
import { type ApiClient, apiOf } from "../api-client.ts";
import { type EngineUnderTest, startEngine } from "../engine-under-test.ts";
import { median, percentile } from "../measure.ts";
import { cpuMillis } from "../process-tree.ts";
import type { Bench, Report } from "../result.ts";
import { RunTable } from "./run-table.ts";

const BLOCKED = 5000;
const RUNS = 100;
/** Until what the runs before have left (idle children, garbage) is seen to. */
const SETTLE_SECONDS = 15;
const IDLE_SECONDS = 5;

/** The one that can run has the lowest priority of all, and was asked for last. */
const FREE = `import { dag } from "momiji";
export default dag({ id: "free", schedule: null, defaults: { priorityWeight: 1 } }, ({ task }) => {
  task("only", () => undefined);
});\n`;

/** One task holds the only place of each: half of the others wait for a slot of the pool, half for the limit of their DAG. */
const BLOCKERS = `import { dag } from "momiji";
import { bash } from "momiji/operators";
const half = ${BLOCKED / 2};
const hold = (options) => bash("hold", { command: "exec sleep 3600", priorityWeight: 100, ...options });
const wait = (task, options) => {
  for (let index = 0; index < half; index++) task(\`wait_\${index}\`, { priorityWeight: 10, ...options }, () => undefined);
};
export const pool = dag({ id: "full_pool", schedule: null, maxActiveTasks: 10000 }, ({ task }) => {
  hold({ pool: "narrow" });
  wait(task, { pool: "narrow" });
});
export const limit = dag({ id: "full_dag", schedule: null, maxActiveTasks: 1 }, ({ task }) => {
  hold({});
  wait(task, {});
});\n`;

/** Milliseconds from each trigger to the start of its task. */
async function runFree(engine: EngineUnderTest): Promise<number[]> {
  for (let run = 0; run <= RUNS; run++) {
    await engine.run("free");
    // Each begins from rest, as work that comes now and then does.
    await pause(10);
  }
  const table = new RunTable(engine.home);
  const lags = table.lagsOf("free");
  table.close();
  return lags.slice(-RUNS);
}

function apiTo({ home, server }: EngineUnderTest): ApiClient {
  return apiOf({ home, port: Number(new URL(server.address).port), pid: process.pid });
}

async function idleCpu(): Promise<number> {
  const before = cpuMillis([process.pid]);
  await pause(IDLE_SECONDS * 1000);
  return (cpuMillis([process.pid]) - before) / (IDLE_SECONDS * 10);
}

async function starve(report: Report): Promise<void> {
  const engine = await startEngine({ "free.ts": FREE, "blockers.ts": BLOCKERS });
  try {
    // The first time is the warm-up.
    await runFree(engine);
    const alone = await runFree(engine);
    await apiTo(engine).post("/api/v2/pools", { name: "narrow", slots: 1 });
    for (const dagId of ["full_pool", "full_dag"]) await engine.server.trigger(dagId);
    await pause(1000);
    const blocked = await runFree(engine);
    await pause(SETTLE_SECONDS * 1000);
    const cpu = await idleCpu();
    const name = "starve";
    report({
      name,
      metric: "trigger to start among 5,000 blocked, p99",
      value: percentile(blocked, 99),
      unit: "ms",
      target: { of: "value", atMost: 20 },
    });
    report({
      name,
      metric: "the same, median (floor: none is blocked)",
      value: median(blocked),
      unit: "ms",
      floor: median(alone),
    });
    report({
      name,
      metric: "5,000 blocked and nothing else, CPU",
      value: cpu,
      unit: "%",
      target: { of: "value", atMost: 0.5 },
    });
  } finally {
    await engine.stop();
  }
}

export const starves: readonly Bench[] = [{ name: "starve", group: "scale", run: starve }];
