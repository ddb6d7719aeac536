/**
 * Finds processes by a mark in their environment. A process that left its group (a daemon: two forks and `setsid`) still
 * carries the environment that it was started with. Linux only; elsewhere nothing is found and the group must do.
 */
import { readdir, readFile } from "node:fs/promises";
import { HAS_PROC, parseStat, type ProcessStat } from "./process-identity.ts";

/** The environment variable that every process of an attempt inherits. */
export const ATTEMPT_VARIABLE = "MOMIJI_ATTEMPT_ID";

export interface FoundProcess extends ProcessStat {
  readonly pid: number;
}

/** One pass over all processes answers everybody who asks in the meantime. */
export class ProcessScan {
  #next: Promise<Map<string, FoundProcess[]>> | null = null;
  #current: Promise<unknown> = Promise.resolve();

  /** Living processes that carry this attempt's mark. */
  async marked(attemptId: string): Promise<readonly FoundProcess[]> {
    if (!HAS_PROC) return [];
    if (this.#next === null) {
      const scan = this.#current.then(() => {
        this.#next = null;
        return scanMarks();
      });
      this.#next = scan;
      this.#current = scan;
    }
    return (await this.#next).get(attemptId) ?? [];
  }
}

/** Whether a process of this group lives. */
export async function isGroupAlive(group: number): Promise<boolean> {
  try {
    process.kill(-group, 0);
  } catch (error) {
    // Not allowed to signal it: there is one.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (!HAS_PROC) return true;
  // A zombie that nobody fetches (a container without an init) can be signalled for ever.
  for (const pid of await allPids()) {
    const stat = await statOf(pid);
    if (stat?.group === group && !stat.isZombie) return true;
  }
  return false;
}

/** Null: it has ended. */
export async function statOf(pid: number): Promise<ProcessStat | null> {
  try {
    return parseStat(await readFile(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return null;
  }
}

async function scanMarks(): Promise<Map<string, FoundProcess[]>> {
  const found = new Map<string, FoundProcess[]>();
  for (const pid of await allPids()) {
    const mark = await markOf(pid);
    const stat = mark === null ? null : await statOf(pid);
    if (mark === null || stat === null || stat.isZombie) continue;
    const list = found.get(mark) ?? [];
    found.set(mark, list);
    list.push({ pid, ...stat });
  }
  return found;
}

async function markOf(pid: number): Promise<string | null> {
  try {
    const environment = `\0${await readFile(`/proc/${pid}/environ`, "utf8")}`;
    const name = `\0${ATTEMPT_VARIABLE}=`;
    const at = environment.indexOf(name);
    if (at < 0) return null;
    const from = at + name.length;
    const end = environment.indexOf("\0", from);
    return environment.slice(from, end < 0 ? undefined : end);
  } catch {
    return null;
  }
}

/** None where `/proc` is not mounted. */
async function allPids(): Promise<number[]> {
  const names = await readdir("/proc").catch(() => []);
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}
