/** What a job definition says, whatever kind it is of. */
import type { ContainerProperties, EcsTaskProperties, JobDefinition } from "@aws-sdk/client-batch";

export interface DefinitionRoles {
  /** Of the programs in the containers. */
  readonly job: readonly string[];
  /** Of ECS, before the containers start. */
  readonly execution: readonly string[];
  readonly isFargate: boolean;
}

export function rolesOf(definition: JobDefinition): DefinitionRoles {
  const containers = containersOf(definition);
  const tasks = tasksOf(definition);
  return {
    job: distinct([...containers.map((one) => one.jobRoleArn), ...tasks.map((one) => one.taskRoleArn)]),
    execution: distinct([...containers, ...tasks].map((one) => one.executionRoleArn)),
    isFargate: definition.platformCapabilities?.includes("FARGATE") === true,
  };
}

/** Null: it does not log to CloudWatch, as far as can be seen. */
export function logGroupOf(
  definition: JobDefinition | null,
  region: string,
): { readonly name: string; readonly region: string } | null {
  const logging =
    definition === null
      ? undefined
      : (containersOf(definition)[0] ?? tasksOf(definition)[0]?.containers?.[0])?.logConfiguration;
  if (definition?.eksProperties !== undefined || (logging?.logDriver ?? "awslogs") !== "awslogs") return null;
  const options = logging?.options ?? {};
  return { name: options["awslogs-group"] ?? "/aws/batch/job", region: options["awslogs-region"] ?? region };
}

function containersOf({ containerProperties, nodeProperties }: JobDefinition): readonly ContainerProperties[] {
  const nodes = nodeProperties?.nodeRangeProperties ?? [];
  return [containerProperties, ...nodes.map(({ container }) => container)].filter((one) => one !== undefined);
}

function tasksOf({ ecsProperties, nodeProperties }: JobDefinition): readonly EcsTaskProperties[] {
  const nodes = nodeProperties?.nodeRangeProperties ?? [];
  return [ecsProperties, ...nodes.map((one) => one.ecsProperties)].flatMap((one) => one?.taskProperties ?? []);
}

function distinct(arns: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(arns)].filter((arn) => arn !== undefined && arn !== "") as string[];
}
