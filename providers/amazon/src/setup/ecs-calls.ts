/** Calls of ECS for one short job: made again while AWS does not answer, and failing in words. */
import type { ECSClient } from "@aws-sdk/client-ecs";
import type { JobContext } from "@momiji/sdk";
import { type ClientVariant, ecsClient } from "../client/clients.ts";
import { Contact } from "../client/contact.ts";
import type { AccessParams } from "../connection/access-params.ts";
import { jobAccess } from "../connection/job-access.ts";

const PATIENCE_MILLIS = 600_000;

/** `action` as IAM names it. */
export type EcsCall = <Answer>(
  action: string,
  send: (client: ECSClient, options: { readonly abortSignal: AbortSignal }) => Promise<Answer>,
) => Promise<Answer>;

/** @param how of the client; the SDK's own tries are switched off for what must not be sent twice without a look in between */
export async function ecsCalls(ctx: JobContext, params: AccessParams, how?: ClientVariant): Promise<EcsCall> {
  const access = await jobAccess(ctx, params);
  const contact = new Contact(ctx, { patienceMillis: PATIENCE_MILLIS, waitsOutRefusals: false });
  const client = await ecsClient(access, how);
  return (action, send) =>
    contact.ask({ access, service: "ecs", action }, () => send(client, { abortSignal: ctx.signal }));
}
