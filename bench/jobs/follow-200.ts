/** `follow-200`: what a server holds and uses while it follows 200 jobs that all write, and whether a line is lost: containers, and pods. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { scratchFolder } from "../engine-under-test.ts";
import { cpuMillis, processTree, pssMegabytes } from "../process-tree.ts";
import type { Bench, Report, Target } from "../result.ts";
import { type ServerProcess, startServer } from "../server-process.ts";
import { dockerHost, IMAGE } from "./docker-engine.ts";
import { type Pods, podsOf } from "./pods.ts";

const JOBS = 200;
const SECONDS = 20;
const TARGET_MEGABYTES = 250;
const TARGET_CORE_PERCENT = 20;

/** Each writes a line a second until the gate has a file `stop`, then how many it were. It waits without starting a process. */
const SCRIPT =
  "mkfifo /tmp/f; exec 3<>/tmp/f; i=0; while [ ! -e /gate/stop ]; do i=$((i+1)); echo line $i; read -t 1 -u 3 x; done; echo $i lines";

const dagFile = (host: string, gate: string): string => `import { dag } from "momiji";
import { dockerRun } from "@momiji/docker";
export default dag({ id: "follow", schedule: "@once", startDate: "2020-01-01T00:00", isPausedUponCreation: false, maxActiveTasks: ${JOBS} }, () => {
  for (let index = 0; index < ${JOBS}; index++)
    dockerRun(\`t\${index}\`, { image: "${IMAGE}", dockerHost: "${host}", command: ["sh", "-c", ${JSON.stringify(SCRIPT)}],
      network: "none", mounts: [{ type: "bind", source: "${gate}", target: "/gate" }], autoRemove: "always", pool: "wide" });
});\n`;

async function containers(report: Report): Promise<void> {
  const host = dockerHost("follow-200");
  if (host === null) return;
  const gate = mkdtempSync("/tmp/momiji-gate-");
  try {
    const stop = (): void => writeFileSync(join(gate, "stop"), "");
    await follow(report, { name: "follow-200", dag: dagFile(host, gate), stop });
  } finally {
    rmSync(gate, { recursive: true, force: true });
  }
}

const podsFile = ({ kubeconfig, namespace, annotations }: Pods): string => `import { dag } from "momiji";
import { kubernetesPod } from "@momiji/kubernetes";
export default dag({ id: "follow", schedule: "@once", startDate: "2020-01-01T00:00", isPausedUponCreation: false, maxActiveTasks: ${JOBS} }, () => {
  for (let index = 0; index < ${JOBS}; index++)
    kubernetesPod(\`t\${index}\`, { configFile: "${kubeconfig}", namespace: "${namespace}", image: "busybox:1", schedulerName: "bench",
      annotations: ${JSON.stringify(annotations)}, pool: "wide" });
});\n`;

async function pods(report: Report): Promise<void> {
  const found = await podsOf("follow-200-pods");
  if (found === null) return;
  try {
    await follow(report, { name: "follow-200-pods", dag: podsFile(found), stop: () => found.stop() });
  } finally {
    await found.close();
  }
}

interface Followed {
  readonly name: string;
  /** A DAG file whose jobs write lines. */
  readonly dag: string;
  /** Lets the jobs end. */
  stop(): void;
}

async function follow(report: Report, { name, dag, stop }: Followed): Promise<void> {
  const scratch = scratchFolder();
  let server: ServerProcess | undefined;
  try {
    const [home, dags] = [join(scratch.path, "home"), join(scratch.path, "dags")];
    for (const path of [home, dags]) mkdirSync(path);
    server = await startServer({ home, dags, env: { MOMIJI__CORE__PARALLELISM: String(JOBS) } });
    await server.api.served();
    await server.api.post("/api/v2/pools", { name: "wide", slots: JOBS });
    writeFileSync(join(dags, "follow.ts"), dag);
    const logs = join(home, "logs");
    while (linesOf(logs).filter((lines) => lines.length > 1).length < JOBS) await sleep(500);
    const cpuBefore = cpuMillis(processTree(server.pid));
    await sleep(SECONDS * 1000);
    const tree = processTree(server.pid);
    const percent = (cpuMillis(tree) - cpuBefore) / (SECONDS * 10);
    const megabytes = pssMegabytes(tree);
    stop();
    const path = "/api/v2/dags/follow/dagRuns";
    await server.api.until<{ dag_runs: { state: string }[] }>(path, ({ dag_runs: [run] }) => run?.state === "success");
    tell(report, { name, megabytes, percent, lost: linesOf(logs).reduce((sum, lines) => sum + lostLines(lines), 0) });
  } finally {
    await server?.stop();
    scratch.remove();
  }
}

function tell(
  report: Report,
  { name, megabytes, percent, lost }: { name: string; megabytes: number; percent: number; lost: number },
): void {
  const atMost = (limit: number): Target => ({ of: "value", atMost: limit });
  report({ name, metric: "memory of all processes", value: megabytes, unit: "MB", target: atMost(TARGET_MEGABYTES) });
  report({ name, metric: "processor", value: percent, unit: "% of a core", target: atMost(TARGET_CORE_PERCENT) });
  report({ name, metric: "lines lost or twice", value: lost, unit: "lines", target: atMost(0) });
}

/** The containers' own lines, log by log. */
function linesOf(folder: string): string[][] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".log"));
  return names.map((name) => {
    const records = readFileSync(join(folder, name), "utf8").split("\n").slice(0, -1);
    const parsed = records.map((record) => JSON.parse(record) as { source: string; message: string });
    return parsed.filter(({ source }) => source !== "momiji").map(({ message }) => message);
  });
}

/** Lines that are not the ones that follow from those before. */
function lostLines(lines: readonly string[]): number {
  const expected = lines.slice(0, -1).map((_, index) => `line ${index + 1}`);
  return [...expected, `${lines.length - 1} lines`].filter((line, index) => line !== lines[index]).length;
}

export const follows: readonly Bench[] = [
  { name: "follow-200", group: "jobs", run: containers },
  { name: "follow-200-pods", group: "jobs", run: pods },
];
