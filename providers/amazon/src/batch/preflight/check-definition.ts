/** Is there such a job definition? */
import { DescribeJobDefinitionsCommand, type JobDefinition } from "@aws-sdk/client-batch";
import type { PreflightCheck } from "@momiji/sdk";
import { batchClient } from "../../client/clients.ts";
import type { Facts } from "../../preflight/facts.ts";
import { look } from "../../preflight/look.ts";
import { failed, isKnown, ok, unknown } from "../../preflight/verdict.ts";
import type { BatchSubmitJobParams } from "../batch-params.ts";

const CODE = "batch.job_definition";

export interface SeenDefinition {
  readonly checks: readonly PreflightCheck[];
  /** Null: it is not there, or cannot be seen. */
  readonly found: JobDefinition | null;
}

export async function checkDefinition(
  facts: Facts,
  { jobDefinition: name }: BatchSubmitJobParams,
): Promise<SeenDefinition> {
  const nameless = { detail: "its name is a template, or comes from another task" };
  if (!isKnown(name)) return { checks: [unknown(CODE, "the job definition is active", nameless)], found: null };
  let found: JobDefinition | null = null;
  const title = `the job definition ${name} is active`;
  const checks = await look({ code: CODE, title, action: "batch:DescribeJobDefinitions" }, async () => {
    const seen = await newest(facts, name);
    if (seen?.status === "ACTIVE") {
      found = seen;
      return [ok(CODE, title, `revision ${seen.revision}`)];
    }
    const detail = seen === null ? "there is none in this account and region" : `revision ${seen.revision} is INACTIVE`;
    return [failed(CODE, title, { detail, remedy: "Check `jobDefinition` and `region`, or register it" })];
  });
  return { checks, found };
}

/** A name without a revision is the newest active one. */
async function newest({ access, roads, ctx }: Facts, name: string): Promise<JobDefinition | null> {
  const client = await batchClient(access);
  const which = /:\d+$/.test(name)
    ? { jobDefinitions: [name] }
    : { jobDefinitionName: name.slice(name.lastIndexOf("/") + 1), status: "ACTIVE" };
  let best: JobDefinition | null = null;
  let nextToken: string | undefined;
  do {
    const command = roads.before(new DescribeJobDefinitionsCommand({ ...which, nextToken }));
    const answer = await client.send(command, { abortSignal: ctx.signal });
    for (const one of answer.jobDefinitions ?? [])
      if (best === null || (one.revision ?? 0) > (best.revision ?? 0)) best = one;
    nextToken = answer.nextToken;
  } while (nextToken !== undefined && nextToken !== "");
  return best;
}
