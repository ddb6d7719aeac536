/**
 * A pod over a pod, by the rules of Airflow's `PodGenerator.reconcile_pods`: what the upper one says counts; labels and annotations
 * are joined; lists of volumes, init containers and the like are appended; containers are merged one by one.
 */
import type { Json } from "@momiji/core";
import type { JsonObject } from "../client/objects.ts";

/** Lists of a pod's spec that both pods add to. */
const JOINED_IN_SPEC = ["volumes", "imagePullSecrets", "initContainers", "tolerations", "hostAliases"];
/** And of a container. */
const JOINED_IN_CONTAINER = ["env", "envFrom", "ports", "volumeMounts", "volumeDevices"];

export function mergePods(lower: JsonObject, upper: JsonObject): JsonObject {
  const spec = objectAt(lower, "spec");
  const over = objectAt(upper, "spec");
  return {
    ...lower,
    ...given(upper),
    metadata: mergeMetadata(objectAt(lower, "metadata"), objectAt(upper, "metadata")),
    spec: {
      ...spec,
      ...given(over),
      ...joinedLists(spec, over, JOINED_IN_SPEC),
      containers: mergeContainers(listAt(spec, "containers"), listAt(over, "containers")),
    },
  };
}

function mergeMetadata(lower: JsonObject, upper: JsonObject): JsonObject {
  const joined = ["labels", "annotations"]
    .map((name) => [name, { ...objectAt(lower, name), ...objectAt(upper, name) }] as const)
    .filter(([, entries]) => Object.keys(entries).length > 0);
  return { ...lower, ...given(upper), ...Object.fromEntries(joined) };
}

/** One of the upper pod goes over the one of its name, or over the one that stands in its place. */
function mergeContainers(lower: readonly JsonObject[], upper: readonly JsonObject[]): readonly JsonObject[] {
  const merged = [...lower];
  for (const [index, container] of upper.entries()) {
    const named = merged.findIndex(({ name }) => name === container["name"]);
    const isTaken = upper.some(({ name }) => name === merged[index]?.["name"]);
    const at = named !== -1 ? named : isTaken ? merged.length : index;
    merged[at] = mergeContainer(merged[at] ?? {}, container);
  }
  return merged;
}

function mergeContainer(lower: JsonObject, upper: JsonObject): JsonObject {
  return { ...lower, ...given(upper), ...joinedLists(lower, upper, JOINED_IN_CONTAINER) };
}

function joinedLists(lower: JsonObject, upper: JsonObject, names: readonly string[]): JsonObject {
  const joined = names.map((name) => [name, [...listAt(lower, name), ...listAt(upper, name)]] as const);
  return Object.fromEntries(joined.filter(([, list]) => list.length > 0));
}

/** Without what says nothing: an empty list or object of the fields must not hide that of the template. */
function given(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function objectAt(object: JsonObject, name: string): JsonObject {
  return (object[name] ?? {}) as JsonObject;
}

function listAt(object: JsonObject, name: string): readonly JsonObject[] {
  return (object[name] ?? []) as readonly JsonObject[];
}
