import { spawn } from "node:child_process";
import { once } from "node:events";

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

interface StageOptions {
  /** It is ended then, which fails it. */
  readonly timeoutMinutes: number;
  /** File descriptor that gets what it prints; absent: our own output. */
  readonly output?: number;
}

export async function runStage(
  { name, command }: Stage,
  { timeoutMinutes, output }: StageOptions,
): Promise<StageResult> {
  console.log(`\n=== ${name}: ${command.join(" ")}`);
  const [program, ...args] = command;
  const start = performance.now();
  const to = output ?? "inherit";
  const child = spawn(program, args, { stdio: ["ignore", to, to], timeout: timeoutMinutes * 60_000 });
  const status = await once(child, "close").then(
    ([code]) => code as number | null,
    (error: unknown) => {
      console.error(String(error));
      return null;
    },
  );
  return { name, ok: status === 0, seconds: (performance.now() - start) / 1000 };
}

export function printResults(results: readonly StageResult[]): void {
  console.log("");
  for (const { name, ok, seconds } of results) {
    console.log(`${ok ? "ok    " : "FAILED"}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
}
