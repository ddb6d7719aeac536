/**
 * `kubernetesResource`: objects of any kind, applied or deleted (Airflow's `KubernetesCreateResourceOperator` and
 * `KubernetesDeleteResourceOperator`).
 */
import {
  DagDefinitionError,
  type DurationInput,
  mappable,
  type Output,
  placeTask,
  type TaskOptions,
  checkOneOf,
  splitOptions,
} from "@momiji/sdk";
import { withSeconds } from "./own-options.ts";
import type { KubernetesResourceParams } from "./resource/resource-params.ts";

type PlainName = Exclude<keyof KubernetesResourceParams, `${string}Seconds`>;

export interface KubernetesResourceOptions extends Pick<KubernetesResourceParams, PlainName>, TaskOptions {
  /** How long `waitFor`, or the end of what is deleted, is waited for. Default 10 minutes. */
  readonly waitTimeout?: DurationInput;
}

const NAMES = [
  "resources",
  "action",
  "fieldManager",
  "forceConflicts",
  "waitFor",
  "failWhen",
  "wait",
  "propagationPolicy",
  "connection",
  "configFile",
  "context",
  "inCluster",
  "namespace",
] as const satisfies readonly PlainName[];
const DURATIONS = ["waitTimeout"];

/** Applies objects in their order and waits for what is wanted of them, or deletes them in the opposite one until they are gone. */
export const kubernetesResource = mappable(placeResource, NAMES);

function placeResource(id: string, options: KubernetesResourceOptions): Output<null> {
  const { own, task } = splitOptions(options, new Set<string>([...NAMES, ...DURATIONS]));
  return placeTask({
    id,
    operator: "kubernetesResource",
    lane: "job",
    provider: "@momiji/kubernetes",
    params: ({ place }) => {
      checkOneOf(place, own, {
        action: ["apply", "delete"],
        propagationPolicy: ["Foreground", "Background", "Orphan"],
      });
      if (own.action === "delete" && own.waitFor !== undefined)
        throw new DagDefinitionError(
          place,
          "waitFor is of objects that are applied; what is deleted is waited for anyway",
        );
      if (own.failWhen !== undefined && own.waitFor === undefined)
        throw new DagDefinitionError(
          place,
          "failWhen says when not to wait any longer for `waitFor`, which is missing",
        );
      return withSeconds(own, DURATIONS, place);
    },
    required: ["resources"],
    templateFields: ["resources", "namespace", "configFile", "context", "connection"],
    options: task,
  });
}
