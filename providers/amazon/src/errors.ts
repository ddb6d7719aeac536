/**
 * Every way in which a task of ECS cannot start or ends badly: its code, what it means, and what to do. `patterns` are the words by
 * which AWS says it (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html).
 */
export interface EcsErrorEntry {
  readonly meaning: string;
  readonly remedy: string;
  readonly patterns?: readonly RegExp[];
}

export type EcsErrorCode = keyof typeof ECS_ERRORS;

export const ECS_ERRORS = {
  configuration: {
    meaning: "the task's own settings make no sense",
    remedy: "mend them in the DAG, or in the connection",
  },
  aws_region: {
    meaning: "nobody has said in which region",
    remedy: "set `region`, `region_name` in the connection's extra, or AWS_REGION for the worker",
  },
  aws_unreachable: {
    meaning: "AWS does not answer from here",
    remedy:
      "give the worker's subnet a route to the service: a VPC endpoint (com.amazonaws.REGION.ecs, com.amazonaws.REGION.logs) or a NAT gateway, and let its security group out to port 443",
  },
  aws_credentials: {
    meaning: "AWS does not know the credentials",
    remedy:
      "check the keys of the connection, or the role of the worker (`aws sts get-caller-identity` there says who it is)",
  },
  access_denied: {
    meaning: "the role of the worker may not do this",
    remedy: "add the action to its policy",
  },
  throttled: {
    meaning: "AWS takes fewer requests than were made",
    remedy: "run fewer tasks at once (a pool), or have the quota raised",
  },
  cluster_missing: {
    meaning: "there is no such cluster in this account and region, or it is not active",
    remedy: "check `cluster` and `region`, or create it (`ecsCreateCluster`, `aws ecs create-cluster`)",
    patterns: [/ClusterNotFoundException|Cluster not found|cluster .*(is inactive|was not found)/i],
  },
  cluster_in_use: {
    meaning: "the cluster still has tasks, services, instances or capacity providers, or is being changed",
    remedy: "end and take away what it has first; `aws ecs describe-clusters` counts it",
    patterns: [/ClusterContains\w+Exception|UpdateInProgressException/],
  },
  cluster_not_ready: {
    meaning: "the cluster did not come into the state that was waited for",
    remedy:
      "look at its capacity providers (`aws ecs describe-clusters --include ATTACHMENTS`), or wait longer: `waiterDelay`, `waiterMaxAttempts`",
  },
  task_definition_missing: {
    meaning: "there is no such task definition, or that revision is not active",
    remedy: "check `taskDefinition` and `region`, or register it (`ecsRegisterTaskDefinition`)",
    patterns: [/Unable to describe task definition|TaskDefinition (not found|is inactive|.*INACTIVE)/i],
  },
  container_missing: {
    meaning: "the task definition has no container of this name",
    remedy: "use the container's name of the task definition in `overrides`, `containerName` and `containerLogs`",
    patterns: [/is not a container in the TaskDefinition/i],
  },
  network_configuration: {
    meaning: "the network that is asked for does not fit the task definition",
    remedy:
      "a task definition of network mode awsvpc (always on Fargate) needs `networkConfiguration` with subnets and security groups of one VPC; others must have none",
    patterns: [/network ?configuration|subnet|security group|awsvpc|assignPublicIp/i],
  },
  platform: {
    meaning: "the launch type or platform version does not fit the task definition",
    remedy:
      "let the task definition's `requiresCompatibilities`, cpu and memory fit `launchType` and `platformVersion`",
    patterns: [
      /Platform(Unknown|TaskDefinitionIncompatibility)\w*|UnsupportedFeature\w*|does not have .*compatib|compatibilit/i,
    ],
  },
  invalid_parameter: {
    meaning: "ECS does not take the request",
    remedy: "mend what it names",
    patterns: [/InvalidParameterException|ValidationException|SerializationException/],
  },
  quota: {
    meaning: "a quota of the account is used up",
    remedy: "end what runs, or have the quota raised (Service Quotas: Fargate vCPUs, tasks of a cluster)",
    patterns: [/reached the limit|LimitExceeded\w*|quota/i],
  },
  blocked: {
    meaning: "AWS has blocked the account",
    remedy: "ask AWS Support",
    patterns: [/BlockedException|account .*blocked/i],
  },
  capacity: {
    meaning: "there is no room for the task now",
    remedy:
      "wait, use more subnets (other zones) or another capacity provider; on EC2, add instances or ask for less cpu and memory",
    patterns: [
      /^(RESOURCE|AGENT|LOCATION)\b|RESOURCE:/,
      /Capacity is unavailable|EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES|insufficient (capacity|cpu|memory)/i,
      /Timeout waiting for (network interface|EBS volume)/i,
    ],
  },
  placement: {
    meaning: "no instance of the cluster fits what the task asks for",
    remedy:
      "check `placementConstraints`, the attributes that the task definition needs, and the instances' AMI and role",
    patterns: [/^ATTRIBUTE|No Container Instances|unable to place a task|MemberOf/i],
  },
  image_missing: {
    meaning: "the image does not exist, or the registry does not let the execution role have it",
    remedy:
      "check the image's name and tag; for ECR give the execution role AmazonECSTaskExecutionRolePolicy, for others `repositoryCredentials` in the task definition",
    patterns: [
      /CannotPull\w*.*(not found|manifest unknown|does not exist|denied|unauthorized|no basic auth|403|404|toomanyrequests|rate limit)/is,
      /unable to pull image.*(not found|manifest unknown|does not exist|denied|unauthorized|no basic auth|no such image)/is,
    ],
  },
  registry_unreachable: {
    meaning: "the task does not reach the registry of its image",
    remedy:
      "give its subnets a way out: a public IP or a NAT gateway, or VPC endpoints for com.amazonaws.REGION.ecr.api, ecr.dkr and s3 (gateway); and let its security group out to port 443",
    patterns: [/CannotPull\w*|unable to pull image/i],
  },
  secret_missing: {
    meaning: "ECS could not get a secret or a parameter of the task definition",
    remedy:
      "check its ARN; the execution role needs secretsmanager:GetSecretValue or ssm:GetParameters (and kms:Decrypt), and the subnets a way to the service (NAT gateway, or VPC endpoint com.amazonaws.REGION.secretsmanager or ssm)",
    patterns: [/unable to (pull|retrieve|fetch|resolve).*(secret|ssm|parameter)|secret.*(not found|can't find)/is],
  },
  log_group_missing: {
    meaning: "ECS could not open the log of a container",
    remedy:
      "create the log group, or set `awslogs-create-group` and let the execution role do logs:CreateLogGroup; the subnets need a way to CloudWatch (NAT gateway, or VPC endpoint com.amazonaws.REGION.logs)",
    patterns: [/failed to (validate|initialize) logg\w* (args|driver)|log group does not exist|awslogs/i],
  },
  resource_initialization: {
    meaning: "ECS could not prepare what the task needs",
    remedy:
      "the task's subnets need a way to ecr.api, ecr.dkr, s3, logs and secretsmanager (NAT gateway, public IP, or VPC endpoints), and the execution role the rights to them",
    patterns: [/ResourceInitializationError/],
  },
  container_start: {
    meaning: "the container cannot be started",
    remedy: "check `command` and `entryPoint` (`command` of an override is a list), `user`, mounts and devices",
    patterns: [
      /Cannot(Start|Create|Inspect)\w*Error|ContainerRuntime\w*Error|InternalError/i,
      /executable file not found|exec format error|exec: |OCI runtime/i,
    ],
  },
  memory: {
    meaning: "a container needed more memory than it may have",
    remedy: "raise `memory` of the task definition, or in `overrides`",
    patterns: [/OutOfMemory/i],
  },
  disk: {
    meaning: "the task's disk is full",
    remedy: "raise `ephemeralStorage` in `overrides` or the task definition",
    patterns: [/no space left|DiskFull|disk full/i],
  },
  unhealthy: {
    meaning: "the health check of a container failed",
    remedy: "mend the container, or its `healthCheck` in the task definition",
    patterns: [/health check/i],
  },
  host_lost: {
    meaning: "the machine under the task has ended",
    remedy: "let the task be tried again (`retries`)",
    patterns: [/Host EC2 \(instance .*\) (stopped|terminated)/i, /container instance .*(deregister|drain)/i],
  },
  stopped: {
    meaning: "somebody else has stopped the task",
    remedy: "see its stopped reason; CloudTrail has who called StopTask",
  },
  signal: {
    meaning: "a container was ended by a signal",
    remedy: "137 (SIGKILL) is often memory, or a stop that took longer than `stopTimeout`",
  },
  exit_code: {
    meaning: "a container ended with an exit code other than 0",
    remedy: "see the log",
  },
  job_gone: {
    meaning: "ECS knows nothing of the task (any more): it shows stopped tasks for an hour or so",
    remedy: "check that the cluster was not deleted; let the task be tried again",
  },
  unknown: {
    meaning: "the task has ended, and ECS does not say how",
    remedy: "see the events of the cluster, and CloudTrail",
  },
} as const satisfies { readonly [code: string]: EcsErrorEntry };

/** The first whose words these are. */
export function codeOfWords(
  said: string,
  among: readonly EcsErrorCode[] = Object.keys(ECS_ERRORS) as EcsErrorCode[],
): EcsErrorCode | null {
  const entries: { readonly [code in EcsErrorCode]: EcsErrorEntry } = ECS_ERRORS;
  return among.find((code) => entries[code].patterns?.some((pattern) => pattern.test(said))) ?? null;
}

/** For the detail of a failure. */
export function remedyOf(code: EcsErrorCode): string {
  return `what to do: ${ECS_ERRORS[code].remedy}`;
}
