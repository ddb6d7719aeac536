/** Jobs of an array or of several nodes, asked for once their parent has failed. */
import type { JobDetail } from "@aws-sdk/client-batch";
import type { JobContext } from "@momiji/sdk";
import { batchClient } from "../../client/clients.ts";
import type { Contact } from "../../client/contact.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { batchMeaningOf } from "../batch-errors.ts";
import { describeJobs } from "./job-facts.ts";

/** So many are looked at: what Batch tells of in one request. */
const MOST = 100;

export interface Asking {
  readonly access: AwsAccess;
  readonly contact: Contact;
}

/** Null: it is not known. */
export async function oneJob(id: string, { access, contact }: Asking): Promise<JobDetail | null> {
  const client = await batchClient(access);
  const call = { access, service: "batch", action: "batch:DescribeJobs", meaningOf: batchMeaningOf } as const;
  const found = await contact.ask(call, () => describeJobs(client, [id]));
  return found.get(id) ?? null;
}

/** By their index, at most a hundred. */
export async function failedChildren(
  ctx: JobContext,
  arrayJobId: string,
  { access, contact }: Asking,
): Promise<readonly JobDetail[]> {
  const client = await batchClient(access);
  const { ListJobsCommand } = await import("@aws-sdk/client-batch");
  const call = { access, service: "batch", meaningOf: batchMeaningOf } as const;
  const command = new ListJobsCommand({ arrayJobId, jobStatus: "FAILED", maxResults: MOST });
  const { jobSummaryList = [] } = await contact.ask({ ...call, action: "batch:ListJobs" }, () =>
    client.send(command, { abortSignal: ctx.signal }),
  );
  const ids = jobSummaryList.flatMap(({ jobId }) => jobId ?? []);
  if (ids.length === 0) return [];
  const found = await contact.ask({ ...call, action: "batch:DescribeJobs" }, () => describeJobs(client, ids));
  return [...found.values()].toSorted((one, other) => indexOf(one) - indexOf(other));
}

function indexOf({ arrayProperties }: JobDetail): number {
  return arrayProperties?.index ?? 0;
}
