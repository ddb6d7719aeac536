/** What is missing for a job of Batch to start: each check by itself, none changes anything. */
import { DescribeJobQueuesCommand, type JobDefinition } from "@aws-sdk/client-batch";
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import { batchClient } from "../../client/clients.ts";
import type { AccessParams } from "../../connection/access-params.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { checkRights, logRights, type Right } from "../../preflight/check-rights.ts";
import { checkRole } from "../../preflight/check-roles.ts";
import { arnOf, type Facts, nameOf } from "../../preflight/facts.ts";
import { findGround, type MainService } from "../../preflight/ground.ts";
import { failed } from "../../preflight/verdict.ts";
import type { BatchSubmitJobParams } from "../batch-params.ts";
import { checkDefinition } from "./check-definition.ts";
import { checkQueue } from "./check-queue.ts";
import { logGroupOf, rolesOf } from "./definition-facts.ts";

const BATCH: MainService = {
  name: "AWS Batch",
  service: "batch",
  async knock(access, roads, options) {
    const client = await batchClient(access);
    return await roads.knock(new DescribeJobQueuesCommand({}), (one) => client.send(one, options));
  },
  regionOf: async (access: AwsAccess) => await (await batchClient(access)).config.region(),
};

export async function* preflightBatch(
  ctx: PreflightContext,
  params: BatchSubmitJobParams,
): AsyncIterable<PreflightCheck> {
  const where = { cluster: "", taskDefinition: "", getLogs: params.awslogsEnabled !== false };
  const { checks, facts } = await findGround(ctx, { ...accessOf(params), ...where }, BATCH);
  yield* checks;
  if (facts === null) return;
  const [queue, definition] = await Promise.all([checkQueue(facts, params), checkDefinition(facts, params)]);
  yield* queue;
  yield* definition.checks;
  yield* await checkRights(facts, rightsOf(facts, params, definition.found));
  if (definition.found !== null) yield* await checkRoles(facts, definition.found);
}

function accessOf({ connection, region, verify }: AccessParams): AccessParams {
  return {
    ...(connection === undefined ? {} : { connection }),
    ...(region === undefined ? {} : { region }),
    ...(verify === undefined ? {} : { verify }),
  };
}

function rightsOf(facts: Facts, params: BatchSubmitJobParams, definition: JobDefinition | null): readonly Right[] {
  const family = definition?.jobDefinitionName ?? nameOf(params.jobDefinition).replace(/:\d+$/, "");
  const jobs = arnOf(facts, "batch", "job/*");
  const group = params.awslogsEnabled === false ? null : logGroupOf(definition, facts.region);
  return [
    { actions: ["batch:SubmitJob"], resource: arnOf(facts, "batch", `job-definition/${family}:*`) },
    { actions: ["batch:SubmitJob"], resource: arnOf(facts, "batch", `job-queue/${nameOf(params.jobQueue)}`) },
    { actions: ["batch:TagResource", "batch:TerminateJob"], resource: jobs },
    { actions: ["batch:DescribeJobs", "batch:ListJobs"], resource: "*" },
    ...(group === null ? [] : [logRights(facts, group.name, group.region)]),
  ];
}

async function checkRoles(facts: Facts, definition: JobDefinition): Promise<readonly PreflightCheck[]> {
  const { job, execution, isFargate } = rolesOf(definition);
  const roles = [
    ...job.map((arn) => checkRole(facts, { kind: "job role", code: "batch.job_role", arn })),
    ...execution.map((arn) => checkRole(facts, { kind: "execution role", code: "batch.execution_role", arn })),
  ];
  const checks = (await Promise.all(roles)).flat();
  if (!isFargate || execution.length > 0) return checks;
  const remedy =
    "Give it executionRoleArn: a role that ecs-tasks.amazonaws.com may assume, with the policy AmazonECSTaskExecutionRolePolicy";
  const title = "the job definition has an execution role";
  return [...checks, failed("batch.execution_role", title, { detail: "it is for Fargate, which needs one", remedy })];
}
