/** The params of `batchSubmitJob` as they travel: JSON, templates rendered. Names inside of objects are those of the Batch API. */
import type {
  ArrayProperties,
  ConsumableResourceProperties,
  ContainerOverrides,
  EcsPropertiesOverride,
  EksPropertiesOverride,
  JobDependency,
  NodeOverrides,
  RetryStrategy,
} from "@aws-sdk/client-batch";
import type { AccessParams } from "../connection/access-params.ts";

export type BatchSubmitJobParams = AccessParams & {
  /** What the name of the job begins with; the attempt's id stands behind it. Letters, digits, `-` and `_`. */
  readonly jobName: string;
  /** `name`, `name:revision` or ARN. */
  readonly jobDefinition: string;
  /** Name or ARN. */
  readonly jobQueue: string;
  /** `{ command: [...], environment: [{ name, value }], resourceRequirements: [{ type: "MEMORY", value: "2048" }] }` */
  readonly containerOverrides?: ContainerOverrides;
  /** For a definition with several containers. */
  readonly ecsPropertiesOverride?: EcsPropertiesOverride;
  readonly eksPropertiesOverride?: EksPropertiesOverride;
  /** For a job of several nodes. */
  readonly nodeOverrides?: NodeOverrides;
  /** `{ size: 100 }`: as many jobs, each with its `AWS_BATCH_JOB_ARRAY_INDEX`. */
  readonly arrayProperties?: ArrayProperties;
  readonly dependsOn?: readonly JobDependency[];
  /** For the placeholders `Ref::name` in the definition's command. */
  readonly parameters?: { readonly [name: string]: string };
  /** How often Batch itself tries: `{ attempts: 3, evaluateOnExit: [...] }`. */
  readonly retryStrategy?: RetryStrategy;
  /** For a queue with a scheduling policy. */
  readonly shareIdentifier?: string;
  readonly schedulingPriorityOverride?: number;
  readonly consumableResourcePropertiesOverride?: ConsumableResourceProperties;
  readonly tags?: { readonly [name: string]: string };
  /** The tags go to the ECS task too. */
  readonly propagateTags?: boolean;
  /** How long each try of Batch may run, at least 60 s. Default: as the definition says. */
  readonly submitJobTimeoutSeconds?: number;
  /** False: the task is a success as soon as Batch has taken the job. Default true. */
  readonly waitForCompletion?: boolean;
  /** Longest time between two looks at the job. Default: a quarter of a second at first, up to 5 s. */
  readonly pollIntervalSeconds?: number;
  /** The job's log from CloudWatch in the task's log. Default true. */
  readonly awslogsEnabled?: boolean;
  /** Between two looks at a log. Default: a third of a second after a line, up to 10 s while nothing comes. */
  readonly awslogsFetchIntervalSeconds?: number;
  /** How late the last lines of a container may arrive. Default 5 s. */
  readonly awslogsSettleSeconds?: number;
  /** Lines of the log in a failure. Default 10. */
  readonly numberLogsException?: number;
  /** How long AWS may not answer while the job runs. Default 1 hour. */
  readonly apiTimeoutSeconds?: number;
};

/** Finds the job again from anywhere. */
export type BatchHandle = {
  readonly region: string;
  readonly jobId: string;
};
