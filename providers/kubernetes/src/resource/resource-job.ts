/** `kubernetesResource` as the job operator that it is: objects of any kind, applied or deleted. */
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext, JobOperatorDefinition } from "@momiji/sdk";
import { parseAllDocuments } from "yaml";
import { isNotFound } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import { beforeStart, clusterOf } from "../client/clusters.ts";
import { Contact } from "../client/contact.ts";
import type { ApiObject, JsonObject } from "../client/objects.ts";
import { failureOf } from "../client/refusal-words.ts";
import type { KubernetesResourceParams } from "./resource-params.ts";

/** What was asked for, by path. */
export type ResourceHandle = { readonly paths: readonly string[] };

const PATIENCE_MILLIS = 120_000;
const FOLLOW_PATIENCE_MILLIS = 3_600_000;
const POLL_MILLIS = 250;
/** Whose fields they are, in the eyes of the API server. */
const FIELD_MANAGER = "momiji";

export const kubernetesResourceJob: JobOperatorDefinition<KubernetesResourceParams, ResourceHandle> = {
  name: "kubernetesResource",
  templateFields: ["resources", "namespace", "configFile", "context", "connection"],
  async launch(ctx, params) {
    const { cluster, objects } = await beforeStart(async () => ({
      cluster: await clusterOf(ctx, params),
      objects: objectsOf(params.resources),
    }));
    const contact = new Contact(ctx, { patienceMillis: PATIENCE_MILLIS, waitsOutRefusals: false });
    const paths: string[] = [];
    // What is deleted goes in the opposite order: what stands on others first.
    for (const object of params.action === "delete" ? objects.toReversed() : objects) {
      const namespace = object.metadata.namespace ?? params.namespace ?? cluster.access.namespace;
      paths.push(await act({ ctx, cluster, contact, object, namespace, action: params.action ?? "apply" }));
    }
    return { paths };
  },
  async follow(ctx, { params, handle }) {
    if (params.action === "delete") {
      const cluster = await clusterOf(ctx, params);
      const contact = new Contact(ctx, { patienceMillis: FOLLOW_PATIENCE_MILLIS, waitsOutRefusals: true });
      for (const path of handle.paths) await untilGone(ctx, { cluster, contact, path });
    }
    return { outcome: { kind: "success" } };
  },
  // What was applied stays, as a command that has run has run.
  cancel: async () => undefined,
};

interface Act {
  readonly ctx: JobContext;
  readonly cluster: Cluster;
  readonly contact: Contact;
  readonly object: ApiObject;
  readonly namespace: string;
  readonly action: "apply" | "delete";
}

async function act({ ctx, cluster, contact, object, namespace, action }: Act): Promise<string> {
  const { kind = "", metadata } = object;
  const what = `${kind} ${metadata.name ?? ""} cannot be ${action === "apply" ? "applied" : "deleted"}`;
  const { signal } = ctx;
  try {
    const path = await contact.ask(() => pathOf(cluster, object, namespace));
    if (action === "apply") {
      const query = { fieldManager: FIELD_MANAGER, force: true };
      const contentType = "application/apply-patch+yaml";
      await contact.ask(() => cluster.call({ method: "PATCH", path, query, body: object, contentType, signal }));
    } else {
      const body = { apiVersion: "v1", kind: "DeleteOptions", propagationPolicy: "Foreground" };
      await contact.ask(() => cluster.call({ method: "DELETE", path, body, signal }).catch(ignoreMissing));
    }
    ctx.say(`${kind} ${metadata.name ?? ""} ${action === "apply" ? "applied" : "deleted"}`);
    return path;
  } catch (error) {
    throw failureOf(error, { what, cluster });
  }
}

interface ResourceList {
  readonly resources: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

/** The API server knows under which path each kind is. */
async function pathOf(
  cluster: Cluster,
  { apiVersion = "", kind, metadata }: ApiObject,
  namespace: string,
): Promise<string> {
  const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const { resources } = await cluster.call<ResourceList>({ method: "GET", path: group });
  const known = resources.find((one) => one.kind === kind && !one.name.includes("/"));
  if (known === undefined) throw new Error(`${apiVersion} has no kind ${kind ?? ""} at ${cluster.access.server}`);
  const scope = known.namespaced ? `/namespaces/${namespace}` : "";
  return `${group}${scope}/${known.name}/${metadata.name ?? ""}`;
}

function objectsOf(resources: KubernetesResourceParams["resources"]): readonly ApiObject[] {
  const read = typeof resources === "string" ? documentsOf(resources) : resources;
  for (const [index, object] of read.entries()) {
    const { apiVersion, kind, metadata } = object as Partial<ApiObject>;
    if (apiVersion !== undefined && kind !== undefined && metadata?.name !== undefined) continue;
    throw new Error(`object ${index + 1} of \`resources\` lacks apiVersion, kind or metadata.name`);
  }
  return read as unknown as readonly ApiObject[];
}

function documentsOf(text: string): readonly JsonObject[] {
  const documents = [...parseAllDocuments(text)];
  const wrong = documents.flatMap(({ errors }) => errors)[0];
  if (wrong !== undefined) throw new Error(`\`resources\` is no YAML: ${wrong.message}`);
  return documents.map((document) => document.toJS() as JsonObject | null).filter((object) => object !== null);
}

interface Gone {
  readonly cluster: Cluster;
  readonly contact: Contact;
  readonly path: string;
}

async function untilGone({ signal }: JobContext, { cluster, contact, path }: Gone): Promise<void> {
  try {
    for (;;) {
      await contact.ask(() => cluster.call({ method: "GET", path, signal }));
      await sleep(POLL_MILLIS, null, { signal });
    }
  } catch (error) {
    if (!isNotFound(error) && !signal.aborted) throw error;
  }
}

function ignoreMissing(error: unknown): void {
  if (!isNotFound(error)) throw error;
}
