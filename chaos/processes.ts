/** The processes of the server under chaos, found by a variable in their environment: who left, too. Linux only. */
import { readdirSync, readFileSync } from "node:fs";

export interface FoundProcess {
  readonly pid: number;
  /** The attempt whose command it is, or belongs to; null: a process of the server itself. */
  readonly attemptId: string | null;
  readonly command: string;
}

/** Living processes in whose environment `variable` has this value. */
export function processesWith(variable: string, value: string): FoundProcess[] {
  return readdirSync("/proc").flatMap((name) => {
    const found = /^\d+$/.test(name) ? look(Number(name)) : null;
    if (found?.environment.get(variable) !== value) return [];
    return [
      { pid: Number(name), attemptId: found.environment.get("MOMIJI_ATTEMPT_ID") ?? null, command: found.command },
    ];
  });
}

/** Null: it is gone, a zombie, or not ours to look at. */
function look(pid: number): { environment: ReadonlyMap<string, string>; command: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    if (/^[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 2))) return null;
    const pairs = readFileSync(`/proc/${pid}/environ`, "utf8")
      .split("\0")
      .map((pair): [string, string] => {
        const at = pair.indexOf("=");
        return [pair.slice(0, at), pair.slice(at + 1)];
      });
    return {
      environment: new Map(pairs),
      command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").slice(0, 200),
    };
  } catch {
    return null;
  }
}

export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It was quicker.
  }
}
