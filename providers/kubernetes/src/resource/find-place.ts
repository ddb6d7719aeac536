/** Where the API server has objects of a kind. */
import { JobFailure } from "@momiji/sdk";
import { isNotFound } from "../client/api-error.ts";
import type { Cluster } from "../client/cluster.ts";
import type { NamedObject } from "./read-objects.ts";

export interface Place {
  /** Of its kind: `/api/v1/namespaces/jobs/configmaps`. */
  readonly path: string;
  /** Null: its kind belongs to no namespace. */
  readonly namespace: string | null;
  readonly group: string;
  /** `configmaps` */
  readonly resource: string;
}

/** The server knows no such kind. */
export class UnknownKind extends JobFailure {
  constructor(message: string) {
    super(message, { code: "not_found" });
  }
}

interface ResourceList {
  readonly resources: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

/** @param defaultNamespace for an object that names none */
export async function findPlace(
  cluster: Cluster,
  { apiVersion, kind, metadata }: NamedObject,
  defaultNamespace: string,
): Promise<Place> {
  const path = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const { resources } = await cluster.call<ResourceList>({ method: "GET", path }).catch((error: unknown) => {
    if (isNotFound(error)) return { resources: [] };
    throw error;
  });
  const known = resources.find((one) => one.kind === kind && !one.name.includes("/"));
  if (known === undefined) {
    throw new UnknownKind(
      `${cluster.access.server} knows no kind ${kind} in ${apiVersion}: is its CustomResourceDefinition installed?`,
    );
  }
  const namespace = known.namespaced ? (metadata.namespace ?? defaultNamespace) : null;
  return {
    path: `${path}${namespace === null ? "" : `/namespaces/${namespace}`}/${known.name}`,
    namespace,
    group: apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "",
    resource: known.name,
  };
}
