/** Submits the job of an attempt, or finds it. */
import type { JobContext } from "@momiji/sdk";
import { batchClient } from "../../client/clients.ts";
import { Contact } from "../../client/contact.ts";
import { jobAccess } from "../../connection/job-access.ts";
import type { BatchHandle, BatchSubmitJobParams } from "../batch-params.ts";
import { Submitting } from "./submitting.ts";

/** How long a start waits for AWS to answer. */
const PATIENCE_MILLIS = 120_000;
/** How long one that Batch throttles is tried again. */
const THROTTLED_MILLIS = 600_000;

export async function launch(ctx: JobContext, params: BatchSubmitJobParams): Promise<BatchHandle> {
  const access = await jobAccess(ctx, params);
  const patience = { patienceMillis: PATIENCE_MILLIS, waitsOutRefusals: false, throttledMillis: THROTTLED_MILLIS };
  const [contact, submitContact] = [new Contact(ctx, patience), new Contact(ctx, patience)];
  const jobId = await new Submitting(ctx, params, { access, contact, submitContact }).job();
  ctx.say(`job ${jobId} of ${params.jobDefinition} submitted to ${params.jobQueue}`);
  // Also where only the SDK knows the region, from the shared configuration.
  return { region: await (await batchClient(access)).config.region(), jobId };
}
