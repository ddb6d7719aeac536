/** `ecsRegisterTaskDefinition` and `ecsDeregisterTaskDefinition`. What they have done stays done when the task is cancelled. */
import type { Tag, TaskDefinition } from "@aws-sdk/client-ecs";
import type { JobOperatorDefinition } from "@momiji/sdk";
import { errorName, isDenied } from "../client/aws-error.ts";
import { type EcsCall, ecsCalls } from "./ecs-calls.ts";
import { preflightSetup } from "./preflight-setup.ts";
import type { DeregisterTaskDefinitionParams, RegisterTaskDefinitionParams } from "./setup-params.ts";

export type DefinitionHandle = { readonly arn: string };

/** Says of a revision which attempt has registered it. */
const ATTEMPT_TAG = "momiji:attempt";

export const ecsRegisterTaskDefinitionJob: JobOperatorDefinition<
  RegisterTaskDefinitionParams,
  DefinitionHandle,
  string
> = {
  name: "ecsRegisterTaskDefinition",
  templateFields: ["family", "containerDefinitions", "registerTaskOptions", "connection", "region"],
  /** Each request makes a revision, also one whose answer was lost: the newest says by a tag whether it is that one. */
  async launch(ctx, { family, containerDefinitions, registerTaskOptions, ...access }) {
    const call = await ecsCalls(ctx, access, { maxAttempts: 1 });
    const tag: Tag = { key: ATTEMPT_TAG, value: ctx.attemptId };
    const { RegisterTaskDefinitionCommand } = await import("@aws-sdk/client-ecs");
    const { taskDefinition } = await call("ecs:RegisterTaskDefinition", async (client, options) => {
      const known = await newest(call, family, tag);
      if (known !== null) return { taskDefinition: known };
      const { tags = [], ...more } = registerTaskOptions ?? {};
      const request = { ...more, family, containerDefinitions: [...containerDefinitions], tags: [...tags, tag] };
      return client.send(new RegisterTaskDefinitionCommand(request), options);
    });
    const { taskDefinitionArn: arn = "", status = "?" } = taskDefinition ?? {};
    ctx.say(`task definition ${arn} is ${status}`);
    return { arn };
  },
  async follow(ctx, { handle: { arn } }) {
    ctx.xcom.push("task_definition_arn", arn);
    return { outcome: { kind: "success" }, value: arn };
  },
  cancel: async () => undefined,
  preflight: (ctx, params) =>
    preflightSetup(ctx, params, [
      { action: "ecs:RegisterTaskDefinition", resource: "*" },
      { action: "ecs:TagResource", resource: `task-definition/${params.family}:*` },
      ...rolesOf(params).map((role) => ({ action: "iam:PassRole", resource: role })),
    ]),
};

function rolesOf({
  registerTaskOptions: { executionRoleArn, taskRoleArn } = {},
}: RegisterTaskDefinitionParams): string[] {
  return [...new Set([executionRoleArn, taskRoleArn])].filter((role) => role !== undefined);
}

/** Null: it was registered by somebody else, or it cannot be seen. */
async function newest(call: EcsCall, family: string, tag: Tag): Promise<TaskDefinition | null> {
  const { DescribeTaskDefinitionCommand } = await import("@aws-sdk/client-ecs");
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: family, include: ["TAGS"] });
  return call("ecs:DescribeTaskDefinition", async (client, options) => {
    try {
      const { taskDefinition = null, tags = [] } = await client.send(command, options);
      return tags.some(({ key, value }) => key === tag.key && value === tag.value) ? taskDefinition : null;
    } catch (error) {
      if (errorName(error) === "ClientException" || isDenied(error)) return null;
      throw error;
    }
  });
}

export const ecsDeregisterTaskDefinitionJob: JobOperatorDefinition<
  DeregisterTaskDefinitionParams,
  DefinitionHandle,
  string
> = {
  name: "ecsDeregisterTaskDefinition",
  templateFields: ["taskDefinition", "connection", "region"],
  /** Doing it again changes nothing. */
  async launch(ctx, params) {
    const call = await ecsCalls(ctx, params);
    const { DeregisterTaskDefinitionCommand } = await import("@aws-sdk/client-ecs");
    const command = new DeregisterTaskDefinitionCommand({ taskDefinition: params.taskDefinition });
    const send: Parameters<EcsCall>[1] = (client, options) => client.send(command, options);
    const { taskDefinition } = (await call("ecs:DeregisterTaskDefinition", send)) as {
      taskDefinition?: TaskDefinition;
    };
    const { taskDefinitionArn: arn = params.taskDefinition, status = "?" } = taskDefinition ?? {};
    ctx.say(`task definition ${arn} is ${status}`);
    return { arn };
  },
  follow: async (_ctx, { handle: { arn } }) => ({ outcome: { kind: "success" }, value: arn }),
  cancel: async () => undefined,
  preflight: (ctx, params) => preflightSetup(ctx, params, [{ action: "ecs:DeregisterTaskDefinition", resource: "*" }]),
};
