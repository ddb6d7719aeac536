/**
 * The jobs of this worker that are not wholly over, on disk: written before what it says is done. A worker that starts after the
 * death of another finds here what that had outside.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { DAY, type Micros } from "@momiji/core";
import { readJsonLines, type StateFile } from "../state/generation.ts";
import { Journal } from "../state/journal.ts";
import type { JobEntry } from "./job-entry.ts";

/** Nothing is left of a job that nobody could remove for so long, or nobody wants it removed. */
const KEEP = 30 * DAY;

type Line =
  | readonly ["job", JobEntry]
  | readonly ["now", attemptId: string, Partial<JobEntry>]
  | readonly ["over", attemptId: string];

export interface JobJournalOptions {
  readonly folder: string;
  readonly generation: number;
  /** What earlier workers left. */
  readonly earlier: readonly StateFile[];
  readonly now: Micros;
  readonly warn: (message: string) => void;
}

export class JobJournal {
  readonly #jobs: Map<string, JobEntry>;
  readonly #journal: Journal;

  /** Takes over what earlier workers had. */
  constructor({ folder, generation, earlier, now, warn }: JobJournalOptions) {
    const files = earlier.filter(({ kind }) => kind === "jobs");
    this.#jobs = readJobs(files.map(({ path }) => path));
    for (const [id, { startedAt }] of this.#jobs) if (startedAt < now - KEEP) this.#jobs.delete(id);
    const live = (): Line[] => [...this.#jobs.values()].map((entry) => ["job", entry] as const);
    this.#journal = new Journal({ path: join(folder, `jobs-${generation}.ndjson`), live, warn });
    for (const { path } of files) rmSync(path, { force: true });
  }

  all(): JobEntry[] {
    return [...this.#jobs.values()];
  }

  get(attemptId: string): JobEntry | undefined {
    return this.#jobs.get(attemptId);
  }

  add(entry: JobEntry): void {
    this.#jobs.set(entry.order.attemptId, entry);
    this.#journal.append([["job", entry]]);
  }

  /** Written when it returns. */
  change(entry: JobEntry, changes: Partial<Omit<JobEntry, "order">>): JobEntry {
    const id = entry.order.attemptId;
    const changed = { ...entry, ...changes };
    if (!this.#jobs.has(id)) return changed;
    this.#jobs.set(id, changed);
    this.#journal.append([["now", id, changes]]);
    return changed;
  }

  /** Nothing of it is left outside. */
  remove(attemptId: string): void {
    if (this.#jobs.delete(attemptId)) this.#journal.append([["over", attemptId]]);
  }

  close(): void {
    this.#journal.close();
  }
}

function readJobs(paths: readonly string[]): Map<string, JobEntry> {
  const jobs = new Map<string, JobEntry>();
  for (const line of paths.flatMap(readJsonLines) as Line[]) {
    if (line[0] === "job") jobs.set(line[1].order.attemptId, line[1]);
    else if (line[0] === "over") jobs.delete(line[1]);
    else {
      const known = jobs.get(line[1]);
      if (known !== undefined) jobs.set(line[1], { ...known, ...line[2] });
    }
  }
  return jobs;
}
