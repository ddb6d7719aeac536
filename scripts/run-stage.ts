import { spawnSync } from "node:child_process";

/** A step of `check` or of CI: a command whose exit code tells. */
export interface Stage {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
}

export interface StageResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

/** Runs the command with our own output, and ends it (which fails the stage) when it has not ended in time. */
export function runStage({ name, command: [program, ...args] }: Stage, timeoutMinutes: number): StageResult {
  console.log(`\n=== ${name}: ${[program, ...args].join(" ")}`);
  const start = performance.now();
  const { status, error } = spawnSync(program, args, {
    stdio: ["ignore", "inherit", "inherit"],
    timeout: timeoutMinutes * 60_000,
  });
  if (error !== undefined) console.error(error.message);
  return { name, ok: status === 0, seconds: (performance.now() - start) / 1000 };
}

export function printResults(results: readonly StageResult[]): void {
  console.log("");
  for (const { name, ok, seconds } of results) {
    console.log(`${ok ? "ok    " : "FAILED"}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
}
