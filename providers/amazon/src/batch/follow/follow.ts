/** Follows a job to its end: what it is doing, its log, its outcome. */
import type { JobDetail } from "@aws-sdk/client-batch";
import type { AttemptOutcome } from "@momiji/core";
import type { JobContext, JobEnd, LaunchedJob } from "@momiji/sdk";
import { Contact } from "../../client/contact.ts";
import type { RefusedCall } from "../../client/refusal-words.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { findAccess } from "../../connection/find-access.ts";
import { Watch } from "../../watching/watch.ts";
import { BATCH_ERRORS, batchMeaningOf } from "../batch-errors.ts";
import type { BatchHandle, BatchSubmitJobParams } from "../batch-params.ts";
import { DEFAULTS } from "../defaults.ts";
import { arrayOutcome } from "../outcome/array-outcome.ts";
import { batchOutcome } from "../outcome/batch-outcome.ts";
import { BatchLogs } from "./batch-logs.ts";
import { failedChildren, oneJob } from "./children.ts";
import { JOBS, jobPollerOf, type JobWatch, shownChild } from "./job-facts.ts";

type Job = LaunchedJob<BatchSubmitJobParams, BatchHandle>;

export async function follow(ctx: JobContext, job: Job): Promise<JobEnd> {
  const { params, handle } = job;
  if (params.waitForCompletion === false) return { outcome: { kind: "success" }, value: handle.jobId };
  const access = await findAccess(ctx, { ...params, region: handle.region });
  const whole = await watchJob(ctx, job, { access, id: handle.jobId });
  const watches = [whole];
  try {
    await whole.until(() => whole.latest !== null || whole.isOver);
    const isShown = params.awslogsEnabled !== false;
    const child = isShown && whole.latest !== null ? shownChild(whole.latest) : null;
    // A child may be made hours after its parent, when what it depends on has ended.
    const watch = child === null ? whole : await watchJob(ctx, job, { access, id: child, unseenMillis: Infinity });
    watches.push(watch);
    const logs = new BatchLogs(ctx, { params, handle, watch, whole });
    const reading = isShown ? logs.read() : Promise.resolve();
    await whole.until(() => whole.isOver);
    await reading;
    if (ctx.signal.aborted) return { outcome: { kind: "cancelled", message: "nobody waits for it any more" } };
    return await endOf(ctx, job, { access, whole, logs });
  } finally {
    for (const watch of watches) watch.close();
  }
}

interface Watching {
  readonly access: AwsAccess;
  readonly id: string;
  readonly unseenMillis?: number;
}

async function watchJob(ctx: JobContext, { params }: Job, { access, ...which }: Watching): Promise<JobWatch> {
  return new Watch(ctx, {
    ...which,
    kind: JOBS,
    poller: await jobPollerOf(access),
    contact: contactOf(ctx, params),
    call: describing(access),
    longestMillis: params.pollIntervalSeconds === undefined ? undefined : params.pollIntervalSeconds * 1000,
    isNew: ctx.position === null,
  });
}

interface Ended {
  readonly access: AwsAccess;
  readonly whole: JobWatch;
  readonly logs: BatchLogs;
}

async function endOf(ctx: JobContext, { params, handle }: Job, { access, whole, logs }: Ended): Promise<JobEnd> {
  const job = whole.latest;
  if (job === null || !JOBS.isOver(job)) return { outcome: gone(handle.jobId) };
  const outcome = await outcomeOf(ctx, params, { access, job });
  if (outcome.kind === "success") return { outcome, value: handle.jobId };
  if (outcome.kind !== "failed") return { outcome };
  const lines = await logs.lastLines(params.numberLogsException ?? DEFAULTS.numberLogsException);
  const detail = [...lines, outcome.detail ?? ""].filter((line) => line !== "").join("\n");
  return { outcome: detail === "" ? outcome : { ...outcome, detail } };
}

async function outcomeOf(
  ctx: JobContext,
  params: BatchSubmitJobParams,
  { access, job }: Pick<Ended, "access"> & { readonly job: JobDetail },
): Promise<AttemptOutcome> {
  const own = batchOutcome(job);
  const child = shownChild(job);
  if (own.kind === "success" || child === null || job.isTerminated === true) return own;
  const asking = { access, contact: contactOf(ctx, params) };
  if (job.arrayProperties?.size !== undefined)
    return arrayOutcome(job, await failedChildren(ctx, job.jobId ?? "", asking)) ?? own;
  const main = await oneJob(child, asking);
  return main?.status === "FAILED" ? batchOutcome(main) : own;
}

function contactOf(ctx: JobContext, params: BatchSubmitJobParams): Contact {
  const patienceMillis = (params.apiTimeoutSeconds ?? DEFAULTS.apiTimeoutSeconds) * 1000;
  return new Contact(ctx, { patienceMillis, waitsOutRefusals: true });
}

function describing(access: AwsAccess): RefusedCall {
  return { access, service: "batch", action: "batch:DescribeJobs", meaningOf: batchMeaningOf };
}

function gone(jobId: string): AttemptOutcome {
  const { meaning, remedy } = BATCH_ERRORS.job_gone;
  const message = `the job ${jobId} is gone: ${meaning}`;
  return { kind: "failed", code: "job_gone", message, retryable: true, detail: `what to do: ${remedy}` };
}
