/** What a pod refers to by name. */
import type { Json } from "@momiji/core";
import type { JsonObject } from "../client/objects.ts";
import type { Wanted } from "./check-exists.ts";

type Named = { readonly name?: string; readonly key?: string; readonly optional?: boolean };

/** Each thing once; what is optional is left out. */
export function referencesOf(pod: JsonObject, namespace: string): readonly Wanted[] {
  const spec = (pod["spec"] ?? {}) as { readonly [name: string]: Json };
  const wanted = new Map<string, Wanted & { keys: string[] }>();
  const add = (kind: string, place: string, { name, key, optional }: Named): void => {
    if (name === undefined || name === "" || optional === true) return;
    const path = place.startsWith("/") ? `${place}/${name}` : `/api/v1/namespaces/${namespace}/${place}/${name}`;
    const known = wanted.getOrInsertComputed(path, () => ({ kind, name, path, keys: [] }));
    if (key !== undefined && !known.keys.includes(key)) known.keys.push(key);
  };
  const secret = (named: Named): void => add("secret", "secrets", named);
  const configMap = (named: Named): void => add("config map", "configmaps", named);
  add("service account", "serviceaccounts", { name: (spec["serviceAccountName"] ?? "default") as string });
  add("priority class", "/apis/scheduling.k8s.io/v1/priorityclasses", {
    name: (spec["priorityClassName"] ?? "") as string,
  });
  for (const named of list<Named>(spec["imagePullSecrets"])) secret(named);
  for (const container of [...list<JsonObject>(spec["containers"]), ...list<JsonObject>(spec["initContainers"])]) {
    for (const { valueFrom } of list<{ valueFrom?: { secretKeyRef?: Named; configMapKeyRef?: Named } }>(
      container["env"],
    )) {
      if (valueFrom?.secretKeyRef !== undefined) secret(valueFrom.secretKeyRef);
      if (valueFrom?.configMapKeyRef !== undefined) configMap(valueFrom.configMapKeyRef);
    }
    for (const { secretRef, configMapRef } of list<{ secretRef?: Named; configMapRef?: Named }>(container["envFrom"])) {
      if (secretRef !== undefined) secret(secretRef);
      if (configMapRef !== undefined) configMap(configMapRef);
    }
  }
  for (const volume of list<PodVolume>(spec["volumes"])) {
    if (volume.secret !== undefined)
      secret({ name: volume.secret.secretName ?? "", optional: volume.secret.optional ?? false });
    if (volume.configMap !== undefined) configMap(volume.configMap);
    add("persistent volume claim", "persistentvolumeclaims", { name: volume.persistentVolumeClaim?.claimName ?? "" });
  }
  return [...wanted.values()];
}

interface PodVolume {
  readonly secret?: { readonly secretName?: string; readonly optional?: boolean };
  readonly configMap?: Named;
  readonly persistentVolumeClaim?: { readonly claimName?: string };
}

function list<T>(value: Json | undefined): readonly T[] {
  return (value ?? []) as unknown as readonly T[];
}
