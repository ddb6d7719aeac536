/** `sse-500`: 500 streams, 200 events a second: commit to receipt, and whether each has received each. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { scratchFolder } from "../engine-under-test.ts";
import { undoAtEnd } from "../leave-nothing.ts";
import { percentile } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { watching } from "./clients.ts";

const STREAMS = 500;
const RATE = 200;
const SECONDS = 10;
const PATIENCE_MILLIS = 10_000;

const EVENT = Buffer.from("event: ti\n");
const START = '"start":"';

/** Of so many streams one tells how late its events are; of the others they are counted, so that the reader is not what is measured. */
const SAMPLE = 10;

interface Received {
  /** Milliseconds from the commit, of each event; null: only counted. */
  readonly millis: number[] | null;
  events: number;
  rest: Buffer;
}

/** Counts events, and reads of each when it was committed: in the start of its data. */
function take(received: Received, bytes: Buffer): void {
  const now = performance.timeOrigin + performance.now();
  const all = received.rest.length === 0 ? bytes : Buffer.concat([received.rest, bytes]);
  let from = 0;
  for (let at = all.indexOf(EVENT); at >= 0; at = all.indexOf(EVENT, from)) {
    const end = all.indexOf("\n\n", at);
    if (end < 0) break;
    from = end;
    received.events++;
    if (received.millis === null) continue;
    const text = all.toString("latin1", at, end);
    const start = text.indexOf(START) + START.length;
    received.millis.push(now - millisOf(text.slice(start, text.indexOf('"', start))));
  }
  received.rest = all.subarray(from);
}

/** With the microseconds, which `Date` would cut. */
function millisOf(instant: string): number {
  const [whole = "", fraction = "0Z"] = instant.split(".");
  return Date.parse(`${whole.replace("Z", "")}Z`) + Number(fraction.slice(0, -1)) / 1_000;
}

async function run(report: Report): Promise<void> {
  const scratch = scratchFolder();
  const main = fileURLToPath(new URL("sse-500-main.ts", import.meta.url));
  const args = ["--conditions=source", main, join(scratch.path, "momiji.db"), String(RATE), String(SECONDS)];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const stop = undoAtEnd(() => child.kill("SIGKILL"));
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const target = JSON.parse((await said.next()).value as string) as { port: number; token: string };
  const all = Array.from({ length: STREAMS }, (_, at): Received => {
    return { millis: at % SAMPLE === 0 ? [] : null, events: 0, rest: Buffer.alloc(0) };
  });
  const streams = await Promise.all(all.map((each) => watching(target, "dag:watched", (bytes) => take(each, bytes))));
  child.stdin.write("go\n");
  const done = JSON.parse((await said.next()).value as string) as { count: number; cpuMillis: number };
  for (let waited = 0; waited < PATIENCE_MILLIS && all.some(({ events }) => events < done.count); waited += 50)
    await pause(50);
  for (const { socket } of streams) socket.destroy();
  stop();
  scratch.remove();
  const millis = all.flatMap((each) => each.millis ?? []);
  const lost = all.reduce((sum, { events }) => sum + Math.max(0, done.count - events), 0);
  const of = { name: "sse-500", unit: "ms" } as const;
  report({ ...of, metric: "commit to receipt, p50", value: percentile(millis, 50) });
  report({
    ...of,
    metric: "commit to receipt, p95",
    value: percentile(millis, 95),
    target: { of: "value", atMost: 200 },
  });
  report({ ...of, metric: "commit to receipt, p99", value: percentile(millis, 99) });
  report({ ...of, metric: "lost", value: lost, unit: "events", target: { of: "value", atMost: 0 } });
  report({ ...of, metric: "processor of the server a second of events", value: (done.cpuMillis * RATE) / done.count });
}

export const streams: readonly Bench[] = [{ name: "sse-500", group: "api", run }];
