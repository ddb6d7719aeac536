/** Does the task definition exist, and does what is asked fit it? */
import { DescribeTaskDefinitionCommand, type TaskDefinition } from "@aws-sdk/client-ecs";
import type { PreflightCheck } from "@momiji/sdk";
import { ecsClient } from "../client/clients.ts";
import type { EcsRunTaskParams } from "../ecs/ecs-params.ts";
import { type Facts, type FactsOfTask, vpcOf } from "./facts.ts";
import { errorName } from "../client/aws-error.ts";
import { failed, ok } from "./verdict.ts";

const CODE = "ecs.task_definition";

export interface SeenDefinition {
  readonly check: PreflightCheck;
  /** Null: it is not there, or cannot be run. */
  readonly definition: TaskDefinition | null;
}

/** @throws what ECS answers, except that there is none */
export async function checkDefinition({ ctx, params, access, region, roads }: Facts): Promise<SeenDefinition> {
  const { taskDefinition: name } = params;
  const title = `the task definition ${name} is active`;
  const definition = await found();
  if (definition === null) {
    const remedy =
      "Register it (aws ecs register-task-definition, or ecsRegisterTaskDefinition), or mend `taskDefinition` or `region`";
    return { check: failed(CODE, title, { detail: `there is none in ${region}`, remedy }), definition };
  }
  const { family = "", revision = 0, status } = definition;
  if (status !== undefined && status !== "ACTIVE") {
    const remedy = `Name the family alone (${family}), which means its newest active revision, or register another`;
    return { check: failed(CODE, title, { detail: `revision ${revision} is ${status}`, remedy }), definition: null };
  }
  const images = (definition.containerDefinitions ?? []).map(({ name: container, image }) => `${container}: ${image}`);
  return { check: ok(CODE, title, `revision ${revision}, ${images.join(", ")}`), definition };

  async function found(): Promise<TaskDefinition | null> {
    try {
      const client = await ecsClient(access);
      const command = roads.before(new DescribeTaskDefinitionCommand({ taskDefinition: name }));
      return (await client.send(command, { abortSignal: ctx.signal })).taskDefinition ?? null;
    } catch (error) {
      if (errorName(error) === "ClientException") return null;
      throw error;
    }
  }
}

/** What RunTask would refuse. */
export function checkFit({ params, definition, isFargate }: FactsOfTask): readonly PreflightCheck[] {
  return [
    ...checkContainers(params, definition),
    checkLaunchType(params, definition, isFargate),
    checkNetworkMode(params, definition),
  ];
}

function checkContainers(
  params: EcsRunTaskParams,
  { containerDefinitions = [] }: TaskDefinition,
): readonly PreflightCheck[] {
  const there = containerDefinitions.map(({ name = "" }) => name);
  const { containerName, overrides, containerLogs = [] } = params;
  const overridden = (overrides?.containerOverrides ?? []).map(({ name = "" }) => name);
  const wanted = new Set([
    ...overridden,
    ...(containerName === undefined ? [] : [containerName]),
    ...(containerLogs === true ? [] : containerLogs),
  ]);
  return [...wanted].map((name) => {
    const title = `the task definition has a container ${name}`;
    if (there.includes(name)) return ok("ecs.container", title);
    const remedy =
      "Name one of these in `overrides.containerOverrides` and `containerName`, or add it to the task definition";
    return failed("ecs.container", title, { detail: `it has ${there.join(", ")}`, remedy });
  });
}

function checkLaunchType(
  { launchType }: EcsRunTaskParams,
  { compatibilities = [], requiresCompatibilities = [] }: TaskDefinition,
  isFargate: boolean,
): PreflightCheck {
  const wanted = launchType ?? (isFargate ? "FARGATE" : "EC2");
  const title = `the task definition can be run on ${wanted}`;
  const allowed: readonly string[] = compatibilities.length === 0 ? requiresCompatibilities : compatibilities;
  if (allowed.length === 0 || allowed.includes(wanted)) return ok("ecs.launch_type", title);
  const remedy =
    wanted === "FARGATE"
      ? 'Register it with requiresCompatibilities ["FARGATE"], networkMode "awsvpc", and cpu and memory of the task'
      : `Set \`launchType\` to ${allowed.join(" or ")}, or register it with requiresCompatibilities ["${wanted}"]`;
  return failed("ecs.launch_type", title, { detail: `it is for ${allowed.join(", ")}`, remedy });
}

function checkNetworkMode(params: EcsRunTaskParams, { networkMode = "bridge" }: TaskDefinition): PreflightCheck {
  const isGiven = vpcOf(params) !== null;
  const title = `networkConfiguration fits the network mode ${networkMode}`;
  if ((networkMode === "awsvpc") === isGiven) return ok("ecs.network_mode", title);
  const trouble = isGiven
    ? {
        detail: "only tasks of the mode awsvpc have a network of their own",
        remedy: "Take `networkConfiguration` away",
      }
    : {
        detail: "tasks of the mode awsvpc need subnets, and none are given",
        remedy:
          'Give `networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-..."], securityGroups: ["sg-..."] } }`',
      };
  return failed("ecs.network_mode", title, trouble);
}
