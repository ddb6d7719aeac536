/** The params of `ecsRunTask` as they travel: JSON, templates rendered. Names inside of objects are those of the ECS API. */
import type {
  CapacityProviderStrategyItem,
  NetworkConfiguration,
  PlacementConstraint,
  PlacementStrategy,
  TaskOverride,
  TaskVolumeConfiguration,
} from "@aws-sdk/client-ecs";
import type { AccessParams } from "../connection/access-params.ts";

export type EcsRunTaskParams = AccessParams & {
  /** Short name or ARN. */
  readonly cluster: string;
  /** `family`, `family:revision` or ARN. */
  readonly taskDefinition: string;
  /** Default: the cluster's own strategy, and EC2 where it has none (Airflow's default is EC2). */
  readonly launchType?: "FARGATE" | "EC2" | "EXTERNAL";
  /** Instead of `launchType`: `[{ capacityProvider: "FARGATE_SPOT", weight: 1 }]`. */
  readonly capacityProviderStrategy?: readonly CapacityProviderStrategyItem[];
  /** `{ containerOverrides: [{ name: "app", command: ["echo", "hello"], environment: [...] }] }` */
  readonly overrides?: TaskOverride;
  /** `{ awsvpcConfiguration: { subnets: [...], securityGroups: [...], assignPublicIp: "DISABLED" } }` */
  readonly networkConfiguration?: NetworkConfiguration;
  readonly platformVersion?: string;
  readonly group?: string;
  readonly placementConstraints?: readonly PlacementConstraint[];
  readonly placementStrategy?: readonly PlacementStrategy[];
  readonly tags?: { readonly [name: string]: string };
  readonly propagateTags?: "TASK_DEFINITION" | "SERVICE" | "NONE";
  readonly enableEcsManagedTags?: boolean;
  /** Lets `aws ecs execute-command` into the running containers. Default false. */
  readonly enableExecuteCommand?: boolean;
  readonly referenceId?: string;
  readonly volumeConfigurations?: readonly TaskVolumeConfiguration[];
  /** How many tasks of the same kind are one job. Default 1. */
  readonly count?: number;
  /** The container whose exit code, log and last line are the job's. Default: the only one, that of the override, or the first. */
  readonly containerName?: string;
  /** The log of the containers in the task's log. Default true. */
  readonly getLogs?: boolean;
  /** Names of the containers whose logs are wanted, true: of all. Default: the main one. */
  readonly containerLogs?: true | readonly string[];
  /** Default: that of the container's `awslogs` options in the task definition. */
  readonly awslogsGroup?: string;
  /** Default: that of the task definition, then `region`. */
  readonly awslogsRegion?: string;
  /** Default: that of the task definition. With or without the container's name at its end (as Airflow takes it). */
  readonly awslogsStreamPrefix?: string;
  /** Between two looks at a log. Default: a third of a second after a line, up to 10 s while nothing comes. */
  readonly awslogsFetchIntervalSeconds?: number;
  /** How late the last lines of a container may arrive. Default 5 s. */
  readonly awslogsSettleSeconds?: number;
  /** Lines of the log in a failure (Airflow's `number_logs_exception`). Default 10. */
  readonly numberLogsException?: number;
  /** False: the task is a success as soon as ECS has taken it. Default true. */
  readonly waitForCompletion?: boolean;
  /** Longest time between two looks at the task. Default: a quarter of a second at first, up to 5 s. */
  readonly waiterDelaySeconds?: number;
  /** How long a start waits for capacity, and while ECS throttles it (Airflow's `quota_retry`). Default 10 minutes. */
  readonly capacityTimeoutSeconds?: number;
  /** How long AWS may not answer while the task runs. Default 1 hour. */
  readonly apiTimeoutSeconds?: number;
  /** Runs the main container on the Docker engine at hand instead, and says so: to try a DAG before there is a cluster. */
  readonly emulate?: "docker";
  /** Its image then. Default: that of the task definition, for which AWS is asked. */
  readonly emulateImage?: string;
  /** Exit codes that mean skipped. */
  readonly skipOnExitCode?: number | readonly number[];
  /** False: a task of ECS goes on when its task instance fails, is cleared or marked. Default true. */
  readonly stopTaskOnFailure?: boolean;
};

/** Finds the tasks again from anywhere. */
export type EcsHandle = {
  /** Empty: only the client that started them knew. */
  readonly region: string;
  readonly cluster: string;
  readonly taskArns: readonly string[];
  /** The container that is the job; null: nobody knows. */
  readonly main: string | null;
  /** Containers whose exit codes count; null: all. */
  readonly essential: readonly string[] | null;
  /** Those whose logs are read. */
  readonly containers: readonly ContainerLogs[];
};

/** Where a container writes to. */
export type ContainerLogs = {
  readonly container: string;
  readonly group: string;
  readonly region: string;
  /** Of the stream's name, without the slash, the container and the id of the task. */
  readonly prefix: string;
};

export const DEFAULTS = {
  awslogsSettleSeconds: 5,
  numberLogsException: 10,
  capacityTimeoutSeconds: 600,
  apiTimeoutSeconds: 3600,
} as const;
