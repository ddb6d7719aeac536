/** `handler`: `GET` of one run with a user's token, beside a bare Fastify handler in a process of its own that answers the same bytes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scratchFolder } from "../engine-under-test.ts";
import { undoAtEnd } from "../leave-nothing.ts";
import { median, percentile } from "../measure.ts";
import { cpuMillis } from "../process-tree.ts";
import type { Bench, Report } from "../result.ts";
import { startServer } from "../server-process.ts";
import { asking, type Asking } from "./clients.ts";

const PASSWORD = "the password of this benchmark";
const ROUNDS = 11;
const ASKS = 400;
const RUN = "/api/v2/dags/one/dagRuns/measured";

const DAG = `import { dag } from "momiji";
export default dag({ id: "one", schedule: null }, ({ task }) => { task("only", () => 1); });\n`;

interface Answering {
  readonly client: Asking;
  readonly path: string;
  readonly pid: number;
}

async function startBare(body: string): Promise<Answering & { stop(): void }> {
  const main = fileURLToPath(new URL("../floors/bare-http-main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=source", main, body], { stdio: ["ignore", "pipe", "inherit"] });
  const stop = undoAtEnd(() => child.kill("SIGKILL"));
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { client: asking({ port: Number(line.toString()) }, 1), path: "/answer", pid: child.pid ?? 0, stop };
}

/** Milliseconds of each, one after another, and the processor time of the server for one. */
async function round({ client, path, pid }: Answering): Promise<{ millis: number[]; cpuMicros: number }> {
  const millis: number[] = [];
  const before = cpuMillis([pid]);
  for (let at = 0; at < ASKS; at++) {
    const start = performance.now();
    const { status } = await client.ask(path);
    millis.push(performance.now() - start);
    if (status !== 200) throw new Error(`${path}: ${status}`);
  }
  return { millis, cpuMicros: ((cpuMillis([pid]) - before) * 1_000) / ASKS };
}

/** In turns, since a shared machine changes its speed within seconds; the first round of each warms up. */
async function compared(product: Answering, bare: Answering, report: Report): Promise<void> {
  const of = { product: [] as number[], bare: [] as number[], productCpu: [] as number[], bareCpu: [] as number[] };
  for (let turn = 0; turn < ROUNDS; turn++) {
    const own = await round(product);
    const floor = await round(bare);
    if (turn === 0) continue;
    of.product.push(...own.millis);
    of.bare.push(...floor.millis);
    of.productCpu.push(own.cpuMicros);
    of.bareCpu.push(floor.cpuMicros);
  }
  const [value, floor] = [percentile(of.product, 50), percentile(of.bare, 50)];
  report({ name: "handler", metric: "p50", value, unit: "ms", floor, target: { of: "ratio", atMost: 3 } });
  report({
    name: "handler",
    metric: "p99",
    value: percentile(of.product, 99),
    unit: "ms",
    floor: percentile(of.bare, 99),
  });
  report({
    name: "handler",
    metric: "processor of the server",
    value: median(of.productCpu),
    unit: "µs",
    floor: median(of.bareCpu),
  });
}

async function run(report: Report): Promise<void> {
  const scratch = scratchFolder();
  const dags = join(scratch.path, "dags");
  mkdirSync(dags);
  writeFileSync(join(dags, "one.ts"), DAG);
  const env = { MOMIJI_ADMIN_PASSWORD: PASSWORD };
  const server = await startServer({ home: join(scratch.path, "home"), dags, env });
  await server.api.served();
  await server.api.until<{ dag_id: string }>("/api/v2/dags/one", () => true);
  await server.api.patch("/api/v2/dags/one", { is_paused: false });
  await server.api.post("/api/v2/dags/one/dagRuns", { dag_run_id: "measured", logical_date: null });
  await server.api.until<{ state: string }>(RUN, ({ state }) => state === "success");
  const { access_token: token } = await server.api.post<{ access_token: string }>("/auth/token", {
    username: "admin",
    password: PASSWORD,
  });
  const product = { client: asking({ port: server.port, token }, 1), path: RUN, pid: server.pid };
  const bare = await startBare((await product.client.ask(RUN)).text);
  await compared(product, bare, report);
  for (const { client } of [product, bare]) client.close();
  bare.stop();
  await server.stop();
  scratch.remove();
}

export const handlers: readonly Bench[] = [{ name: "handler", group: "api", run }];
