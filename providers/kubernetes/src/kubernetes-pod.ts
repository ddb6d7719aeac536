/** `kubernetesPod`: a pod of Kubernetes (Airflow's `KubernetesPodOperator`). */
import type { Json } from "@momiji/core";
import {
  type DurationInput,
  mappable,
  type Output,
  placeTask,
  type TaskOptions,
  checkOneOf,
  splitOptions,
} from "@momiji/sdk";
import { checkLabels, withSeconds } from "./own-options.ts";
import { type PlainName, POD_PARAM_NAMES, POD_TEMPLATE_FIELDS } from "./pod/param-names.ts";
import type { KubernetesPodParams } from "./pod/pod-params.ts";

/** Options whose value is an amount of time. */
export interface PodDurations {
  /** From the time when it has a node to the start of the main container. Default 2 minutes. */
  readonly startupTimeout?: DurationInput;
  /** How long it may wait for a node. Default: as `startupTimeout`. */
  readonly scheduleTimeout?: DurationInput;
  /** How long the API server may be away while the pod runs. Default 1 hour. */
  readonly apiTimeout?: DurationInput;
  /** From the request to stop to the kill. Default: the worker's grace. */
  readonly terminationGracePeriod?: DurationInput;
  /** The pod is ended by Kubernetes after so long. */
  readonly activeDeadline?: DurationInput;
}

export interface KubernetesPodOptions extends Pick<KubernetesPodParams, PlainName>, PodDurations, TaskOptions {}

/**
 * Runs a pod and ships its log while it runs. Exit code 0 of its main container is success. The pod goes on when the worker
 * dies, and is found again.
 */
export const kubernetesPod = mappable(placePod, POD_PARAM_NAMES);

const DURATIONS = ["startupTimeout", "scheduleTimeout", "apiTimeout", "terminationGracePeriod", "activeDeadline"];
const OWN = new Set<string>([...POD_PARAM_NAMES, ...DURATIONS]);

function placePod(id: string, options: KubernetesPodOptions): Output<Json> {
  const { own, task } = splitOptions(options, OWN);
  return placeTask({
    id,
    operator: "kubernetesPod",
    lane: "job",
    provider: "@momiji/kubernetes",
    params: ({ place }) => {
      checkOneOf(place, own, {
        emulate: ["docker"],
        onFinish: ["delete", "deleteOnSuccess", "keep"],
        xcom: ["file", "terminationMessage", "lastLine"],
      });
      checkLabels(place, own.labels);
      return withSeconds(own, DURATIONS, place);
    },
    required: own.podTemplate === undefined && own.fullPodSpec === undefined ? ["image"] : [],
    templateFields: POD_TEMPLATE_FIELDS,
    options: task,
  });
}
