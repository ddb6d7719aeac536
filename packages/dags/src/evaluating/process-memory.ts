import { readFileSync } from "node:fs";

/** Resident memory of a process in MiB; null where the system does not tell, or the process is gone. */
export function residentMiB(pid: number): number | null {
  try {
    const kib = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return kib === undefined ? null : Number(kib) / 1024;
  } catch {
    return null;
  }
}
