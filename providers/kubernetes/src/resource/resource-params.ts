/** The params of `kubernetesResource` as they travel: JSON, templates rendered. */
import type { AccessParams } from "../client/find-access.ts";
import type { JsonObject } from "../client/objects.ts";

export type KubernetesResourceParams = AccessParams & {
  /** Objects of the API: YAML with any number of documents, or the objects themselves. */
  readonly resources: string | readonly JsonObject[];
  /** Default `apply`: they are made, or changed where they differ (server-side apply). */
  readonly action?: "apply" | "delete";
};
