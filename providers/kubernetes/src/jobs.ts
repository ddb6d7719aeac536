/** The job operators of this package. Imported only by processes that run jobs. */
import { emulatable } from "@momiji/docker/emulate";
import { anyJobOperator, type JobOperators } from "@momiji/sdk";
import { emulatePod } from "./emulate/emulate-pod.ts";
import { kubernetesJobJob } from "./job/job-job.ts";
import { kubernetesResourceJob } from "./resource/resource-job.ts";
import { kubernetesPodJob } from "./pod/pod-job.ts";

const all = [
  anyJobOperator(emulatable(kubernetesPodJob, emulatePod)),
  anyJobOperator(kubernetesJobJob),
  anyJobOperator(kubernetesResourceJob),
];

export const jobs: JobOperators = new Map(all.map((operator) => [operator.name, operator]));
