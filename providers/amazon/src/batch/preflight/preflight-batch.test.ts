import { randomUUID } from "node:crypto";
import {
  CreateComputeEnvironmentCommand,
  CreateJobQueueCommand,
  DeregisterJobDefinitionCommand,
  RegisterJobDefinitionCommand,
  UpdateJobQueueCommand,
} from "@aws-sdk/client-batch";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import type { PreflightCheck } from "@momiji/sdk";
import { beforeAll, describe, expect, it } from "vitest";
import { batchClient, iamClient } from "../../client/clients.ts";
import { awsAccess } from "../../connection/find-access.ts";
import { hasMoto, moto, motoNote, REGION } from "../../testing/emulators.testing.ts";
import { testJob } from "@momiji/worker/job-context";
import { batchSubmitJobJob } from "../batch-job.ts";
import type { BatchSubmitJobParams } from "../batch-params.ts";

const connection = (endpoint: string) => ({
  type: "aws",
  login: "AKIDMOTO",
  password: "secret",
  extra: { region_name: REGION, endpoint_url: endpoint },
});
/** Of this run, since moto is shared. */
const own = randomUUID().slice(0, 8);
const TASKS = "ecs-tasks.amazonaws.com";

describe.runIf(hasMoto)(`preflight of batchSubmitJob${motoNote}`, () => {
  const access = awsAccess({ id: "aws_default", ...connection(moto) }, {});
  let executionRoleArn = "";
  let batchRoleArn = "";

  async function role(name: string, service: string): Promise<string> {
    const document = { Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }] };
    const command = new CreateRoleCommand({
      RoleName: `${name}-${own}`,
      AssumeRolePolicyDocument: JSON.stringify(document),
    });
    return (await (await iamClient(access)).send(command)).Role?.Arn ?? "";
  }

  async function define(name: string, executionRole: string): Promise<string> {
    const command = new RegisterJobDefinitionCommand({
      jobDefinitionName: `${name}-${own}`,
      type: "container",
      platformCapabilities: ["FARGATE"],
      containerProperties: {
        image: "app:1",
        executionRoleArn: executionRole,
        resourceRequirements: [
          { type: "VCPU", value: "0.25" },
          { type: "MEMORY", value: "512" },
        ],
      },
    });
    return (await (await batchClient(access)).send(command)).jobDefinitionArn ?? "";
  }

  beforeAll(async () => {
    executionRoleArn = await role("execution", TASKS);
    batchRoleArn = await role("batch", "batch.amazonaws.com");
    const client = await batchClient(access);
    const { computeEnvironmentArn: computeEnvironment = "" } = await client.send(
      new CreateComputeEnvironmentCommand({
        computeEnvironmentName: `env-${own}`,
        type: "UNMANAGED",
        state: "ENABLED",
        serviceRole: batchRoleArn,
      }),
    );
    for (const name of ["prod", "off"])
      await client.send(
        new CreateJobQueueCommand({
          jobQueueName: `${name}-${own}`,
          priority: 1,
          state: "ENABLED",
          computeEnvironmentOrder: [{ order: 1, computeEnvironment }],
        }),
      );
    await client.send(new UpdateJobQueueCommand({ jobQueue: `off-${own}`, state: "DISABLED" }));
    await define("app", executionRoleArn);
  });

  async function checksOf(params: Partial<BatchSubmitJobParams>, at = moto): Promise<readonly PreflightCheck[]> {
    const { ctx } = testJob({ connections: { aws_default: connection(at) } });
    const whole = { jobName: "j", jobQueue: `prod-${own}`, jobDefinition: `app-${own}`, ...params };
    return await Array.fromAsync(batchSubmitJobJob.preflight?.(ctx, whole) ?? []);
  }

  const told = (checks: readonly PreflightCheck[], code: string): readonly string[] =>
    checks.flatMap((check) => (check.code === code ? [`${check.verdict}: ${check.detail ?? check.title}`] : []));

  it("finds everything in order, and names the rights where IAM does not tell", async () => {
    const checks = await checksOf({});
    expect(checks.filter(({ verdict }) => verdict === "failed")).toEqual([]);
    const good = checks.flatMap(({ verdict, code }) => (verdict === "ok" ? [code] : []));
    expect(good).toEqual(
      expect.arrayContaining([
        "batch.reachable",
        "aws.identity",
        "batch.queue",
        "batch.compute_environment",
        "batch.job_definition",
        "batch.execution_role",
      ]),
    );
    expect(checks.find(({ code }) => code === "iam.rights")?.remedy).toContain("batch:SubmitJob");
  });

  it.each([
    [{ jobQueue: `none-${own}` }, "batch.queue", "failed: there is no such queue in this account and region"],
    [{ jobQueue: `off-${own}` }, "batch.queue", "failed: it is DISABLED, VALID"],
    [{ jobQueue: "{{ params.queue }}" }, "batch.queue", "unknown: its name is a template, or comes from another task"],
    [{ jobDefinition: `none-${own}` }, "batch.job_definition", "failed: there is none in this account and region"],
  ])("of %o says so", async (params, code, words) => {
    expect(told(await checksOf(params), code)).toEqual([words]);
  });

  it("tells a revision that was deregistered, and a role that ECS may not take", async () => {
    const arn = await define("old", batchRoleArn);
    expect(told(await checksOf({ jobDefinition: arn }), "batch.execution_role")).toEqual([
      "failed: its trust policy does not name ecs-tasks.amazonaws.com",
    ]);
    await (await batchClient(access)).send(new DeregisterJobDefinitionCommand({ jobDefinition: arn }));
    expect(told(await checksOf({ jobDefinition: arn }), "batch.job_definition")).toEqual([
      "failed: revision 1 is INACTIVE",
    ]);
  });

  it("says what to create where nothing answers", async () => {
    const checks = await checksOf({}, "http://127.0.0.1:1");
    expect(checks.find(({ code }) => code === "batch.tcp")).toMatchObject({
      verdict: "failed",
      remedy: expect.stringContaining("com.amazonaws.us-east-1.batch"),
    });
  });
});
