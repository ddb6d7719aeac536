/**
 * `trigger`: runs of two functions asked for over HTTP at a constant rate, whatever becomes of those before, up to the highest
 * rate at which 99 of 100 have succeeded within a second of the moment when they were due.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { scratchFolder } from "../engine-under-test.ts";
import { percentile } from "../measure.ts";
import { cpuMillis, processTree } from "../process-tree.ts";
import type { Bench, Report } from "../result.ts";
import { type ServerProcess, startServer } from "../server-process.ts";
import { asking, type Asking, watching } from "./clients.ts";

const PASSWORD = "the password of this benchmark";
const RATES = [100, 200, 300, 400, 500, 600, 700, 800, 1_000, 1_200] as const;
const SECONDS = 8;
const PATIENCE_MILLIS = 20_000;
const MOST_MILLIS = 1_000;
const CONNECTIONS = 64;
/** Between two looks at what is due. */
const TICK_MILLIS = 2;

const DAG = `import { dag } from "momiji";
export default dag({ id: "two", schedule: null, maxActiveRuns: 100_000 }, ({ task }) => {
  const one = task("one", () => 1);
  task("other", { one }, ({ one }) => one + 1);
});\n`;

/** When runs have succeeded, by the events of the server. */
class Successes {
  readonly at = new Map<string, number>();
  #rest = "";

  take(text: string): void {
    const all = this.#rest + text;
    const end = all.lastIndexOf("\n\n");
    if (end < 0) {
      this.#rest = all;
      return;
    }
    this.#rest = all.slice(end);
    const now = performance.now();
    for (const [, data = "{}"] of all.slice(0, end).matchAll(/event: run\ndata: (.*)/g)) {
      const { r, s } = JSON.parse(data) as { r: string; s: string };
      if (s === "s") this.at.set(r, now);
    }
  }
}

/** Milliseconds from when each was due to its success; what has not succeeded in time counts as never. */
async function atRate(client: Asking, successes: Successes, rate: number): Promise<number[]> {
  const start = performance.now();
  const count = rate * SECONDS;
  const due = (at: number): number => start + (at * 1_000) / rate;
  const sent: Promise<unknown>[] = [];
  while (sent.length < count) {
    for (; sent.length < count && due(sent.length) <= performance.now();) {
      const body = { dag_run_id: `at_${rate}_${sent.length}`, logical_date: null };
      sent.push(client.ask("/api/v2/dags/two/dagRuns", body));
    }
    await pause(TICK_MILLIS);
  }
  await Promise.all(sent);
  const names = sent.map((_, at) => `at_${rate}_${at}`);
  const isOver = (): boolean =>
    performance.now() - due(count) > PATIENCE_MILLIS || names.every((name) => successes.at.has(name));
  while (!isOver()) await pause(TICK_MILLIS);
  return names.map((name, at) => (successes.at.get(name) ?? Infinity) - due(at));
}

async function measured(server: ServerProcess, token: string, report: Report): Promise<void> {
  const successes = new Successes();
  const target = { port: server.port, token };
  const { socket } = await watching(target, "home", (bytes) => successes.take(bytes.toString("utf8")));
  const client = asking(target, CONNECTIONS);
  await atRate(client, successes, 50);
  let best = { rate: 0, p50: Number.NaN, p99: Number.NaN, cpuMillisARun: Number.NaN };
  for (const rate of RATES) {
    const before = cpuMillis(processTree(server.pid));
    const millis = await atRate(client, successes, rate);
    const cpuMillisARun = (cpuMillis(processTree(server.pid)) - before) / (rate * SECONDS);
    const [p50, p99] = [percentile(millis, 50), percentile(millis, 99)];
    process.stderr.write(
      `  ${rate} a second: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${cpuMillisARun.toFixed(2)} ms of processor a run\n`,
    );
    if (!(p99 < MOST_MILLIS)) break;
    best = { rate, p50, p99, cpuMillisARun };
  }
  socket.destroy();
  client.close();
  const name = "trigger";
  report({ name, metric: "highest rate", value: best.rate, unit: "1/s", target: { of: "value", atLeast: 500 } });
  report({ name, metric: "trigger to success at that rate, p50", value: best.p50, unit: "ms" });
  report({ name, metric: "trigger to success at that rate, p99", value: best.p99, unit: "ms" });
  report({ name, metric: "processor of the server a run", value: best.cpuMillisARun, unit: "ms" });
}

async function run(report: Report): Promise<void> {
  const scratch = scratchFolder();
  const dags = join(scratch.path, "dags");
  mkdirSync(dags);
  writeFileSync(join(dags, "two.ts"), DAG);
  const env = { MOMIJI_ADMIN_PASSWORD: PASSWORD };
  const server = await startServer({ home: join(scratch.path, "home"), dags, env });
  await server.api.served();
  await server.api.until("/api/v2/dags/two", () => true);
  await server.api.patch("/api/v2/dags/two", { is_paused: false });
  const { access_token: token } = await server.api.post<{ access_token: string }>("/auth/token", {
    username: "admin",
    password: PASSWORD,
  });
  await measured(server, token, report);
  await server.stop();
  scratch.remove();
}

export const triggers: readonly Bench[] = [{ name: "trigger", group: "api", run }];
