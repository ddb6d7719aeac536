/** The product as people start it: `momiji standalone` from the build, in a process of its own. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type ApiClient, apiOf } from "./api-client.ts";
import { undoAtEnd } from "./leave-nothing.ts";
import { killTree } from "./process-tree.ts";

export interface ServerOptions {
  readonly home: string;
  readonly dags: string;
  /** `MOMIJI__SECTION__OPTION` and the like. */
  readonly env?: { readonly [name: string]: string };
  /** The Node that runs it; default: this one. */
  readonly node?: string;
  /** A module that is loaded before the product and may talk with this process. */
  readonly hook?: string;
}

export interface ServerProcess {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly port: number;
  readonly api: ApiClient;
  /** Milliseconds since its start. */
  elapsed(): number;
  /** SIGTERM, as an operator would; resolves when it has ended. */
  stop(): Promise<void>;
  /** `kill -9` of the server alone: what it has started must find out by itself. */
  kill(): Promise<void>;
  /** `kill -9` of everything. */
  killAll(): Promise<void>;
}

/** The root of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Starts a server; it does not answer yet. */
export async function startServer({
  home,
  dags,
  env = {},
  node = process.execPath,
  hook,
}: ServerOptions): Promise<ServerProcess> {
  build();
  const port = await freePort();
  const flags = hook === undefined ? [] : ["--import", hook];
  const args = [
    ...flags,
    `${root}packages/cli/bin/momiji.js`,
    "standalone",
    "--home",
    home,
    "--dags",
    dags,
    "--port",
    String(port),
  ];
  const started = performance.now();
  const child = spawn(node, args, {
    // A folder without settings of its own.
    cwd: dirname(home),
    env: { ...process.env, MOMIJI__LOGGING__LEVEL: "error", ...env },
    stdio: ["ignore", "ignore", "pipe", ...(hook === undefined ? [] : ["ipc" as const])],
  });
  tellIfItFails(child);
  const pid = child.pid ?? 0;
  const killAll = undoAtEnd(() => (child.exitCode === null && child.signalCode === null ? killTree(pid) : undefined));
  const ended = once(child, "exit");
  void ended.then(killAll);
  const endBy = async (end: () => unknown): Promise<void> => {
    end();
    await ended;
  };
  return {
    process: child,
    pid,
    port,
    api: apiOf({ home, port, pid }),
    elapsed: () => performance.now() - started,
    stop: () => endBy(() => child.kill("SIGTERM")),
    kill: () => endBy(() => child.kill("SIGKILL")),
    killAll: () => endBy(killAll),
  };
}

/** What it says of itself is worth reading only if it ended by itself. */
function tellIfItFails(child: ChildProcess): void {
  let said = "";
  child.stderr?.on("data", (text: Buffer) => (said += text.toString()));
  child.once("exit", (code) => {
    if (code !== 0 && code !== null) process.stderr.write(`the server ended with exit code ${code}:\n${said}`);
  });
}

let isBuilt = false;

/** What is measured must be what is written: the build is brought up to date once. */
function build(): void {
  if (isBuilt) return;
  isBuilt = true;
  try {
    execFileSync("tsc", ["-b", "packages/cli"], { cwd: root, stdio: "pipe", encoding: "utf8" });
  } catch (error) {
    const { stdout, message } = error as Error & { stdout?: string };
    process.stderr.write(`the build reports errors; what it gave is measured:\n${stdout ?? message}\n`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("this machine gives no port");
  return address.port;
}
