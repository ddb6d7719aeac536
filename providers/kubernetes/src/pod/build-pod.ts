/** From params to the pod that is asked for. */
import type { Json } from "@momiji/core";
import type { JsonObject } from "../client/objects.ts";
import { mergePods } from "./merge-pods.ts";
import { type Attempt, labelsOf, objectName } from "./pod-names.ts";
import { baseName, type KubernetesPodParams, type PodSecret } from "./pod-params.ts";
import { readTemplate } from "./read-template.ts";
import { xcomSidecar, xcomVolume } from "./xcom-sidecar.ts";

export interface BuiltPod {
  readonly namespace: string;
  readonly name: string;
  readonly pod: JsonObject;
}

/**
 * The template, `fullPodSpec` over it, the fields over both.
 * @param defaultNamespace if nothing names one
 */
export function buildPod(ctx: Attempt, params: KubernetesPodParams, defaultNamespace: string): BuiltPod {
  const given = mergePods(readTemplate(params.podTemplate, "podTemplate"), params.fullPodSpec ?? {});
  const metadata = (given["metadata"] ?? {}) as JsonObject;
  const namespace = params.namespace ?? (metadata["namespace"] as string | undefined) ?? defaultNamespace;
  const prefix = params.name ?? (metadata["name"] as string | undefined);
  const name = objectName(ctx, prefix);
  const fields = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: compact({ name, namespace, labels: labelsOf(ctx, params.labels), annotations: params.annotations }),
    spec: compact(specOf(params)),
  };
  const { generateName: _, ...named } = mergePods(given, fields)["metadata"] as JsonObject;
  const pod = { ...mergePods(given, fields), metadata: named };
  checkContainers(pod, params);
  return { namespace, name, pod: params.xcom === "file" ? withXCom(pod, params) : pod };
}

function specOf(params: KubernetesPodParams): Loose {
  return {
    restartPolicy: "Never",
    containers: [compact(baseContainer(params)), ...(params.sidecars ?? [])],
    initContainers: params.initContainers,
    volumes: [...(params.volumes ?? []), ...(params.secrets ?? []).flatMap(volumeOfSecret)],
    imagePullSecrets: params.imagePullSecrets?.map((name) => ({ name })),
    serviceAccountName: params.serviceAccountName,
    automountServiceAccountToken: params.automountServiceAccountToken,
    nodeSelector: params.nodeSelector,
    affinity: params.affinity,
    tolerations: params.tolerations,
    securityContext: params.securityContext,
    hostNetwork: params.hostNetwork,
    hostAliases: params.hostAliases,
    hostname: params.hostname,
    subdomain: params.subdomain,
    dnsPolicy: params.dnsPolicy,
    dnsConfig: params.dnsConfig,
    schedulerName: params.schedulerName,
    priorityClassName: params.priorityClassName,
    runtimeClassName: params.runtimeClassName,
    terminationGracePeriodSeconds: params.terminationGracePeriodSeconds,
    activeDeadlineSeconds: params.activeDeadlineSeconds,
  };
}

function baseContainer(params: KubernetesPodParams): Loose {
  const { secrets = [], configMaps = [] } = params;
  return {
    name: baseName(params),
    image: params.image,
    command: params.cmds,
    args: params.arguments,
    env: [...envOf(params.env), ...secrets.flatMap(envOfSecret)],
    envFrom: [
      ...(params.envFrom ?? []),
      ...configMaps.map((name) => ({ configMapRef: { name } })),
      ...secrets.flatMap(envFromSecret),
    ],
    ports: params.ports,
    volumeMounts: [...(params.volumeMounts ?? []), ...secrets.flatMap(mountOfSecret)],
    resources: params.resources,
    imagePullPolicy: params.imagePullPolicy,
    securityContext: params.containerSecurityContext,
    terminationMessagePolicy: params.terminationMessagePolicy,
  };
}

function envOf(env: KubernetesPodParams["env"] = {}): JsonObject[] {
  return Object.entries(env).map(([name, value]) =>
    typeof value === "object" ? { name, valueFrom: value } : { name, value },
  );
}

function envOfSecret(secret: PodSecret): JsonObject[] {
  if (!("env" in secret) || secret.env === true) return [];
  if (secret.key === undefined)
    throw new Error(
      `the secret ${secret.secret} is to be the variable ${secret.env}, but no \`key\` says which entry of it`,
    );
  return [{ name: secret.env, valueFrom: { secretKeyRef: { name: secret.secret, key: secret.key } } }];
}

function envFromSecret(secret: PodSecret): JsonObject[] {
  return "env" in secret && secret.env === true ? [{ secretRef: { name: secret.secret } }] : [];
}

function volumeOfSecret(secret: PodSecret, index: number): JsonObject[] {
  if (!("mountPath" in secret)) return [];
  const items = secret.key === undefined ? {} : { items: [{ key: secret.key, path: secret.key }] };
  return [{ name: `momiji-secret-${index}`, secret: { secretName: secret.secret, ...items } }];
}

function mountOfSecret(secret: PodSecret, index: number): JsonObject[] {
  return "mountPath" in secret ? [{ name: `momiji-secret-${index}`, mountPath: secret.mountPath, readOnly: true }] : [];
}

function withXCom(pod: JsonObject, params: KubernetesPodParams): JsonObject {
  const spec = pod["spec"] as JsonObject;
  const containers = (spec["containers"] as readonly JsonObject[]).map((container) => {
    if (container["name"] !== baseName(params)) return container;
    const mounts = (container["volumeMounts"] ?? []) as readonly Json[];
    return { ...container, volumeMounts: [...mounts, xcomVolume.mount] };
  });
  const volumes = (spec["volumes"] ?? []) as readonly Json[];
  return {
    ...pod,
    spec: {
      ...spec,
      containers: [...containers, xcomSidecar(params.xcomSidecar)],
      volumes: [...volumes, xcomVolume.volume],
    },
  };
}

function checkContainers(pod: JsonObject, params: KubernetesPodParams): void {
  const base = baseName(params);
  const containers = ((pod["spec"] as JsonObject)["containers"] ?? []) as readonly JsonObject[];
  const named = containers.find(({ name }) => name === base);
  if (named?.["image"] === undefined) {
    throw new Error(
      `the container ${base} has no image: say \`image\`, or give it one in \`podTemplate\` or \`fullPodSpec\``,
    );
  }
}

type Loose = { readonly [name: string]: Json | undefined };

function compact(object: Loose): JsonObject {
  const there = Object.entries(object).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(there) as JsonObject;
}
