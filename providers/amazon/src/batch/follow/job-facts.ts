/** What can be seen of a job of Batch. */
import type { BatchClient, JobDetail } from "@aws-sdk/client-batch";
import { batchClient } from "../../client/clients.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { Poller } from "../../watching/poller.ts";
import type { Watch, WatchedKind } from "../../watching/watch.ts";

export type JobWatch = Watch<JobDetail>;

export const JOBS: WatchedKind<JobDetail> = {
  isOver: ({ status }) => status === "SUCCEEDED" || status === "FAILED",
  mayHaveLog: () => true,
  wordsOf: ({ status = "", statusReason, attempts = [] }, id) => {
    const tries = attempts.length === 0 || JOBS.isOver({ status } as JobDetail) ? "" : `, try ${attempts.length + 1}`;
    return `job ${id} is ${status}${tries}${statusReason === undefined ? "" : `: ${statusReason}`}`;
  },
};

/** The job of one of several whose log is shown: of an array the first, of nodes the main one. Null: it is one job. */
export function shownChild({ jobId, arrayProperties, nodeProperties }: JobDetail): string | null {
  if (arrayProperties?.size !== undefined && arrayProperties.index === undefined) return `${jobId}:0`;
  return nodeProperties === undefined ? null : `${jobId}#${nodeProperties.mainNode ?? 0}`;
}

const pollers = new Map<string, Promise<Poller<JobDetail>>>();

/** All jobs of the same account and region are asked for together. */
export function jobPollerOf(access: AwsAccess): Promise<Poller<JobDetail>> {
  const known = pollers.get(access.identity);
  if (known !== undefined) return known;
  const made = batchClient(access).then((client) => {
    return new Poller<JobDetail>({ ask: (ids) => describeJobs(client, ids), stateOf });
  });
  pollers.set(access.identity, made);
  return made;
}

/** @param ids at most 100 */
export async function describeJobs(
  client: BatchClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JobDetail>> {
  const { DescribeJobsCommand } = await import("@aws-sdk/client-batch");
  const { jobs = [] } = await client.send(new DescribeJobsCommand({ jobs: [...ids] }));
  return new Map(jobs.map((job) => [job.jobId ?? "", job]));
}

function stateOf({ status, statusReason, attempts, container }: JobDetail): string {
  return JSON.stringify([status, statusReason, attempts?.length, container?.logStreamName]);
}
