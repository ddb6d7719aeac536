/**
 * `kubernetesResource`: objects of any kind, applied or deleted (Airflow's `KubernetesCreateResourceOperator` and
 * `KubernetesDeleteResourceOperator`).
 */
import { mappable, type Output, placeTask, type TaskOptions, checkOneOf, splitOptions } from "@momiji/sdk";
import type { KubernetesResourceParams } from "./resource/resource-params.ts";

export interface KubernetesResourceOptions extends KubernetesResourceParams, TaskOptions {}

const NAMES = ["resources", "action", "connection", "configFile", "context", "inCluster", "namespace"] as const;

/** Applies objects in their order, or deletes them in the opposite one and waits until they are gone. */
export const kubernetesResource = mappable(placeResource, NAMES);

function placeResource(id: string, options: KubernetesResourceOptions): Output<null> {
  const { own, task } = splitOptions(options, new Set<string>(NAMES));
  return placeTask({
    id,
    operator: "kubernetesResource",
    lane: "job",
    provider: "@momiji/kubernetes",
    params: ({ place }) => {
      checkOneOf(place, own, { action: ["apply", "delete"] });
      return own;
    },
    required: ["resources"],
    templateFields: ["resources", "namespace", "configFile", "context", "connection"],
    options: task,
  });
}
