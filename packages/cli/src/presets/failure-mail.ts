/** E-mail when a task fails or is tried again, to those whom the task names. Trouble with mail never touches a run. */
import type { FailureNotice } from "@momiji/operators";
import type { TaskFailure } from "@momiji/scheduler";
import type { Config } from "../config/options.ts";
import type { ServerLog } from "./server-log.ts";

export function createFailureMail(config: Config, log: ServerLog): (failure: TaskFailure) => void {
  const { email: smtp } = config;
  let warned = false;
  return (failure) => {
    const { email } = failure.task;
    const wanted = failure.willRetry ? email?.onRetry : email?.onFailure;
    if (email === undefined || wanted === false) return;
    if (smtp.host === "") {
      if (!warned) log.warn("tasks ask for e-mail, but email.host is not set: no mail is sent");
      warned = true;
      return;
    }
    const login = smtp.user === "" ? {} : { login: smtp.user, password: smtp.password };
    const server = { host: smtp.host, port: smtp.port, tls: smtp.secure ? "implicit" : "starttls", ...login } as const;
    import("@momiji/operators")
      .then(({ sendFailureEmail }) => sendFailureEmail(noticeOf(failure, email.to), { server, from: smtp.from }))
      .catch((error: unknown) =>
        log.error(`the mail about ${failure.run.dagId}.${failure.instance.taskId} could not be sent`, error),
      );
  };
}

function noticeOf({ run, instance, willRetry }: TaskFailure, to: readonly string[]): FailureNotice {
  const { outcome } = instance;
  return {
    kind: willRetry ? "retry" : "failure",
    to,
    dagId: run.dagId,
    runId: run.runId,
    taskId: instance.taskId,
    mapIndex: instance.mapIndex,
    tryNumber: instance.tryNumber,
    maxAttempts: instance.maxTries + 1,
    message: outcome !== null && "message" in outcome ? (outcome.message ?? "") : "",
    ...(outcome?.kind === "failed" && outcome.detail !== undefined ? { detail: outcome.detail } : {}),
  };
}
