/** `kubernetesResource` as the job operator that it is: objects of any kind, applied or deleted. */
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext, JobEnd, JobOperatorDefinition } from "@momiji/sdk";
import { isNotFound } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import { beforeStart, clusterOf } from "../client/clusters.ts";
import { Contact } from "../client/contact.ts";
import type { ApiObject } from "../client/objects.ts";
import { failureOf } from "../client/refusal-words.ts";
import { preflightResource } from "../preflight/preflight-resource.ts";
import { type AwaitedObject, untilGone, untilHolds, type Waiting } from "./await-object.ts";
import { findPlace, type Place, UnknownKind } from "./find-place.ts";
import { concerns, testsOf } from "./object-test.ts";
import { type NamedObject, readObjects } from "./read-objects.ts";
import { DEFAULTS, type KubernetesResourceParams } from "./resource-params.ts";

/** What was applied, or is being deleted. */
export type ResourceHandle = { readonly objects: readonly AwaitedObject[] };

const PATIENCE_MILLIS = 120_000;
const FOLLOW_PATIENCE_MILLIS = 3_600_000;
/** An API server takes a moment to serve a kind that has just been defined. */
const KIND_MILLIS = 30_000;
const POLL_MILLIS = 250;

export const kubernetesResourceJob: JobOperatorDefinition<KubernetesResourceParams, ResourceHandle> = {
  name: "kubernetesResource",
  templateFields: ["resources", "namespace", "configFile", "context", "connection"],
  async launch(ctx, params) {
    const { cluster, objects } = await beforeStart(async () => ({
      cluster: await clusterOf(ctx, params),
      objects: readObjects(params),
    }));
    const contact = new Contact(ctx, { patienceMillis: PATIENCE_MILLIS, waitsOutRefusals: false });
    const done: AwaitedObject[] = [];
    const act = { ctx, cluster, contact, params, defines: objects.some(isDefinition) };
    // What is deleted goes in the opposite order: what stands on others first.
    if (params.action === "delete")
      for (const object of objects.toReversed()) done.push(...(await remove(act, object)));
    else for (const object of objects) done.push(await apply(act, object));
    return { objects: done };
  },
  follow: followResource,
  // What was applied stays, as a command that has run has run.
  cancel: async () => undefined,
  preflight: preflightResource,
};

async function followResource(
  ctx: JobContext,
  { params, handle }: { readonly params: KubernetesResourceParams; readonly handle: ResourceHandle },
): Promise<JobEnd> {
  if (params.wait === false) return { outcome: { kind: "success" } };
  const cluster = await clusterOf(ctx, params);
  const seconds = params.waitTimeoutSeconds ?? DEFAULTS.waitTimeoutSeconds;
  const contact = new Contact(ctx, { patienceMillis: FOLLOW_PATIENCE_MILLIS, waitsOutRefusals: true });
  const stop = new AbortController();
  const signal = AbortSignal.any([ctx.signal, stop.signal]);
  const waiting = { ctx, cluster, contact, signal, seconds, late: AbortSignal.timeout(seconds * 1000) };
  try {
    // All at once: what one of them has come to is not held up by another.
    await Promise.all(handle.objects.map((object) => awaitObject(waiting, { params, object })));
  } finally {
    stop.abort();
  }
  return { outcome: { kind: "success" } };
}

async function awaitObject(
  waiting: Waiting,
  { params, object }: { readonly params: KubernetesResourceParams; readonly object: AwaitedObject },
): Promise<void> {
  const { waitFor, failWhen, action } = params;
  const [all, never] = [waitFor, failWhen].map((tests) => testsOf(tests).filter((test) => concerns(test, object.kind)));
  try {
    if (action === "delete") await untilGone(waiting, object);
    else if (all !== undefined && all.length > 0) await untilHolds(waiting, object, { all, never: never ?? [] });
  } catch (error) {
    throw failureOf(error, { what: `${object.kind} ${object.name} cannot be waited for`, cluster: waiting.cluster });
  }
}

interface Act {
  readonly ctx: JobContext;
  readonly cluster: Cluster;
  readonly contact: Contact;
  readonly params: KubernetesResourceParams;
  /** Kinds of some of the objects may be defined by others of them. */
  readonly defines: boolean;
}

async function apply(act: Act, object: NamedObject): Promise<AwaitedObject> {
  const { ctx, cluster, contact, params } = act;
  const { kind, metadata } = object;
  try {
    const place = await placeOf(act, object, KIND_MILLIS);
    const query = { fieldManager: params.fieldManager ?? DEFAULTS.fieldManager, force: params.forceConflicts === true };
    const request = {
      method: "PATCH",
      path: `${place.path}/${metadata.name}`,
      query,
      body: object,
      contentType: "application/apply-patch+yaml",
      signal: ctx.signal,
    } as const;
    const { metadata: made } = await contact.ask(() => cluster.call<ApiObject>(request));
    ctx.say(`${kind} ${metadata.name} applied`);
    return { kind, name: metadata.name, uid: made.uid ?? "", path: place.path };
  } catch (error) {
    throw failureOf(error, { what: `${kind} ${metadata.name} cannot be applied`, cluster });
  }
}

/** What is gone when it is answered, or a status that names what is not. */
type Deleted = ApiObject & { readonly details?: { readonly uid?: string } };

/** Empty: there was none. */
async function remove(act: Act, object: NamedObject): Promise<readonly AwaitedObject[]> {
  const { ctx, cluster, contact, params } = act;
  const { kind, metadata } = object;
  try {
    const { path } = await placeOf(act, object, 0);
    const propagationPolicy = params.propagationPolicy ?? DEFAULTS.propagationPolicy;
    const body = { apiVersion: "v1", kind: "DeleteOptions", propagationPolicy };
    const request = { method: "DELETE", path: `${path}/${metadata.name}`, body, signal: ctx.signal } as const;
    const gone = await contact.ask(() => cluster.call<Deleted>(request));
    ctx.say(`${kind} ${metadata.name} deleted`);
    return [{ kind, name: metadata.name, uid: gone.details?.uid ?? gone.metadata.uid ?? "", path }];
  } catch (error) {
    // Of a kind that went with the others there is none either.
    if (!isNotFound(error) && !(error instanceof UnknownKind && act.defines))
      throw failureOf(error, { what: `${kind} ${metadata.name} cannot be deleted`, cluster });
    ctx.say(`${kind} ${metadata.name} is not there`);
    return [];
  }
}

async function placeOf(
  { ctx, cluster, contact, params, defines }: Act,
  object: NamedObject,
  millis: number,
): Promise<Place> {
  const end = performance.now() + (defines ? millis : 0);
  for (;;) {
    try {
      return await contact.ask(() => findPlace(cluster, object, params.namespace ?? cluster.access.namespace));
    } catch (error) {
      if (!(error instanceof UnknownKind) || performance.now() >= end) throw error;
      await sleep(POLL_MILLIS, null, { signal: ctx.signal });
    }
  }
}

function isDefinition({ kind }: NamedObject): boolean {
  return kind === "CustomResourceDefinition";
}
