/** What Linux tells of a process and all that it has started: which they are, their memory, their processor time. */
import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks in `/proc/PID/stat` are hundredths of a second on every Linux. */
const MILLIS_A_TICK = 10;

/** The process and its living descendants, whatever groups and sessions they are in. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? statOf(Number(name))?.parent : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** Proportional set size in MB (10^6): private memory, and of shared memory the share of each process. */
export function pssMegabytes(pids: readonly number[]): number {
  const kib = pids.map((pid) => Number(/^Pss:\s*(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return (kib.reduce((sum, each) => sum + each, 0) * 1024) / 1e6;
}

/** Processor time used so far, that of ended and awaited children included. */
export function cpuMillis(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(pid)?.ticks ?? 0), 0) * MILLIS_A_TICK;
}

/** Ends a process and all that it has started. */
export function killTree(root: number): void {
  for (const pid of processTree(root)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** The words of the command that a process was started with, for people. */
export function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim();
}

function statOf(pid: number): { parent: number; ticks: number } | undefined {
  const text = read(`/proc/${pid}/stat`);
  // The name stands in brackets and may hold anything; the fields after it are plain, the first of them the state.
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [, parent] = fields;
  if (parent === undefined) return undefined;
  return { parent, ticks: fields.slice(11, 15).reduce((sum, each) => sum + each, 0) };
}

/** Empty if there is no such process any more. */
function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
