/** The params of the operators that set ECS up, as they travel. Names inside of objects are those of the ECS API. */
import type {
  ContainerDefinition,
  CreateClusterCommandInput,
  RegisterTaskDefinitionCommandInput,
} from "@aws-sdk/client-ecs";
import type { AccessParams } from "../connection/access-params.ts";

/** How long is waited for a state of a cluster. */
export type WaiterParams = {
  /** False: the task is a success as soon as ECS has taken the request. Default true. */
  readonly waitForCompletion?: boolean;
  /** Between two looks. Default 15 s. */
  readonly waiterDelaySeconds?: number;
  /** Looks before it fails. Default 60. */
  readonly waiterMaxAttempts?: number;
};

export type CreateClusterParams = AccessParams &
  WaiterParams & {
    readonly clusterName: string;
    /** What CreateCluster takes besides (Airflow's `create_cluster_kwargs`): `{ capacityProviders: ["FARGATE"], settings: [...] }`. */
    readonly createClusterOptions?: Omit<CreateClusterCommandInput, "clusterName">;
  };

export type DeleteClusterParams = AccessParams &
  WaiterParams & {
    /** Short name or ARN. */
    readonly clusterName: string;
  };

export type RegisterTaskDefinitionParams = AccessParams & {
  readonly family: string;
  /** `[{ name: "app", image: "...", essential: true, logConfiguration: {...} }]` */
  readonly containerDefinitions: readonly ContainerDefinition[];
  /** What RegisterTaskDefinition takes besides (Airflow's `register_task_kwargs`): roles, `networkMode`, `cpu`, `memory`, ... */
  readonly registerTaskOptions?: Omit<RegisterTaskDefinitionCommandInput, "family" | "containerDefinitions">;
};

export type DeregisterTaskDefinitionParams = AccessParams & {
  /** `family:revision` or ARN. */
  readonly taskDefinition: string;
};

export const WAITER_DEFAULTS = { waiterDelaySeconds: 15, waiterMaxAttempts: 60 } as const;
