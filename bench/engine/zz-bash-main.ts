/**
 * The process of `bash-1000` in which the scheduler lives, beside 1 GB of other things. Told "run", it runs the DAG once and
 * answers what it has seen.
 */
import { cpus } from "node:os";
import { monitorEventLoopDelay, PerformanceObserver } from "node:perf_hooks";
import { startEngine } from "../engine-under-test.ts";

export interface BashRun {
  readonly millis: number;
  /** Longest time for which the loop did not turn. */
  readonly longestBlockMillis: number;
  /** The longest pause of garbage collection, which is part of a block. */
  readonly longestPauseMillis: number;
}

const BALLAST_BYTES = Number(process.env.BALLAST ?? 1e9);

/** How often the probe asks for its turn; its own waiting is no block. */
const PROBE_MILLIS = 1;

const SOURCE = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "bash_1000", schedule: null, maxActiveTasks: 10000 }, () => {
  for (let index = 0; index < 1000; index++) bash(\`t\${index}\`, { command: "true" });
});\n`;

/** Objects as a scheduler holds them, not one large buffer: the collector has to walk them. */
function makeBallast(): unknown[] {
  const ballast: unknown[] = [];
  while (process.memoryUsage().heapUsed < BALLAST_BYTES) {
    for (let index = 0; index < 10_000; index++) {
      const number = ballast.length;
      ballast.push({
        taskId: `task_${number}`,
        state: "success",
        startDate: number * 1.5,
        endDate: number * 2.5,
        notes: [number, number + 1],
      });
    }
  }
  return ballast;
}

const ballast = makeBallast();
const engine = await startEngine({ "bash.ts": SOURCE }, new Map([["core.parallelism", cpus().length]]));
let pauses: number[] = [];
const note = (entries: readonly { readonly duration: number }[]): void =>
  void pauses.push(...entries.map(({ duration }) => duration));
const observer = new PerformanceObserver((list) => note(list.getEntries()));
observer.observe({ entryTypes: ["gc"] });

async function run(): Promise<BashRun> {
  const probe = monitorEventLoopDelay({ resolution: PROBE_MILLIS });
  pauses = [];
  probe.enable();
  const millis = await engine.run("bash_1000");
  probe.disable();
  note(observer.takeRecords());
  return { millis, longestBlockMillis: probe.max / 1e6 - PROBE_MILLIS, longestPauseMillis: Math.max(0, ...pauses) };
}

process.on("message", () => void run().then((measured) => process.send?.(measured)));
process.once("disconnect", () => void engine.stop().then(() => process.exit()));
process.send?.(ballast.length);
