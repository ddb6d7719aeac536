/**
 * A process id says nothing alone, since ids are given again: a process is the same only if its start time is the same.
 * Linux tells it in clock ticks since boot (`/proc/PID/stat`, field 22), so the boot belongs to it too; elsewhere `ps` tells
 * it.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export const HAS_PROC = process.platform === "linux";

/** What `/proc/PID/stat` tells of a process. */
export interface ProcessStat {
  readonly group: number;
  readonly startTicks: string;
  /** It has ended and waits for its parent to notice. */
  readonly isZombie: boolean;
}

/** Null: there is no such process. */
export function parseStat(text: string): ProcessStat | null {
  // The name stands in brackets and may hold spaces and brackets itself; what follows the last one is plain.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state, , group] = fields;
  const startTicks = fields[19];
  if (state === undefined || group === undefined || startTicks === undefined) return null;
  return { group: Number(group), startTicks, isZombie: state === "Z" || state === "X" };
}

let boot: string | null = null;

/** When the process started, as an opaque text to compare; null: there is no such process (any more). */
export function startOf(pid: number): string | null {
  try {
    // As UTF-8, which Node reads in one step; what of the name is none comes out wrong, and is passed over.
    if (!HAS_PROC) return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
    const stat = parseStat(readFileSync(`/proc/${pid}/stat`, "utf8"));
    if (stat === null || stat.isZombie) return null;
    boot ??= readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
    return `${boot}:${stat.startTicks}`;
  } catch {
    return null;
  }
}
