/** Milliseconds from the trigger of a DAG until a line of its job stands in the log. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { EngineUnderTest } from "../engine-under-test.ts";

/** What a job of these benchmarks says, as its only line. */
export const LINE = "here";

/** The run has ended then, too. */
export async function firstLine(engine: EngineUnderTest, dagId: string): Promise<number> {
  const logs = join(engine.home, "logs");
  const before = new Set(logFiles(logs));
  const start = performance.now();
  const run = engine.run(dagId);
  for (;;) {
    const fresh = logFiles(logs).filter((path) => !before.has(path));
    if (fresh.some((path) => readFileSync(path, "utf8").includes(`"message":"${LINE}"`))) break;
    await sleep(1);
  }
  const millis = performance.now() - start;
  await run;
  return millis;
}

function logFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return names.filter((name) => name.endsWith(".log")).map((name) => join(folder, name));
  } catch {
    return [];
  }
}
