/** Does the queue take jobs, and has it somewhere to run them? */
import { DescribeComputeEnvironmentsCommand, DescribeJobQueuesCommand } from "@aws-sdk/client-batch";
import type { PreflightCheck } from "@momiji/sdk";
import { batchClient } from "../../client/clients.ts";
import type { Facts } from "../../preflight/facts.ts";
import { look } from "../../preflight/look.ts";
import { failed, isKnown, ok, unknown, warning } from "../../preflight/verdict.ts";
import type { BatchSubmitJobParams } from "../batch-params.ts";

const CODE = "batch.queue";

export async function checkQueue(facts: Facts, { jobQueue }: BatchSubmitJobParams): Promise<readonly PreflightCheck[]> {
  if (!isKnown(jobQueue))
    return [
      unknown(CODE, "the job queue is enabled", { detail: "its name is a template, or comes from another task" }),
    ];
  const title = `the job queue ${jobQueue} is enabled`;
  return await look({ code: CODE, title, action: "batch:DescribeJobQueues" }, async () => {
    const client = await batchClient(facts.access);
    const command = facts.roads.before(new DescribeJobQueuesCommand({ jobQueues: [jobQueue] }));
    const { jobQueues: [queue] = [] } = await client.send(command, { abortSignal: facts.ctx.signal });
    if (queue === undefined) {
      const remedy = "Check `jobQueue` and `region`, or create it";
      return [failed(CODE, title, { detail: "there is no such queue in this account and region", remedy })];
    }
    const { state, status, statusReason = "", computeEnvironmentOrder = [] } = queue;
    const names = computeEnvironmentOrder.flatMap(({ computeEnvironment }) => computeEnvironment ?? []);
    if (state === "ENABLED" && status === "VALID") return [ok(CODE, title), ...(await environments(facts, names))];
    const detail = `it is ${state}, ${status}${statusReason === "" ? "" : `: ${statusReason}`}`;
    return [failed(CODE, title, { detail, remedy: "Enable it (`aws batch update-job-queue --state ENABLED`)" })];
  });
}

async function environments(facts: Facts, names: readonly string[]): Promise<readonly PreflightCheck[]> {
  const code = "batch.compute_environment";
  const title = "the queue has a compute environment that is enabled";
  if (names.length === 0) return [];
  return await look({ code, title, action: "batch:DescribeComputeEnvironments" }, async () => {
    const client = await batchClient(facts.access);
    const command = facts.roads.before(new DescribeComputeEnvironmentsCommand({ computeEnvironments: [...names] }));
    const { computeEnvironments = [] } = await client.send(command, { abortSignal: facts.ctx.signal });
    const words = computeEnvironments.map(({ computeEnvironmentName, state, status, statusReason = "" }) => {
      return `${computeEnvironmentName} is ${state}, ${status}${statusReason === "" ? "" : `: ${statusReason}`}`;
    });
    const good = computeEnvironments.filter(({ state, status }) => state === "ENABLED" && status === "VALID");
    const detail = words.join("; ");
    const remedy = "Enable them, and mend what their status reasons name";
    if (good.length === 0) return [failed(code, title, { detail: detail || "none of them exists", remedy })];
    return [good.length < names.length ? warning(code, title, { detail, remedy }) : ok(code, title, detail)];
  });
}
