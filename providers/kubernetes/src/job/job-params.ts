/** The params of `kubernetesJob` as they travel: JSON, templates rendered. */
import type { JsonObject } from "../client/objects.ts";
import type { KubernetesPodParams } from "../pod/pod-params.ts";

/** What a pod has that a job's pods have too; what belongs to the one pod of a task is left out. */
export type KubernetesJobParams = Omit<
  KubernetesPodParams,
  "xcom" | "xcomSidecar" | "skipOnExitCode" | "startupTimeoutSeconds" | "scheduleTimeoutSeconds" | "initContainerLogs"
> & {
  /** A Job as an object or as YAML, under `fullJobSpec` and the other params. */
  readonly jobTemplate?: string | JsonObject;
  /** A Job as an object, over `jobTemplate` and under the other params. */
  readonly fullJobSpec?: JsonObject;
  readonly parallelism?: number;
  readonly completions?: number;
  readonly completionMode?: "NonIndexed" | "Indexed";
  /** Pods that may fail before the job has. Kubernetes' default is 6. */
  readonly backoffLimit?: number;
  readonly suspend?: boolean;
  readonly ttlSecondsAfterFinished?: number;
  /** False: the task ends when the job was created. Default true. */
  readonly wait?: boolean;
};
