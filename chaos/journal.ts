/** Reads back what the tasks have written down themselves. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TraceKind } from "./workload/trace.ts";

export interface JournalLine {
  readonly kind: TraceKind;
  readonly attemptId: string;
  /** DAG, run and task, as `instanceKey` makes it. */
  readonly instance: string;
}

export function instanceKey(dagId: string, runId: string, taskId: string): string {
  return `${dagId} ${runId} ${taskId}`;
}

/** All lines in the order in which they were written. */
export function readJournal(folder: string): JournalLine[] {
  const path = join(folder, "journal");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [kind, attemptId = "", dagId = "", runId = "", taskId = ""] = line.split("\t");
      return { kind: kind as TraceKind, attemptId, instance: instanceKey(dagId, runId, taskId) };
    });
}
