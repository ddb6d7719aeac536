/** What a notifier says where its author said nothing: which attempt of what, and why. */
import type { CallbackContext } from "@momiji/sdk";

export interface Message {
  readonly subject: string;
  readonly text: string;
}

/** Attempts in all stand as `maxTries + 1`: the first one is no retry. */
export function messageOf(ctx: CallbackContext): Message {
  const { dagId, runId, taskId, mapIndex, tryNumber, maxTries, reason, exception, question } = ctx;
  const task = mapIndex < 0 ? taskId : `${taskId}[${mapIndex}]`;
  const lines = [
    `DAG      ${dagId}`,
    `Run      ${runId}`,
    ...(taskId === "" ? [] : [`Task     ${task}`]),
    ...(taskId === "" || tryNumber === 0 ? [] : [`Attempt  ${tryNumber} of ${maxTries + 1}`]),
    "",
    question === null ? reason : question.subject,
    ...(question?.body == null ? [] : ["", question.body]),
    ...(exception === null || exception.message === reason ? [] : ["", exception.message]),
    ...(exception?.detail === undefined ? [] : ["", exception.detail]),
  ];
  return { subject: `Momiji: ${headline(ctx)} (${runId})`, text: `${lines.join("\n")}\n` };
}

function headline({ event, dagId, taskId, runState, state, reason, question }: CallbackContext): string {
  const task = `${dagId}.${taskId}`;
  // A DAG's callback speaks of the end of its run; its task instance is only the last of it.
  const isOfRun = reason === "success" ? false : RUN_ENDS.has(reason);
  if (isOfRun && runState === "failed") return `${dagId} failed: ${reason}`;
  switch (event) {
    case "on_execute":
      return `${task} begins`;
    case "on_success":
      return runState === "success" ? `${dagId} succeeded` : `${task} succeeded`;
    case "on_failure":
      return `${task} failed`;
    case "on_retry":
      return `${task} will be tried again`;
    case "on_skipped":
      return `${task} was skipped`;
    case "on_input":
      return `${task} asks: ${question?.subject ?? ""}`;
    case "on_deadline":
      return `${dagId} missed its deadline, its run is ${runState}${state === null ? "" : ` (${state})`}`;
  }
}

const RUN_ENDS: ReadonlySet<string> = new Set(["task_failure", "timed_out", "all_tasks_deadlocked"]);
