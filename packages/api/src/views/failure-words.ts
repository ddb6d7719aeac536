/** What a failure is called: its code, its sentence, and what makes it the same as another. */
import { messageOfState, type TaskInstance } from "@momiji/core";
import { fingerprint } from "./etag.ts";

type Ended = Pick<TaskInstance, "taskId" | "outcome" | "state">;

export function codeOfFailure({ outcome, state }: Ended): string {
  if (state === "upstream_failed") return "upstream_failed";
  return outcome?.kind === "failed" ? outcome.code : (outcome?.kind ?? state ?? "none");
}

/** Null: it did not end with one. */
export function exitCodeOf({ outcome, state }: Ended): number | null {
  return outcome?.kind === "failed" && state !== "upstream_failed" ? (outcome.exitCode ?? null) : null;
}

export function titleOfFailure(instance: TaskInstance): string {
  const { outcome, state } = instance;
  if (outcome?.kind === "failed" || outcome?.kind === "lost" || outcome?.kind === "cancelled") return outcome.message;
  return messageOfState(instance) ?? state ?? "";
}

/** The same for failures that differ in ids, sizes and moments alone. */
export function failurePrint(dagId: string, { taskId, outcome, state }: Ended): string {
  const words = outcome?.kind === "failed" || outcome?.kind === "lost" ? outcome.message : (state ?? "");
  return fingerprint(`${dagId}\n${taskId}\n${words.replace(/[0-9a-f]{8,}|\d+/gi, "#")}`);
}
