/** The params of `kubernetesPod` as they travel: JSON, templates rendered. */
import type { AccessParams } from "../client/find-access.ts";
import type { JsonObject } from "../client/objects.ts";

export type KubernetesPodParams = AccessParams & {
  readonly name?: string;
  readonly image?: string;
  readonly cmds?: readonly string[];
  readonly arguments?: readonly string[];
  readonly env?: { readonly [name: string]: string | EnvValueFrom };
  readonly envFrom?: readonly JsonObject[];
  readonly configMaps?: readonly string[];
  readonly secrets?: readonly PodSecret[];
  readonly ports?: readonly JsonObject[];
  readonly volumes?: readonly JsonObject[];
  readonly volumeMounts?: readonly JsonObject[];
  readonly resources?: JsonObject;
  readonly imagePullPolicy?: string;
  readonly imagePullSecrets?: readonly string[];
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly labels?: { readonly [name: string]: string };
  readonly annotations?: { readonly [name: string]: string };
  readonly nodeSelector?: { readonly [name: string]: string };
  readonly affinity?: JsonObject;
  readonly tolerations?: readonly JsonObject[];
  readonly securityContext?: JsonObject;
  readonly containerSecurityContext?: JsonObject;
  readonly initContainers?: readonly JsonObject[];
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
  readonly terminationMessagePolicy?: string;
  readonly terminationGracePeriodSeconds?: number;
  readonly activeDeadlineSeconds?: number;
  readonly podTemplate?: string | JsonObject;
  readonly fullPodSpec?: JsonObject;
  readonly baseContainerName?: string;
  readonly getLogs?: boolean;
  readonly containerLogs?: true | readonly string[];
  readonly initContainerLogs?: true | readonly string[];
  readonly logEvents?: boolean;
  readonly xcom?: "file" | "terminationMessage" | "lastLine";
  readonly xcomSidecar?: { readonly image?: string; readonly resources?: JsonObject };
  readonly skipOnExitCode?: readonly number[];
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
      /** Name of the environment variable; absent: every entry becomes one of its own name. */
      readonly env: string | true;
    }
  | {
      /** Folder that its entries are files in. */
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
