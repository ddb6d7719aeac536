/** Follows the tasks of a job to their end: what they are doing, their logs, their outcome. */
import type { AttemptOutcome } from "@momiji/core";
import type { JobContext, JobEnd, LaunchedJob } from "@momiji/sdk";
import { Contact } from "../../client/contact.ts";
import { findAccess } from "../../connection/find-access.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { ECS_ERRORS, remedyOf } from "../../errors.ts";
import { DEFAULTS, type EcsHandle, type EcsRunTaskParams } from "../ecs-params.ts";
import { jobOutcome } from "../outcome/job-outcome.ts";
import { taskOutcome } from "../outcome/task-outcome.ts";
import { JobLogs } from "./job-logs.ts";
import { pollerOf } from "./pollers.ts";
import { taskIdOf, TASKS, type TaskWatch } from "./task-facts.ts";
import { Watch } from "../../watching/watch.ts";

type Job = LaunchedJob<EcsRunTaskParams, EcsHandle>;

export async function follow(ctx: JobContext, job: Job): Promise<JobEnd> {
  const { params, handle } = job;
  ctx.xcom.push("ecs_task_arn", handle.taskArns[0] ?? null);
  if (params.waitForCompletion === false) return { outcome: { kind: "success" } };
  const access = await findAccess(ctx, { ...params, ...(handle.region === "" ? {} : { region: handle.region }) });
  const watches = await watchAll(ctx, job, access);
  const logs = await JobLogs.open(ctx, { job, access, watches });
  try {
    const reading = logs.read();
    await Promise.all(watches.map((watch) => watch.until(() => watch.isOver)));
    await reading;
    if (ctx.signal.aborted) return { outcome: { kind: "cancelled", message: "nobody waits for it any more" } };
    return await endOf(job, watches, logs);
  } finally {
    for (const watch of watches) watch.close();
  }
}

async function watchAll(ctx: JobContext, { params, handle }: Job, access: AwsAccess): Promise<readonly TaskWatch[]> {
  const poller = await pollerOf(access, handle.cluster);
  const patienceMillis = (params.apiTimeoutSeconds ?? DEFAULTS.apiTimeoutSeconds) * 1000;
  const contact = new Contact(ctx, { patienceMillis, waitsOutRefusals: true });
  const call = { access, service: "ecs", action: "ecs:DescribeTasks" } as const;
  const longestMillis = params.waiterDelaySeconds === undefined ? undefined : params.waiterDelaySeconds * 1000;
  const isNew = ctx.position === null;
  return handle.taskArns.map(
    (arn) => new Watch(ctx, { id: arn, kind: TASKS, poller, contact, call, longestMillis, isNew }),
  );
}

async function endOf({ params, handle }: Job, watches: readonly TaskWatch[], logs: JobLogs): Promise<JobEnd> {
  const skipOnExitCode = [params.skipOnExitCode ?? []].flat();
  const outcomes = watches.map(({ id: arn, latest: task, isGone }): AttemptOutcome => {
    if (task === null || (isGone && task.lastStatus !== "STOPPED")) return gone(arn, handle.cluster);
    return taskOutcome({ task, main: handle.main, essential: handle.essential, skipOnExitCode });
  });
  const outcome = jobOutcome(outcomes);
  if (outcome.kind === "success") return { outcome, ...(await logs.value()) };
  if (outcome.kind !== "failed") return { outcome };
  const worst = Math.max(
    0,
    outcomes.findIndex(({ kind }) => kind === "failed"),
  );
  const lines = await logs.lastLines(worst, params.numberLogsException ?? DEFAULTS.numberLogsException);
  const detail = [...lines, outcome.detail ?? ""].filter((line) => line !== "").join("\n");
  return { outcome: detail === "" ? outcome : { ...outcome, detail } };
}

function gone(arn: string, cluster: string): AttemptOutcome {
  const message = `the task ${taskIdOf(arn)} is gone from the cluster ${cluster}: ${ECS_ERRORS.job_gone.meaning}`;
  return { kind: "failed", code: "job_gone", message, retryable: true, detail: remedyOf("job_gone") };
}
