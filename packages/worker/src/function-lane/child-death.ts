/** Why a function child has died, in words. */
import type { FailedOutcome } from "@momiji/core";
import { failed } from "../outcomes.ts";

export interface Death {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what it wrote to standard error. */
  readonly stderr: string;
  readonly memoryMiB: number;
}

/** What V8 says when the heap is full. */
const OUT_OF_MEMORY = /heap out of memory|Reached heap limit|Ineffective mark-compacts/i;

const LINES = 20;

export function deathOf({ code, signal, stderr, memoryMiB }: Death): FailedOutcome {
  const detail = stderr.trimEnd().split("\n").slice(-LINES).join("\n");
  const extras = detail === "" ? {} : { detail };
  if (OUT_OF_MEMORY.test(stderr) && code !== 0) {
    const remedy = "let it hold less at once, or give the task more with `memoryLimitMiB`";
    return failed("memory", `the function needed more than its ${memoryMiB} MiB of memory: ${remedy}`, extras);
  }
  if (signal !== null) {
    const hint = signal === "SIGKILL" ? " (perhaps by the system, for want of memory)" : "";
    return failed("child_died", `the function's process was ended by ${signal}${hint}`, extras);
  }
  return failed("child_died", `the function's process ended with exit code ${code ?? "?"}`, {
    ...extras,
    ...exitCode(code),
  });
}

function exitCode(code: number | null): { readonly exitCode?: number } {
  return code === null ? {} : { exitCode: code };
}
