/** `bash-1000`: 1,000 independent commands, as many at once as there are cores, from a scheduler with a large heap. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { startBareSpawner } from "../floors/spawner.ts";
import { undoAtEnd } from "../leave-nothing.ts";
import { median, timed } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import type { BashRun } from "./bash-1000-main.ts";

const COMMANDS = 1000;
const REPEATS = 5;

/** Room for the ballast and the rest, whatever V8 would choose on this machine. */
const FLAGS = ["--max-old-space-size=4096"];

async function bash1000(report: Report): Promise<void> {
  const child = fork(fileURLToPath(new URL("bash-1000-main.ts", import.meta.url)), { execArgv: FLAGS });
  const kill = undoAtEnd(() => child.kill("SIGKILL"));
  const spawner = await startBareSpawner();
  const floors: number[] = [];
  const runs: BashRun[] = [];
  try {
    await answerOf(child);
    // In turn, so that what else the machine does is the same for both; the first is the warm-up.
    for (let count = 0; count <= REPEATS; count++) {
      const floor = await timed(() => spawner.spawn(COMMANDS, cpus().length));
      child.send("run");
      const run = (await answerOf(child)) as BashRun;
      if (count === 0) continue;
      floors.push(floor);
      runs.push(run);
    }
    child.disconnect();
    await once(child, "exit");
  } finally {
    spawner.stop();
    kill();
  }
  const rate = (millis: readonly number[]): number => (COMMANDS / median(millis)) * 1000;
  const common = { name: "bash-1000" };
  report({
    ...common,
    metric: "commands a second",
    value: rate(runs.map(({ millis }) => millis)),
    unit: "1/s",
    floor: rate(floors),
    target: { of: "ratio", atLeast: 0.8 },
  });
  report({
    ...common,
    metric: "longest block of the loop",
    value: Math.max(...runs.map((run) => run.longestBlockMillis)),
    unit: "ms",
    target: { of: "value", atMost: 20 },
  });
  report({
    ...common,
    metric: "longest pause of garbage collection",
    value: Math.max(...runs.map((run) => run.longestPauseMillis)),
    unit: "ms",
  });
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const gone = once(child, "exit").then(([code]) =>
    Promise.reject(new Error(`the scheduler's process ended with exit code ${code}`)),
  );
  const [answer] = (await Promise.race([once(child, "message"), gone])) as [unknown];
  return answer;
}

export const bashes: readonly Bench[] = [{ name: "bash-1000", group: "engine", run: bash1000 }];
