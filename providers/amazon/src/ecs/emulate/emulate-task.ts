/** A task of ECS as a container of this machine: its main container, as far as an engine without AWS can run it. */
import type { ContainerDefinition, ContainerOverride, TaskDefinition } from "@aws-sdk/client-ecs";
import type { EmulatedJob, RunParams } from "@momiji/docker/emulate";
import { type JobContext, JobFailure, type PreflightContext } from "@momiji/sdk";
import { failureOf } from "../../client/refusal-words.ts";
import { ecsClient } from "../../client/clients.ts";
import { findAccess } from "../../connection/find-access.ts";
import { ECS_ERRORS, remedyOf } from "../../errors.ts";
import type { EcsRunTaskParams } from "../ecs-params.ts";

/** A processor in ECS's units, and a mebibyte. */
const CPU_UNITS = 1024;
const MEBIBYTE = 1 << 20;

/** Without `emulateImage` AWS is asked for the task definition; with it nothing of AWS need be there. */
export async function emulateTask(ctx: JobContext | PreflightContext, params: EcsRunTaskParams): Promise<EmulatedJob> {
  const definition = params.emulateImage === undefined ? await definitionOf(ctx, params) : null;
  const container = containerOf(params, definition);
  const override = overrideOf(params, container.name);
  const image = params.emulateImage ?? container.image;
  if (image === undefined) throw refused(`the task definition ${params.taskDefinition} names no image`);
  const run: RunParams = {
    image,
    env: environmentOf(container, override),
    autoRemove: "always",
    returnValue: params.getLogs === false ? "none" : "lastLine",
    ...limitsOf({ params, definition, container, override }),
    ...defined({
      command: override.command ?? container.command,
      entrypoint: container.entryPoint,
      workdir: container.workingDirectory,
      user: container.user,
      labels: container.dockerLabels,
      stopGraceSeconds: container.stopTimeout,
      readOnly: container.readonlyRootFilesystem,
      tty: container.pseudoTerminal,
      skipOnExitCode: params.skipOnExitCode,
    }),
  };
  return { insteadOf: "a task of Amazon ECS", run, leftOut: leftOutOf(params, definition, container) };
}

async function definitionOf(ctx: JobContext | PreflightContext, params: EcsRunTaskParams): Promise<TaskDefinition> {
  const access = await findAccess(ctx, params);
  const { DescribeTaskDefinitionCommand } = await import("@aws-sdk/client-ecs");
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: params.taskDefinition });
  try {
    const client = await ecsClient(access);
    const { taskDefinition } = await client.send(command, { abortSignal: ctx.signal });
    return taskDefinition ?? {};
  } catch (error) {
    ctx.signal.throwIfAborted();
    throw failureOf(error, { access, service: "ecs", action: "ecs:DescribeTaskDefinition", nothingStarted: true });
  }
}

/** As `launch` chooses the main one. */
function containerOf(
  { containerName, overrides, taskDefinition }: EcsRunTaskParams,
  definition: TaskDefinition | null,
): ContainerDefinition {
  const all = definition?.containerDefinitions ?? [];
  const overridden = overrides?.containerOverrides ?? [];
  const name = containerName ?? (overridden.length === 1 ? overridden[0]?.name : undefined);
  const found = name === undefined ? all[0] : all.find((container) => container.name === name);
  if (found !== undefined) return found;
  if (definition === null) return name === undefined ? {} : { name };
  throw refused(
    `${ECS_ERRORS.container_missing.meaning}: "${name}"; ${taskDefinition} has ${all.map((one) => one.name).join(", ")}`,
  );
}

function overrideOf({ overrides }: EcsRunTaskParams, name: string | undefined): ContainerOverride {
  const all = overrides?.containerOverrides ?? [];
  return all.find((one) => one.name === name) ?? {};
}

function environmentOf(container: ContainerDefinition, override: ContainerOverride): { [name: string]: string } {
  const pairs = [...(container.environment ?? []), ...(override.environment ?? [])];
  return Object.fromEntries(pairs.map(({ name = "", value = "" }) => [name, value]));
}

interface Limited {
  readonly params: EcsRunTaskParams;
  readonly definition: TaskDefinition | null;
  readonly container: ContainerDefinition;
  readonly override: ContainerOverride;
}

/** The task's processors are a limit, a container's only a weight. */
function limitsOf({ params, definition, container, override }: Limited): Partial<RunParams> {
  const cpu = params.overrides?.cpu ?? definition?.cpu;
  const mebibytes =
    override.memory ?? container.memory ?? amountOf(params.overrides?.memory ?? definition?.memory, "GB");
  const reserved = override.memoryReservation ?? container.memoryReservation;
  const shares = override.cpu ?? container.cpu;
  return defined({
    cpus: cpu === undefined ? undefined : (amountOf(cpu, "vCPU") ?? CPU_UNITS) / CPU_UNITS,
    cpuShares: shares === 0 ? undefined : shares,
    memory: mebibytes === undefined ? undefined : mebibytes * MEBIBYTE,
    memoryReservation: reserved === undefined ? undefined : reserved * MEBIBYTE,
  });
}

/** `512`, or `.5 vCPU`, `1 GB`: in units, or mebibytes. */
function amountOf(text: string | undefined, unit: string): number | undefined {
  if (text === undefined) return undefined;
  const [, number = "", whole] = /^\s*([\d.]+)\s*(vCPU|GB)?\s*$/i.exec(text) ?? [];
  const amount = Number(number);
  if (number === "" || Number.isNaN(amount)) return undefined;
  return whole?.toLowerCase() === unit.toLowerCase() ? amount * CPU_UNITS : amount;
}

function leftOutOf(
  params: EcsRunTaskParams,
  definition: TaskDefinition | null,
  container: ContainerDefinition,
): readonly string[] {
  const others = (definition?.containerDefinitions ?? []).filter(({ name }) => name !== container.name);
  const { secrets = [], mountPoints = [], environmentFiles = [], repositoryCredentials } = container;
  const role = params.overrides?.taskRoleArn ?? definition?.taskRoleArn ?? "";
  return [
    ...others.map(({ name }) => `the container ${name} beside it`),
    ...secrets.map(({ name }) => `the secret ${name}`),
    ...mountPoints.map(({ containerPath }) => `the volume at ${containerPath}`),
    ...environmentFiles.map(({ value }) => `the environment file ${value}`),
    ...(repositoryCredentials === undefined ? [] : ["the login of the image's registry"]),
    ...(role === "" ? [] : [`the role ${role}`]),
    ...(params.networkConfiguration === undefined ? [] : ["its subnets and security groups"]),
    ...((params.count ?? 1) === 1 ? [] : [`${(params.count ?? 1) - 1} more of ${params.count} tasks`]),
  ];
}

function refused(message: string): JobFailure {
  const code = "container_missing";
  return new JobFailure(message, { code, detail: remedyOf(code), nothingStarted: true });
}

/** Only what is there. */
function defined(fields: { readonly [name: string]: unknown }): Partial<RunParams> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
