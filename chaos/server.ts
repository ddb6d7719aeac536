/** A real `momiji standalone` in a process group of its own, as often as it is started on the same home. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type FoundProcess, kill, processesWith } from "./processes.ts";
import { TRACE_VARIABLE } from "./workload/trace.ts";
import { expected } from "./workload/workload.ts";

const MAIN = fileURLToPath(new URL("../packages/cli/src/main.ts", import.meta.url));
const NODE_FLAGS = ["--conditions=source", "--disable-warning=ExperimentalWarning"];

/**
 * Who dies: `main` the main process alone; `group` its process group; `engine` every process of the server but the tasks'
 * commands, which are left to nobody; `all` the commands as well. `stalled`: the main process, while the others of the
 * server get no processor, as on a machine that is short of memory; they go on when the next server is up already.
 */
export const KILL_MODES = ["group", "main", "engine", "all", "stalled"] as const;
export type KillMode = (typeof KILL_MODES)[number];

interface ServerInfo {
  readonly address: string;
  readonly token: string;
  readonly pid: number;
}

/** How long the others stand still, and how long before the main process dies. */
const STALLED_MILLIS = 1_500;
const STALLED_BEFORE_MILLIS = 100;

export class Server {
  readonly folder: string;
  readonly home: string;
  /** Output of all servers, one after the other. */
  readonly log: string;
  #process: ChildProcess | null = null;

  constructor(folder: string) {
    this.folder = folder;
    this.home = join(folder, "home");
    this.log = join(folder, "server.log");
    mkdirSync(this.home);
    mkdirSync(join(folder, "dags"));
    const workload = new URL("workload/workload.ts", import.meta.url);
    for (const dagId of expected.keys()) {
      writeFileSync(
        join(folder, "dags", `${dagId}.ts`),
        `export { ${dagId} as default } from ${JSON.stringify(fileURLToPath(workload))};\n`,
      );
    }
  }

  start(): void {
    rmSync(join(this.home, "server.json"), { force: true });
    const log = openSync(this.log, "a");
    this.#process = spawn(
      process.execPath,
      [...NODE_FLAGS, MAIN, "standalone", "--home", this.home, "--dags", join(this.folder, "dags"), "--port", "0"],
      {
        detached: true,
        stdio: ["ignore", log, log],
        cwd: this.folder,
        env: this.#env(),
      },
    );
    closeSync(log);
  }

  /** Null while it runs. */
  get ending(): string | null {
    const child = this.#process;
    if (child === null) return "not started";
    if (child.exitCode === null && child.signalCode === null) return null;
    return child.signalCode ?? `exit code ${child.exitCode}`;
  }

  /** Resolves when the server file is there, or the server has ended by itself, or the signal is aborted. */
  async ready(signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = (): void => {
      if (this.#info() !== null || this.ending !== null || signal.aborted) resolve();
    };
    const watcher = watch(this.home, look);
    signal.addEventListener("abort", look);
    this.#process?.once("exit", look);
    look();
    await promise;
    signal.removeEventListener("abort", look);
    watcher.close();
  }

  /** Sends a request to the server; null: it cannot be reached. */
  async request(
    method: "GET" | "POST",
    path: string,
    body?: unknown,
  ): Promise<{ status: number; answer: unknown } | null> {
    const info = this.#info();
    if (info === null) return null;
    try {
      const response = await fetch(`${info.address}/api/v2${path}`, {
        method,
        headers: { authorization: `Bearer ${info.token}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, answer: await response.json() };
    } catch {
      return null;
    }
  }

  async kill(mode: KillMode): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined) return;
    const all = mode === "main" || mode === "group" ? [] : processesWith(TRACE_VARIABLE, this.folder);
    const others = all.filter(({ pid, attemptId }) => pid !== child.pid && (mode === "all" || attemptId === null));
    if (mode === "stalled") await stall(others);
    kill(mode === "group" ? -child.pid : child.pid, "SIGKILL");
    if (mode !== "stalled") for (const { pid } of others) kill(pid, "SIGKILL");
    if (this.ending === null) await once(child, "exit");
  }

  /** Asks it to stop; gives how it ended. */
  async stop(): Promise<string> {
    const child = this.#process;
    if (child !== null && this.ending === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    return this.ending ?? "";
  }

  /** A `momiji` command on the same home: its exit code and what it printed. */
  command(...args: string[]): { code: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...NODE_FLAGS, MAIN, ...args, "--home", this.home],
      { encoding: "utf8", cwd: this.folder },
    );
    return { code: status, output: stdout + stderr };
  }

  #env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      [TRACE_VARIABLE]: this.folder,
      MOMIJI__CORE__MAXLOSTATTEMPTS: "100000",
      MOMIJI__WORKER__KILLGRACESECONDS: "3",
    };
  }

  /** Of the process that runs now. */
  #info(): ServerInfo | null {
    try {
      const info = JSON.parse(readFileSync(join(this.home, "server.json"), "utf8")) as ServerInfo;
      return info.pid === this.#process?.pid ? info : null;
    } catch {
      return null;
    }
  }
}

/** Resolves while they stand still. */
async function stall(processes: readonly FoundProcess[]): Promise<void> {
  for (const { pid } of processes) kill(pid, "SIGSTOP");
  setTimeout(() => {
    for (const { pid } of processes) kill(pid, "SIGCONT");
  }, STALLED_MILLIS);
  await pause(STALLED_BEFORE_MILLIS);
}
