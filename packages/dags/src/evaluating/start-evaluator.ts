/** Starts the child process that evaluates bundles, within limits that the kernel holds where it can. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

export interface EvaluatorLimits {
  /** Time for one file. */
  readonly evaluateTimeoutMillis: number;
  /** Memory of the process. */
  readonly memoryLimitMiB: number;
}

/** So much longer does the heap last than the limit, that the line can still be asked for. */
const HEAP_GRACE_MIB = 256;
/** What V8 reserves as writable data before a line has run (about 560 MiB), and what it needs to go on. */
const RESERVED_MIB = 768;
/** Processor time after which the kernel ends a child whose parent could not: its parent was killed. In time limits. */
const ABANDONED_LIMITS = 20;
const SHELL = "/bin/sh";

/**
 * On Linux the shell sets limits that the kernel holds: writable memory, typed arrays included, so that one large
 * allocation is refused as an exception with a line; and processor time.
 */
export function startEvaluator({ memoryLimitMiB, evaluateTimeoutMillis }: EvaluatorLimits): ChildProcess {
  const extension = extname(import.meta.url);
  const command = [
    process.execPath,
    ...(extension === ".ts" ? ["--conditions=source"] : []),
    `--max-old-space-size=${memoryLimitMiB + HEAP_GRACE_MIB}`,
    "--inspect-port=127.0.0.1:0",
    "--no-warnings",
    fileURLToPath(new URL(`./evaluator-main${extension}`, import.meta.url)),
  ];
  const dataKiB = (memoryLimitMiB + RESERVED_MIB) * 1024;
  const cpuSeconds = Math.ceil((evaluateTimeoutMillis * ABANDONED_LIMITS) / 1_000);
  const limited = [SHELL, "-c", `ulimit -d ${dataKiB}; ulimit -t ${cpuSeconds}; exec "$@"`, "sh", ...command];
  const [file = "", ...args] = process.platform === "linux" && existsSync(SHELL) ? limited : command;
  return spawn(file, args, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
}
