/** What is missing for objects to be applied or deleted: the way to the API server, their kinds, rights, and what it says to them. */
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import { ApiError } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import { findPlace, type Place } from "../resource/find-place.ts";
import { type NamedObject, readObjects } from "../resource/read-objects.ts";
import { DEFAULTS, type KubernetesResourceParams } from "../resource/resource-params.ts";
import { checkCluster } from "./check-cluster.ts";
import { checkExists } from "./check-exists.ts";
import { checkRight } from "./check-rights.ts";
import { withoutTemplates } from "./preflight-pod.ts";

export async function* preflightResource(
  ctx: PreflightContext,
  params: KubernetesResourceParams,
): AsyncIterable<PreflightCheck> {
  const { checks, cluster } = await checkCluster(ctx, params);
  yield* checks;
  if (cluster === null) return;
  let objects: readonly NamedObject[];
  try {
    objects = readObjects(withoutTemplates(params));
  } catch (error) {
    yield {
      code: "kubernetes.resources",
      title: "the objects can be read",
      verdict: "failed",
      detail: (error as Error).message,
      remedy: "Mend the task's params",
    };
    return;
  }
  const looked = new Set<string>();
  for (const object of objects) yield* checkObject(ctx, { cluster, params, object, objects, looked });
}

interface Looking {
  readonly cluster: Cluster;
  readonly params: KubernetesResourceParams;
  readonly object: NamedObject;
  readonly objects: readonly NamedObject[];
  /** Namespaces and rights that were looked at for an object before. */
  readonly looked: Set<string>;
}

async function* checkObject(ctx: PreflightContext, looking: Looking): AsyncIterable<PreflightCheck> {
  const { cluster, params, object, objects, looked } = looking;
  const { kind, apiVersion, metadata } = object;
  const check = { code: "kubernetes.kind", title: `the API server knows the kind ${kind} in ${apiVersion}` };
  let place: Place;
  try {
    place = await findPlace(cluster, object, params.namespace ?? cluster.access.namespace);
  } catch (error) {
    const detail = (error as Error).message;
    if (objects.some((other) => other.kind === "CustomResourceDefinition"))
      yield { ...check, verdict: "unknown", detail };
    else
      yield { ...check, verdict: "failed", detail, remedy: "Install its CustomResourceDefinition, or mend its name" };
    return;
  }
  const { namespace } = place;
  // One that comes with the objects need not be there.
  const comes = objects.some((other) => other.kind === "Namespace" && other.metadata.name === namespace);
  if (namespace !== null && !comes && !looked.has(namespace)) {
    looked.add(namespace);
    const wanted = { kind: "namespace", name: namespace, path: `/api/v1/namespaces/${namespace}` };
    yield await checkExists(ctx, { cluster, wanted });
  }
  for (const verb of verbsOf(params)) {
    const key = `${verb} ${place.path}`;
    if (looked.has(key)) continue;
    looked.add(key);
    const right = { verb, group: place.group, resource: place.resource };
    yield await checkRight(ctx, { cluster, namespace, right });
  }
  if (params.action !== "delete" && !comes) yield await dryRun(ctx, looking, `${place.path}/${metadata.name}`);
}

function verbsOf({ action, waitFor, wait }: KubernetesResourceParams): readonly string[] {
  const watch = ["list", "watch"];
  if (action === "delete") return ["delete", ...(wait === false ? [] : watch)];
  return ["create", "patch", ...(waitFor === undefined || wait === false ? [] : watch)];
}

async function dryRun(
  ctx: PreflightContext,
  { cluster, params, object }: Looking,
  path: string,
): Promise<PreflightCheck> {
  const { kind, metadata } = object;
  const check = { code: "kubernetes.admission", title: `the API server would take ${kind} ${metadata.name} (dry run)` };
  const { fieldManager = DEFAULTS.fieldManager, forceConflicts: force = false } = params;
  const query = { dryRun: "All", fieldManager, force };
  const contentType = "application/apply-patch+yaml";
  try {
    await cluster.call({ method: "PATCH", path, query, body: object, contentType, signal: ctx.signal });
    return { ...check, verdict: "ok" };
  } catch (error) {
    const detail = (error as Error).message;
    // What templates will give is not known yet.
    if (!(error instanceof ApiError) || JSON.stringify(params.resources).includes("{{"))
      return { ...check, verdict: "unknown", detail };
    const remedy =
      error.reason === "Conflict"
        ? "Leave out what others manage, or take it over with `forceConflicts: true`"
        : "Mend what the answer names";
    return { ...check, verdict: "failed", detail, remedy };
  }
}
