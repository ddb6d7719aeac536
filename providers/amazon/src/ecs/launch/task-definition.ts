/** What the task definition says of containers and their logs, as far as the role may read it. */
import type { TaskDefinition } from "@aws-sdk/client-ecs";
import { JobFailure, type JobContext } from "@momiji/sdk";
import { isDenied } from "../../client/aws-error.ts";
import { ecsClient } from "../../client/clients.ts";
import type { Contact } from "../../client/contact.ts";
import type { AwsAccess } from "../../connection/aws-access.ts";
import { ECS_ERRORS, remedyOf } from "../../errors.ts";
import type { ContainerLogs, EcsHandle, EcsRunTaskParams } from "../ecs-params.ts";

export interface DefinitionLookup {
  readonly access: AwsAccess;
  readonly contact: Contact;
}

/** Null: the role may not read it (`ecs:DescribeTaskDefinition`), and does not have to. */
export async function findDefinition(
  ctx: JobContext,
  params: EcsRunTaskParams,
  { access, contact }: DefinitionLookup,
): Promise<TaskDefinition | null> {
  const client = await ecsClient(access);
  const { DescribeTaskDefinitionCommand } = await import("@aws-sdk/client-ecs");
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: params.taskDefinition });
  const call = { access, service: "ecs", action: "ecs:DescribeTaskDefinition", nothingStarted: true } as const;
  return await contact.ask(call, async () => {
    try {
      const { taskDefinition = null } = await client.send(command, { abortSignal: ctx.signal });
      return taskDefinition;
    } catch (error) {
      if (!isDenied(error)) throw error;
      if (params.getLogs !== false && params.awslogsGroup === undefined) ctx.say(DENIED, "warning");
      return null;
    }
  });
}

const DENIED =
  "the role may not do ecs:DescribeTaskDefinition, so that nothing is known of the containers' logs: allow it, or give awslogsGroup and awslogsStreamPrefix";

type Parts = Pick<EcsHandle, "main" | "essential" | "containers">;

/** @throws JobFailure if the params name a container that is not there */
export function containersOf(params: EcsRunTaskParams, definition: TaskDefinition | null, region: string): Parts {
  const all = (definition?.containerDefinitions ?? []).map(({ name = "" }) => name);
  if (definition !== null) checkNames(params, all);
  const main = mainOf(params, all);
  const essential = definition?.containerDefinitions
    ?.filter((container) => container.essential !== false)
    .map(({ name = "" }) => name);
  const names = params.containerLogs === true ? all : [...(params.containerLogs ?? (main === null ? [] : [main]))];
  const containers =
    params.getLogs === false ? [] : names.flatMap((name) => logsOf(name, { params, definition, region }));
  return { main, essential: essential ?? null, containers };
}

function checkNames(
  { taskDefinition, overrides, containerName, containerLogs }: EcsRunTaskParams,
  all: readonly string[],
): void {
  const overridden = (overrides?.containerOverrides ?? []).flatMap(({ name }) => name ?? []);
  const logged = containerLogs === undefined || containerLogs === true ? [] : containerLogs;
  const missing = [...overridden, ...(containerName === undefined ? [] : [containerName]), ...logged].find(
    (name) => !all.includes(name),
  );
  if (missing === undefined) return;
  const message = `${ECS_ERRORS.container_missing.meaning}: "${missing}"; ${taskDefinition} has ${all.join(", ")}`;
  throw new JobFailure(message, {
    code: "container_missing",
    detail: remedyOf("container_missing"),
    nothingStarted: true,
  });
}

function mainOf(
  { containerName, overrides, awslogsStreamPrefix = "" }: EcsRunTaskParams,
  all: readonly string[],
): string | null {
  if (containerName !== undefined) return containerName;
  const overridden = overrides?.containerOverrides ?? [];
  if (all.length !== 1 && overridden.length === 1) return overridden[0]?.name ?? null;
  // Airflow's users write the container's name at the end of the prefix.
  const slash = awslogsStreamPrefix.lastIndexOf("/");
  return all[0] ?? overridden[0]?.name ?? (slash < 0 ? null : awslogsStreamPrefix.slice(slash + 1));
}

interface LogSettings {
  readonly params: EcsRunTaskParams;
  readonly definition: TaskDefinition | null;
  readonly region: string;
}

/** None, if the container does not log to CloudWatch and the params name no group. */
function logsOf(container: string, { params, definition, region }: LogSettings): readonly ContainerLogs[] {
  const configured = definition?.containerDefinitions?.find(({ name }) => name === container)?.logConfiguration;
  const options = configured?.logDriver === "awslogs" ? (configured.options ?? {}) : {};
  const group = params.awslogsGroup ?? options["awslogs-group"];
  const prefix = params.awslogsStreamPrefix ?? options["awslogs-stream-prefix"];
  if (group === undefined || prefix === undefined) return [];
  const ending = `/${container}`;
  return [
    {
      container,
      group,
      region: params.awslogsRegion ?? options["awslogs-region"] ?? region,
      prefix: prefix.endsWith(ending) ? prefix.slice(0, -ending.length) : prefix,
    },
  ];
}
