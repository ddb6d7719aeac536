/** `idle`: what a server with the examples holds and uses while nothing is due. Linux only. It runs once: it takes minutes. */
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scratchFolder } from "../engine-under-test.ts";
import { startIdleNode } from "../floors/bare-node.ts";
import { commandOf, cpuMillis, processTree, pssMegabytes } from "../process-tree.ts";
import type { Bench, Report } from "../result.ts";
import { root, type ServerProcess, startServer } from "../server-process.ts";
import { ownNode, seconds, settle } from "../settle.ts";

const SECONDS = 60;

interface Idle {
  /** By process, the server first. */
  readonly pss: readonly { readonly command: string; readonly megabytes: number }[];
  readonly cpuMillis: number;
  /** Statements that reached SQLite, reads and all others. */
  readonly statements: number;
}

async function measureIdle(server: ServerProcess): Promise<Idle> {
  await server.api.served();
  // `hello` runs by itself, and leaves one warm child.
  const path = "/api/v2/dags/hello/dagRuns";
  await server.api.until<{ dag_runs: { state: string }[] }>(path, ({ dag_runs: [run] }) => run?.state === "success");
  await settle();
  const cpuBefore = cpuMillis(processTree(server.pid));
  const statementsBefore = await statementsOf(server);
  await seconds(SECONDS);
  const statements = (await statementsOf(server)) - statementsBefore;
  const tree = processTree(server.pid);
  const pss = tree.map((pid) => ({ command: commandOf(pid), megabytes: pssMegabytes([pid]) }));
  return { pss, cpuMillis: cpuMillis(tree) - cpuBefore, statements };
}

async function statementsOf({ process: child }: ServerProcess): Promise<number> {
  child.send("count");
  const [statements] = (await once(child, "message")) as [number];
  return statements;
}

/** PSS of a Node process that does nothing. */
async function bareNode(node: string): Promise<number> {
  const bare = await startIdleNode(node);
  const megabytes = pssMegabytes([bare.pid]);
  await bare.end();
  return megabytes;
}

async function idle(report: Report): Promise<void> {
  const scratch = scratchFolder();
  let server: ServerProcess | undefined;
  try {
    const node = ownNode(scratch.path);
    const floor = await bareNode(node);
    const hook = fileURLToPath(new URL("count-statements.mjs", import.meta.url));
    server = await startServer({ home: join(scratch.path, "home"), dags: join(root, "examples"), node, hook });
    tell(report, await measureIdle(server), floor);
  } finally {
    await server?.killAll();
    scratch.remove();
  }
}

function tell(report: Report, { pss, cpuMillis, statements }: Idle, floor: number): void {
  const name = "idle";
  const value = pss.reduce((sum, { megabytes }) => sum + megabytes, 0);
  report({ name, metric: "PSS of the process tree", value, unit: "MB", floor, target: { of: "value", atMost: 160 } });
  const own = pss.map(({ command, megabytes }) => ({ megabytes, what: whatIs(command) }));
  for (const { what, megabytes } of own) report({ name, metric: `PSS of ${what}`, value: megabytes, unit: "MB" });
  const share = (cpuMillis / (SECONDS * 1000)) * 100;
  const metric = "CPU of the process tree";
  report({ name, metric, value: share, unit: "% of a core", target: { of: "value", atMost: 0.5 } });
  const rate = statements / SECONDS;
  report({ name, metric: "statements a second", value: rate, unit: "1/s", target: { of: "value", atMost: 0 } });
}

/** The module that a process runs. */
function whatIs(command: string): string {
  return /([\w-]+)\.js(?: |$)/.exec(command)?.[1] ?? command.slice(0, 40);
}

export const idles: readonly Bench[] = [{ name: "idle", group: "engine", run: idle }];
