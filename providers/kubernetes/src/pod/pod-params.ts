/** The params of `kubernetesPod` as they travel: JSON, templates rendered. */
import type { AccessParams } from "../client/find-access.ts";
import type { JsonObject } from "../client/objects.ts";

export type KubernetesPodParams = AccessParams & {
  /** A container of the Docker engine that the worker finds, in the pod's place: to try a DAG before there is a cluster. */
  readonly emulate?: "docker";
  /** How the pod's name begins. Default: DAG and task. The rest of it makes it the only one of its attempt. */
  readonly name?: string;
  /** Must be there, or in `podTemplate` or `fullPodSpec`. */
  readonly image?: string;
  /** Instead of the image's entrypoint. */
  readonly cmds?: readonly string[];
  /** Instead of the image's command. */
  readonly arguments?: readonly string[];
  /** A value, or where it comes from: `{ DB_PASSWORD: { secretKeyRef: { name: "db", key: "password" } } }`. */
  readonly env?: { readonly [name: string]: string | EnvValueFrom };
  /** `envFrom` of the API. */
  readonly envFrom?: readonly JsonObject[];
  /** Names of config maps whose entries become environment variables. */
  readonly configMaps?: readonly string[];
  /** Secrets of Kubernetes as environment variables or files. */
  readonly secrets?: readonly PodSecret[];
  /** `ports` of the API. */
  readonly ports?: readonly JsonObject[];
  /** `volumes` of the API: `[{ name: "data", emptyDir: {} }]`. */
  readonly volumes?: readonly JsonObject[];
  /** `volumeMounts` of the API: `[{ name: "data", mountPath: "/data" }]`. */
  readonly volumeMounts?: readonly JsonObject[];
  /** `{ requests: { cpu: "200m", memory: "256Mi" }, limits: { memory: "1Gi" } }` */
  readonly resources?: JsonObject;
  readonly imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
  /** Names of secrets with the logins of registries. */
  readonly imagePullSecrets?: readonly string[];
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly labels?: { readonly [name: string]: string };
  readonly annotations?: { readonly [name: string]: string };
  readonly nodeSelector?: { readonly [name: string]: string };
  readonly affinity?: JsonObject;
  readonly tolerations?: readonly JsonObject[];
  /** Of the pod. */
  readonly securityContext?: JsonObject;
  readonly containerSecurityContext?: JsonObject;
  /** Whole containers that run before, one after another. */
  readonly initContainers?: readonly JsonObject[];
  /** Whole containers that run beside the main one; the task ends with the main one. */
  readonly sidecars?: readonly JsonObject[];
  readonly hostNetwork?: boolean;
  readonly hostAliases?: readonly JsonObject[];
  readonly hostname?: string;
  readonly subdomain?: string;
  readonly dnsPolicy?: string;
  readonly dnsConfig?: JsonObject;
  readonly schedulerName?: string;
  readonly priorityClassName?: string;
  readonly runtimeClassName?: string;
  readonly terminationMessagePolicy?: "File" | "FallbackToLogsOnError";
  readonly terminationGracePeriodSeconds?: number;
  readonly activeDeadlineSeconds?: number;
  /** A pod as an object or as YAML, under `fullPodSpec` and the other params. */
  readonly podTemplate?: string | JsonObject;
  /** A pod as an object, over `podTemplate` and under the other params. */
  readonly fullPodSpec?: JsonObject;
  /** Name of the container that is the job. Default `base`. */
  readonly baseContainerName?: string;
  /** Default true. */
  readonly getLogs?: boolean;
  /** Names of the containers whose logs are wanted, true: of all. Default: the main one. */
  readonly containerLogs?: true | readonly string[];
  /** The same for init containers. Default: none. */
  readonly initContainerLogs?: true | readonly string[];
  /** The pod's events in the task's log. Default true. */
  readonly logEvents?: boolean;
  /**
   * What the task's output is: the JSON in `/airflow/xcom/return.json` (a container beside the main one keeps it readable), the
   * JSON that was written to `/dev/termination-log` (4 KiB at most), or the last line of the log. Default: none.
   */
  readonly xcom?: "file" | "terminationMessage" | "lastLine";
  /** Of the container that `xcom: "file"` adds. Its image needs `sh` and `cat`; default `alpine:3`. */
  readonly xcomSidecar?: { readonly image?: string; readonly resources?: JsonObject };
  /** Exit codes that mean skipped. */
  readonly skipOnExitCode?: number | readonly number[];
  /** What becomes of the pod when the task has ended. Default `delete`. */
  readonly onFinish?: OnFinish;
  readonly startupTimeoutSeconds?: number;
  readonly scheduleTimeoutSeconds?: number;
  readonly apiTimeoutSeconds?: number;
};

/** Where the value of an environment variable comes from when the pod starts (`valueFrom` of the API). */
export type EnvValueFrom =
  | { readonly secretKeyRef: { readonly name: string; readonly key: string; readonly optional?: boolean } }
  | { readonly configMapKeyRef: { readonly name: string; readonly key: string; readonly optional?: boolean } }
  /** Of the pod itself: `metadata.name`, `status.podIP`, ... */
  | { readonly fieldRef: { readonly fieldPath: string } }
  | { readonly resourceFieldRef: { readonly resource: string; readonly containerName?: string } };

/** What becomes of the pod once its task has ended. */
export type OnFinish = "delete" | "deleteOnSuccess" | "keep";

/** A Kubernetes secret in the pod (Airflow's `Secret`). */
export type PodSecret = {
  /** Name of the secret. */
  readonly secret: string;
  /** One entry of it; absent: all. */
  readonly key?: string;
} & (
  | {
      /** Name of the environment variable that the entry becomes; true: every entry becomes one of its own name. */
      readonly env: string | true;
    }
  | {
      /** Folder that the entries are files in. */
      readonly mountPath: string;
    }
);

export const DEFAULTS = {
  baseContainerName: "base",
  startupTimeoutSeconds: 120,
  apiTimeoutSeconds: 3600,
  onFinish: "delete",
} as const satisfies KubernetesPodParams;

export function baseName(params: KubernetesPodParams): string {
  return params.baseContainerName ?? DEFAULTS.baseContainerName;
}
