/** Submits the job of an attempt, or finds it. */
import type { JobContext } from "@momiji/sdk";
import { batchClient } from "../../client/clients.ts";
import { Contact } from "../../client/contact.ts";
import { jobAccess } from "../../connection/job-access.ts";
import type { BatchHandle, BatchSubmitJobParams } from "../batch-params.ts";
import { Submitting } from "./submitting.ts";

/** How long a start waits for AWS to answer. */
const PATIENCE_MILLIS = 120_000;

export async function launch(ctx: JobContext, params: BatchSubmitJobParams): Promise<BatchHandle> {
  const access = await jobAccess(ctx, params);
  const contact = new Contact(ctx, { patienceMillis: PATIENCE_MILLIS, waitsOutRefusals: false });
  const jobId = await new Submitting(ctx, params, { access, contact }).job();
  ctx.say(`job ${jobId} of ${params.jobDefinition} submitted to ${params.jobQueue}`);
  // Also where only the SDK knows the region, from the shared configuration.
  return { region: await (await batchClient(access)).config.region(), jobId };
}
