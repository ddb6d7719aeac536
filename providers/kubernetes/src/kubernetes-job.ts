/** `kubernetesJob`: a Job of Kubernetes, with as many pods as it needs (Airflow's `KubernetesJobOperator`). */
import {
  type DurationInput,
  mappable,
  type Output,
  placeTask,
  type TaskOptions,
  checkOneOf,
  splitOptions,
} from "@momiji/sdk";
import type { KubernetesJobParams } from "./job/job-params.ts";
import { JOB_PARAM_NAMES, JOB_TEMPLATE_FIELDS, type PlainJobName } from "./job/param-names.ts";
import { checkLabels, withSeconds } from "./own-options.ts";

/** Options whose value is an amount of time. */
export interface JobDurations {
  /** How long the API server may be away while the job runs. Default 1 hour. */
  readonly apiTimeout?: DurationInput;
  /** Of each pod: from the request to stop to the kill. */
  readonly terminationGracePeriod?: DurationInput;
  /** The job is ended by Kubernetes after so long. */
  readonly activeDeadline?: DurationInput;
}

export interface KubernetesJobOptions extends Pick<KubernetesJobParams, PlainJobName>, JobDurations, TaskOptions {}

/**
 * Runs a Job and ships the logs of its pods. It succeeds when the Job is complete. Its output are its name and namespace.
 */
export const kubernetesJob = mappable(placeJob, JOB_PARAM_NAMES);

const DURATIONS = ["apiTimeout", "terminationGracePeriod", "activeDeadline"];
const OWN = new Set<string>([...JOB_PARAM_NAMES, ...DURATIONS]);

function placeJob(id: string, options: KubernetesJobOptions): Output<{ job_name: string; job_namespace: string }> {
  const { own, task } = splitOptions(options, OWN);
  const templates = [own.jobTemplate, own.fullJobSpec, own.podTemplate, own.fullPodSpec];
  return placeTask({
    id,
    operator: "kubernetesJob",
    lane: "job",
    provider: "@momiji/kubernetes",
    params: ({ place }) => {
      checkOneOf(place, own, {
        onFinish: ["delete", "deleteOnSuccess", "keep"],
        completionMode: ["NonIndexed", "Indexed"],
      });
      checkLabels(place, own.labels);
      return withSeconds(own, DURATIONS, place);
    },
    required: templates.every((template) => template === undefined) ? ["image"] : [],
    templateFields: JOB_TEMPLATE_FIELDS,
    options: task,
  });
}
