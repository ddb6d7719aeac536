import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalExecutor } from "@momiji/executors";
import { executorConformance } from "@momiji/executors/conformance";
import { fileLogs } from "./logs/file-logs.ts";
import { createWorker } from "./worker.ts";
import { bashOrder, orderOf, realClock, writeBundle } from "./worker.testing.ts";

function openOn(folder: string, capacity: number): LocalExecutor {
  const runner = createWorker({
    name: "test",
    stateDir: join(folder, "state"),
    logs: fileLogs(join(folder, "logs")),
    operators: new Map(),
    ask: () => Promise.resolve(undefined),
    clock: realClock,
    childEnv: process.env,
    killGraceMillis: 200,
  });
  return new LocalExecutor({ parallelism: capacity, runner });
}

executorConformance("the local executor with commands", () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-conformance-"));
  return Promise.resolve({
    open: (capacity) => openOn(folder, capacity),
    quick: () => bashOrder("true", { xcomLastLine: false }),
    endless: () => bashOrder("sleep 1000"),
    senseless: () => orderOf({ lane: "sideways" as "process" }),
    close: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  });
});

executorConformance("the local executor with functions", () => {
  const folder = mkdtempSync(join(tmpdir(), "momiji-conformance-"));
  const bundle = writeBundle(folder, "{ quick: () => undefined, endless: () => new Promise(() => {}) }");
  const order = (taskId: string): ReturnType<typeof orderOf> =>
    orderOf({ lane: "function", operator: "function", taskId }, { bundle });
  return Promise.resolve({
    open: (capacity) => openOn(folder, capacity),
    quick: () => order("quick"),
    endless: () => order("endless"),
    senseless: () => order("absent"),
    close: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  });
});
