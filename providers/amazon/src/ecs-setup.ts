/** Operators that set ECS up: clusters and task definitions (Airflow's `EcsCreateClusterOperator` and its like). */
import type { Json } from "@momiji/core";
import {
  DagDefinitionError,
  type DurationInput,
  mappable,
  type Output,
  placeTask,
  type TaskOptions,
  splitOptions,
} from "@momiji/sdk";
import { withSeconds } from "./own-options.ts";
import type {
  CreateClusterParams,
  DeleteClusterParams,
  DeregisterTaskDefinitionParams,
  RegisterTaskDefinitionParams,
} from "./setup/setup-params.ts";

/** Options whose value is an amount of time. */
export interface WaiterDurations {
  /** Between two looks at the cluster. Default 15 s. */
  readonly waiterDelay?: DurationInput;
}

type WithDurations<Params> = Omit<Params, "waiterDelaySeconds"> & WaiterDurations & TaskOptions;

export type EcsCreateClusterOptions = WithDurations<CreateClusterParams>;
export type EcsDeleteClusterOptions = WithDurations<DeleteClusterParams>;
export type EcsRegisterTaskDefinitionOptions = RegisterTaskDefinitionParams & TaskOptions;
export type EcsDeregisterTaskDefinitionOptions = DeregisterTaskDefinitionParams & TaskOptions;

const ACCESS = ["connection", "region", "verify"] as const;
const WAITER = ["waitForCompletion", "waiterMaxAttempts"] as const;
const CREATE = [...ACCESS, ...WAITER, "clusterName", "createClusterOptions"] as const;
const DELETE = [...ACCESS, ...WAITER, "clusterName"] as const;
const REGISTER = [...ACCESS, "family", "containerDefinitions", "registerTaskOptions"] as const;
const DEREGISTER = [...ACCESS, "taskDefinition"] as const;

/** Makes a cluster, and waits until it is active; one of that name that is there is taken. Its output is the cluster. */
export const ecsCreateCluster = mappable((id: string, options: EcsCreateClusterOptions): Output<Json> => {
  const required = ["clusterName"];
  return place({
    id,
    operator: "ecsCreateCluster",
    names: CREATE,
    templates: ["clusterName", "createClusterOptions"],
    required,
    options,
  });
}, CREATE);

/** Deletes a cluster, and waits until it is gone. Its output is the cluster as it was last seen. */
export const ecsDeleteCluster = mappable((id: string, options: EcsDeleteClusterOptions): Output<Json> => {
  const required = ["clusterName"];
  return place({ id, operator: "ecsDeleteCluster", names: DELETE, templates: ["clusterName"], required, options });
}, DELETE);

/** Registers a revision of a task definition. Its output is the ARN, which `ecsRunTask` takes as `taskDefinition`. */
export const ecsRegisterTaskDefinition = mappable(
  (id: string, options: EcsRegisterTaskDefinitionOptions): Output<string> => {
    const templates = ["family", "containerDefinitions", "registerTaskOptions"];
    const required = ["family", "containerDefinitions"];
    return place({ id, operator: "ecsRegisterTaskDefinition", names: REGISTER, templates, required, options });
  },
  REGISTER,
);

/** Deregisters a revision: what runs of it goes on, nothing new is started. Its output is the ARN. */
export const ecsDeregisterTaskDefinition = mappable(
  (id: string, options: EcsDeregisterTaskDefinitionOptions): Output<string> => {
    const required = ["taskDefinition"];
    const check = (where: string): void => checkRevision(where, options.taskDefinition);
    const templates = ["taskDefinition"];
    return place({
      id,
      operator: "ecsDeregisterTaskDefinition",
      names: DEREGISTER,
      templates,
      required,
      options,
      check,
    });
  },
  DEREGISTER,
);

interface Placement {
  readonly id: string;
  readonly operator: string;
  readonly names: readonly string[];
  readonly templates: readonly string[];
  readonly required: readonly string[];
  readonly options: object;
  readonly check?: (place: string) => void;
}

function place<T>({ id, operator, names, templates, required, options, check }: Placement): Output<T> {
  const { own, task } = splitOptions(options, new Set([...names, "waiterDelay"]));
  return placeTask({
    id,
    operator,
    lane: "job",
    provider: "@momiji/amazon",
    params: ({ place: where }) => {
      check?.(where);
      return withSeconds(own, ["waiterDelay"], where);
    },
    required,
    templateFields: [...templates, "connection", "region"],
    options: task,
  });
}

function checkRevision(place: string, taskDefinition: unknown): void {
  if (typeof taskDefinition !== "string" || taskDefinition.includes("{{") || /:\d+$/.test(taskDefinition)) return;
  throw new DagDefinitionError(place, "taskDefinition must name a revision: family:7, or the ARN of one");
}
