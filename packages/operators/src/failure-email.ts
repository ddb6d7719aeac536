/** The mail that the engine sends when an attempt failed, to those whom the task names in `email`. */
import { sendMail, type SmtpServer } from "./smtp.ts";

export interface FailureNotice {
  /** `failure`: no attempt is left; `retry`: it will be tried again. */
  readonly kind: "failure" | "retry";
  readonly to: readonly string[];
  readonly dagId: string;
  readonly runId: string;
  readonly taskId: string;
  readonly mapIndex: number;
  readonly tryNumber: number;
  /** Attempts in all, the first included. */
  readonly maxAttempts: number;
  /** One line: what went wrong. */
  readonly message: string;
  /** Stack or last lines of output. */
  readonly detail?: string;
  /** Where to read the log. */
  readonly logUrl?: string;
}

export interface FailureDelivery {
  readonly server: SmtpServer;
  readonly from: string;
}

/** Sends the notice; resolves to the id of the message. Rejects if the server does not take it. */
export async function sendFailureEmail(notice: FailureNotice, { server, from }: FailureDelivery): Promise<string> {
  return sendMail(server, { from, to: notice.to, subject: subjectOf(notice), text: textOf(notice) });
}

function subjectOf({ kind, dagId, taskId, runId }: FailureNotice): string {
  return `Momiji: ${dagId}.${taskId} ${kind === "failure" ? "failed" : "will be tried again"} (${runId})`;
}

function textOf(notice: FailureNotice): string {
  const task = notice.mapIndex < 0 ? notice.taskId : `${notice.taskId}[${notice.mapIndex}]`;
  const lines = [
    `DAG      ${notice.dagId}`,
    `Run      ${notice.runId}`,
    `Task     ${task}`,
    `Attempt  ${notice.tryNumber} of ${notice.maxAttempts}`,
    ...(notice.logUrl === undefined ? [] : [`Log      ${notice.logUrl}`]),
    "",
    notice.message,
    ...(notice.detail === undefined ? [] : ["", notice.detail]),
  ];
  return `${lines.join("\n")}\n`;
}
