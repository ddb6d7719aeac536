/** The params of `kubernetesJob` by name. */
import { POD_PARAM_NAMES, POD_TEMPLATE_FIELDS } from "../pod/param-names.ts";
import type { KubernetesJobParams } from "./job-params.ts";

type DurationName = Extract<keyof KubernetesJobParams, `${string}Seconds`>;
export type PlainJobName = Exclude<keyof KubernetesJobParams, DurationName>;

/** Of the one pod that is a task. */
const OF_ONE_POD = ["xcom", "xcomSidecar", "skipOnExitCode", "initContainerLogs"];
const OWN = [
  "jobTemplate",
  "fullJobSpec",
  "parallelism",
  "completions",
  "completionMode",
  "backoffLimit",
  "suspend",
  "ttlSecondsAfterFinished",
  "wait",
] as const satisfies readonly PlainJobName[];

export const JOB_PARAM_NAMES = [
  ...POD_PARAM_NAMES.filter((name) => !OF_ONE_POD.includes(name)),
  ...OWN,
] as readonly PlainJobName[];
export const JOB_TEMPLATE_FIELDS = [...POD_TEMPLATE_FIELDS, "jobTemplate", "fullJobSpec"] as readonly PlainJobName[];
