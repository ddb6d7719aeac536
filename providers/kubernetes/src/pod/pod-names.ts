/** The names and labels of what an attempt starts: the same each time, so that nothing is started twice. */
import { createHash } from "node:crypto";
import type { TaskContext } from "@momiji/sdk";

export const ATTEMPT_LABEL = "momiji/attempt";

/** Of a DNS label, which host names of pods are. */
const LONGEST_NAME = 63;
const HASH_LENGTH = 10;

/** What names are made of. */
export type Attempt = Pick<TaskContext, "dagId" | "taskId" | "runId" | "attemptId" | "mapIndex" | "tryNumber">;

/** @param prefix what it should begin with; absent: DAG and task */
export function objectName({ dagId, taskId, attemptId }: Attempt, prefix?: string): string {
  const room = LONGEST_NAME - HASH_LENGTH - 1;
  const readable = dnsLabel(prefix ?? `${dagId}-${taskId}`)
    .slice(0, room)
    .replace(/-+$/, "");
  return `${readable || "job"}-${digest(attemptId)}`;
}

/** Airflow's labels, those of Momiji, and the author's own, as far as they are allowed to stand in one. */
export function labelsOf(attempt: Attempt, own: { readonly [name: string]: string } = {}): { [name: string]: string } {
  const { dagId, taskId, runId, attemptId, mapIndex, tryNumber } = attempt;
  return {
    ...own,
    dag_id: labelValue(dagId),
    task_id: labelValue(taskId),
    run_id: labelValue(runId),
    try_number: String(tryNumber),
    ...(mapIndex >= 0 ? { map_index: String(mapIndex) } : {}),
    "app.kubernetes.io/managed-by": "momiji",
    [ATTEMPT_LABEL]: labelValue(attemptId),
  };
}

/** At most 63 letters, digits, `-`, `_` and `.`; one that had to be changed carries a hash of the whole. */
export function labelValue(text: string): string {
  const safe = text.replace(/[^A-Za-z0-9._-]/g, "").replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "");
  if (safe === text && safe.length <= 63) return safe;
  return `${safe.slice(0, 63 - HASH_LENGTH - 1)}-${digest(text)}`.replace(/^[^A-Za-z0-9]+/, "");
}

function dnsLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "");
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, HASH_LENGTH);
}
