/** Finds the jobs that were submitted for an attempt, by their name. */
import type { JobSummary } from "@aws-sdk/client-batch";
import type { JobContext } from "@momiji/sdk";
import { batchClient } from "../client/clients.ts";
import type { AwsAccess } from "../connection/aws-access.ts";
import type { BatchSubmitJobParams } from "./batch-params.ts";
import { nameOfJob } from "./launch/submit-request.ts";

/** In whatever state, oldest first, which is the same order for everybody who asks. Throws what the SDK throws. */
export async function findJobs(
  ctx: JobContext,
  params: Pick<BatchSubmitJobParams, "jobName" | "jobQueue">,
  access: AwsAccess,
): Promise<readonly JobSummary[]> {
  const client = await batchClient(access);
  const { ListJobsCommand } = await import("@aws-sdk/client-batch");
  const jobName = nameOfJob(ctx, params);
  const found: JobSummary[] = [];
  let nextToken: string | undefined;
  do {
    // With a filter jobs of all states are given.
    const filters = [{ name: "JOB_NAME", values: [jobName] }];
    const command = new ListJobsCommand({ jobQueue: params.jobQueue, filters, nextToken });
    const answer = await client.send(command, { abortSignal: ctx.signal });
    found.push(...(answer.jobSummaryList ?? []).filter((job) => job.jobName === jobName));
    nextToken = answer.nextToken;
  } while (nextToken !== undefined && nextToken !== "");
  return found.toSorted(
    (one, other) => (one.createdAt ?? 0) - (other.createdAt ?? 0) || ((one.jobId ?? "") < (other.jobId ?? "") ? -1 : 1),
  );
}
