/** Ends the jobs of an attempt. */
import { setTimeout as sleep } from "node:timers/promises";
import type { CancelledJob, JobContext } from "@momiji/sdk";
import { errorMessage } from "../client/aws-error.ts";
import { Contact } from "../client/contact.ts";
import { failureOf, type RefusedCall } from "../client/refusal-words.ts";
import type { AwsAccess } from "../connection/aws-access.ts";
import { findAccess } from "../connection/find-access.ts";
import { Watch } from "../watching/watch.ts";
import { batchCodeOf, batchMeaningOf } from "./batch-errors.ts";
import type { BatchHandle, BatchSubmitJobParams } from "./batch-params.ts";
import { findJobs } from "./find-jobs.ts";
import { JOBS, jobPollerOf } from "./follow/job-facts.ts";
import { terminate } from "./terminate.ts";

/** A job that was just submitted may not be listed at once. */
const LOOKS = 4;
const PAUSE_MILLIS = 1_000;
/** After so long it is begun anew, by whoever called. */
const PATIENCE_MILLIS = 60_000;

/** With no handle, whatever the attempt has submitted. Batch kills what does not end 30 s after it was asked to. */
export async function cancel(
  ctx: JobContext,
  { params, handle }: CancelledJob<BatchSubmitJobParams, BatchHandle>,
): Promise<void> {
  const access = await findAccess(ctx, { ...params, ...(handle === null ? {} : { region: handle.region }) });
  const ids = handle === null ? await findSubmitted(ctx, params, access) : [handle.jobId];
  const reason = `cancelled, ${ctx.dagId} ${ctx.runId} ${ctx.taskId}`;
  for (const jobId of ids) await end(access, { jobId, reason, signal: ctx.signal });
  await Promise.all(ids.map((id) => ended(ctx, access, id)));
}

async function findSubmitted(
  ctx: JobContext,
  params: BatchSubmitJobParams,
  access: AwsAccess,
): Promise<readonly string[]> {
  for (let look = 1; ; look += 1) {
    try {
      const found = await findJobs(ctx, params, access);
      if (found.length > 0 || look === LOOKS) return found.flatMap(({ jobId }) => jobId ?? []);
    } catch (error) {
      if (batchCodeOf(errorMessage(error), ["queue_missing"]) !== null) return [];
      throw failureOf(error, callOf(access, "batch:ListJobs"));
    }
    await sleep(PAUSE_MILLIS, undefined, { signal: ctx.signal });
  }
}

async function end(access: AwsAccess, termination: Parameters<typeof terminate>[1]): Promise<void> {
  try {
    await terminate(access, termination);
  } catch (error) {
    if (!/job.*(not found|does not exist|not exist)/i.test(errorMessage(error)))
      throw failureOf(error, callOf(access, "batch:TerminateJob"));
  }
}

/** A job that Batch does not know does not run. */
async function ended(ctx: JobContext, access: AwsAccess, id: string): Promise<void> {
  const watch = new Watch(ctx, {
    id,
    kind: JOBS,
    poller: await jobPollerOf(access),
    contact: new Contact(ctx, { patienceMillis: PATIENCE_MILLIS, waitsOutRefusals: true }),
    call: callOf(access, "batch:DescribeJobs"),
    isNew: false,
  });
  try {
    await watch.until(() => watch.isOver);
  } finally {
    watch.close();
  }
  if (!watch.isOver) throw new Error(`whether the job ${id} has ended is not known`);
}

function callOf(access: AwsAccess, action: string): RefusedCall {
  return { access, service: "batch", action, meaningOf: batchMeaningOf };
}
