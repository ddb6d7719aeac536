/** `active-10k`: ten thousand unfinished runs of ten tasks in one scheduler. Linux only: memory is read from /proc. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scratchFolder } from "../engine-under-test.ts";
import { undoAtEnd } from "../leave-nothing.ts";
import { percentile } from "../measure.ts";
import { pssMegabytes } from "../process-tree.ts";
import type { Bench, Report } from "../result.ts";
import { seconds } from "../settle.ts";

const SETTLE_SECONDS = 20;

async function active10k(report: Report): Promise<void> {
  const scratch = scratchFolder();
  // A program of its own, so that it is charged with all of its text.
  const execPath = join(scratch.path, "node");
  copyFileSync(process.execPath, execPath);
  const main = fileURLToPath(new URL("active-10k-main.ts", import.meta.url));
  const child = fork(main, [join(scratch.path, "momiji.db")], { execPath });
  const kill = undoAtEnd(() => child.kill("SIGKILL"));
  try {
    const gone = once(child, "exit").then(([code]) => Promise.reject(new Error(`its process ended (${code})`)));
    const [millis] = (await Promise.race([once(child, "message"), gone])) as [number[]];
    // What was garbage when the runs were made is given back to the system within seconds.
    await seconds(SETTLE_SECONDS);
    const memory = pssMegabytes([child.pid ?? 0]);
    gone.catch(() => undefined);
    child.send("stop");
    await once(child, "exit");
    const name = "active-10k";
    const micros = (percent: number): number => percentile(millis, percent) * 1000;
    report({ name, metric: "memory", value: memory, unit: "MB", target: { of: "value", atMost: 600 } });
    report({ name, metric: "an event, median", value: micros(50), unit: "µs" });
    report({ name, metric: "an event, p99", value: micros(99), unit: "µs", target: { of: "value", atMost: 2000 } });
  } finally {
    kill();
    scratch.remove();
  }
}

export const actives: readonly Bench[] = [{ name: "active-10k", group: "scale", run: active10k }];
