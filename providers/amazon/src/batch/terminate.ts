/** Tells Batch to end a job: what has not begun is cancelled, what runs is stopped. */
import { batchClient } from "../client/clients.ts";
import type { AwsAccess } from "../connection/aws-access.ts";

export interface Termination {
  readonly jobId: string;
  readonly reason: string;
  readonly signal: AbortSignal;
}

/** What begins so was ended by us. */
const OUR_REASON = "Momiji: ";
const LONGEST_REASON = 1024;

/** Throws what the SDK throws; of a job that has ended Batch takes it too. */
export async function terminate(access: AwsAccess, { jobId, reason, signal }: Termination): Promise<void> {
  const client = await batchClient(access);
  const { TerminateJobCommand } = await import("@aws-sdk/client-batch");
  const words = `${OUR_REASON}${reason}`.slice(0, LONGEST_REASON);
  await client.send(new TerminateJobCommand({ jobId, reason: words }), { abortSignal: signal });
}
